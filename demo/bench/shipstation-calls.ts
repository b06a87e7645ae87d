import { startDocumentsBench } from '../../test/qb-documents/documents-bench';
import { AccountAtHand } from '../../test/shipstation/account-at-hand';
import { settingsOf } from '../../test/shipstation/planned';
import { MANUAL_STORE } from '../../test/simulators/shipstation';
import type { QbDocument } from '../../nodes/qb-documents/qb-document';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { sendDocuments } from '../../nodes/shipstation/send-documents';
import type { ShipStation } from '../../nodes/shipstation/shipstation';
import type { Benchmark } from './measure';
import { minutesOneByOne } from './shipstation-one-by-one';

const DOCUMENTS = 1_000;

/** Where the bad order stands among a hundred: at the ends, near them and in the middle. */
const PLACES = [0, 1, 38, 61, 98, 99];

/**
 * A thousand invoices of as many customers, read from the simulated company and sent to a store of the simulated account, which has a
 * thousand orders of those days already; then the same once more; then a hundred of which ShipStation cannot read one. Counts only when every document was read and each
 * order stands once.
 */
export const shipStationCalls: Benchmark = {
	measures: [
		{ name: 'shipstation-1000-quickbooks-calls', unit: 'HTTP calls', asked: '1,000 documents of 1,000 customers: at most 12 calls to QuickBooks', limit: 12 },
		{ name: 'shipstation-1000-calls', unit: 'HTTP calls', asked: '1,000 documents, at most 1,000 orders in the window: at most 13 calls to ShipStation', limit: 13 },
		{ name: 'shipstation-rerun-writes', unit: 'writes', asked: 'A second run over unchanged documents: at most 0 writes', limit: 0 },
		{ name: 'shipstation-poison-calls', unit: 'HTTP calls', asked: 'One order among 100 that ShipStation cannot read: at most 15 calls, 99 sent', limit: 15 },
	],
	run: async ({ log }) => {
		const bench = await startDocumentsBench({}, ['Invoice']);
		const account = await AccountAtHand.open({ requestsPerMinute: 1_000_000 });
		try {
			const from = bench.now();
			for (let count = 0; count < DOCUMENTS; count += 1) {
				const { Id } = bench.company.byHand.create('Customer', { DisplayName: `Customer ${count}` });
				bench.enter('Invoice', { CustomerRef: { value: Id }, DocNumber: String(5_000 + count) });
			}
			// A shop that is connected to the same account has as many orders of those days.
			const orderDate = `${String(bench.company.company.documents('Invoice')[0]?.TxnDate)}T00:00:00`;
			for (let count = 0; count < DOCUMENTS; count += 1) account.simulator.people.importOrder({ orderNumber: `W${count}`, orderDate });
			log('Reading 1,000 invoices from the simulated company, and sending them to the simulated ShipStation account');
			bench.company.resetCounters();
			const documents = await bench.read(from);
			const quickbooksCalls = bench.company.counters.calls;
			const { counters } = account.simulator;
			const sent = await send(documents, account);
			const calls = counters.calls;
			counters.reset();
			const unchanged = await send(documents, account, 'unchanged');
			const { writes } = counters;
			if ([documents.length, sent, unchanged, account.simulator.account.orders.length - DOCUMENTS].some((count) => count !== DOCUMENTS)) {
				throw new Error(`Of ${DOCUMENTS} documents ${documents.length} were read, ${sent} sent and ${unchanged} unchanged in the second run`);
			}
			// No figure of its own: that way has a call an order whatever we do, and its waiting is what the account asks for.
			const minutes = await minutesOneByOne(DOCUMENTS);
			log(`1,000 documents in ${calls} calls to ShipStation; 1,000 calls of one order each wait ${Math.round(minutes)} minutes in the simulator at 40 a minute`);
			return [quickbooksCalls, calls, writes, await poisonCalls(documents.slice(0, 100), log)];
		} finally {
			await bench.close();
			await account.simulator.close();
		}
	},
};

/** The most calls that a bad order costs, wherever it stands. */
async function poisonCalls(documents: QbDocument[], log: (line: string) => void): Promise<number> {
	const calls: number[] = [];
	for (const place of PLACES) {
		const account = await AccountAtHand.open({ requestsPerMinute: 1_000_000 });
		try {
			const sent = await send(documents, account, 'sent', place);
			if (sent !== documents.length - 1) throw new Error(`With a bad order at place ${place} ${sent} of ${documents.length} were sent`);
			calls.push(account.simulator.counters.calls);
		} finally {
			await account.simulator.close();
		}
	}
	log(`A bad order at the places ${PLACES.join(', ')} costs ${calls.join(', ')} calls`);
	return Math.max(...calls);
}

/** Sends as a run of its own. @returns how many documents ended so */
async function send(documents: QbDocument[], account: AccountAtHand, outcome = 'sent', poison?: number): Promise<number> {
	const shipstation = account.another();
	if (poison !== undefined) poisonOne(shipstation, poison);
	const clock = { now: () => account.simulator.clock.now(), sleep: async () => {}, cancelled: () => false };
	const settings = settingsOf({ storeId: MANUAL_STORE });
	const run = await sendDocuments(documents.map((document) => ({ document, settings })), { shipstation, clock, dryRun: false, sendSamples: false });
	if (!run.ok) throw new Error(run.failure.message);
	return run.value.reports.filter((report) => report.outcome === outcome).length;
}

/** Spoils one order on its way out, behind our own check of it. */
function poisonOne(shipstation: ShipStation, place: number): void {
	const real = shipstation.sendOrders.bind(shipstation);
	const spoilt = (order: OrderToSend): OrderToSend => Object.defineProperty({ ...order }, 'toJSON', { enumerable: false, value: () => ({ ...order, gift: 0 }) });
	shipstation.sendOrders = async (orders) => await real(orders.map((order, index) => (index === place ? spoilt(order) : order)));
}

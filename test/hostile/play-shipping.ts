import fc from 'fast-check';
import { isStanding, type DocumentType } from '../../nodes/qb-documents/qb-document';
import { readQbDocument } from '../../nodes/qb-documents/read-qb-document';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import { fetchParcels } from '../../nodes/shipstation/fetch-parcels';
import { shippedOrders, shippedOrderSchema } from '../../nodes/shipstation/shipped-order';
import { readShippingSettings, type ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { toShipStationOrder } from '../../nodes/shipstation/to-shipstation-order';
import { CONTEXT, DETAILS, documentOf, INVOICE } from '../qb-documents/made-up-records';
import { AccountAtHand } from '../shipstation/account-at-hand';
import { orderOf } from '../shipstation/planned';
import { runningClock } from '../simulators/shops/shop-clock';
import { isPolluted, spoilt } from './spoil';

const sampled = <T>(sample: T, count: number, seed: number): T[] =>
	// As it comes over the wire.
	fc.sample(spoilt(sample), { numRuns: count, seed }).map((value) => JSON.parse(JSON.stringify(value)) as T);

const settingsOf = (input: ShippingSettingsInput) => {
	const read = readShippingSettings(input);
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
};
const SETTINGS = [settingsOf({}), settingsOf({ incompleteAddresses: 'hold', tags: ['1'] } as ShippingSettingsInput)];

/** Reads spoilt records of QuickBooks and plans what goes to ShipStation. @returns what is not as it should be */
export function playRecords(count: number, seed: number): string[] {
	const words: string[] = [];
	for (const type of ['Invoice', 'SalesReceipt', 'Estimate'] as DocumentType[]) {
		for (const record of sampled(INVOICE, count, seed)) {
			try {
				const document = toQbDocument(type, record, DETAILS, CONTEXT);
				const again = readQbDocument(JSON.parse(JSON.stringify(document)));
				if (!again.ok) words.push(`a document that no node reads: ${again.failure.message}`);
				if (document.status === 'unreadable' && document.reason === '') words.push('refused without a reason');
				if (isStanding(document)) for (const settings of SETTINGS) toShipStationOrder(document, settings);
			} catch (thrown) {
				words.push(`${String(thrown)} at ${JSON.stringify(record).slice(0, 300)}`);
			}
		}
	}
	if (isPolluted()) words.push('an object got a property from outside');
	return words;
}

/** Reads an account whose lists of shipments, of what was marked as shipped and of orders are spoilt. @returns what is not as it should be */
export async function playParcels(count: number, seed: number): Promise<string[]> {
	const here = await AccountAtHand.open({ clock: runningClock(), requestsPerMinute: 100_000 });
	const { simulator: account, gateway } = here;
	const words: string[] = [];
	try {
		const outcomes = await gateway.sendOrders(['12', '13'].map((Id) => orderOf(documentOf({ Id, DocNumber: `10${Id}` }))));
		const [first = 0, second = 0] = outcomes.map((outcome) => (outcome.ok ? outcome.value.orderId : 0));
		account.people.buyLabel(first, { trackingNumber: '1Z111', carrierCode: 'ups', serviceCode: 'ups_ground', shipDate: '2026-03-05', cost: 7.25 });
		account.people.markAsShipped(second, { carrierCode: 'FedEx', trackingNumber: '7777', shipDate: '2026-03-06' });
		for (let one = 0; one < count; one += 1) {
			account.faults.clear();
			account.faults.add({
				times: Infinity,
				effect: (answer) => ({ ...answer, body: sampled(typeof answer.body === 'string' ? (JSON.parse(answer.body) as unknown) : JSON.parse(JSON.stringify(answer.body)), 1, seed + one)[0] }),
			});
			try {
				const session = { shipstation: here.another(), clock: { now: () => account.clock.now(), cancelled: () => false, sleep: () => Promise.resolve() } };
				const page = await fetchParcels(session, { by: 'updated', order: 'oldest', statuses: [], pageSize: 100, from: '2020-01-01T00:00:00.000Z' });
				if (!page.ok && page.failure.message === '') words.push('refused without a reason');
				const shipped = page.ok ? shippedOrders(page.value.orders, { sample: false }) : [];
				for (const order of shipped) {
					const read = shippedOrderSchema.safeParse(JSON.parse(JSON.stringify(order)));
					if (!read.success) words.push(`a shipped order that no node reads: ${read.error.message} (poll ${one})`);
				}
			} catch (thrown) {
				words.push(`${String(thrown)} (poll ${one})`);
			}
		}
		if (isPolluted()) words.push('an object got a property from outside');
		return words;
	} finally {
		await account.close();
	}
}

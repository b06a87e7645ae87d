import { itemsOf, type Execution } from '../../demo/n8n/executions';
import { packOrders } from '../../demo/packing';
import { sentOrders } from '../../demo/sent-orders';
import { DOCUMENTS, fillIn, readTemplate, SEND, SHIPMENTS } from '../../demo/templates';
import { BusinessInN8n } from './business-in-n8n';
import { until } from './until';

const BOTH_WAYS = 'quickbooks-and-shipstation';
const DOCUMENTS_ENTERED = 12;

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 0, shopifyOrders: 0, days: 3, documents: DOCUMENTS_ENTERED, shipStationCallsPerMinute: 1_000 });
});

afterEach(() => expect(here.business.quickbooks.audit()).toEqual([]));
afterAll(async () => await here?.close());

/** The next execution in which this node ran. */
async function nextOf(node: string, after: number): Promise<Execution> {
	const execution = await here.next(BOTH_WAYS, after);
	return execution.data.resultData.runData[node] ? execution : await nextOf(node, execution.id);
}

test('Execute workflow previews what would be sent, and writes nothing', async () => {
	const { credentials, openedAt, shipstation } = here.business;
	const id = await here.n8n.importWorkflow(fillIn(readTemplate(BOTH_WAYS), { credentials, startDate: openedAt, name: 'Tried by hand' }));
	const tried = await here.n8n.runManually(id, DOCUMENTS, 60_000);
	expect(itemsOf(tried, SEND, 1)).toMatchObject([{ outcome: 'preview' }, { outcome: 'preview' }, { outcome: 'preview' }]);
	expect(shipstation.counters.writes).toBe(0);
});

test('what people entered is sent to the cent, and what has no address waits where a person looks', async () => {
	const { quickbooks, shipstation } = here.business;
	await here.importTemplate(BOTH_WAYS);
	const execution = await nextOf(SEND, 0);
	expect(itemsOf(execution, SEND, 0)).toHaveLength(DOCUMENTS_ENTERED - 1);
	for (const { number, total } of sentOrders(shipstation)) {
		const [document] = quickbooks.company.documents().filter(({ DocNumber }) => DocNumber === number);
		expect([number, total]).toEqual([number, Number(document!.TotalAmt).toFixed(2)]);
	}
	const [lacking] = quickbooks.company.documents().filter(({ ShipAddr, DocNumber }) => DocNumber && !ShipAddr);
	expect(await here.rowsForAPerson()).toMatchObject([
		{
			order: `quickbooks/${quickbooks.realmId}/SalesReceipt-${lacking!.Id}`,
			number: lacking!.DocNumber,
			total: `${Number(lacking!.TotalAmt)} USD`,
			reason: 'address-incomplete',
			message: expect.stringContaining('has no street, no city'),
			remedy: expect.stringContaining("'Shipping to'"),
		},
	]);
});

test('tracking comes back into the same documents; that of one that was voided meanwhile is told to a person', async () => {
	const { quickbooks, shipstation } = here.business;
	const [voided] = quickbooks.company.documents('Invoice').filter(({ Balance, DocNumber }) => DocNumber && Balance !== 0);
	const parcels = packOrders(shipstation);
	shipstation.people.buyLabel(shipstation.account.byNumber(String(voided!.DocNumber)).orderId);
	quickbooks.byHand.void('Invoice', voided!.Id);
	const left = sentOrders(shipstation).filter(({ trackingNumbers, number }) => trackingNumbers.length > 0 && number !== voided!.DocNumber);
	expect([parcels, left.length].every((count) => count > 2)).toBe(true);
	const trackingOf = (number: string) => quickbooks.company.documents().find(({ DocNumber }) => DocNumber === number)?.TrackingNum;
	await until(() => left.every(({ number, trackingNumbers }) => trackingOf(number) === trackingNumbers.join(', ')), 'Bringing the tracking back');

	const rowOfVoided = async () => (await here.rowsForAPerson()).find(({ order }) => order.endsWith(`/Invoice-${voided!.Id}`));
	for (let row = await rowOfVoided(), seen = 0; row === undefined; row = await rowOfVoided()) seen = (await here.next(BOTH_WAYS, seen)).id;
	expect(await rowOfVoided()).toMatchObject({ number: voided!.DocNumber, message: expect.stringMatching(/voided/) });
});

test('both triggers have polled at the same moments, and neither has disturbed the other', async () => {
	const { counters } = here.business.shipstation;
	const polls = counters.byRoute['GET /shipments'] ?? 0;
	await until(() => (counters.byRoute['GET /shipments'] ?? 0) > polls + 3, 'Polling four times more');
	const statuses = (await here.n8n.executions(here.workflow(BOTH_WAYS))).map(({ status }) => status);
	expect(new Set(statuses)).toEqual(new Set(['success']));
});

test("Execute workflow from the other trigger previews tracking, and leaves the books as they are", async () => {
	const { credentials, openedAt, quickbooks } = here.business;
	await here.n8n.deactivate(here.workflow(BOTH_WAYS));
	const id = await here.n8n.importWorkflow(fillIn(readTemplate(BOTH_WAYS), { credentials, startDate: openedAt, name: 'Tried by hand, too' }));
	quickbooks.resetCounters();
	const tried = await here.n8n.runManually(id, SHIPMENTS, 60_000);
	expect(itemsOf(tried, SHIPMENTS).map(({ sample }) => sample)).toEqual([true, true, true]);
	expect(quickbooks.counters.writes).toBe(0);
});

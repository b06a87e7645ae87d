import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import { CredentialVault, runWorkflow, type Run } from '../engine';
import { makeOrder, planFor, SETTINGS } from '../quickbooks/posting-bench';
import { schemasAreThere, tooLong, v1Schemas } from '../shipstation/payload-schemas';
import { line } from '../simulators/quickbooks/simulated-client';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { runningClock } from '../simulators/shops/shop-clock';
import { startShipStation, type ShipStationSimulator } from '../simulators/shipstation';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { quickBooksCredential, shipStationCredential } from '../simulators/stored-credentials';

/** One poll later, for both companies' clocks. */
const LATER = 2_000;

let company: QuickBooksSimulator;
let account: ShipStationSimulator;
beforeEach(async () => {
	pollingMemory.forget();
	company = await startQuickBooks({ limits: 'lifted' });
	account = await startShipStation({ clock: runningClock(), requestsPerMinute: 100_000 });
});
afterEach(async () => {
	await company.close();
	await account.close();
});

const quickBooks = () => quickBooksCredential(company);
const shipStation = () => shipStationCredential(account);

const everyClass = { class: { __rl: true, mode: 'name', value: '' } };
const documents = (parameters: INodeParameters = {}) => new PollingShop(quickBooks(), { syncDirection: 'ordersFromQuickBooks', ...everyClass, ...parameters });
const parcels = () => new PollingShop(shipStation(), { syncDirection: 'shipmentsFromShipStation' });

const SEND = 'QB Order to ShipStation';
const CREATE = 'QuickBooks Create Transaction';
const run = (name: string, input: IDataObject[], parameters: INodeParameters = {}) =>
	runWorkflow({
		nodes: [{ name, type: name === SEND ? new QbOrderToShipStation() : new QuickBooksCreateTransaction(), parameters }],
		vault: new CredentialVault([quickBooks(), shipStation()]),
		input: input as unknown as Run['input'],
	});
const jsonOf = async (trigger: PollingShop): Promise<IDataObject[]> => (await trigger.poll()).map(({ json }) => json);
const later = () => {
	company.clock.advance(LATER);
	account.clock.advance(LATER);
};

const invoice = (changes: object = {}) => ({
	CustomerRef: { value: '2' },
	ShipAddr: { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' },
	Line: [line('7', 2, 24, { TaxCodeRef: { value: 'NON' } }), line('8', 1, 12.5, { TaxCodeRef: { value: 'NON' } })],
	...changes,
});

test('an invoice is shipped in two parcels and has its tracking, once, whatever is run twice or restarted', async () => {
	const [orders, shipments] = [documents(), parcels()];
	expect([await orders.poll(), await shipments.poll()]).toEqual([[], []]);
	later();
	const { Id } = company.byHand.create('Invoice', invoice({ DocNumber: '1042' }));
	const documentItems = await jsonOf(orders);
	for (const output of [0, 1]) expect((await run(SEND, documentItems)).json(SEND, output)).toHaveLength(1);
	// n8n is killed after the poll, and reads again.
	orders.restart();
	expect((await run(SEND, await jsonOf(orders))).json(SEND, 1)).toMatchObject([{ outcome: 'unchanged' }]);
	expect(account.counters.writeLog).toEqual(['create 1042']);

	later();
	const { orderId } = account.account.byNumber('1042');
	account.people.shipInParcels(orderId, [
		{ trackingNumber: 'A1', quantities: { 'TOTE-01': 2 }, shipDate: '2026-03-05' },
		{ trackingNumber: 'A2', quantities: { 'MUG-01': 1 }, shipDate: '2026-03-05' },
	]);
	const shipped = await jsonOf(shipments);
	expect((await run(CREATE, shipped, { operation: 'addTracking' })).json(CREATE, 0)).toMatchObject([{ transaction: { docNumber: '1042', trackingNumber: 'A1, A2', shipDate: '2026-03-05' } }]);
	shipments.restart();
	expect((await run(CREATE, await jsonOf(shipments), { operation: 'addTracking' })).json(CREATE, 1)).toMatchObject([{ outcome: 'unchanged' }]);
	expect(company.company.get('Invoice', Id)).toMatchObject({ TrackingNum: 'A1, A2', TotalAmt: 60.5, SyncToken: '1' });

	// The tracking is a change of the invoice, and no reason to send it again.
	expect((await run(SEND, await jsonOf(orders))).json(SEND, 1)).toMatchObject([{ outcome: 'unchanged', action: 'left' }]);
	expect(account.counters.writeLog).toEqual(['create 1042']);
});

test('a sales order is shipped, its invoice made on the day it left, and nothing ships twice', async () => {
	const orders = documents({ documentTypes: ['Estimate', 'Invoice'] });
	const shipments = parcels();
	await orders.poll();
	await shipments.poll();
	later();
	const estimate = company.byHand.create('Estimate', invoice({ DocNumber: 'SO-1', TxnStatus: 'Accepted' }));
	await run(SEND, await jsonOf(orders), { orderStatus: 'awaitingShipment' });
	later();
	account.people.buyLabel(account.account.byNumber('SO-1').orderId, { trackingNumber: 'B1', shipDate: '2026-03-07' });
	const made = await run(CREATE, await jsonOf(shipments), { operation: 'addTracking', shippedSalesOrders: 'invoice' });
	expect(made.json(CREATE, 0)).toMatchObject([{ action: 'invoiced', transaction: { type: 'Invoice', docNumber: 'SO-1', total: '60.5', trackingNumber: 'B1' } }]);
	expect(company.company.get('Estimate', estimate.Id)).toMatchObject({ TxnStatus: 'Closed' });
	expect(company.company.documents('Invoice')).toMatchObject([{ TxnDate: '2026-03-07' }]);

	later();
	const again = await jsonOf(orders);
	expect(again.map(({ type }) => type).sort()).toEqual(['Estimate', 'Invoice']);
	const sent = await run(SEND, again, { orderStatus: 'awaitingShipment' });
	expect(sent.json(SEND, 0)).toEqual([]);
	expect(account.account.orders).toHaveLength(1);
});

test('an order of a shop that we booked is not sent, unless that is told; then its refund reduces what ships', async () => {
	const orders = documents();
	await orders.poll();
	later();
	const address = { firstName: 'Ana', lastName: 'Tester', line1: '12 Willow Rd', city: 'Bayshore', region: 'CA', postalCode: '94326', country: 'US' };
	const order = makeOrder('1001', { placedAt: new Date().toISOString(), shipTo: address });
	const settings = { ...SETTINGS, products: { type: 'NonInventory' as const } };
	expect((await run(CREATE, [planFor(order, settings) as unknown as IDataObject], { operation: 'post' })).json(CREATE, 0)).toMatchObject([{ outcome: 'posted' }]);
	const items = await jsonOf(orders);
	expect((await run(SEND, items)).json(SEND, 1)).toMatchObject([{ action: 'left', summary: expect.stringContaining('woocommerce') }]);

	const told = { options: { channelOrders: 'send' } };
	expect((await run(SEND, items, told)).json(SEND, 0)).toMatchObject([{ action: 'created' }]);
	later();
	const refunds = [{ id: '9', at: new Date().toISOString(), amount: '10.97', currency: 'USD', lines: [{ lineId: '2', quantity: '1', net: '10.01', tax: '0.96', restocked: true }], payments: [] }];
	const refunded = planFor({ ...order, paymentStatus: 'partiallyRefunded', refunds, totals: { total: '60.74', refunded: '10.97' } }, settings);
	await run(CREATE, [refunded as unknown as IDataObject], { operation: 'post' });
	expect(company.company.documents('RefundReceipt')).toHaveLength(1);
	expect((await run(SEND, await jsonOf(orders), told)).json(SEND, 0)).toMatchObject([{ action: 'updated' }]);
	expect(account.account.byNumber('1001').items.filter(({ adjustment }) => !adjustment)).toMatchObject([{ sku: 'SHIRT-1', quantity: 2 }]);
});

test('a thousand documents cost at most twelve calls to QuickBooks and thirteen to ShipStation, and a second run writes nothing', async () => {
	const orders = documents();
	await orders.poll();
	later();
	for (let count = 0; count < 1_000; count += 1) {
		const { Id } = company.byHand.create('Customer', { DisplayName: `Customer ${count}` });
		company.byHand.create('Invoice', invoice({ CustomerRef: { value: Id }, DocNumber: String(5_000 + count) }));
	}
	company.resetCounters();
	const items = await jsonOf(orders);
	expect(items).toHaveLength(1_000);
	expect(company.counters.calls).toBeLessThanOrEqual(12);
	expect((await run(SEND, items)).json(SEND, 0)).toHaveLength(1_000);
	expect(account.counters.calls).toBeLessThanOrEqual(13);
	account.counters.reset();
	expect((await run(SEND, items)).json(SEND, 1)).toHaveLength(1_000);
	expect(account.counters.writes).toBe(0);
}, 60_000);

(schemasAreThere ? test : test.skip)('whatever went over the wire, updates with what packers typed too, passes the three schemas and the lengths', async () => {
	const orders = documents();
	await orders.poll();
	later();
	const { Id } = company.byHand.create('Invoice', invoice({ DocNumber: '1042' }));
	await run(SEND, await jsonOf(orders), { customs: { countryOfOrigin: 'US' }, tags: [8336] });
	const { orderId } = account.account.byNumber('1042');
	account.people.edit(orderId, { carrierCode: 'ups', serviceCode: 'ups_ground', weight: { value: 12, units: 'ounces' }, dimensions: { length: 7, width: 5, height: 6, units: 'inches' } } as never);
	later();
	company.byHand.edit('Invoice', Id, { CustomerMemo: { value: 'Thank you' } });
	const updated = await run(SEND, await jsonOf(orders), { tags: [8336] });
	expect(updated.json(SEND, 0)).toMatchObject([{ action: 'updated' }]);
	const bodies = account.log.filter(({ path }) => path === '/orders/createorders').flatMap(({ body }) => (typeof body === 'string' ? JSON.parse(body) : body) as OrderToSend[]);
	expect(bodies).toHaveLength(2);
	const schemas = Object.values(v1Schemas());
	expect(bodies.flatMap((body) => [...schemas.flatMap((validate) => validate(body)), ...tooLong(body)])).toEqual([]);
});

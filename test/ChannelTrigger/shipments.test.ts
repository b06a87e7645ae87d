import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import type { ShipStationGateway } from '../../nodes/shipstation/gateway';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { shippedOrderSchema } from '../../nodes/shipstation/shipped-order';
import { documentOf } from '../qb-documents/made-up-records';
import { orderOf } from '../shipstation/planned';
import { AccountAtHand } from '../shipstation/account-at-hand';
import { runningClock } from '../simulators/shops/shop-clock';
import type { ShipStationSimulator } from '../simulators/shipstation';
import { PollingShop } from './polling-shop';
import { shipStationCredential } from '../simulators/stored-credentials';

const SECOND = 1_000;
const HOUR = 3_600_000;

let here: AccountAtHand;
let account: ShipStationSimulator;
let gateway: ShipStationGateway;
beforeEach(async () => {
	pollingMemory.forget();
	here = await AccountAtHand.open({ clock: runningClock() });
	account = here.simulator;
	gateway = here.gateway;
});
afterEach(async () => await account.close());

const trigger = (parameters: INodeParameters = {}) =>
	new PollingShop(shipStationCredential(account), { syncDirection: 'shipmentsFromShipStation', ...parameters });

/** Invoices in ShipStation, as we sent them. @returns ids of their orders */
async function sent(...ids: string[]): Promise<number[]> {
	const orders: OrderToSend[] = ids.map((Id) => orderOf(documentOf({ Id, DocNumber: `10${Id}` })));
	const outcomes = await gateway.sendOrders(orders);
	return outcomes.map((outcome) => (outcome.ok ? outcome.value.orderId : 0));
}

async function activated(): Promise<PollingShop> {
	const polling = trigger();
	expect(await polling.poll()).toEqual([]);
	account.clock.advance(2 * SECOND);
	return polling;
}

const jsonOf = async (polling: PollingShop): Promise<IDataObject[]> => (await polling.poll()).map(({ json }) => json);

test('a label and what was marked as shipped come out once, with tracking, service and day', async () => {
	const polling = await activated();
	const [first, second] = await sent('12', '13');
	account.people.buyLabel(first!, { trackingNumber: '1Z111', carrierCode: 'ups', serviceCode: 'ups_ground', shipDate: '2026-03-05', cost: 7.25 });
	account.people.markAsShipped(second!, { carrierCode: 'FedEx', trackingNumber: '7777', shipDate: '2026-03-06' });
	const items = await jsonOf(polling);
	expect(items).toMatchObject([
		{
			document: 'shippedOrder',
			qbDocument: { type: 'Invoice', id: '12' },
			order: { orderNumber: '1012' },
			parcels: [{ kind: 'label', trackingNumber: '1Z111', service: 'UPS Ground', shipDate: '2026-03-05', cost: '7.25' }],
			complete: true,
			sample: false,
		},
		{ qbDocument: { type: 'Invoice', id: '13' }, parcels: [{ kind: 'fulfillment', trackingNumber: '7777', service: 'FedEx', shipDate: '2026-03-06' }] },
	]);
	for (const item of items) expect(shippedOrderSchema.safeParse(item).error?.issues).toBeUndefined();
	expect(await polling.poll()).toEqual([]);
});

test('two parcels of an order are one item, whether they left together or not', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	account.people.shipInParcels(id!, [
		{ trackingNumber: 'A', quantities: { 'TOTE-01': 2 } },
		{ trackingNumber: 'B', quantities: { 'MUG-01': 1 } },
	]);
	expect(await jsonOf(polling)).toMatchObject([{ parcels: [{ trackingNumber: 'A' }, { trackingNumber: 'B' }] }]);
	account.clock.advance(HOUR);
	account.people.buyLabel(id!, { trackingNumber: 'C' });
	expect(await jsonOf(polling)).toMatchObject([{ parcels: [{ trackingNumber: 'C' }] }]);
});

test('return labels and orders that are not from QuickBooks never come out', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	account.people.buyReturnLabel(id!);
	const { orderId } = account.people.importOrder({ orderNumber: '555', orderDate: '2026-03-01T00:00:00' });
	account.people.buyLabel(orderId);
	expect(await polling.poll()).toEqual([]);
});

test('a label that was voided before anybody looked is told as void, and its successor as sent', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	const wrong = account.people.buyLabel(id!, { trackingNumber: 'WRONG' });
	account.people.voidLabel(wrong.shipmentId);
	account.people.buyLabel(id!, { trackingNumber: 'RIGHT' });
	expect(await jsonOf(polling)).toMatchObject([{ parcels: [{ trackingNumber: 'RIGHT' }], voidedNumbers: ['WRONG'] }]);
});

test('a label that is voided after it was told comes again as void', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	const label = account.people.buyLabel(id!, { trackingNumber: 'WRONG' });
	await polling.poll();
	account.people.voidLabel(label.shipmentId);
	expect(await jsonOf(polling)).toMatchObject([{ parcels: [], voidedNumbers: ['WRONG'], complete: false }]);
});

test('labels without a key are known by their order', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	account.people.buyLabel(id!, { withoutKey: true, trackingNumber: 'A' });
	expect(await jsonOf(polling)).toMatchObject([{ qbDocument: { id: '12' }, parcels: [{ trackingNumber: 'A' }] }]);
});

test('orders that were merged have their own parcels: each document gets those with its goods', async () => {
	const polling = await activated();
	const [first, second] = await sent('12', '13');
	account.people.merge(first!, [second!]);
	account.people.buyLabel(first!, { trackingNumber: 'BOTH' });
	expect((await jsonOf(polling)).map(({ qbDocument, parcels }) => [(qbDocument as IDataObject).id, parcels])).toEqual([
		['12', [expect.objectContaining({ trackingNumber: 'BOTH' })]],
		['13', [expect.objectContaining({ trackingNumber: 'BOTH' })]],
	]);
});

test('a split order is complete when all its parts have left', async () => {
	const polling = await activated();
	const [id] = await sent('12');
	const part = account.people.split(id!, { 'MUG-01': 1 });
	account.people.buyLabel(part.orderId, { trackingNumber: 'A' });
	expect(await jsonOf(polling)).toMatchObject([{ qbDocument: { id: '12' }, complete: false }]);
	account.clock.advance(HOUR);
	account.people.buyLabel(id!, { trackingNumber: 'B' });
	expect(await jsonOf(polling)).toMatchObject([{ qbDocument: { id: '12' }, complete: true }]);
});

test('a batch that was lost with the process is read again at the next start; nothing of before the activation is', async () => {
	const [old] = await sent('11');
	account.people.buyLabel(old!);
	account.clock.advance(2 * SECOND);
	// The account's clock runs ahead by now, so the activation is put behind the old label.
	const startDate = new Date(account.clock.now()).toISOString();
	const polling = trigger({ options: { startDate } });
	await polling.poll();
	account.clock.advance(2 * SECOND);
	const [id] = await sent('12');
	account.people.buyLabel(id!, { trackingNumber: 'A' });
	expect(await jsonOf(polling)).toHaveLength(1);
	polling.restart();
	expect(await jsonOf(polling)).toMatchObject([{ qbDocument: { id: '12' } }]);
});

test('a poll costs two calls when nothing was shipped, and few more for a hundred parcels', async () => {
	const polling = await activated();
	account.counters.reset();
	await polling.poll();
	expect(account.counters.calls).toBe(2);
	const ids = await sent(...Array.from({ length: 100 }, (_, index) => String(100 + index)));
	for (const id of ids) account.people.markAsShipped(id, { carrierCode: 'USPS', trackingNumber: `T${id}` });
	account.counters.reset();
	expect(await polling.poll()).toHaveLength(100);
	expect(account.counters.calls).toBeLessThanOrEqual(3);
});

test('the test step shows what was shipped last, as samples', async () => {
	const [id] = await sent('12');
	account.people.buyLabel(id!);
	const polling = trigger();
	expect((await polling.poll('manual')).map(({ json }) => [json.document, json.sample])).toEqual([['shippedOrder', true]]);
	expect(polling.remembers).toBe(false);
});

test('a key that has run out stops the poll with what to do', async () => {
	account.switches.keyExpired = true;
	await expect(trigger().poll()).rejects.toMatchObject({ message: expect.stringContaining('key'), description: expect.stringContaining('Make a new API V1 key') });
});

test("the direction asks for ShipStation's credential alone, and in few parameters", () => {
	const { description } = new ChannelTrigger();
	for (const before of [{}, { channel: 'shopify' }, { channel: 'shipstation' }]) {
		const choices = { ...before, syncDirection: 'shipmentsFromShipStation' };
		const parameters = NodeHelpers.getNodeParameters(description.properties, choices, true, false, null, description) ?? {};
		const isShown = (described: { displayOptions?: object }) => NodeHelpers.displayParameter(parameters, described as never, null, description);
		expect(description.properties.filter(isShown).map(({ displayName }) => displayName)).toEqual(['Sync Direction', 'Channel', 'Options']);
		expect((description.credentials ?? []).filter(isShown).map(({ name }) => name)).toEqual(['orderSyncShipStationApi']);
	}
});

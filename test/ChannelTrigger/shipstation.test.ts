import type { INodeParameters } from 'n8n-workflow';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { saleFacts } from '../../nodes/order/facts';
import type { Order } from '../../nodes/order/order';
import { CredentialVault, loadOptionsContext, workflowOf } from '../engine';
import { AMAZON_STORE, MANUAL_STORE, startShipStation, WOO_STORE, type ImportedOrder, type ShipStationSimulator } from '../simulators/shipstation';
import { PollingShop } from './polling-shop';
import { shipStationCredential } from '../simulators/stored-credentials';

let account: ShipStationSimulator;

beforeEach(async () => {
	pollingMemory.forget();
	account = await startShipStation({ requestsPerMinute: 1_000 });
});
afterEach(async () => await account.close());

const credential = () => shipStationCredential(account);

const trigger = (parameters: INodeParameters = {}) => new PollingShop(credential(), { channel: 'shipstation', shipstationCurrency: 'usd', ...parameters });

/** A connected shop's customer orders and pays, now. */
function sell(orderNumber: string, change: Partial<ImportedOrder> = {}): number {
	account.clock.advance(2_000);
	const now = account.account.now();
	const items = [{ sku: 'LAMP', name: 'Lamp', quantity: 1, unitPrice: 40 }];
	return account.people.importOrder({ orderNumber, orderDate: now, storeId: WOO_STORE, items, rest: { amountPaid: 40, paymentDate: now }, ...change }).orderId;
}

test('orders of connected stores come out once, in the currency of the account', async () => {
	const polling = trigger();
	expect(await polling.poll()).toEqual([]);
	const ids = [sell('1001'), sell('1002')];
	const items = await polling.poll();
	expect(items.map(({ json }) => json)).toMatchObject(
		ids.map((id) => ({ channel: 'shipstation', id: String(id), currency: 'USD', paymentStatus: 'paid', storeTimeZone: 'America/New_York', sourceName: 'WooCommerce' })),
	);
	expect(await polling.poll()).toEqual([]);
	account.clock.advance(2_000);
	account.people.edit(ids[0]!, { amountPaid: 50 });
	expect(await polling.pollIds()).toEqual([String(ids[0])]);
});

test('an order that a packer has touched comes again, and is the same sale to the books', async () => {
	const polling = trigger();
	await polling.poll();
	const id = sell('1001');
	const [sold] = await polling.poll();
	account.clock.advance(2_000);
	account.people.edit(id, { internalNotes: 'second shelf', weight: { value: 2, units: 'pounds' } });
	account.people.buyLabel(id);
	const [shipped] = await polling.poll();
	expect([sold?.json.status, shipped?.json.status]).toEqual(['open', 'completed']);
	expect(saleFacts(shipped?.json as unknown as Order)).toBe(saleFacts(sold?.json as unknown as Order));
});

test('an order of this very day that knows only its day is not taken for an older one', async () => {
	const polling = trigger();
	await polling.poll();
	const today = account.account.now().slice(0, 10);
	const id = sell('1001', { orderDate: `${today}T00:00:00` });
	sell('0999', { orderDate: '2026-01-02T00:00:00' });
	expect(await polling.pollIds()).toEqual([String(id)]);
});

test('what was sent from QuickBooks never comes back', async () => {
	const polling = trigger();
	await polling.poll();
	sell('INV-1', { orderKey: 'qbo-9130-Invoice-7', storeId: MANUAL_STORE });
	expect(await polling.poll()).toEqual([]);
});

test('only the stores that were chosen', async () => {
	const polling = trigger({ shipstationStores: [String(AMAZON_STORE)], shipstationMarketplaceTax: 'marketplace' });
	await polling.poll();
	sell('1001');
	const id = sell('113-1', { storeId: AMAZON_STORE, rest: { amountPaid: 43, taxAmount: 3, paymentDate: account.account.now() } });
	const items = await polling.poll();
	expect(items.map(({ json }) => json)).toMatchObject([{ id: String(id), totals: { total: '40.00' }, taxes: [{ remittedBy: 'marketplace' }] }]);
});

test('a poll with nothing new takes three calls', async () => {
	const polling = trigger();
	await polling.poll();
	sell('1001');
	await polling.poll();
	account.counters.reset();
	await polling.poll();
	expect(account.counters.calls).toBeLessThanOrEqual(3);
});

test.each([
	['', "'Account Currency' is empty"],
	['dollars', "'Account Currency' is 'DOLLARS'"],
])("a currency of '%s' is asked for by name", async (shipstationCurrency, said) => {
	await expect(trigger({ shipstationCurrency }).poll()).rejects.toThrow(said);
});

test('an expired key and a plan without API V1 stop the poll in words, and nothing is remembered as read', async () => {
	account.switches.keyExpired = true;
	const polling = trigger();
	await expect(polling.poll()).rejects.toThrow('ShipStation does not accept this key and secret');
	account.switches.keyExpired = false;
	account.switches.planWithoutV1 = true;
	await expect(polling.poll()).rejects.toThrow('API V1');
	account.switches.planWithoutV1 = false;
	await polling.poll();
	const id = sell('1001');
	expect(await polling.pollIds()).toEqual([String(id)]);
});

test('the test step shows the newest orders, and the editor lists the stores', async () => {
	sell('1001');
	expect((await trigger().poll('manual')).map(({ json }) => [json.number, json.sample])).toEqual([['1001', true]]);
	const node = new ChannelTrigger();
	const vault = new CredentialVault([credential()]);
	const workflow = workflowOf({ nodes: [{ name: 'Channel Trigger', type: node, parameters: { channel: 'shipstation' } }], vault });
	const stores = await node.methods.loadOptions.getShipStationStores.call(loadOptionsContext(workflow, 'Channel Trigger', vault));
	expect(stores).toEqual([
		{ name: 'Manual Orders (ShipStation)', value: String(MANUAL_STORE) },
		{ name: 'Web Shop (WooCommerce)', value: String(WOO_STORE) },
		{ name: 'Amazon (Amazon)', value: String(AMAZON_STORE) },
	]);
});

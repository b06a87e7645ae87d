import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { loadOptionsContext, workflowOf } from '../engine';
import { line } from '../simulators/quickbooks/simulated-client';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity, Json } from '../simulators/quickbooks/wire-values';
import { PollingShop } from './polling-shop';
import { quickBooksCredential } from '../simulators/stored-credentials';

const HOUR = 60 * 60_000;
const SECOND = 1_000;
const CLASS = { ClassRef: { value: '200000000002' } };

let company: QuickBooksSimulator;
beforeEach(async () => {
	pollingMemory.forget();
	company = await startQuickBooks();
});
afterEach(async () => await company.close());

/** A person enters a document of one tote, of the class that is to be shipped. */
function enter(type = 'Invoice', changes: Json = {}): Entity {
	company.clock.advance(2 * SECOND);
	return company.byHand.create(type, {
		CustomerRef: { value: '2' },
		ShipAddr: { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' },
		Line: [line('7', 1, 24, { TaxCodeRef: { value: 'NON' } })],
		...CLASS,
		...changes,
	});
}

const credential = () => quickBooksCredential(company);

const trigger = (parameters: INodeParameters = {}) => new PollingShop(credential(), { syncDirection: 'ordersFromQuickBooks', ...parameters });

/** A trigger that was switched on now, after an invoice of long ago. */
async function activated(parameters: INodeParameters = {}): Promise<PollingShop> {
	company.clock.advance(-48 * HOUR);
	enter();
	company.clock.advance(48 * HOUR - 2 * SECOND);
	const polling = trigger(parameters);
	expect(await polling.poll()).toEqual([]);
	return polling;
}

test('documents made after activation come out once, changed ones again, and older ones never', async () => {
	const polling = await activated();
	const [invoice, receipt] = [enter(), enter('SalesReceipt')];
	const items = await polling.poll();
	expect(items.map(({ json }) => json)).toMatchObject([
		{ document: 'qbDocument', type: 'Invoice', id: invoice.Id, sample: false, class: { name: 'ShipStation' }, customer: { email: 'amelia@example.com' } },
		{ document: 'qbDocument', type: 'SalesReceipt', id: receipt.Id, lines: [{ sku: 'TOTE-01' }] },
	]);
	expect(await polling.poll()).toEqual([]);

	company.clock.advance(2 * SECOND);
	company.byHand.edit('Invoice', invoice.Id, { CustomerMemo: { value: 'Thank you' } });
	company.byHand.edit('Invoice', '1', { CustomerMemo: { value: 'Thank you' } });
	expect(await polling.pollIds()).toEqual([invoice.Id]);
});

test('a batch that was lost with the process is read again at the next start', async () => {
	const polling = await activated();
	const { Id } = enter();
	expect(await polling.pollIds()).toEqual([Id]);
	polling.restart();
	expect(await polling.pollIds()).toEqual([Id]);
	expect(await polling.poll()).toEqual([]);
});

test('a voided and a deleted document come out, whatever the filters say of it', async () => {
	const polling = await activated({ documentFilters: { paidOnly: true, withShippingAddress: true } });
	const [voided, deleted] = [enter('SalesReceipt'), enter('SalesReceipt')];
	await polling.poll();
	company.clock.advance(2 * SECOND);
	company.byHand.void('SalesReceipt', voided.Id);
	company.byHand.delete('SalesReceipt', deleted.Id);
	expect((await polling.poll()).map(({ json }) => [json.id, json.status])).toEqual([
		[voided.Id, 'voided'],
		[deleted.Id, 'deleted'],
	]);
});

describe('only documents', () => {
	test('of the class ShipStation, when nothing else is said; of every class when it is emptied', async () => {
		const polling = await activated();
		const other = enter('Invoice', { ClassRef: { value: '200000000001' } });
		const none = enter('Invoice', { ClassRef: undefined });
		const chosen = enter();
		expect(await polling.pollIds()).toEqual([chosen.Id]);
		const every = trigger({ class: { __rl: true, mode: 'name', value: '' }, options: { startDate: new Date(Date.now() - 1000).toISOString() } });
		expect((await every.pollIds()).sort()).toEqual([other.Id, none.Id, chosen.Id].sort());
	});

	test.each([
		[{ documentTypes: ['Estimate'] }, () => enter('Estimate', { TxnStatus: 'Accepted' })],
		[{ documentFilters: { paidOnly: true } }, () => enter('SalesReceipt')],
		[{ documentFilters: { withShippingAddress: true } }, () => enter('Invoice', { DocNumber: 'with' })],
		[{ documentFilters: { location: { __rl: true, mode: 'name', value: 'warehouse' } } }, () => enter('Invoice', { DepartmentRef: { value: '2' } })],
		[
			{ documentFilters: { customFieldName: 'Sales Rep', customFieldValue: 'shipstation' } },
			() => enter('Invoice', { CustomField: [{ DefinitionId: '1', StringValue: 'ShipStation' }] }),
		],
		[{ documentFilters: { notShippedYet: true } }, () => enter('Invoice', { DocNumber: 'fresh' })],
	] as Array<[INodeParameters, () => Entity]>)('that pass %j', async (parameters, passing) => {
		const polling = await activated(parameters);
		enter('Invoice', { ShipAddr: undefined, TrackingNum: '1Z999' });
		const { Id } = passing();
		expect(await polling.pollIds()).toEqual([Id]);
	});
});

test('an unpaid invoice comes out when it is paid, where only paid ones are wanted', async () => {
	const polling = await activated({ documentFilters: { paidOnly: true } });
	const { Id } = enter();
	expect(await polling.poll()).toEqual([]);
	company.clock.advance(2 * SECOND);
	company.byHand.create('Payment', { CustomerRef: { value: '2' }, TotalAmt: 24, Line: [{ Amount: 24, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }] });
	expect(await polling.pollIds()).toEqual([Id]);
});

test('the test step shows the newest three as samples and leaves no trace', async () => {
	const ids = Array.from({ length: 4 }, () => enter().Id);
	const polling = trigger();
	const items = await polling.poll('manual');
	expect(items.map(({ json }) => [json.id, json.sample])).toEqual(ids.slice(-3).reverse().map((id) => [id, true]));
	expect(polling.remembers).toBe(false);
});

test('a company without a document to show says what to do', async () => {
	await expect(trigger().poll('manual')).rejects.toMatchObject({ message: expect.stringContaining("'Class'"), description: expect.stringContaining('Enter a test document') });
});

test.each([
	[{ documentTypes: [] }, "'Documents' is empty"],
	[{ documentFilters: { customFieldValue: 'x' } }, "'Custom Field Name' is empty"],
	[{ options: { startDate: 'soon' } }, "'Start Date' is 'soon', which is not a date"],
])('%j is told by name', async (parameters, message) => {
	await expect(trigger(parameters as INodeParameters).poll()).rejects.toMatchObject({ message: expect.stringContaining(message) });
});

test('the lists of classes and locations come from the company', async () => {
	const node = new ChannelTrigger();
	const polling = trigger();
	const workflow = workflowOf({ nodes: [{ name: 'Channel Trigger', type: node, parameters: { syncDirection: 'ordersFromQuickBooks' } }], vault: polling.vault });
	const context = loadOptionsContext(workflow, 'Channel Trigger', polling.vault);
	expect((await node.methods.listSearch.searchClasses.call(context, 'ship')).results).toEqual([{ name: 'ShipStation', value: 'ShipStation' }]);
	expect((await node.methods.listSearch.searchLocations.call(context)).results.map(({ name }) => name)).toEqual(['Online', 'Warehouse']);
});

describe('in the editor', () => {
	const { description, methods } = new ChannelTrigger();

	function shown(choices: INodeParameters) {
		const parameters = NodeHelpers.getNodeParameters(description.properties, choices, true, false, null, description) ?? {};
		const isShown = (described: { displayOptions?: object }) => NodeHelpers.displayParameter(parameters, described as never, null, description);
		return {
			parameters: description.properties.filter(isShown).map(({ displayName }) => displayName),
			credentials: (description.credentials ?? []).filter(isShown).map(({ name }) => name),
		};
	}

	test("the direction has its own parameters in the wizard's order, and QuickBooks' credential alone", () => {
		expect(shown({ syncDirection: 'ordersFromQuickBooks' })).toEqual({
			parameters: ['Sync Direction', 'Channel', 'Documents', 'Class', 'Filters', 'Document Updates', 'Options'],
			credentials: ['orderSyncQuickBooksOAuth2Api'],
		});
		// What was chosen for another direction before is not asked for.
		expect(shown({ syncDirection: 'ordersFromQuickBooks', channel: 'shopify', shopifyAuthentication: 'accessToken' }).credentials).toEqual(['orderSyncQuickBooksOAuth2Api']);
	});

	test('channels that cannot be shipped from are not offered, and the field says why', () => {
		const channel = description.properties.find(({ name }) => name === 'shippingChannel');
		expect(channel?.options).toMatchObject([{ name: 'ShipStation' }]);
		expect(channel?.hint).toContain('Shopify and WooCommerce');
	});

	test('every list that a parameter names is there', () => {
		const asked = JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g);
		expect([...asked].map(([, method]) => method).sort()).toEqual(Object.keys(methods?.listSearch ?? {}).sort());
	});
});

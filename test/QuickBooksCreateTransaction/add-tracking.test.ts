import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { CredentialVault, loadOptionsContext, runWorkflow, workflowOf, type Run } from '../engine';
import { makeOrder, planFor } from '../quickbooks/posting-bench';
import { line } from '../simulators/quickbooks/simulated-client';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { quickBooksCredential } from '../simulators/stored-credentials';

const NODE = 'QuickBooks Create Transaction';

let company: QuickBooksSimulator;
beforeEach(async () => {
	company = await startQuickBooks();
});
afterEach(async () => await company.close());

const vault = (accessToken = company.tokens.issue().accessToken) =>
	new CredentialVault([quickBooksCredential(company, { accessToken })]);

const run = (input: unknown[], parameters: INodeParameters = {}, more: { onError?: 'continueRegularOutput'; token?: string } = {}) =>
	runWorkflow({
		nodes: [{ name: NODE, type: new QuickBooksCreateTransaction(), parameters: { operation: 'addTracking', ...parameters }, ...(more.onError ? { onError: more.onError } : {}) }],
		vault: vault(more.token),
		input: input as Run['input'],
	});

function shipped(trackingNumber = '1Z111') {
	const { Id } = company.byHand.create('Invoice', { CustomerRef: { value: '2' }, Line: [line('7', 1, 24, { TaxCodeRef: { value: 'NON' } })] });
	return { document: 'shippedOrder', qbDocument: { realmId: company.realmId, type: 'Invoice', id: Id }, parcels: [{ trackingNumber, shipDate: '2026-03-05' }] };
}

test('gives out what was written, what stands and what needs a person, each paired with its item', async () => {
	const order = shipped();
	const plan = planFor(makeOrder('1'));
	const period = {
		...{ document: 'period', schemaVersion: 1, channel: 'x', accountId: 'x', orders: 0, unreadable: 0, complete: true },
		...{ from: '2026-03-01T05:00:00Z', to: '2026-03-02T05:00:00Z', firstDay: '2026-03-01', lastDay: '2026-03-01' },
	};
	const first = await run([order, plan, { document: 'shippedOrder' }, period, { name: 'nothing' }]);
	expect(first.error).toBeUndefined();
	expect(first.items(NODE, 0)).toMatchObject([{ json: { document: 'tracking', outcome: 'posted', transaction: { trackingNumber: '1Z111' } }, pairedItem: { item: 0 } }]);
	expect(first.items(NODE, 2).map(({ json, pairedItem }) => [(json.attention as { reason: string }).reason, pairedItem])).toEqual([
		['not-a-shipped-order', { item: 1 }],
		['not-a-shipped-order', { item: 2 }],
		['not-a-plan', { item: 4 }],
	]);
	expect(first.items(NODE, 1)).toMatchObject([{ json: { document: 'period' } }]);
	expect(first.customData).toMatchObject({ quickbooks_posted: '1', quickbooks_needs_attention: '3' });
	expect((await run([order])).json(NODE, 1)).toMatchObject([{ outcome: 'unchanged' }]);
	expect(company.company.documents('SalesReceipt')).toEqual([]);
});

test('a shipped order is no plan to the other operations, and says what to choose', async () => {
	const posted = await run([shipped()], { operation: 'post' });
	expect(posted.json(NODE, 2)).toMatchObject([{ attention: { message: expect.stringContaining('a shipped order'), remedy: expect.stringContaining('Add Tracking') } }]);
});

test('On Error: Continue never passes a shipped order on as written that was not', async () => {
	company.tokens.revoke();
	const failed = await run([shipped()], {}, { onError: 'continueRegularOutput', token: 'not-a-token' });
	expect(failed.items(NODE, 0)).toEqual([]);
	expect(failed.json(NODE, 2)).toMatchObject([{ document: 'tracking', outcome: 'needsAttention', qbDocument: { type: 'Invoice' } }]);
});

test('a cost item that does not exist stops the run by name', async () => {
	const order = { ...shipped(), parcels: [{ kind: 'label', id: 7, trackingNumber: 'A', cost: '5.00' }] };
	const stopped = await run([order], { shippingCost: 'addLine', shippingCostItem: { __rl: true, mode: 'name', value: 'Freight' } });
	expect(stopped.error?.message).toContain("'Shipping Cost Item' names 'Freight'");
	const added = await run([order], { shippingCost: 'addLine', shippingCostItem: { __rl: true, mode: 'id', value: '3' } });
	expect(added.json(NODE, 0)).toMatchObject([{ transaction: { total: '29', trackingNumber: 'A' } }]);
});

test('the editor shows what the operation needs, and the list of products', async () => {
	const { description, methods } = new QuickBooksCreateTransaction();
	const choices = { operation: 'addTracking', shippingCost: 'addLine' };
	const parameters = NodeHelpers.getNodeParameters(description.properties, choices, true, false, null, description) ?? {};
	const shown = description.properties.filter((property) => NodeHelpers.displayParameter(parameters, property, null, description));
	expect(shown.map(({ displayName }) => displayName)).toEqual(['Operation', 'Sales Orders That Shipped', 'Shipping Cost', 'Shipping Cost Item', 'Options']);
	const workflow = workflowOf({ nodes: [{ name: NODE, type: new QuickBooksCreateTransaction(), parameters: choices }], vault: vault() });
	const { results } = await methods.listSearch.searchProducts.call(loadOptionsContext(workflow, NODE, vault()), 'ship');
	expect(results).toEqual([{ name: 'Shipping (SHIPPING)', value: '3' }]);
});

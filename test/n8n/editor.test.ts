import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { name as packageName } from '../../package.json';
import type { Editor } from '../../demo/n8n/editor';
import { CREATE, DOCUMENTS, MAP, readTemplate, SEND, SHIPMENTS, TEMPLATES, TRIGGER } from '../../demo/templates';
import { startShipStation } from '../simulators/shipstation';
import { BusinessInN8n, OUT } from './business-in-n8n';
import { nodesUnderNotes } from './sticky-notes';

/** A node, and labels that its panel shows in this order. */
type Panel = [node: string, wizard: string[]];

let here: BusinessInN8n;
let types: INodeTypeDescription[];

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 10, shopifyOrders: 10, days: 5 });
	for (const template of TEMPLATES) await here.importTemplate(template, false);
	types = await here.n8n.api.nodeTypes();
});

afterAll(async () => await here?.close());

describe.each(TEMPLATES)('the template %s', (template) => {
	const { nodes, connections } = readTemplate(template);

	test('names node types and versions that n8n has, ours as those of a community package', () => {
		const ours = nodes.map(({ type }) => type).filter((type) => !type.startsWith('n8n-nodes-base.'));
		expect(ours.length).toBeGreaterThan(0);
		expect(ours.filter((type) => !type.startsWith(`${packageName}.`))).toEqual([]);
		for (const { type, typeVersion } of nodes) expect([type, typeVersion, versionsOf(type)]).toEqual([type, typeVersion, expect.arrayContaining([typeVersion])]);
	});

	test('sets only parameters that its nodes have', () => {
		for (const { name, type, typeVersion, parameters } of nodes) {
			const properties = propertiesOf(type, typeVersion);
			const known = new Set(properties.map((property) => property.name));
			// One collection may be declared several times, for what other parameters say.
			const collections = new Set(properties.filter((property) => property.type === 'collection').map((property) => property.name));
			const optionsOf = (collection: string) =>
				properties.filter((property) => property.name === collection).flatMap((property) => property.options ?? []);
			const unknown = [
				...Object.keys(parameters).filter((parameter) => !known.has(parameter)),
				...[...collections].flatMap((collection) => {
					const knownOptions = new Set(optionsOf(collection).map((option) => option.name));
					return Object.keys((parameters[collection] as object) ?? {}).filter((option) => !knownOptions.has(option));
				}),
			];
			expect([name, unknown]).toEqual([name, []]);
		}
	});

	test('carries no credential and joins only nodes that it has', () => {
		expect(nodes.filter(({ credentials }) => credentials !== undefined)).toEqual([]);
		const names = new Set(nodes.map(({ name }) => name));
		const joined = Object.entries(connections).flatMap(([from, { main = [] }]) => [from, ...main.flatMap((to) => to ?? []).map(({ node }) => node)]);
		expect(joined.length).toBeGreaterThan(3);
		expect(joined.filter((name) => !names.has(name))).toEqual([]);
	});

	test('has no note over a node or another note', () => {
		expect(nodesUnderNotes(nodes)).toEqual([]);
	});
});

test('the credentials of both shops and of ShipStation are tested well, and one with a wrong secret is not', async () => {
	const shops = here.business.credentials.filter(({ type }) => !type.includes('QuickBooks'));
	expect(shops).toHaveLength(3);
	for (const shop of shops) expect([shop.type, await here.n8n.testCredential(shop)]).toEqual([shop.type, expect.objectContaining({ status: 'OK' })]);
	const { type, data } = shops.find((shop) => shop.type === 'orderSyncWooCommerceApi')!;
	const wrong = await here.n8n.createCredential({ name: 'Wrong', type, data: { ...data, consumerSecret: 'cs_wrong' } as never });
	expect(await here.n8n.testCredential({ ...wrong, type })).toMatchObject({ status: 'Error' });
});

test("ShipStation's credential is tested well, and says when its key has run out or the plan has no API V1", async () => {
	const account = await startShipStation();
	try {
		const type = 'orderSyncShipStationApi';
		const made = await here.n8n.createCredential({ name: 'ShipStation', type, data: { baseUrl: `${account.url}/`, ...account.key } as never });
		const said = async () => await here.n8n.testCredential({ ...made, type });
		expect(await said()).toMatchObject({ status: 'OK' });
		account.switches.keyExpired = true;
		expect(await said()).toMatchObject({ status: 'Error', message: expect.stringContaining('Keys run out') });
		Object.assign(account.switches, { keyExpired: false, planWithoutV1: true });
		expect(await said()).toMatchObject({ status: 'Error', message: expect.stringContaining('no access to API V1') });
	} finally {
		await account.close();
	}
});

test.each([
	['depositAccount', 'searchDepositAccounts', /^Undeposited Funds/, 'Sales of Product Income'],
	['incomeAccount', 'searchIncomeAccounts', /Income/, 'Undeposited Funds'],
	['discountAccount', 'searchDiscountAccounts', /^Discounts given/i, 'Undeposited Funds'],
])('From List of %s offers what fits, the usual choice first', async (parameter, method, first, never) => {
	const found = await here.n8n.searchList({ ...mapsLists(), path: `parameters.${parameter}`, method });
	expect(found.results[0]?.name).toMatch(first);
	expect(found.results.map(({ name }) => name).join()).not.toContain(never);
});

test('From List searches by what is typed', async () => {
	const list = { ...mapsLists(), path: 'parameters.depositAccount', method: 'searchDepositAccounts' };
	const found = await here.n8n.searchList(list, 'undep');
	expect(found.results.map(({ name }) => name)).toEqual([expect.stringContaining('Undeposited Funds')]);
});

describe('the editor', () => {
	let editor: Editor;

	beforeAll(async () => {
		editor = await here.n8n.openEditor();
	});

	afterAll(async () => await editor?.close());

	const receipts: Panel[] = [
		[TRIGGER, ['Sync Direction', 'Channel', 'Which Orders', 'Order Statuses', 'Paid Only', 'Filters', 'Order Updates', 'Options']],
		[MAP, ['Transaction Type', 'Unpaid Orders', 'Deposit Account', 'Income Account', 'Customers', 'Customer', 'When a Product Is Missing']],
		[CREATE, ['Operation', 'When an Order Changed', 'Options']],
	];
	const invoices: Panel[] = [
		[TRIGGER, ['Sync Direction', 'Channel', 'Authentication', 'API Version', 'Which Orders', 'Order Statuses', 'Paid Only', 'Filters']],
		[MAP, ['Transaction Type', 'Income Account', 'Customers', 'When a Product Is Missing', 'Doc Number Prefix', 'Account Options', 'Document Options']],
	];

	const shipping: Panel[] = [
		[DOCUMENTS, ['Sync Direction', 'Channel', 'Documents', 'Class', 'Filters', 'Document Updates', 'Options']],
		[SEND, ['Operation', 'Store', 'Order Status', 'Sales Orders', 'Bundles', 'Services', 'Incomplete Addresses', 'Requested Service']],
		[SHIPMENTS, ['Sync Direction', 'Channel', 'Options']],
		[CREATE, ['Operation', 'Sales Orders That Shipped', 'Shipping Cost', 'Options']],
	];

	test.each([
		['woocommerce-to-sales-receipts', receipts],
		['shopify-to-invoices', invoices],
		['quickbooks-and-shipstation', shipping],
	] as const)('shows the canvas of %s, and its panels ask in the order of the wizard', async (template, panels) => {
		const names = await editor.openWorkflow(here.workflow(template));
		await editor.screenshot(path.join(OUT, `${template}.png`));
		expect(names).toEqual(expect.arrayContaining([...panels.map(([node]) => node), 'Needs Attention', 'Keep for a Person']));
		for (const [node, wizard] of panels) {
			const labels = await editor.openNode(node);
			await editor.screenshot(path.join(OUT, `${template}, ${node}.png`));
			expect(labels.filter((label) => wizard.includes(label))).toEqual(wizard);
			await editor.closeNode();
		}
	});

	test('had nothing to complain about in the console', () => {
		// n8n asks every node for a preview of its output, and takes 404 for "it has none".
		expect(editor.consoleErrors.filter((error) => !error.includes('/schemas/'))).toEqual([]);
	});
});

function mapsLists() {
	const { id, name, type } = here.business.credentials.find(({ type }) => type === 'orderSyncQuickBooksOAuth2Api')!;
	return { nodeType: `${packageName}.mapOrderToQbTransaction`, credentials: { [type]: { id, name } } };
}

const descriptionsOf = (type: string): INodeTypeDescription[] => types.filter(({ name }) => name === type);
const versionsOf = (type: string): number[] => descriptionsOf(type).flatMap(({ version }) => version);

/** The parameters of one version of a node; a name occurs again for each operation that has its own. */
function propertiesOf(type: string, version: number): INodeProperties[] {
	return descriptionsOf(type).find((found) => [found.version].flat().includes(version))?.properties ?? [];
}

import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { CredentialVault, loadOptionsContext, runWorkflow, workflowOf, type Run } from '../engine';
import { documentOf } from '../qb-documents/made-up-records';
import { MANUAL_STORE, startShipStation, WOO_STORE, type ShipStationSimulator } from '../simulators/shipstation';
import { shipStationCredential } from '../simulators/stored-credentials';

const NODE = 'QB Order to ShipStation';

let account: ShipStationSimulator;
beforeEach(async () => {
	account = await startShipStation();
});
afterEach(async () => await account.close());

const vault = (key: Partial<ShipStationSimulator['key']> = {}) =>
	new CredentialVault([shipStationCredential(account, key)]);

const send = (input: unknown[], parameters: INodeParameters = {}, more: { onError?: 'continueRegularOutput'; key?: Partial<ShipStationSimulator['key']> } = {}) =>
	runWorkflow({
		nodes: [{ name: NODE, type: new QbOrderToShipStation(), parameters, ...(more.onError ? { onError: more.onError } : {}) }],
		vault: vault(more.key),
		input: input as Run['input'],
	});

test('gives out what was sent, what stands and what needs a person, each paired with its item', async () => {
	const documents = [documentOf(), { name: 'no document' }, documentOf({ Id: '13', DocNumber: '1043' }), documentOf({ Id: '14', ShipAddr: { Line1: 'Somewhere' } })];
	const run = await send(documents);
	expect(run.error).toBeUndefined();
	expect(run.items(NODE, 0).map(({ json, pairedItem }) => [(json.qbDocument as { id: string }).id, pairedItem])).toEqual([
		['12', { item: 0 }],
		['13', { item: 2 }],
	]);
	expect(run.json(NODE, 2)).toMatchObject([{ attention: { reason: 'not-a-document' }, item: { name: 'no document' } }, { attention: { reason: 'address-incomplete' } }]);
	expect(run.json(NODE, 2).every((json) => !('error' in json))).toBe(true);
	expect(run.customData).toMatchObject({ shipstation_sent: '2', shipstation_unchanged: '0', shipstation_needs_attention: '2', shipstation_calls: '2' });

	const again = await send(documents.slice(0, 1));
	expect(again.json(NODE, 1)).toMatchObject([{ outcome: 'unchanged', document: 'sending' }]);
	expect(account.counters.writeLog).toEqual(['create 1042', 'create 1043']);
});

test('a preview writes nothing and leaves by Unchanged', async () => {
	const run = await send([documentOf()], { operation: 'preview' });
	expect(run.json(NODE, 1)).toMatchObject([{ outcome: 'preview', payload: { orderNumber: '1042' } }]);
	expect(account.counters.writes).toBe(0);
});

test('a sample of the test step is only previewed, unless that is told', async () => {
	expect((await send([{ ...documentOf(), sample: true }])).json(NODE, 1)).toMatchObject([{ outcome: 'preview' }]);
	expect((await send([{ ...documentOf(), sample: true }], { options: { sendSamples: true } })).json(NODE, 0)).toMatchObject([{ outcome: 'sent' }]);
});

test('what is chosen in the editor arrives in ShipStation', async () => {
	await send([{ ...documentOf({ ShipMethodRef: { value: 'UPS Ground' }, ClassRef: { value: '1', name: 'ShipStation' } }) }], {
		store: { __rl: true, mode: 'list', value: String(WOO_STORE) },
		orderStatus: 'awaitingShipment',
		tags: [8336],
		serviceMap: { services: [{ shipMethod: 'ups ground', carrierCode: 'ups', serviceCode: 'ups_ground' }] },
		customFields: { customField1: { from: 'class' }, customField3: { from: 'text', value: 'B2B' } },
		weights: { all: { units: 'grams', each: 100, bySku: 'MUG-01 = 350\n' } },
		options: { orderNumberPrefix: 'QB-', warehouse: { __rl: true, mode: 'id', value: '14265' }, confirmation: 'signature', notes: ['customer'] },
	});
	expect(account.account.byNumber('QB-1042')).toMatchObject({
		orderStatus: 'awaiting_shipment',
		tagIds: [8336],
		carrierCode: 'ups',
		serviceCode: 'ups_ground',
		confirmation: 'signature',
		items: [{ weight: { value: 100, units: 'grams' } }, { weight: { value: 350, units: 'grams' } }],
		advancedOptions: { storeId: WOO_STORE, warehouseId: 14265, customField1: 'ShipStation', customField3: 'B2B' },
	});
});

test('a line of the weights that cannot be read is named, and nothing is sent with a weight left out', async () => {
	const run = await send([documentOf()], { weights: { all: { bySku: 'MUG-01=350\nSHIRT: 12' } } });
	expect(run.error?.message).toContain("'SHIRT: 12'");
	expect(run.error?.message).toContain('Weights');
	expect(account.account.orders).toEqual([]);
});

test('an expression chooses for each item; one that does not fit refuses that item alone', async () => {
	const store = `={{ $json.docNumber === "1042" ? ${WOO_STORE} : $json.docNumber === "1043" ? ${MANUAL_STORE} : "north" }}`;
	const documents = ['1042', '1043', '1044'].map((DocNumber, index) => documentOf({ Id: String(index + 1), DocNumber }));
	const run = await send(documents, { store });
	expect([account.account.byNumber('1042'), account.account.byNumber('1043')].map(({ advancedOptions }) => advancedOptions.storeId)).toEqual([WOO_STORE, MANUAL_STORE]);
	expect(run.json(NODE, 2)).toMatchObject([{ qbDocument: { docNumber: '1044' }, attention: { message: expect.stringContaining("'Store' must be an id") } }]);
});

test('a choice that does not fit stops the run by name', async () => {
	const run = await send([documentOf()], { requestedService: 'text' });
	expect(run.error?.message).toContain("'Shipping Service' is empty");
});

describe('when ShipStation does not let us in', () => {
	test('the run stops with what to do, and without the key', async () => {
		const run = await send([documentOf()], {}, { key: { apiSecret: 'wrong-secret' } });
		expect(run.error).toMatchObject({ message: expect.stringContaining('does not accept this key'), description: expect.stringContaining('Make a new API V1 key') });
		expect(JSON.stringify(run.error)).not.toContain('wrong-secret');
	});

	test('On Error: Continue never passes a document on as sent that was not', async () => {
		account.switches.planWithoutV1 = true;
		const run = await send([documentOf()], {}, { onError: 'continueRegularOutput' });
		expect(run.items(NODE, 0)).toEqual([]);
		expect(run.json(NODE, 2)).toMatchObject([{ outcome: 'needsAttention', qbDocument: { id: '12' }, attention: { reason: 'plan-without-api' } }]);
	});
});


describe('the lists of the editor', () => {
	const context = (path = '', parameters: INodeParameters = {}) => {
		const workflow = workflowOf({ nodes: [{ name: NODE, type: new QbOrderToShipStation(), parameters }], vault: vault() });
		const made = loadOptionsContext(workflow, NODE, vault(), path);
		(made as unknown as { additionalData: { currentNodeParameters: INodeParameters } }).additionalData.currentNodeParameters = parameters;
		return made;
	};
	const { listSearch, loadOptions } = new QbOrderToShipStation().methods;

	test('stores, warehouses and tags come from the account, and are searched', async () => {
		expect((await listSearch.searchStores.call(context(), 'woo')).results).toEqual([{ name: 'Web Shop (WooCommerce)', value: String(WOO_STORE) }]);
		expect((await listSearch.searchWarehouses.call(context())).results).toHaveLength(2);
		expect(await loadOptions.getTags.call(context())).toContainEqual({ name: 'Fragile', value: 8336 });
	});

	test('services are those of the carrier beside them', async () => {
		const parameters = { serviceMap: { services: [{ carrierCode: 'fedex' }, { carrierCode: 'ups' }] } };
		expect(await loadOptions.getServices.call(context('parameters.serviceMap.services[1].serviceCode', parameters))).toEqual([{ name: 'UPS® Ground', value: 'ups_ground' }]);
		expect(await loadOptions.getCarriers.call(context())).toContainEqual({ name: 'UPS', value: 'ups' });
	});

	test('every list that a parameter names is there', () => {
		const text = JSON.stringify(new QbOrderToShipStation().description.properties);
		const asked = (kind: string) => [...new Set([...text.matchAll(new RegExp(`"${kind}":"(\\w+)"`, 'g'))].map(([, method]) => method))].sort();
		expect(asked('searchListMethod')).toEqual(Object.keys(listSearch).sort());
		expect(asked('loadOptionsMethod')).toEqual(Object.keys(loadOptions).sort());
	});
});

test("the parameters stand in the wizard's order", () => {
	const { description } = new QbOrderToShipStation();
	const parameters = NodeHelpers.getNodeParameters(description.properties, { incompleteAddresses: 'hold', requestedService: 'text' }, true, false, null, description) ?? {};
	const shown = description.properties.filter((property) => NodeHelpers.displayParameter(parameters, property, null, description));
	expect(shown.map(({ displayName }) => displayName)).toEqual([
		'Operation', 'Store', 'Order Status', 'Sales Orders', 'Bundles', 'Services', 'Incomplete Addresses', 'Tag for Incomplete Addresses', 'Tag Names or IDs',
		'Requested Service', 'Shipping Service', 'Service Map', 'Custom Fields', 'Customs', 'Weights', 'Options',
	]);
});

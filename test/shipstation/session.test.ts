import type { INodeType } from 'n8n-workflow';
import { OrderSyncShipStationApi } from '../../credentials/OrderSyncShipStationApi.credentials';
import { openShipStation, SHIPSTATION_CREDENTIAL } from '../../nodes/n8n/shipstation-session';
import { CredentialVault, pollContext, workflowOf } from '../engine';
import { startShipStation, type ShipStationSimulator } from '../simulators/shipstation';
import { order } from './account-at-hand';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

let account: ShipStationSimulator;

beforeEach(async () => {
	account = await startShipStation();
});

afterEach(async () => await account.close());

const node: INodeType = {
	description: {
		name: 'sender',
		displayName: 'Sender',
		group: ['trigger'],
		version: 1,
		description: 'Sends',
		defaults: { name: 'Sender' },
		inputs: [],
		outputs: ['main'],
		credentials: [{ name: SHIPSTATION_CREDENTIAL }],
		properties: [],
	},
};

/** The account as a node in the genuine engine opens it. */
async function open(data: Record<string, string> = {}) {
	const type = new OrderSyncShipStationApi();
	const vault = new CredentialVault([{ type, data: { baseUrl: `${account.url}/`, ...account.key, ...data } }]);
	const workflow = workflowOf({ nodes: [{ name: 'Sender', type: node }], vault });
	return await openShipStation(pollContext(workflow, 'Sender', vault));
}

test('the credential signs, lists of orders go out as lists, and answers come back', async () => {
	const opened = await open();
	if (!opened.ok) throw new Error(opened.failure.message);
	const outcomes = await opened.value.sendOrders([order(1), order(2)]);
	expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
	expect(account.account.orders.map(({ orderNumber }) => orderNumber)).toEqual(['1', '2']);
	expect(await opened.value.orders({ modified: { from: '2020-01-01T00:00:00Z' } })).toMatchObject({ ok: true, value: { rows: [{ orderNumber: '1' }, { orderNumber: '2' }] } });
	expect(account.counters).toMatchObject({ calls: 2, ignored: [] });
});

test('a wrong secret is said as such, and stands in no word of it', async () => {
	const apiSecret = 'a-secret-that-is-wrong';
	const opened = await open({ apiSecret });
	if (!opened.ok) throw new Error(opened.failure.message);
	const stores = await opened.value.stores();
	expect(stores).toMatchObject({ ok: false, failure: { cause: 'credential-invalid', reason: 'key-not-accepted' } });
	const written = JSON.stringify(stores);
	expect(written).not.toContain(apiSecret);
	expect(written).not.toContain(account.key.apiKey);
	expect(written).not.toContain(Buffer.from(`${account.key.apiKey}:${apiSecret}`).toString('base64'));
});

test.each(['', 'ssapi'])("a base URL of '%s' is refused in words", async (baseUrl) => {
	expect(await open({ baseUrl })).toMatchObject({ ok: false, failure: { cause: 'credential-invalid', reason: 'base-url-missing' } });
});

test('a host that nobody knows is no reason to lose an order', async () => {
	const opened = await open({ baseUrl: 'http://127.0.0.1:9' });
	if (!opened.ok) throw new Error(opened.failure.message);
	expect(await opened.value.sendOrders([order(1)])).toMatchObject([{ ok: false, failure: { cause: 'temporarily-unavailable', reason: 'not-confirmed' } }]);
});

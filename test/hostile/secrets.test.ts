import { OrderSyncWooCommerceApi } from '../../credentials/OrderSyncWooCommerceApi.credentials';
import { giveUpOrGoOn } from '../../nodes/ChannelTrigger/poll-orders';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { PollingShop } from '../ChannelTrigger/polling-shop';
import { CredentialVault, runWorkflow } from '../engine';
import { makeOrder } from '../quickbooks/posting-bench';
import { NEEDS_ATTENTION, postings, postOrders, vaultFor } from '../QuickBooksCreateTransaction/canvas';
import { secretsToldBy } from '../secrets';
import { startLoopback, type LoopbackAnswer, type LoopbackRequest } from '../simulators/loopback';
import { fault, startQuickBooks } from '../simulators/quickbooks/quickbooks-simulator';
import { startWooCommerce } from '../simulators/woocommerce';
import { TWO_SHIRTS_AND_A_MUG } from '../simulators/woocommerce/example-orders';
import { CALLS, PLANTED } from './service-calls';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

beforeEach(() => pollingMemory.forget());

/** All that a request brought along, as a careless page of errors prints it. */
const echo = ({ headers, body }: LoopbackRequest): string =>
	[...Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`), body].join('\n');

const onOneLine = (request: LoopbackRequest): string => echo(request).replace(/\s+/g, ' ');

const page = (status: number) => (request: LoopbackRequest): LoopbackAnswer => ({ status, body: `<html><pre>${echo(request)}</pre></html>` });

/** The items of a QuickBooks batch; of a request that is none, one. */
const batchOf = ({ body }: LoopbackRequest): Array<{ bId: string }> => {
	try {
		return (JSON.parse(body) as { BatchItemRequest?: Array<{ bId: string }> }).BatchItemRequest ?? [{ bId: '1' }];
	} catch {
		return [{ bId: '1' }];
	}
};

const quickBooksFault = (request: LoopbackRequest, code: string) => ({
	Fault: { type: 'ValidationFault', Error: [{ Message: echo(request), Detail: `More: ${echo(request)}`, code, element: 'Line' }] },
});

/** Answers that repeat what the request was signed with, wherever the services' own refusals have room for words. */
const ECHOES: Record<string, (request: LoopbackRequest) => LoopbackAnswer> = {
	...Object.fromEntries([200, 400, 401, 403, 429, 500].map((status) => [`a page of status ${status}`, page(status)])),
	"WordPress' refusal": (request) => ({ status: 401, body: { code: `no ${onOneLine(request)}`, message: echo(request), data: { status: 401, echo: echo(request) } } }),
	"Shopify's errors": (request) => ({ status: 200, body: { errors: [{ message: echo(request), extensions: { code: onOneLine(request) }, path: [onOneLine(request)] }] } }),
	"a sentence of ShipStation's": (request) => ({ status: 400, body: { Message: echo(request), ExceptionMessage: echo(request) } }),
	"ShipStation's sentences on fields": (request) => ({ status: 400, body: { Message: 'The request is invalid.', ModelState: { 'apiOrders[0].orderDate': [echo(request)] } } }),
	"ShipStation's refusal of an order": (request) => ({
		status: 200,
		body: { hasErrors: true, results: [{ orderKey: 'qbo-4620816365000000001-Invoice-12', orderNumber: '1042', success: false, errorMessage: echo(request) }], orders: [], stores: [] },
	}),
	"QuickBooks' fault": (request) => ({ status: 400, body: quickBooksFault(request, '2050') }),
	"QuickBooks' fault about the sign-in": (request) => ({ status: 401, body: quickBooksFault(request, '3200') }),
	"QuickBooks' faults on every item of a batch": (request) => ({
		status: 200,
		body: { BatchItemResponse: batchOf(request).map(({ bId }) => ({ bId, ...quickBooksFault(request, '2050') })) },
	}),
	'the refusal of a token': (request) => ({ status: 400, body: { error: onOneLine(request), error_description: echo(request) } }),
	'a header of the answer': (request) => ({ status: 403, headers: { 'content-type': `text/html; was="${onOneLine(request)}"`, 'x-echo': onOneLine(request) }, body: 'no' }),
};

describe.each(Object.entries(CALLS))('%s', (_, call) => {
	// What a call tells is searched where it ends: see `runWorkflow` and `PollingShop`.
	test.each(Object.entries(ECHOES))('tells none of its secrets that come back in %s', async (_form, answer) => {
		const echoed: LoopbackAnswer[] = [];
		const printed = ['log', 'info', 'warn', 'error', 'debug'].map((method) => jest.spyOn(console, method as 'log').mockImplementation());
		const service = await startLoopback((request) => {
			echoed.push(answer(request));
			return echoed.at(-1)!;
		});
		try {
			const said = await call(service.url);
			expect(secretsToldBy(echoed, PLANTED)).not.toEqual([]);
			expect(said).not.toBe('nothing was wrong');
			expect(secretsToldBy([said, printed.map(({ mock }) => mock.calls)], PLANTED)).toEqual([]);
		} finally {
			await service.close();
			jest.restoreAllMocks();
		}
	});
});

test('an order that QuickBooks refuses in words that repeat the token goes to a person without it', async () => {
	const company = await startQuickBooks();
	try {
		const { accessToken, refreshToken } = company.tokens.issue();
		const vault = vaultFor(company, { accessToken, refreshToken });
		company.faults.failItem(fault('2050', `Cannot read Authorization: Bearer ${accessToken}`, 'Line'), ({ SalesReceipt }) => SalesReceipt !== undefined);
		const run = await postOrders(company, [makeOrder('1'), makeOrder('2')], { vault });
		const [posting] = postings(run, NEEDS_ATTENTION);
		expect(posting?.attention?.message).toContain('Cannot read Authorization: Bearer …');
		expect(company.company.documents('SalesReceipt')).toHaveLength(1);
	} finally {
		await company.close();
	}
});

test('a password in the address of a shop is in no link to its orders', async () => {
	const shop = await startWooCommerce();
	try {
		const { id } = shop.store.addOrder(TWO_SHIRTS_AND_A_MUG);
		const data = { url: shop.url.replace('://', '://tester:planted-password@'), ...shop.keys };
		const polling = new PollingShop({ type: new OrderSyncWooCommerceApi(), data }, { paidOnly: false, options: { startDate: '2020-01-01T00:00:00Z' } });
		const [item] = await polling.poll();
		expect(item?.json.url).toBe(`${shop.url}/wp-admin/admin.php?page=wc-orders&action=edit&id=${id}`);
		expect(secretsToldBy([item, polling.saved], ['planted-password'])).toEqual([]);
	} finally {
		await shop.close();
	}
});

test('what the log says of a reading that stopped holds no token', () => {
	const warn = jest.fn();
	const failure = { cause: 'credential-invalid' as const, reason: 'access-denied', message: 'WooCommerce does not let this key read orders (status 403, no Basic cGxhbnRlZDprZXk=)', remedy: 'Make another key' };
	giveUpOrGoOn({ logger: { warn } } as never, failure, 3);
	expect(warn.mock.calls).toEqual([[expect.stringContaining('no Basic …')]]);
});

test('an execution that keeps a secret anywhere makes the test that runs it fail', async () => {
	const [secret = ''] = PLANTED;
	const refused = Object.assign(new Error('Request failed'), { config: { headers: { Authorization: `Basic ${Buffer.from(`x:${secret}`).toString('base64')}` } } });
	const leaky = (told: unknown) => ({
		description: { name: 'leaky', displayName: 'Leaky', group: ['transform' as const], version: 1, description: '', defaults: { name: 'Leaky' }, inputs: ['main' as const], outputs: ['main' as const], properties: [] },
		execute: () => (told instanceof Error ? Promise.reject(told) : Promise.resolve([[{ json: { told } as never }]])),
	});
	const vault = new CredentialVault([{ type: { name: 'x', displayName: 'X', properties: [] }, data: { user: 'x', key: secret } }]);
	const run = (told: unknown) => runWorkflow({ nodes: [{ name: 'Leaky', type: leaky(told) }], vault, input: [{}] });
	await expect(run(`the key is ${secret}`)).rejects.toThrow('tells 1 secrets');
	await expect(run({ deep: [{ in: encodeURIComponent(secret) }] })).rejects.toThrow('tells 1 secrets');
	await expect(run(refused)).rejects.toThrow('tells 1 secrets');
	expect((await run('nothing')).error).toBeUndefined();
});

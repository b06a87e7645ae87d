import type { RequestListener } from 'node:http';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { OrderSyncShopifyClientCredentialsApi } from '../../credentials/OrderSyncShopifyClientCredentialsApi.credentials';
import { sendWithCredential, type ServiceRequest } from '../../nodes/n8n/send';
import { CredentialVault, pollContext, serve, workflowOf, type LoopbackServer } from '.';

const SECRET = 'shpat_0123456789abcdef';

const keyType: ICredentialType = {
	name: 'exampleKeyApi',
	displayName: 'Example Key',
	properties: [{ displayName: 'Key', name: 'key', type: 'string', default: '' }],
	authenticate: { type: 'generic', properties: { headers: { 'X-Key': '={{$credentials.key}}' } } },
};

let server: LoopbackServer | undefined;
afterEach(async () => await server?.close());

/** Sends one request from a node in the genuine engine. */
async function send(
	answer: RequestListener,
	request: ServiceRequest = { method: 'GET', path: '/orders' },
	{ type = keyType, timeout = 2_000, baseUrl = '', data = { key: SECRET } as Record<string, string> } = {},
) {
	server = await serve(answer);
	const base = baseUrl || server.url;
	const vault = new CredentialVault([{ type, data: { ...data, baseUrl: base } }]);
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
			credentials: [{ name: type.name }],
			properties: [],
		},
	};
	const workflow = workflowOf({ nodes: [{ name: 'Sender', type: node }], vault });
	const context = pollContext(workflow, 'Sender', vault);
	const address = { credentialType: type.name, baseUrl: `${base}/`, serviceName: 'Example', timeout };
	return { outcome: await sendWithCredential(context, address)(request), vault };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): RequestListener => (_, response) => {
	response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

test('a request is signed and carries its query and body', async () => {
	const seen: unknown[] = [];
	const listener: RequestListener = (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			seen.push([request.method, request.url, request.headers['x-key'], Buffer.concat(chunks).toString()]);
			response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
		});
	};
	const { outcome } = await send(listener, { method: 'POST', path: '/orders', query: { page: 2, open: true }, body: { a: 1 } });
	expect(outcome).toMatchObject({ ok: true, value: { status: 200, body: { ok: true } } });
	expect(seen).toEqual([['POST', '/orders?page=2&open=true', SECRET, '{"a":1}']]);
});

test.each([400, 403, 404, 429, 500, 503])('a status of %i is an answer, with its headers', async (status) => {
	const { outcome } = await send(json(status, { code: 'why' }, { 'Retry-After': '7' }));
	expect(outcome).toMatchObject({ ok: true, value: { status, headers: { 'retry-after': '7' }, body: { code: 'why' } } });
});

test('a 401 of a credential that cannot be renewed is an answer too', async () => {
	const { outcome } = await send(json(401, { code: 'woocommerce_rest_cannot_view' }));
	expect(outcome).toMatchObject({ ok: true, value: { status: 401, body: { code: 'woocommerce_rest_cannot_view' } } });
});

test('what is not JSON stays text', async () => {
	const { outcome } = await send((_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Soon</h1>'));
	expect(outcome).toMatchObject({ ok: true, value: { status: 200, body: '<h1>Soon</h1>' } });
});

describe('with a token that expires', () => {
	const type = new OrderSyncShopifyClientCredentialsApi();
	const data = { shop: 'example.myshopify.com', clientId: 'id', clientSecret: 'shpss_0123456789abcdef', accessToken: 'shpat_stale00000' };
	const shopify =
		(tokenStatus: number): RequestListener =>
		(request, response) => {
			const body = request.url === '/admin/oauth/access_token'
				? { status: tokenStatus, json: tokenStatus === 200 ? { access_token: 'shpat_fresh00000' } : { error: 'invalid_client' } }
				: { status: request.headers['x-shopify-access-token'] === 'shpat_fresh00000' ? 200 : 401, json: { data: {} } };
			response.writeHead(body.status, { 'content-type': 'application/json' }).end(JSON.stringify(body.json));
		};

	test('n8n renews it, and the request is repeated', async () => {
		const { outcome, vault } = await send(shopify(200), undefined, { type, data });
		expect(outcome).toMatchObject({ ok: true, value: { status: 200 } });
		expect(vault.dataOf(type.name)).toMatchObject({ accessToken: 'shpat_fresh00000' });
	});

	test('a refusal to renew it is a failure of the credential', async () => {
		const { outcome } = await send(shopify(400), undefined, { type, data });
		expect(outcome).toMatchObject({
			ok: false,
			failure: { cause: 'credential-invalid', evidence: { status: 400, code: 'invalid_client' } },
		});
		expect(JSON.stringify(outcome)).not.toContain('shpss_0123456789abcdef');
	});

	test('a token service that is down is no failure of the credential', async () => {
		const { outcome } = await send(shopify(503), undefined, { type, data });
		expect(outcome).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable' } });
	});
});

describe('without an answer', () => {
	const unavailable = (code: string) => ({
		ok: false,
		failure: { cause: 'temporarily-unavailable', reason: 'not-reachable', evidence: { code } },
	});

	test('a broken connection', async () => {
		const { outcome } = await send((request) => void request.socket.destroy());
		expect(outcome).toMatchObject(unavailable('ECONNRESET'));
		expect(JSON.stringify(outcome)).not.toContain(SECRET);
	});

	test('a service that refuses connections', async () => {
		const { outcome } = await send(json(200, {}), undefined, { baseUrl: 'http://127.0.0.1:9' });
		expect(outcome).toMatchObject(unavailable('ECONNREFUSED'));
	});

	test('a service that is too slow', async () => {
		const { outcome } = await send(() => {}, undefined, { timeout: 100 });
		expect(outcome).toMatchObject(unavailable('ECONNABORTED'));
	});

	test('an answer that breaks off', async () => {
		const { outcome } = await send((_, response) => {
			response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
			response.write('{"half":', () => response.destroy());
		});
		expect(outcome).toMatchObject({ ok: false, failure: { cause: 'temporarily-unavailable' } });
	});
});

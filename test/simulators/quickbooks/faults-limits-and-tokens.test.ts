import {
	fault,
	isBatch,
	MovableClock,
	startQuickBooks,
	type QuickBooksOptions,
	type QuickBooksSimulator,
} from './quickbooks-simulator';
import { codeIn, line, SimulatedClient } from './simulated-client';

const receipt = { DocNumber: '1', Line: [line('8', 1, 12.5)] };

describe('limits', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	const start = async (limits: QuickBooksOptions): Promise<void> => {
		quickbooks = await startQuickBooks({ clock: new MovableClock('2026-03-01T12:00:00Z'), ...limits });
		client = new SimulatedClient(quickbooks);
	};

	afterEach(async () => await quickbooks.close());

	test('the 41st batch of a minute is turned away without a hint how long to wait, the next minute lets it in', async () => {
		await start({});
		const item = [{ bId: 'q', Query: 'select count(*) from Item' }];
		for (let index = 0; index < 40; index += 1) await client.batch(item);
		const over = await client.send('POST', 'batch', { BatchItemRequest: item });
		expect([over.status, over.code, over.headers.get('retry-after')]).toEqual([429, '3001', null]);
		quickbooks.clock.advance(59_000);
		expect((await client.send('POST', 'batch', { BatchItemRequest: item })).status).toBe(429);
		quickbooks.clock.advance(1000);
		expect((await client.send('POST', 'batch', { BatchItemRequest: item })).status).toBe(200);
		expect(quickbooks.counters.throttled).toBe(2);
	});

	test('requests of a minute are limited, batches among them, and may be answered with 403', async () => {
		await start({ limits: { perMinute: 3, status: 403 } });
		for (let index = 0; index < 3; index += 1) await client.query('select count(*) from Item');
		const over = await client.send('GET', 'item/1');
		expect([over.status, over.code]).toEqual([403, '3001']);
		expect(JSON.stringify(over.body)).toContain('statusCode=403');
	});

	test('an eleventh request at the same time is turned away', async () => {
		await start({ latencyMs: 150 });
		const answers = await Promise.all(Array.from({ length: 11 }, async () => await client.send('GET', 'item/1')));
		expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
	});

	test('limits can be lifted', async () => {
		await start({ limits: 'lifted' });
		for (let index = 0; index < 45; index += 1)
			await client.batch([{ bId: 'q', Query: 'select count(*) from Item' }]);
		expect(quickbooks.counters).toMatchObject({ calls: 45, batches: 45, queries: 45, throttled: 0 });
	});
});

describe('scripted faults', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => {
		expect(quickbooks.faults.pending).toBe(0);
		await quickbooks.close();
	});

	const documents = (): number => quickbooks.company.documents().length;

	test('a reset before the work leaves nothing behind, one after it leaves the document', async () => {
		quickbooks.faults.reset();
		await expect(client.create('SalesReceipt', receipt)).rejects.toThrow('fetch failed');
		expect(documents()).toBe(0);
		quickbooks.faults.reset({ when: 'after' });
		await expect(client.create('SalesReceipt', receipt)).rejects.toThrow('fetch failed');
		expect(documents()).toBe(1);
	});

	test('a time-out after the work leaves the document and no answer', async () => {
		quickbooks.faults.timeOut({ when: 'after' });
		const answer = fetch(`${quickbooks.url}/v3/company/${quickbooks.realmId}/salesreceipt`, {
			method: 'POST',
			headers: { authorization: `Bearer ${quickbooks.tokens.issue().accessToken}` },
			body: JSON.stringify(receipt),
			signal: AbortSignal.timeout(200),
		});
		await expect(answer).rejects.toThrow(/timeout/);
		expect(documents()).toBe(1);
	});

	test('a cut-off answer and a page instead of an answer cannot be read', async () => {
		quickbooks.faults.truncate();
		await expect(client.create('SalesReceipt', receipt)).rejects.toThrow();
		quickbooks.faults.html();
		await expect(client.query('select * from Item')).rejects.toThrow(/JSON/);
		expect(documents()).toBe(1);
	});

	test('throttles and server errors strike as often as told, after as many as told', async () => {
		quickbooks.faults.throttle({ matches: isBatch, skip: 1, times: 2, status: 403 });
		const item = { BatchItemRequest: [{ bId: 'q', Query: 'select count(*) from Item' }] };
		const statuses: number[] = [];
		for (let index = 0; index < 4; index += 1) statuses.push((await client.send('POST', 'batch', item)).status);
		expect(statuses).toEqual([200, 403, 403, 200]);
		quickbooks.faults.serverError(503);
		await expect(client.create('SalesReceipt', receipt)).rejects.toThrow(/JSON/);
		expect(documents()).toBe(0);
	});

	test('a fault can stand in a 200, and in one item of a batch', async () => {
		quickbooks.faults.faultInside200(fault('6000', 'Business Validation Error: try later'));
		const answer = await client.send('POST', 'salesreceipt', receipt);
		expect([answer.status, answer.code]).toEqual([200, '6000']);
		quickbooks.faults.failItem(fault('610', 'Object Not Found'), ({ bId }) => bId === 'b');
		const answers = await client.batch(
			['a', 'b'].map((bId) => ({ bId, operation: 'create', SalesReceipt: { ...receipt, DocNumber: bId } })),
		);
		expect(answers.map(codeIn)).toEqual([undefined, '610']);
		expect(documents()).toBe(1);
	});

	test('an item made inactive in the middle of the work is refused from then on', async () => {
		await client.create('SalesReceipt', receipt);
		quickbooks.byHand.deactivate('Item', '8');
		expect(await client.refusal('SalesReceipt', { ...receipt, DocNumber: '2' })).toBe('610');
		expect((await client.read('Item', '8')).Name).toBe('Enamel Mug (deleted)');
	});

	test('what was sent can be read from the log, without its headers', async () => {
		await client.create('SalesReceipt', receipt);
		await client.batch([{ bId: 'a', operation: 'create', Customer: { DisplayName: 'Ida' } }]);
		expect(quickbooks.payloads()).toEqual([
			{ type: 'SalesReceipt', operation: 'create', body: receipt },
			{ type: 'Customer', operation: 'create', body: { DisplayName: 'Ida' } },
		]);
		expect(JSON.stringify(quickbooks.requests)).not.toContain('Bearer');
		quickbooks.resetCounters();
		expect([quickbooks.counters.calls, quickbooks.payloads()]).toEqual([0, []]);
	});
});

describe('tokens', () => {
	let quickbooks: QuickBooksSimulator;

	beforeEach(async () => {
		quickbooks = await startQuickBooks({
			clock: new MovableClock('2026-03-01T12:00:00Z'),
			app: { clientId: 'app', clientSecret: 's3' },
		});
	});

	afterEach(async () => await quickbooks.close());

	const token = async (
		form: Record<string, string>,
		secret = 's3',
	): Promise<{ status: number; body: Record<string, string> }> => {
		const response = await fetch(`${quickbooks.url}/oauth2/v1/tokens/bearer`, {
			method: 'POST',
			headers: { authorization: `Basic ${Buffer.from(`app:${secret}`).toString('base64')}` },
			body: new URLSearchParams(form),
		});
		return { status: response.status, body: (await response.json()) as Record<string, string> };
	};
	const refresh = async (value: string): Promise<Awaited<ReturnType<typeof token>>> =>
		await token({ grant_type: 'refresh_token', refresh_token: value });

	test('the authorise page sends back a code that buys tokens once', async () => {
		const query = new URLSearchParams({
			client_id: 'app',
			response_type: 'code',
			state: 'xyz',
			redirect_uri: 'http://127.0.0.1:1/back',
		});
		const sent = await fetch(`${quickbooks.url}/connect/oauth2?${query.toString()}`, { redirect: 'manual' });
		const back = new URL(sent.headers.get('location') ?? '');
		expect(back.searchParams.get('state')).toBe('xyz');
		expect(back.searchParams.get('realmId')).toBe(quickbooks.realmId);
		const form = {
			grant_type: 'authorization_code',
			code: back.searchParams.get('code') ?? '',
			redirect_uri: 'http://127.0.0.1:1/back',
		};
		const first = await token(form);
		expect(first.body).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
		expect((await token(form)).body).toEqual({ error: 'invalid_grant' });
		const client = new SimulatedClient(quickbooks);
		client.use(first.body.access_token ?? '');
		expect((await client.send('GET', 'preferences')).status).toBe(200);
		expect((await token(form, 'wrong')).status).toBe(401);
	});

	test('an access token is good for an hour; a 401 has the body of the gateway', async () => {
		const client = new SimulatedClient(quickbooks);
		quickbooks.clock.advance(3_599_000);
		expect((await client.send('GET', 'preferences')).status).toBe(200);
		quickbooks.clock.advance(1000);
		const expired = await client.send('GET', 'preferences');
		expect(expired.status).toBe(401);
		expect(expired.body).toMatchObject({ fault: { type: 'AUTHENTICATION', error: [{ code: '3200' }] } });
		expect(expired.headers.get('intuit_tid')).toMatch(/^1-/);
		expect(expired.headers.get('www-authenticate')).toContain('invalid_token');
	});

	test('a refresh token changes once a day where that is chosen, as Intuit says', async () => {
		quickbooks.company.behaviour.refreshTokens = 'daily';
		const { refreshToken } = quickbooks.tokens.issue();
		expect((await refresh(refreshToken)).body.refresh_token).toBe(refreshToken);
		quickbooks.clock.advance(25 * 3_600_000);
		const { refresh_token: next } = (await refresh(refreshToken)).body;
		expect(next).not.toBe(refreshToken);
		expect((await refresh(refreshToken)).status).toBe(400);
		expect((await refresh(next ?? '')).body.refresh_token).toBe(next);
	});

	test('a refresh token changes with every use, and the old one is good no more', async () => {
		const { refreshToken } = quickbooks.tokens.issue();
		const next = await refresh(refreshToken);
		expect(next.status).toBe(200);
		expect(await refresh(refreshToken)).toEqual({ status: 400, body: { error: 'invalid_grant' } });
		expect((await refresh(next.body.refresh_token ?? '')).status).toBe(200);
		expect(quickbooks.counters.tokens).toBe(3);
	});

	test('a connection that was taken back accepts neither token', async () => {
		const { accessToken, refreshToken } = quickbooks.tokens.issue();
		quickbooks.tokens.revoke();
		const client = new SimulatedClient(quickbooks);
		client.use(accessToken);
		expect((await client.send('GET', 'preferences')).status).toBe(401);
		expect((await refresh(refreshToken)).status).toBe(400);
	});

	test('a token of one company opens no other', async () => {
		const response = await fetch(`${quickbooks.url}/v3/company/1/preferences`, {
			headers: { authorization: `Bearer ${quickbooks.tokens.issue().accessToken}` },
		});
		expect(response.status).toBe(403);
	});
});

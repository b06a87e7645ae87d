import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf } from './wire-values';

describe('queries', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => await quickbooks.close());

	const names = async (where: string): Promise<unknown[]> =>
		listOf((await client.query(`select * from Customer ${where}`)).Customer).map(({ DisplayName }) => DisplayName);

	test('quotes and backslashes are escaped by a backslash', async () => {
		await client.create('Customer', { DisplayName: String.raw`back\slash` });
		expect(await names(String.raw`where DisplayName = 'Amelia\'s Garden Studio'`)).toEqual([
			"Amelia's Garden Studio",
		]);
		expect(await names(String.raw`where DisplayName = 'back\\slash'`)).toEqual([String.raw`back\slash`]);
		expect(await client.queryRefusal("select * from Customer where DisplayName = 'Amelia's'")).toBe('4000');
	});

	test('operators, AND, LIKE and IN filter as documented', async () => {
		for (const [number, price] of [
			['A-1', 10],
			['A-2', 20],
			['B-1', 30],
		] as const) {
			await client.create('SalesReceipt', {
				DocNumber: number,
				TxnDate: '2026-03-0' + String(price / 10),
				Line: [line('8', 1, price)],
			});
		}
		const numbers = async (where: string): Promise<unknown> =>
			listOf(
				(await client.query(`SELECT DocNumber FROM salesreceipt WHERE ${where} ORDERBY DocNumber`)).SalesReceipt,
			).map(({ DocNumber }) => DocNumber);
		expect(await numbers("DocNumber IN ('A-1','B-1','C-9')")).toEqual(['A-1', 'B-1']);
		expect(await numbers("DocNumber LIKE 'A-%' AND TotalAmt > '10'")).toEqual(['A-2']);
		expect(await numbers("TxnDate >= '2026-03-02' AND TxnDate < '2026-03-03'")).toEqual(['A-2']);
	});

	test('documents are found by when they were created', async () => {
		const before = new Date(quickbooks.clock.now() - 5000).toISOString();
		await client.create('Invoice', { CustomerRef: { value: '1' }, Line: [line('8', 1, 12.5)] });
		const after = new Date(quickbooks.clock.now() + 5000).toISOString();
		expect(await client.query(`select count(*) from Invoice where MetaData.CreateTime >= '${before}'`)).toEqual({
			totalCount: 1,
		});
		expect(await client.query(`select * from Invoice where MetaData.CreateTime > '${after}'`)).toEqual({});
	});

	test('a column list answers these columns and the Id', async () => {
		await client.create('SalesReceipt', { DocNumber: '1', PrivateNote: 'mark', Line: [line('8', 1, 12.5)] });
		const { SalesReceipt } = await client.query(
			'select DocNumber, PrivateNote, MetaData.CreateTime from SalesReceipt',
		);
		expect(Object.keys(listOf(SalesReceipt)[0] ?? {}).sort()).toEqual([
			'DocNumber',
			'Id',
			'MetaData',
			'PrivateNote',
			'domain',
			'sparse',
		]);
	});

	test('pages begin at 1, hold 100 rows unless told and never more than 1000', async () => {
		for (let index = 0; index < 103; index += 1)
			quickbooks.byHand.create('Customer', { DisplayName: `Customer ${String(index).padStart(3, '0')}` });
		expect((await client.query('select * from Customer')).maxResults).toBe(100);
		expect(await client.query('select * from Customer startposition 101 maxresults 100')).toMatchObject({
			startPosition: 101,
			maxResults: 5,
		});
		expect(await client.query('select * from Customer maxresults 10 startposition 1000')).toEqual({});
		expect(await client.queryRefusal('select * from Customer startposition 0')).toBe('4001');
		expect(await client.queryRefusal('select * from Customer maxresults 1001')).toBe('4001');
	});

	test.each([
		['select * from Custmoer', '4001'],
		["select * from SalesReceipt where PrivateNote like '%mark%'", '4001'],
		["select * from Payment where PaymentRefNum = 'x'", '4001'],
		["select * from Payment where DocNumber = 'x'", '4001'],
		["select * from Customer where Id > '5'", '4001'],
		["select * from Customer where Nonsense = 'x'", '4001'],
		["select * from Customer where Id = '1' or Id = '2'", '4000'],
		['select * from', '4000'],
		['', '4000'],
	])('%s is refused with %s', async (text, code) => {
		expect(await client.queryRefusal(text)).toBe(code);
	});

	test('PaymentRefNum can be filtered by where the company allows it', async () => {
		quickbooks.company.behaviour.paymentRefNumFilterable = true;
		await client.create('Payment', { CustomerRef: { value: '2' }, TotalAmt: 5, PaymentRefNum: 'ch_1' });
		expect(await client.query("select * from Payment where PaymentRefNum = 'ch_1'")).toMatchObject({ maxResults: 1 });
	});

	test('a long query goes in the body of a POST', async () => {
		const ids = Array.from({ length: 900 }, (_, index) => `'${index}'`).join(',');
		const answer = await client.send('POST', 'query', `select count(*) from Customer where Id in (${ids})`);
		expect(answer.body.QueryResponse).toEqual({ totalCount: 2 });
	});

	test('new documents can be made to lag behind in queries, but not when read', async () => {
		quickbooks.lag({ lookUps: 2 });
		const { Id } = await client.create('SalesReceipt', { DocNumber: '1', Line: [line('8', 1, 12.5)] });
		const ask = async (): Promise<unknown> =>
			(await client.query("select count(*) from SalesReceipt where DocNumber = '1'")).totalCount;
		expect([await ask(), await ask(), await ask()]).toEqual([0, 0, 1]);
		expect((await client.read('SalesReceipt', String(Id))).DocNumber).toBe('1');
	});
});

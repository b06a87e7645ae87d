import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { codeIn, line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

describe('batches and request ids', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => await quickbooks.close());

	const receipt = (DocNumber: string): Json => ({ DocNumber, Line: [line('8', 1, 12.5)] });
	const creating = (bId: string, type: string, entity: Json): Json => ({ bId, operation: 'create', [type]: entity });

	test('one bad item does not stop the others, and nothing is rolled back', async () => {
		const answers = await client.batch([
			creating('a', 'SalesReceipt', receipt('1')),
			creating('b', 'SalesReceipt', receipt('1')),
			creating('c', 'SalesReceipt', receipt('2')),
			{ bId: 'd', operation: 'delete', Invoice: { Id: '999', SyncToken: '0' } },
			{ bId: 'e', operation: 'create', SalesReceipt: receipt('1'), optionsData: 'allowduplicatedocnum' },
		]);
		expect(answers.map((answer) => [answer.bId, codeIn(answer)])).toEqual([
			['a', undefined],
			['b', '6140'],
			['c', undefined],
			['d', '610'],
			['e', undefined],
		]);
		expect(quickbooks.company.documents('SalesReceipt')).toHaveLength(3);
		expect(quickbooks.counters).toMatchObject({ batches: 1, writes: 3, refused: 2, batchSizes: [5] });
	});

	test('items do not see what earlier items of the batch wrote', async () => {
		const [made, found] = await client.batch([
			creating('a', 'Customer', { DisplayName: 'Brand New' }),
			{ bId: 'b', Query: "select * from Customer where DisplayName = 'Brand New'" },
		]);
		expect(found?.QueryResponse).toEqual({});
		const nextId = String(Number(objectOf(made?.Customer).Id) + 1);
		const [, refused] = await client.batch([
			creating('a', 'Customer', { DisplayName: 'Newer Still' }),
			creating('b', 'Invoice', { CustomerRef: { value: nextId }, Line: [line('8', 1, 12.5)] }),
		]);
		expect(codeIn(refused)).toBe('2500');
		expect(await client.query("select count(*) from Customer where DisplayName = 'Brand New'")).toEqual({
			totalCount: 1,
		});
	});

	test('more than 30 items are refused as a whole', async () => {
		const items = Array.from({ length: 31 }, (_, index) =>
			creating(String(index), 'SalesReceipt', receipt(String(index))),
		);
		expect((await client.send('POST', 'batch', { BatchItemRequest: items })).code).toBe('1040');
		expect(quickbooks.company.documents()).toEqual([]);
	});

	test('answers may come in another order, and some not at all', async () => {
		quickbooks.company.behaviour.batchAnswers = 'reversed';
		quickbooks.faults.leaveOutItems(({ bId }) => bId === 'b');
		const answers = await client.batch(['a', 'b', 'c'].map((bId) => creating(bId, 'SalesReceipt', receipt(bId))));
		expect(answers.map(({ bId }) => bId)).toEqual(['c', 'a']);
		expect(quickbooks.company.documents()).toHaveLength(3);
	});

	test('a repeated request id answers the first document again', async () => {
		const first = await client.send('POST', 'salesreceipt?requestid=r-1', receipt('1'));
		const again = await client.send('POST', 'salesreceipt?requestid=r-1', receipt('1'));
		expect(objectOf(again.body.SalesReceipt).Id).toBe(objectOf(first.body.SalesReceipt).Id);
		expect(quickbooks.counters.writes).toBe(1);
		expect(quickbooks.company.documents()).toHaveLength(1);
	});

	test('in a batch each item has its own key, and a refused one may be tried again', async () => {
		const items = [
			creating('1', 'SalesReceipt', receipt('1')),
			creating('2', 'SalesReceipt', { Line: [line('999', 1, 1)] }),
		];
		const first = await client.batch(items, '?requestid=order-sync');
		const again = await client.batch(
			[...items.slice(0, 1), creating('2', 'SalesReceipt', receipt('2'))],
			'?requestid=order-sync',
		);
		expect(objectOf(again[0]?.SalesReceipt).Id).toBe(objectOf(first[0]?.SalesReceipt).Id);
		expect(codeIn(first[1])).toBe('2500');
		expect(objectOf(again[1]?.SalesReceipt).DocNumber).toBe('2');
	});

	test.each(['600', '6000'] as const)('a company in mode %s refuses the repetition with that code', async (mode) => {
		quickbooks.company.behaviour.requestIds = mode;
		const item = [creating('1', 'SalesReceipt', receipt('1'))];
		expect(codeIn((await client.batch(item, '?requestid=r'))[0])).toBeUndefined();
		expect(codeIn((await client.batch(item, '?requestid=r'))[0])).toBe(mode);
		expect(quickbooks.company.documents()).toHaveLength(1);
	});

	test('a company that ignores request ids writes twice', async () => {
		quickbooks.company.behaviour.requestIds = 'ignored';
		for (let times = 0; times < 2; times += 1)
			await client.send('POST', 'salesreceipt?requestid=r', { Line: [line('8', 1, 12.5)] });
		expect(quickbooks.company.documents()).toHaveLength(2);
	});

	test('request id and bId together have 50 characters at most', async () => {
		const answers = await client.batch(
			[creating('x'.repeat(36), 'SalesReceipt', receipt('1'))],
			`?requestid=${'r'.repeat(32)}`,
		);
		expect(codeIn(answers[0])).toBe('6000');
		expect(JSON.stringify(answers)).toContain('68 characters');
		expect(quickbooks.company.documents()).toEqual([]);
	});

	test('items can be updated, voided and asked for in one batch', async () => {
		const made = await client.create('SalesReceipt', receipt('1'));
		const other = await client.create('SalesReceipt', receipt('2'));
		const answers = await client.batch([
			{
				bId: 'u',
				operation: 'update',
				SalesReceipt: { sparse: true, Id: made.Id, SyncToken: '0', PrivateNote: 'n' },
			},
			{ bId: 'v', operation: 'void', SalesReceipt: { Id: other.Id, SyncToken: '0' } },
			{ bId: 'q', Query: 'select * from SalesReceipt orderby DocNumber' },
		]);
		expect(objectOf(answers[0]?.SalesReceipt)).toMatchObject({ PrivateNote: 'n', DocNumber: '1' });
		expect(objectOf(answers[1]?.SalesReceipt)).toMatchObject({ PrivateNote: 'Voided', TotalAmt: 0, DocNumber: '2' });
		const seen = listOf(objectOf(answers[2]?.QueryResponse).SalesReceipt);
		expect(seen.map(({ TotalAmt }) => TotalAmt)).toEqual([12.5, 12.5]);
	});
});

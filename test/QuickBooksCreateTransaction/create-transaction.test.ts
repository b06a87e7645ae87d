import type { INodeParameters } from 'n8n-workflow';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { CredentialVault, runWorkflow, type Run } from '../engine';
import { makeOrder, planFor } from '../quickbooks/posting-bench';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { quickBooksCredential } from '../simulators/stored-credentials';

const CREATE = 'QuickBooks Create Transaction';

describe(CREATE, () => {
	let company: QuickBooksSimulator;
	beforeEach(async () => {
		company = await startQuickBooks();
	});
	afterEach(() => company.close());

	const vault = (accessToken = company.tokens.issue().accessToken) =>
		new CredentialVault([quickBooksCredential(company, { accessToken })]);
	const create = (input: unknown[], more: { onError?: 'continueRegularOutput'; token?: string; parameters?: INodeParameters } = {}) =>
		runWorkflow({
			nodes: [{ name: CREATE, type: new QuickBooksCreateTransaction(), parameters: { operation: 'post', ...more.parameters }, ...(more.onError ? { onError: more.onError } : {}) }],
			vault: vault(more.token),
			input: input as Run['input'],
		});

	test('gives out what was posted, what needs a person and what passes by, each paired with its item', async () => {
		const period = {
			...{ document: 'period', schemaVersion: 1, channel: 'woocommerce', accountId: 'shop.example.com', orders: 0, unreadable: 0, complete: true },
			...{ from: '2026-03-01T05:00:00Z', to: '2026-03-02T05:00:00Z', firstDay: '2026-03-01', lastDay: '2026-03-01' },
		};
		const run = await create([planFor(makeOrder('1')), { name: 'no plan' }, period, planFor(makeOrder('2'))]);
		expect(run.items(CREATE, 0).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(run.json(CREATE, 1)).toEqual([period]);
		expect(run.json(CREATE, 2)).toMatchObject([{ attention: { reason: 'not-a-plan' } }]);
		expect(run.json(CREATE, 2)[0]).not.toHaveProperty('error');
		expect(run.customData).toMatchObject({ quickbooks_posted: '2', quickbooks_needs_attention: '1' });
		expect(company.company.documents('SalesReceipt')).toHaveLength(2);
	});

	test('On Error: Continue never passes an order on as posted that was not', async () => {
		company.tokens.revoke();
		const run = await create([planFor(makeOrder('1'))], { onError: 'continueRegularOutput', token: 'not-a-token' });
		expect(run.items(CREATE, 0)).toEqual([]);
		expect(run.json(CREATE, 2)).toMatchObject([{ outcome: 'needsAttention', order: { id: '1' } }]);
	});

	test('says which field of a period is missing, and does not let it pass as compared', async () => {
		const run = await create([{ document: 'period', channel: 'woocommerce', accountId: 'shop.example.com', orders: 0 }], { parameters: { operation: 'reconcile' } });
		expect(run.json(CREATE, 1)).toEqual([]);
		expect(run.json(CREATE, 2)).toMatchObject([{ attention: { reason: 'not-a-period', message: expect.stringContaining('firstDay') } }]);
	});

	describe('that reconciles a period', () => {
		const period = {
			document: 'period',
			channel: 'woocommerce',
			accountId: 'shop.example.com',
			from: '2026-03-01T05:00:00Z',
			to: '2026-03-02T05:00:00Z',
			firstDay: '2026-03-01',
			lastDay: '2026-03-01',
			orders: 2,
			unreadable: 0,
			complete: true,
		};
		const reconcile = (input: unknown[], more: INodeParameters = {}) => create(input, { parameters: { operation: 'reconcile', ...more } });

		test('reads only, and what it found missing is posted by feeding it back', async () => {
			await create([planFor(makeOrder('1'))]);
			company.resetCounters();
			const run = await reconcile([planFor(makeOrder('1')), planFor(makeOrder('2')), period]);
			expect(company.counters.writes).toBe(0);
			expect(run.json(CREATE, 0)).toEqual([]);
			expect(run.json(CREATE, 1)).toMatchObject([{ verdict: 'posted', order: { id: '1' } }, { document: 'reconciliation', posted: 1, missing: 1 }]);
			expect(run.items(CREATE, 1).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
			const missing = run.json(CREATE, 2);
			expect(missing).toMatchObject([{ verdict: 'missing', order: { id: '2' } }]);
			expect(run.hints(CREATE).map(({ message }) => message)).toContainEqual(expect.stringContaining('1 of 2 orders stand as the shop says; 1 missing'));

			const back = await create(missing);
			expect(back.json(CREATE, 0)).toMatchObject([{ outcome: 'posted', order: { id: '2' } }]);
			expect(company.company.documents('SalesReceipt')).toHaveLength(2);
		});

		test('posts what is missing where that is chosen', async () => {
			const run = await reconcile([planFor(makeOrder('1')), planFor(makeOrder('2')), period], { postMissing: true });
			expect(run.json(CREATE, 0)).toMatchObject([{ outcome: 'posted' }, { outcome: 'posted' }]);
			expect(run.json(CREATE, 1)).toMatchObject([{ document: 'reconciliation', missing: 2 }]);
			expect(company.company.documents('SalesReceipt')).toHaveLength(2);
			const again = await reconcile([planFor(makeOrder('1')), planFor(makeOrder('2')), period], { postMissing: true });
			expect(again.json(CREATE, 1)).toMatchObject([{ verdict: 'posted' }, { verdict: 'posted' }, { missing: 0, posted: 2 }]);
		});
	});

	test('Undo previews first, then takes out what the postings that come in made', async () => {
		const posted = (await create([planFor(makeOrder('1'))])).json(CREATE, 0);
		const preview = await create(posted, { parameters: { operation: 'undo' } });
		expect(preview.json(CREATE, 1)).toMatchObject([{ document: 'undoing', outcome: 'preview', order: { number: '1' } }]);
		expect(company.company.documents('SalesReceipt')).toHaveLength(1);
		const undone = await create([...posted, { name: 'no posting' }], { parameters: { operation: 'undo', undoPreview: false, undoBy: 'delete' } });
		expect(undone.hints(CREATE).map(({ message }) => message)).toContainEqual(expect.stringContaining('1 of the items are no postings'));
		expect(undone.json(CREATE, 0)).toMatchObject([{ document: 'undoing', outcome: 'undone' }]);
		expect(company.company.documents('SalesReceipt')).toEqual([]);
	});

	test('Undo sends a posting that it cannot read to a person, and undoes the others', async () => {
		const posted = (await create([planFor(makeOrder('1'))])).json(CREATE, 0);
		const nobodys = { document: 'posting', order: { channel: 'x', accountId: 'y', id: '9' }, transactions: [{ type: "Customer where Active = true or Id > '0", id: '1', done: 'created' }] };
		const run = await create([nobodys, ...posted], { parameters: { operation: 'undo', undoPreview: false, undoBy: 'delete' } });
		expect(run.items(CREATE, 2)).toMatchObject([{ json: { attention: { reason: 'not-a-posting', message: expect.stringContaining("'transactions[0].type'") } }, pairedItem: { item: 0 } }]);
		expect(run.items(CREATE, 0)).toMatchObject([{ json: { outcome: 'undone', order: { number: '1' } }, pairedItem: { item: 1 } }]);
	});

	test('Undo of a time that ends before it begins says so', async () => {
		const run = await create([{}], { parameters: { operation: 'undo', undoWhat: 'time', undoFrom: '2026-03-02T12:00:00', undoUntil: '2026-03-01T12:00:00' } });
		expect(run.error?.message).toContain("'Made Until' is before 'Made From'");
	});

	test('Undo of a time names the date that is none', async () => {
		const run = await create([{}], { parameters: { operation: 'undo', undoWhat: 'time', undoFrom: 'yesterday', undoUntil: '2026-03-01T12:00:00' } });
		expect(run.error?.message).toBe("'Made From' is 'yesterday', which is not a date");
	});
});

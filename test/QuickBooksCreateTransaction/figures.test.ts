import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { runWorkflow, type FinishedRun, type Run } from '../engine';
import { filledIn } from '../MapOrderToQbTransaction/canvas';
import { makeOrder } from '../quickbooks/posting-bench';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { CREATE, MAP, postOrders, vaultFor } from './canvas';

const period = { document: 'period', channel: 'woocommerce', accountId: 'shop.example.com', from: '2026-03-01T00:00:00Z', to: '2026-03-02T00:00:00Z', orders: 2, unreadable: 0, complete: true };
const collision = makeOrder('7', { accountId: 'other.example.com' });

describe("a run's figures", () => {
	let company: QuickBooksSimulator;
	beforeEach(async () => {
		company = await startQuickBooks();
	});
	afterEach(() => company.close());

	const figuresOf = (run: FinishedRun) => {
		const { quickbooks_seconds: seconds, ...figures } = run.customData;
		expect(Number(seconds)).toBeGreaterThanOrEqual(0);
		return figures;
	};
	const hintsOf = (run: FinishedRun, node = CREATE) => run.hints(node).map(({ message }) => message.replace(/[\d.]+ s\./, '0 s.'));

	test('are what became of the orders; a description of a period is none', async () => {
		const first = await postOrders(company, [makeOrder('7'), makeOrder('8'), period]);
		expect(figuresOf(first)).toEqual({ quickbooks_posted: '2', quickbooks_unchanged: '0', quickbooks_needs_attention: '0', quickbooks_calls: String(company.counters.calls) });
		expect(hintsOf(first)).toEqual([`2 posted, 0 unchanged, 0 need attention; ${company.counters.calls} calls to QuickBooks in 0 s. 2 customers or products were created.`]);
		company.resetCounters();
		const second = await postOrders(company, [makeOrder('7'), collision, period]);
		expect(figuresOf(second)).toEqual({ quickbooks_posted: '0', quickbooks_unchanged: '1', quickbooks_needs_attention: '1', quickbooks_calls: String(company.counters.calls) });
		expect(second.hints(CREATE)[0]).toMatchObject({ type: 'warning', location: 'outputPane' });
	});

	test('say of a preview that it was one', async () => {
		const run = await postOrders(company, [makeOrder('7'), makeOrder('8')], { create: { operation: 'preview' } });
		expect(figuresOf(run)).toMatchObject({ quickbooks_posted: '0', quickbooks_unchanged: '0' });
		expect(hintsOf(run)).toEqual([`0 posted, 2 previewed, 0 unchanged, 0 need attention; ${company.counters.calls} calls to QuickBooks in 0 s.`]);
		expect(company.counters.writes).toBe(0);
	});

	test('of two posting nodes in one workflow add up, within the ten that n8n keeps of an execution', async () => {
		const create = (name: string) => ({ name, type: new QuickBooksCreateTransaction(), parameters: { operation: 'post' } });
		const run = await runWorkflow({
			nodes: [{ name: MAP, type: new MapOrderToQbTransaction(), parameters: filledIn, to: [['First', 'Second']] }, create('First'), create('Second')],
			vault: vaultFor(company),
			input: [makeOrder('7'), makeOrder('8'), collision] as Run['input'],
		});
		expect(run.error).toBeUndefined();
		const keys = Object.keys(run.customData);
		expect(keys.length).toBeLessThanOrEqual(10);
		expect(keys.every((key) => key.startsWith('quickbooks_'))).toBe(true);
		// The first node posts two and is refused the third, whose number the first order has; the second finds both standing.
		expect(figuresOf(run)).toEqual({ quickbooks_posted: '2', quickbooks_unchanged: '2', quickbooks_needs_attention: '2', quickbooks_calls: String(company.counters.calls) });
		expect([hintsOf(run, 'First')[0], hintsOf(run, 'Second')[0]]).toEqual([
			expect.stringMatching(/^2 posted, 0 unchanged, 1 need attention; \d+ calls/),
			expect.stringMatching(/^0 posted, 2 unchanged, 1 need attention; \d+ calls/),
		]);
		expect(company.company.documents('SalesReceipt')).toHaveLength(2);
	});

	test('come with what a builder should know of the company, once a run', async () => {
		company.company.settings.customTxnNumbers = false;
		const run = await postOrders(company, [makeOrder('7'), makeOrder('8')], { map: { depositAccount: { __rl: true, mode: 'name', value: 'Checking' } } });
		const [figures, ...others] = run.hints(CREATE);
		expect(figures!.message).toContain('2 posted');
		expect(others.map(({ type }) => type)).toEqual(['warning', 'warning']);
		expect(others.map(({ message }) => message)).toEqual([
			expect.stringContaining("'Custom transaction numbers' is off"),
			expect.stringContaining("'Deposit Account' is the checking account 'Checking'"),
		]);
	});
});

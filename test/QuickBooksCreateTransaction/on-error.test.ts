import type { INodeExecutionData } from 'n8n-workflow';
import type { FinishedRun } from '../engine';
import { makeOrder } from '../quickbooks/posting-bench';
import { isBatch, startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { attentions, CREATE, MAP, NEEDS_ATTENTION, POSTED, postings, postOrders, vaultFor } from './canvas';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

const CONTINUE = ['continueRegularOutput', 'continueErrorOutput'] as const;
const ALL = [undefined, ...CONTINUE];

const good = (number: string) => makeOrder(number);
const unbalanced = (number: string) => makeOrder(number, { totals: { total: '99.00' } });
const ambiguous = (number: string) => makeOrder(number, { lines: [{ id: '1', sku: 'TWICE-1', title: 'Twice', quantity: '1', gross: '54.75', net: '54.75' }] });

describe('orders that cannot be posted', () => {
	let company: QuickBooksSimulator;
	beforeEach(async () => {
		company = await startQuickBooks();
		for (const Name of ['Twice', 'Twice as much']) company.byHand.create('Item', { Name, Sku: 'TWICE-1', Type: 'Service', IncomeAccountRef: { value: '1' } });
	});
	afterEach(() => company.close());

	const everyItem = (run: FinishedRun): INodeExecutionData[] =>
		[MAP, CREATE].filter((name) => run.ran(name)).flatMap((name) => (run.task(name).data?.main ?? []).flatMap((items) => items ?? []));

	/** An `error` on the item or in its json is n8n's own: it would take the reason's place, or move the item to the error output. */
	function expectNoErrors(run: FinishedRun): void {
		for (const item of everyItem(run)) {
			expect(item.error).toBeUndefined();
			expect(item.json).not.toHaveProperty('error');
		}
		for (const name of [MAP, CREATE].filter((one) => run.ran(one))) expect(run.task(name).data?.main?.[name === MAP ? 2 : 3] ?? []).toEqual([]);
	}

	/** Whatever an item is by now, it is paired with the order that it was. */
	function expectPaired(run: FinishedRun, orders: Array<{ number: string }>): void {
		const numberOf = ({ json }: INodeExecutionData) => (json.order as { number: string }).number;
		const itemOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;
		const planned = run.items(MAP, 0);
		for (const output of [0, 1]) for (const item of run.items(MAP, output)) expect(orders[itemOf(item)]!.number).toBe(numberOf(item));
		for (const output of [0, 1, 2]) for (const item of run.items(CREATE, output)) expect(numberOf(planned[itemOf(item)]!)).toBe(numberOf(item));
	}

	test.each(ALL)('leave by Needs Attention with their reason, and the others are posted, whatever On Error says: %s', async (onError) => {
		const orders = [good('1'), unbalanced('2'), good('3'), ambiguous('4'), good('5')];
		const run = await postOrders(company, orders, { ...(onError ? { onError } : {}) });
		expect(run.error).toBeUndefined();
		expect(postings(run, POSTED).map(({ order }) => order.number)).toEqual(['1', '3', '5']);
		expect(attentions(run).map(([number, reason]) => [number, reason])).toEqual([
			['2', 'does-not-add-up'],
			['4', 'item-ambiguous'],
		]);
		expect(company.company.documents('SalesReceipt').map(({ DocNumber }) => DocNumber)).toEqual(['1', '3', '5']);
		expectNoErrors(run);
		expectPaired(run, orders);
	});

	test.each(CONTINUE)('because a choice of Map is missing leave by its Needs Attention with the field named: %s', async (onError) => {
		const orders = [good('1'), unbalanced('2')];
		const run = await postOrders(company, orders, { onError, map: { incomeAccount: { __rl: true, mode: 'list', value: '' } } });
		expect(run.items(MAP, 0)).toEqual([]);
		expect(attentions(run)).toEqual([
			['1', 'setting-invalid', "'Income Account' is empty, and creating products needs it", "Choose one in 'Income Account'"],
			['2', 'setting-invalid', "'Income Account' is empty, and creating products needs it", "Choose one in 'Income Account'"],
		]);
		expectNoErrors(run);
		expect(company.counters.calls).toBe(0);
	});

	test.each(CONTINUE)('because the connection was taken back leave by Needs Attention, and the figures count them: %s', async (onError) => {
		const vault = vaultFor(company);
		company.tokens.revoke();
		const orders = [good('1'), good('2')];
		const run = await postOrders(company, orders, { onError, vault });
		expect(run.items(CREATE, POSTED)).toEqual([]);
		expect(attentions(run)).toEqual(
			['1', '2'].map((number) => [number, 'connect-again', 'QuickBooks no longer accepts this connection, and n8n could not renew it', expect.stringContaining("'Connect my account'")]),
		);
		expect(run.customData).toMatchObject({ quickbooks_posted: '0', quickbooks_needs_attention: '2' });
		expect(run.hints(CREATE).map(({ type }) => type)).toEqual(['warning', 'danger']);
		expectNoErrors(run);
		expectPaired(run, orders);
	});

	test('because the connection was taken back stop the run where On Error says so, with what to do', async () => {
		const vault = vaultFor(company);
		company.tokens.revoke();
		const run = await postOrders(company, [good('1')], { vault });
		expect(run.error?.message).toBe('QuickBooks no longer accepts this connection, and n8n could not renew it');
		expect((run.error as { description?: string }).description).toContain("press 'Connect my account'");
	});

	test.each(ALL)('because the connection is taken back in the middle leave by Needs Attention; what stands already is given out as posted: %s', async (onError) => {
		company.faults.add({
			matches: (request) => isBatch(request) && request.body.includes('"SalesReceipt"'),
			skip: 1,
			effect: (answer) => {
				company.tokens.revoke();
				return answer;
			},
		});
		const orders = Array.from({ length: 240 }, (_, index) => good(String(1000 + index)));
		const run = await postOrders(company, orders, { ...(onError ? { onError } : {}) });
		expect(run.error).toBeUndefined();
		const posted = postings(run, POSTED);
		expect(posted.length).toBeGreaterThanOrEqual(30);
		expect(posted.length).toBeLessThan(240);
		const inBooks = company.company.documents('SalesReceipt').map(({ DocNumber }) => DocNumber);
		expect(posted.map(({ order }) => order.number).sort()).toEqual([...inBooks].sort());
		expect(posted.length + postings(run, NEEDS_ATTENTION).length).toBe(240);
		expect(new Set(attentions(run).map(([, reason]) => reason))).toEqual(new Set(['connect-again']));
		expect(run.hints(CREATE).find(({ type }) => type === 'danger')?.message).toContain('The run was stopped: QuickBooks no longer accepts this connection');
		expectNoErrors(run);
		expectPaired(run, orders);
	});
});

import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

let bench: PostingBench;
afterEach(() => bench.close());

const post = (settings: SyncSettingsInput = {}, changes: Partial<OrderInput> = {}) =>
	bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
const documents = () => bench.company.company.documents();
const byHand = (type: 'SalesReceipt' | 'RefundReceipt' | 'CreditMemo', DocNumber: string) =>
	bench.company.byHand.create(type, {
		DocNumber,
		CustomerRef: { value: '2' },
		...(type === 'RefundReceipt' ? { DepositToAccountRef: { value: '35' } } : {}),
		Line: [{ DetailType: 'SalesItemLineDetail', Amount: 5, SalesItemLineDetail: { ItemRef: { value: '1' } } }],
	});
const refunded: Partial<OrderInput> = {
	refunds: [{ id: 'r1', at: '2026-03-05T10:00:00Z', amount: '21.89', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '19.99', tax: '1.90', restocked: true }] }],
	totals: { total: '60.74', refunded: '21.89' },
};

describe('a number that is in use', () => {
	test("by somebody's Sales Receipt goes to a person, who is told whose it is, and nothing is written over or beside it", async () => {
		bench = await startPostingBench();
		const { Id } = byHand('SalesReceipt', '1001');
		const { attention } = await post();
		expect(attention).toMatchObject({ reason: 'number-taken', message: expect.stringContaining("'1001' belongs to another document"), evidence: { otherId: Id } });
		expect(bench.company.counters.writes).toBe(0);
		expect(documents()).toHaveLength(1);
	});

	test('by a document of another kind is told in the words of QuickBooks where it lets no two have one number', async () => {
		bench = await startPostingBench({ behaviour: { docNumbersUniqueOver: 'sales forms' } });
		const { Id } = byHand('CreditMemo', '1001');
		const { attention } = await post();
		expect(attention).toMatchObject({
			reason: 'quickbooks-6140',
			message: expect.stringContaining(`DocNumber=1001 is assigned to TxnType=Credit Memo with TxnId=${Id}`),
			remedy: expect.stringContaining("'Doc Number Prefix'"),
		});
		expect(documents()).toHaveLength(1);
	});

	test("by somebody's refund keeps the order's refund back, not its sale", async () => {
		bench = await startPostingBench();
		const { Id } = byHand('RefundReceipt', '1001-R1');
		const posting = await post({}, refunded);
		expect(posting.attention).toMatchObject({ reason: 'number-taken', message: expect.stringContaining("'1001-R1'"), evidence: { otherId: Id } });
		expect(documents().map(({ DocNumber }) => DocNumber).sort()).toEqual(['1001', '1001-R1']);
		expect(await post({ docNumber: { prefix: 'WEB-' } }, refunded)).toMatchObject({ outcome: 'posted' });
		expect(documents().map(({ DocNumber }) => DocNumber).sort()).toEqual(['1001', '1001-R1', 'WEB-1001-R1']);
	});

	test("of the refund is not the order's affair where QuickBooks numbers by itself", async () => {
		bench = await startPostingBench({ company: { customTxnNumbers: false } });
		byHand('RefundReceipt', '1001-R1');
		expect(await post({}, refunded)).toMatchObject({ outcome: 'posted' });
		expect(documents().map(({ DocNumber }) => DocNumber).sort()).toEqual(['1001', '1002', '1003']);
	});
});

describe('a company that numbers by itself', () => {
	test('is told so once a run where order numbers were wanted, and finds every order again', async () => {
		bench = await startPostingBench({ company: { customTxnNumbers: false } });
		const plans = ['1001', '1002'].map((number) => planFor(makeOrder(number), SETTINGS));
		const run = await bench.post(plans);
		expect(run.hints).toEqual([expect.stringContaining("'Custom transaction numbers' is off")]);
		bench.forget();
		expect((await bench.post(plans)).postings.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
		expect(documents()).toHaveLength(2);
	});
});

import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const BY_EMAIL: SyncSettingsInput = { ...SETTINGS, transactionType: 'invoiceAndPayment', customer: { mode: 'byEmail' }, refunds: { as: 'creditMemo' } };
const unpaid: Partial<OrderInput> = { payments: [], paymentStatus: 'unpaid' };

describe('a company that settles new invoices with what their customer has in credit', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench({ company: { autoApplyCredit: true } });
	});
	afterEach(async () => {
		expect(bench.company.audit()).toEqual([]);
		await bench.close();
	});

	const documents = (type: 'Invoice' | 'Payment' | 'CreditMemo') => bench.company.company.documents(type);
	const invoice = (number: string) => documents('Invoice').find(({ DocNumber }) => DocNumber === number);
	/** QuickBooks links credits by payments of nothing. */
	const money = () => documents('Payment').flatMap(({ TotalAmt, UnappliedAmt }) => (TotalAmt === 0 ? [] : [[TotalAmt, UnappliedAmt]]));
	const refunded = (number: string, amount: string): Partial<OrderInput> => ({
		refunds: [{ id: `r${number}`, at: '2026-03-05T10:00:00Z', amount, currency: 'USD', adjustment: amount }],
		totals: { total: '60.74', refunded: amount },
	});
	const post = (number: string, changes: Partial<OrderInput> = {}) => bench.post([planFor(makeOrder(number, changes), BY_EMAIL)]).then(only);
	/** Paid, and `amount` of it given back to the customer's credit. */
	const givenBack = (number: string, amount: string) => post(number, refunded(number, amount));
	async function expectNothingNew(...numbers: string[]): Promise<void> {
		bench.company.resetCounters();
		for (const number of numbers) expect(await post(number)).toMatchObject({ outcome: 'unchanged' });
		bench.forget();
		for (const number of numbers) expect(await post(number)).toMatchObject({ outcome: 'unchanged' });
		expect(bench.company.counters.writes).toBe(0);
	}

	test('has all money that came in: what finds nothing open any more is their credit again, and it is said', async () => {
		await givenBack('1000', '21.89');
		expect(await post('1001')).toMatchObject({
			outcome: 'posted',
			summary: 'Invoice 1001 and Payment of 60.74 created, 60.74 USD',
			remarks: ["QuickBooks settled the invoice with what the customer had in credit, so 21.89 USD of the payment stays as the customer's credit"],
		});
		expect(invoice('1001')).toMatchObject({ Balance: 0 });
		expect(money()).toEqual([[60.74, 0], [60.74, 21.89]]);
		await expectNothingNew('1001');
	});

	test('has it also where the credit covered the whole, and knows that payment again', async () => {
		await givenBack('1000', '60.74');
		expect(await post('1001')).toMatchObject({ outcome: 'posted' });
		expect(money()).toEqual([[60.74, 0], [60.74, 60.74]]);
		await expectNothingNew('1001');
	});

	test.each(['60.74', '21.89'])('has it also where the money comes after a credit of %s settled the invoice', async (credit) => {
		await post('1001', unpaid);
		await givenBack('1000', credit);
		expect(invoice('1001')).toMatchObject({ Balance: Number((60.74 - Number(credit)).toFixed(2)) });
		expect(await post('1001')).toMatchObject({ outcome: 'posted', remarks: [expect.stringContaining(`so ${credit} USD of the payment stays`)] });
		expect(money()).toEqual([[60.74, 0], [60.74, Number(credit)]]);
		await expectNothingNew('1001');
	});

	test('is paid and credited in one run without one being in the way of the other', async () => {
		const plans = [planFor(makeOrder('1000', refunded('1000', '21.89')), BY_EMAIL), planFor(makeOrder('1001'), BY_EMAIL)];
		expect((await bench.post(plans)).postings.map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
		expect(money()).toEqual([[60.74, 0], [60.74, 0]]);
		expect(documents('CreditMemo')).toMatchObject([{ TotalAmt: 21.89, RemainingCredit: 21.89 }]);
		await expectNothingNew('1001');
	});

	test('has what was cancelled voided before a credit of the same run could settle it', async () => {
		const reverse = { ...BY_EMAIL, cancellations: 'reverse' as const };
		await post('1001', unpaid);
		const cancelled = makeOrder('1001', { ...unpaid, status: 'cancelled', cancelledAt: '2026-03-20T10:00:00Z' });
		const { postings } = await bench.post([planFor(makeOrder('1000', refunded('1000', '21.89')), reverse), planFor(cancelled, reverse)]);
		expect(postings).toMatchObject([{ outcome: 'posted' }, { outcome: 'posted', action: 'voided' }]);
		expect(invoice('1001')).toMatchObject({ TotalAmt: 0 });
	});

	test('still takes what a person recorded for the payment that it is', async () => {
		await post('1001', unpaid);
		const { Id, CustomerRef } = invoice('1001')!;
		bench.company.byHand.create('Payment', { CustomerRef, TotalAmt: 60.74, Line: [{ Amount: 60.74, LinkedTxn: [{ TxnId: Id, TxnType: 'Invoice' }] }] });
		expect(await post('1001')).toMatchObject({ outcome: 'unchanged' });
		expect(money()).toEqual([[60.74, 0]]);
	});
});

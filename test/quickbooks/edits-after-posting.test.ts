import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { payloadsOf } from '../simulators/quickbooks/scripted-faults';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

/** Fountains at 275.00 that cost 125.00; the company has 50 of them, as item 9. */
const fountains = (quantity: number): Partial<OrderInput> => {
	const amount = (275 * quantity).toFixed(2);
	return {
		lines: [{ id: '1', sku: 'FOUNTAIN-01', title: 'Fountain', quantity: String(quantity), gross: amount, net: amount }],
		shipping: [],
		totals: { total: amount },
		payments: [{ ...makeOrder('1001').payments![0]!, amount }],
	};
};

describe('an order that is edited in the shop after it was posted', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(async () => {
		expect(bench.company.audit()).toEqual([]);
		await bench.close();
	});

	const books = () => bench.company.company;
	const one = (type: 'SalesReceipt' | 'Invoice') => books().documents(type)[0]!;
	const post = (changes: Partial<OrderInput>, settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })], { whenChanged: 'update' }).then(only);
	const stock = () => Number(books().inventory.quantityOf('9'));
	const threeForTwo = { shopTotal: '825.00', booksTotal: '550', difference: '275' };
	const untouched = (type: 'SalesReceipt' | 'Invoice') => {
		expect(one(type)).toMatchObject({ TotalAmt: 550 });
		expect(stock()).toBe(48);
	};

	test('is rewritten as long as nothing was done with it: lines, total, stock and its cost', async () => {
		await post(fountains(2));
		expect([stock(), books().balanceOf('Cost of Goods Sold')]).toEqual([48, '250.00']);
		expect(await post(fountains(3))).toMatchObject({ outcome: 'posted', action: 'updated', booksTotal: '825', difference: '0' });
		expect([stock(), books().balanceOf('Cost of Goods Sold')]).toEqual([47, '375.00']);
		expect(await post(fountains(3))).toMatchObject({ outcome: 'unchanged' });
		expect(books().documents('SalesReceipt')).toHaveLength(1);
	});

	test('keeps the date that its document has', async () => {
		await post(fountains(2));
		await post({ ...fountains(3), localDate: '2026-04-02' });
		expect(one('SalesReceipt')).toMatchObject({ TxnDate: '2026-03-01', TotalAmt: 825 });
	});

	test('is paid in the run that makes an invoice of nothing one of something', async () => {
		const type = { transactionType: 'invoiceAndPayment' as const };
		const free = { ...fountains(1), lines: [{ ...fountains(1).lines![0]!, discount: '275.00', net: '0.00' }], totals: { total: '0.00' }, payments: [] };
		await post(free, type);
		expect(one('Invoice')).toMatchObject({ TotalAmt: 0, Balance: 0 });
		expect(await post(fountains(1), type)).toMatchObject({ outcome: 'posted', summary: 'Invoice 1001 updated, Payment of 275 created, 275 USD' });
		expect(one('Invoice')).toMatchObject({ TotalAmt: 275, Balance: 0 });
		expect(await post(fountains(1), type)).toMatchObject({ outcome: 'unchanged' });
	});

	test('is rewritten by the version that stands, after a person changed what is no money', async () => {
		await post(fountains(2));
		bench.company.byHand.edit('SalesReceipt', one('SalesReceipt').Id, { CustomerMemo: { value: 'Thank you' }, TxnTaxDetail: { TotalTax: 0 } });
		expect(await post(fountains(3))).toMatchObject({ outcome: 'posted', action: 'updated' });
		expect(one('SalesReceipt')).toMatchObject({ TotalAmt: 825, CustomerMemo: { value: 'Thank you' } });
	});

	test('goes to a person when somebody edits the document at the same moment, and the next run sees it', async () => {
		await post(fountains(2));
		let edited = false;
		bench.company.faults.html({
			matches: (request) => {
				if (!edited && payloadsOf(request).some(({ operation, type }) => operation === 'update' && type === 'SalesReceipt')) {
					edited = true;
					bench.company.byHand.edit('SalesReceipt', one('SalesReceipt').Id, { TxnDate: '2026-03-03', TxnTaxDetail: { TotalTax: 0 } });
				}
				return false;
			},
		});
		expect(await post(fountains(3))).toMatchObject({ outcome: 'needsAttention' });
		untouched('SalesReceipt');
		expect((await post(fountains(3))).attention).toMatchObject({ reason: 'changed-on-both-sides', evidence: threeForTwo });
	});

	test('is told in figures and left when a person brought the receipt to the bank', async () => {
		await post(fountains(2));
		bench.company.byHand.deposit([{ type: 'SalesReceipt', id: one('SalesReceipt').Id }]);
		expect((await post(fountains(3))).attention).toMatchObject({
			reason: 'changed-in-shop',
			message: expect.stringContaining('which has payments or deposits on it, still says 550'),
			evidence: threeForTwo,
		});
		untouched('SalesReceipt');
	});

	test('is told in figures and left when its invoice is paid, or its payment deposited', async () => {
		const paid = { transactionType: 'invoiceAndPayment' as const };
		await post(fountains(2), paid);
		expect((await post(fountains(3), paid)).attention).toMatchObject({ reason: 'changed-in-shop', evidence: threeForTwo });
		bench.company.byHand.deposit([{ type: 'Payment', id: books().documents('Payment')[0]!.Id }]);
		expect((await post(fountains(3), paid)).attention).toMatchObject({ reason: 'changed-in-shop', evidence: threeForTwo });
		untouched('Invoice');
		expect(one('Invoice').Balance).toBe(0);
	});

	test('is told in figures and left when the books of its period are closed', async () => {
		await post(fountains(2));
		books().settings.bookCloseDate = '2026-03-31';
		expect((await post(fountains(3))).attention).toMatchObject({
			reason: 'books-closed',
			message: 'The order changed in the shop; Sales Receipt 1001 of 2026-03-01 says 550 USD, the shop 825.00, and the books are closed up to 2026-03-31',
			evidence: threeForTwo,
		});
		untouched('SalesReceipt');
		expect(await post(fountains(2))).toMatchObject({ outcome: 'unchanged' });
	});

	test('cancelled after the deposit is credited, not voided under it', async () => {
		const reverse = { cancellations: 'reverse' as const };
		await post(fountains(2), reverse);
		bench.company.byHand.deposit([{ type: 'SalesReceipt', id: one('SalesReceipt').Id }]);
		const cancelled = { ...fountains(2), status: 'cancelled' as const, cancelledAt: '2026-03-20T10:00:00Z' };
		expect(await post(cancelled, reverse)).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('Credit Memo 1001-C created') });
		expect(one('SalesReceipt')).toMatchObject({ TotalAmt: 550 });
		expect(stock()).toBe(50);
	});

	test('refunded after the deposit gets its refund, and the deposit stands', async () => {
		await post(fountains(2));
		bench.company.byHand.deposit([{ type: 'SalesReceipt', id: one('SalesReceipt').Id }]);
		const refund = { id: '7', at: '2026-03-20T10:00:00Z', amount: '275.00', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '275.00', restocked: true }] };
		const order = { ...fountains(2), totals: { total: '550.00', refunded: '275.00' }, refunds: [refund] };
		expect(await post(order)).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('Refund Receipt 1001-R1 created') });
		expect(stock()).toBe(49);
		expect(bench.company.counters.refusals).toEqual([]);
	});
});

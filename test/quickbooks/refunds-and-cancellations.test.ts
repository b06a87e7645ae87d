import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

type Refund = NonNullable<OrderInput['refunds']>[number];

const refund = (id: string, amount: string, changes: Partial<Refund> = {}): Refund => ({
	id,
	at: '2026-03-05T10:00:00Z',
	amount,
	currency: 'USD',
	payments: [{ id: `out-${id}`, method: 'card', amount }],
	...changes,
});

/** One of the two shirts of `makeOrder`, half of its price and tax. */
const oneShirt = { lines: [{ lineId: '1', quantity: '1', net: '19.99', tax: '1.90', restocked: true }] };

const refunded = (...refunds: Refund[]): Partial<OrderInput> => ({
	refunds,
	totals: { total: '60.74', refunded: refunds.reduce((all, { amount }) => all + Number(amount) * 100, 0) / 100 + '' },
});

describe('refunds and cancellations', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const documents = (type: 'SalesReceipt' | 'Invoice' | 'Estimate' | 'RefundReceipt' | 'CreditMemo' | 'Payment') => bench.company.company.documents(type);
	const post = (changes: Partial<OrderInput> = {}, settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
	afterEach(() => {
		expect(bench.company.audit()).toEqual([]);
	});

	test('a refund that comes later becomes a Refund Receipt of its own, and the sale stays as it is', async () => {
		await post();
		const posting = await post(refunded(refund('7', '21.89', oneShirt)));
		expect(posting).toMatchObject({ outcome: 'posted', action: 'updated', summary: 'Refund Receipt 1001-R1 created, 60.74 USD', difference: '0' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 60.74 }]);
		expect(documents('RefundReceipt')).toMatchObject([{ DocNumber: '1001-R1', TotalAmt: 21.89, TxnDate: '2026-03-05', TxnTaxDetail: { TotalTax: 1.9 } }]);
	});

	test('posted with the sale when the order comes refunded already, and a second run writes nothing in one call', async () => {
		const order = refunded(refund('7', '21.89', oneShirt));
		expect(await post(order)).toMatchObject({ outcome: 'posted', summary: 'Sales Receipt 1001 and Refund Receipt 1001-R1 created, 60.74 USD' });
		bench.company.resetCounters();
		expect(await post(order)).toMatchObject({ outcome: 'unchanged', transactions: [{ key: 'sale' }, { key: 'refund 7', total: '21.89' }] });
		expect(bench.company.counters).toMatchObject({ writes: 0, calls: 1 });
	});

	test('several are numbered in turn, and each is written once', async () => {
		const first = refund('7', '21.89', oneShirt);
		await post(refunded(first));
		await post(refunded(first, refund('9', '5.00', { at: '2026-03-08T10:00:00Z', adjustment: '5.00' })));
		expect(documents('RefundReceipt').map(({ DocNumber, TotalAmt, TxnDate }) => [DocNumber, TotalAmt, TxnDate])).toEqual([
			['1001-R1', 21.89, '2026-03-05'],
			['1001-R2', 5, '2026-03-08'],
		]);
	});

	test('of an amount only goes to the refund item, without tax and without moving stock', async () => {
		await post(refunded(refund('7', '5.00', { adjustment: '5.00', reason: 'Late parcel' })));
		const [receipt] = documents('RefundReceipt');
		expect(receipt).toMatchObject({ TotalAmt: 5, TxnTaxDetail: { TotalTax: 0 } });
		expect(receipt!.Line).toContainEqual(expect.objectContaining({ Description: 'Late parcel', Amount: 5 }));
		expect(JSON.stringify(receipt!.Line)).toContain('Refunds');
	});

	test('of shipping only goes to the shipping item', async () => {
		await post(refunded(refund('7', '5.99', { shipping: [{ net: '5.99' }] })));
		expect(JSON.stringify(documents('RefundReceipt')[0]!.Line)).toContain('"Shipping"');
	});

	test('of a piece that did not come back moves no stock of its product', async () => {
		await post(refunded(refund('7', '21.89', { lines: [{ ...oneShirt.lines[0]!, restocked: false }] })));
		const line = JSON.stringify(documents('RefundReceipt')[0]!.Line);
		expect(line).toContain('Shirt (not restocked)');
		expect(line).not.toContain('SHIRT-1');
	});

	test('to store credit is a liability again and no money', async () => {
		const accounts = { ...SETTINGS.accounts, giftCardLiability: { by: 'name' as const, value: 'Gift Card Liability' } };
		const order = refunded(refund('7', '21.89', { ...oneShirt, payments: [{ id: 'o', method: 'store_credit', amount: '21.89', tender: 'storeCredit' }] }));
		expect(await post(order, { accounts })).toMatchObject({ outcome: 'posted' });
		expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 0 }]);
	});

	test('becomes a Credit Memo where that is chosen', async () => {
		await post(refunded(refund('7', '21.89', oneShirt)), { transactionType: 'invoiceAndPayment', refunds: { as: 'creditMemo' } });
		expect(documents('CreditMemo')).toMatchObject([{ DocNumber: '1001-R1', TotalAmt: 21.89, RemainingCredit: 21.89 }]);
		expect(documents('RefundReceipt')).toEqual([]);
	});

	test('goes to the customer of its sale, whoever a changed setting would name, and makes nobody else', async () => {
		await post({}, { customer: { mode: 'byEmail' } });
		await post(refunded(refund('7', '21.89', oneShirt)), { customer: { mode: 'one', name: 'Counter Sales' }, refunds: { as: 'creditMemo' } });
		expect(documents('CreditMemo').map(({ CustomerRef }) => CustomerRef)).toEqual(documents('SalesReceipt').map(({ CustomerRef }) => CustomerRef));
		expect(documents('CreditMemo')).toHaveLength(1);
		expect(bench.company.company.all('Customer').filter(({ DisplayName }) => DisplayName === 'Counter Sales')).toEqual([]);
	});

	test("is a person's affair where that is chosen, and the sale is posted all the same", async () => {
		const posting = await post(refunded(refund('7', '21.89', oneShirt)), { refunds: { as: 'needsAttention' } });
		expect(posting.attention).toMatchObject({ reason: 'refund-to-book' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 60.74 }]);
		expect(documents('RefundReceipt')).toEqual([]);
	});

	test('beyond the order is refused with its figures, and nothing is posted', () => {
		expect(() => planFor(makeOrder('1001', refunded(refund('7', '60.75', { adjustment: '60.75' }))))).toThrow('refunds-exceed-total');
	});

	test('is found again after a person renumbered it', async () => {
		const order = refunded(refund('7', '21.89', oneShirt));
		await post(order);
		bench.company.byHand.edit('RefundReceipt', documents('RefundReceipt')[0]!.Id, { DocNumber: 'R-77', TxnTaxDetail: { TotalTax: 1.9 } });
		expect(await post(order)).toMatchObject({ outcome: 'unchanged' });
		expect(documents('RefundReceipt')).toHaveLength(1);
	});

	describe('a person', () => {
		const order = refunded(refund('7', '21.89', oneShirt));
		const byHand = () => bench.company.byHand;

		test('who voided it is respected, and it is not written again', async () => {
			await post(order);
			byHand().void('RefundReceipt', documents('RefundReceipt')[0]!.Id);
			const posting = await post(order);
			expect(posting).toMatchObject({ outcome: 'unchanged' });
			expect(posting.remarks).toContain('Refund Receipt 1001-R1 was voided in QuickBooks; it is left so and not written again');
			expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 0 }]);
		});

		test('who voided it where QuickBooks numbers by itself is respected, too', async () => {
			bench.company.company.settings.customTxnNumbers = false;
			await post(order);
			byHand().void('RefundReceipt', documents('RefundReceipt')[0]!.Id);
			expect(await post(order)).toMatchObject({ outcome: 'unchanged' });
			expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 0 }]);
		});

		test('who deleted it is asked, and gets it again only by choice', async () => {
			await post(order);
			byHand().delete('RefundReceipt', documents('RefundReceipt')[0]!.Id);
			expect((await post(order)).attention).toMatchObject({ reason: 'deleted-in-quickbooks', message: expect.stringContaining('Refund Receipt with id') });
			expect(documents('RefundReceipt')).toEqual([]);
			const again = only(await bench.post([planFor(makeOrder('1001', order))], { whenDeleted: 'postAgain' }));
			expect(again).toMatchObject({ outcome: 'posted' });
			expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 21.89 }]);
		});

		test('who deleted a payment is asked just so', async () => {
			const paid: SyncSettingsInput = { transactionType: 'invoiceAndPayment' };
			await post({}, paid);
			byHand().delete('Payment', documents('Payment')[0]!.Id);
			expect((await post({}, paid)).attention).toMatchObject({ reason: 'deleted-in-quickbooks' });
			expect(documents('Payment')).toEqual([]);
		});

		test('who changed its amount is told of both figures, and it is not overwritten', async () => {
			await post(order);
			const [receipt] = documents('RefundReceipt');
			byHand().edit('RefundReceipt', receipt!.Id, { TxnTaxDetail: { TotalTax: 0 } });
			expect((await post(order)).attention).toMatchObject({ reason: 'refund-differs', evidence: { shopTotal: '21.89', booksTotal: '19.99', difference: '1.9' } });
			expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 19.99 }]);
		});

		test('whose own document bears its number is told of that one, and may have it adopted when it agrees', async () => {
			await post();
			const { CustomerRef } = documents('SalesReceipt')[0]!;
			byHand().create('RefundReceipt', {
				DocNumber: '1001-R1',
				TxnDate: '2026-03-05',
				CustomerRef,
				DepositToAccountRef: { value: '4' },
				TxnTaxDetail: { TotalTax: 0 },
				Line: [{ DetailType: 'SalesItemLineDetail', Amount: 21.89, SalesItemLineDetail: { ItemRef: { value: '7' } } }],
			});
			expect((await post(order)).attention).toMatchObject({ reason: 'number-taken', message: expect.stringContaining("'When a Number Is Taken' may adopt it") });
			const adopted = only(await bench.post([planFor(makeOrder('1001', order))], { whenNumberTaken: 'adopt' }));
			expect(adopted).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('Refund Receipt 1001-R1 adopted') });
			expect(await post(order)).toMatchObject({ outcome: 'unchanged' });
			expect(documents('RefundReceipt')).toHaveLength(1);
		});
	});

	describe('of stock', () => {
		const fountain = { lines: [{ id: '1', sku: 'FOUNTAIN-01', title: 'Fountain', quantity: '2', gross: '550.00', net: '550.00' }], shipping: [] };
		const payments = [{ ...makeOrder('1001').payments![0]!, amount: '550.00' }];
		const sold = { ...fountain, payments, totals: { total: '550.00' } };
		const back = (restocked: boolean) => ({
			...sold,
			totals: { total: '550.00', refunded: '275.00' },
			refunds: [refund('7', '275.00', { lines: [{ lineId: '1', quantity: '1', net: '275.00', restocked }] })],
		});
		const stock = () => Number(bench.company.company.inventory.quantityOf('9'));

		test('that came back is in stock again, at its cost', async () => {
			await post(sold);
			expect(stock()).toBe(48);
			await post(back(true));
			expect(stock()).toBe(49);
			expect(bench.company.company.balanceOf('Cost of Goods Sold')).toBe('125.00');
		});

		test('that did not come back is not', async () => {
			await post(sold);
			await post(back(false));
			expect(stock()).toBe(48);
			expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 275 }]);
		});
	});

	describe('withdrawn in the shop', () => {
		const [first, second] = [refund('7', '21.89', oneShirt), refund('9', '5.00', { at: '2026-03-08T10:00:00Z', adjustment: '5.00' })];

		test('still stands in QuickBooks, which a person is told, each time', async () => {
			await post(refunded(first));
			for (let run = 0; run < 2; run += 1) {
				expect((await post()).attention).toMatchObject({
					reason: 'refund-withdrawn',
					message: 'Refund Receipt 1001-R1 stands in QuickBooks, and the shop does not know it any more: 21.89 USD is given back in QuickBooks, and 0 in the shop',
					evidence: { shopRefunded: '0', booksRefunded: '21.89' },
				});
			}
			bench.company.byHand.delete('RefundReceipt', documents('RefundReceipt')[0]!.Id);
			expect(await post()).toMatchObject({ outcome: 'unchanged' });
		});

		test('is told where another one stays, whose number it has', async () => {
			await post(refunded(first, second));
			expect((await post(refunded(second))).attention).toMatchObject({
				reason: 'refund-withdrawn',
				message: expect.stringContaining('Refund Receipt 1001-R1 stands in QuickBooks'),
				evidence: { shopRefunded: '5', booksRefunded: '26.89' },
			});
			expect(documents('RefundReceipt')).toHaveLength(2);
		});

		test('is told of a sale that is rewritten, too', async () => {
			await post(refunded(first));
			const [shirt, mug] = makeOrder('1001').lines;
			const cheaper = { lines: [{ ...shirt!, gross: '38.98', net: '38.98' }, mug!], totals: { total: '59.74' } };
			const plan = planFor(makeOrder('1001', cheaper));
			expect(only(await bench.post([plan], { whenChanged: 'update' })).attention).toMatchObject({ reason: 'refund-withdrawn' });
		});

		test('is told also where QuickBooks numbers by itself', async () => {
			bench.company.company.settings.customTxnNumbers = false;
			await post(refunded(first));
			bench.forget();
			expect((await post()).attention).toMatchObject({ reason: 'refund-withdrawn' });
		});

		test('says nothing of refunds that are a person\'s affair by now', async () => {
			await post(refunded(first));
			expect((await post(refunded(first), { refunds: { as: 'needsAttention' } })).attention).toMatchObject({ reason: 'refund-to-book' });
		});
	});

	test('an order that was given back wholly before it was posted is skipped where that is chosen', async () => {
		const all = refunded(refund('7', '60.74', { adjustment: '60.74' }));
		expect(await post(all, { refunds: { ofUnposted: 'skip' } })).toMatchObject({ outcome: 'unchanged', action: 'held' });
		expect(documents('SalesReceipt')).toEqual([]);
		expect(await post(all)).toMatchObject({ outcome: 'posted' });
		expect(documents('RefundReceipt')).toMatchObject([{ TotalAmt: 60.74 }]);
	});

	describe('a cancelled order', () => {
		const cancelled = { status: 'cancelled' as const, cancelledAt: '2026-03-20T10:00:00Z' };
		const nextMonth = { ...cancelled, cancelledAt: '2026-04-02T10:00:00Z' };
		const unpaid = { payments: [], paymentStatus: 'unpaid' as const };
		const reverse: SyncSettingsInput = { transactionType: 'invoice', cancellations: 'reverse' };

		test('that was never posted is not posted', async () => {
			expect(await post(cancelled)).toMatchObject({ outcome: 'unchanged', action: 'held' });
			expect(documents('SalesReceipt')).toEqual([]);
		});

		test('goes to a person when nothing else is chosen', async () => {
			await post();
			expect((await post(cancelled)).attention).toMatchObject({ reason: 'changed-in-shop', message: expect.stringContaining('it was cancelled') });
			expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 60.74 }]);
		});

		test('is voided in its own month, once, and known for that afterwards', async () => {
			await post(unpaid, reverse);
			expect(await post({ ...unpaid, ...cancelled }, reverse)).toMatchObject({ outcome: 'posted', action: 'voided' });
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 0, PrivateNote: expect.stringContaining('the order was cancelled in the shop') }]);
			bench.company.resetCounters();
			expect(await post({ ...unpaid, ...cancelled }, reverse)).toMatchObject({ outcome: 'unchanged' });
			expect(bench.company.counters.writes).toBe(0);
		});

		test('that was voided and is taken up again in the shop, as when the money comes late, goes to a person', async () => {
			await post(unpaid, reverse);
			await post({ ...unpaid, ...cancelled }, reverse);
			for (let run = 0; run < 2; run += 1) {
				expect((await post({}, reverse)).attention).toMatchObject({
					reason: 'no-longer-cancelled',
					message: 'Invoice 1001 was voided when the order was cancelled in the shop, which now says 60.74 USD again',
				});
			}
			bench.company.byHand.delete('Invoice', documents('Invoice')[0]!.Id);
			const plan = planFor(makeOrder('1001'), { ...SETTINGS, ...reverse });
			expect(only(await bench.post([plan], { whenDeleted: 'postAgain' }))).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
		});

		test('whose sales order was rejected and that is taken up again goes to a person', async () => {
			const chain: SyncSettingsInput = { transactionType: 'salesOrderInvoicePayment', invoiceWhen: 'whenPaid' };
			await post(unpaid, chain);
			await post({ ...unpaid, ...cancelled }, chain);
			expect((await post({}, chain)).attention).toMatchObject({ reason: 'no-longer-cancelled', message: expect.stringContaining('Estimate 1001 was rejected') });
			expect(documents('Invoice')).toEqual([]);
		});

		test('that was credited and is taken up again goes to a person', async () => {
			await post(unpaid, reverse);
			await post({ ...unpaid, ...nextMonth }, reverse);
			expect((await post({}, reverse)).attention).toMatchObject({ reason: 'refund-withdrawn', message: expect.stringContaining('Credit Memo 1001-C stands in QuickBooks') });
		});

		test('is credited in a later month, once', async () => {
			await post(unpaid, reverse);
			expect(await post({ ...unpaid, ...nextMonth }, reverse)).toMatchObject({ outcome: 'posted' });
			expect(await post({ ...unpaid, ...nextMonth }, reverse)).toMatchObject({ outcome: 'unchanged' });
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74 }]);
			expect(documents('CreditMemo')).toMatchObject([{ DocNumber: '1001-C', TotalAmt: 60.74, TxnDate: '2026-04-02' }]);
		});

		test('is credited on its day, and never voided, where that is chosen', async () => {
			const credit: SyncSettingsInput = { transactionType: 'invoice', cancellations: 'credit' };
			await post(unpaid, credit);
			expect(await post({ ...unpaid, ...cancelled }, credit)).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('Credit Memo 1001-C created') });
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74 }]);
			expect(documents('CreditMemo')).toMatchObject([{ TotalAmt: 60.74, TxnDate: '2026-03-20' }]);
			expect(await post({ ...unpaid, ...cancelled }, credit)).toMatchObject({ outcome: 'unchanged' });
		});

		test('is left where that is chosen, and that is said', async () => {
			const leave: SyncSettingsInput = { cancellations: 'leave' };
			await post({}, leave);
			const posting = await post(cancelled, leave);
			expect(posting).toMatchObject({ outcome: 'unchanged' });
			expect(posting.remarks).toContain('The order was cancelled in the shop; Sales Receipt 1001 is left as it is');
			expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 60.74 }]);
		});

		test('of a shop that does not keep when it was, is taken back in the month of the reading that says so', async () => {
			await post(unpaid, reverse);
			await post({ ...unpaid, status: 'cancelled', updatedAt: '2026-04-02T10:00:00Z' }, reverse);
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74 }]);
			expect(documents('CreditMemo')).toMatchObject([{ TxnDate: '2026-04-02' }]);
		});

		test('whose credit a person voided is not credited again', async () => {
			await post(unpaid, reverse);
			await post({ ...unpaid, ...nextMonth }, reverse);
			bench.company.byHand.void('CreditMemo', documents('CreditMemo')[0]!.Id);
			expect(await post({ ...unpaid, ...nextMonth }, reverse)).toMatchObject({ outcome: 'unchanged' });
			expect(documents('CreditMemo')).toHaveLength(1);
		});

		test('that was paid is credited, not voided under its payment', async () => {
			const paid = { ...reverse, transactionType: 'invoiceAndPayment' as const };
			await post({}, paid);
			await post(cancelled, paid);
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74, Balance: 0 }]);
			expect(documents('CreditMemo')).toHaveLength(1);
		});

		test('whose payment comes to light with the cancellation gets that payment and is credited, not voided under it', async () => {
			const paid = { ...reverse, transactionType: 'invoiceAndPayment' as const };
			await post(unpaid, paid);
			expect(await post(cancelled, paid)).toMatchObject({ outcome: 'posted' });
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74, Balance: 0 }]);
			expect(documents('Payment')).toMatchObject([{ TotalAmt: 60.74 }]);
			expect(documents('CreditMemo')).toMatchObject([{ TotalAmt: 60.74 }]);
			expect(bench.company.counters.refusals).toEqual([]);
			expect(await post(cancelled, paid)).toMatchObject({ outcome: 'unchanged' });
		});

		test('that was refunded wholly needs nothing more', async () => {
			await post();
			const order = { ...refunded(refund('7', '60.74', { adjustment: '60.74' })), ...cancelled };
			expect(await post(order)).toMatchObject({ outcome: 'posted', summary: expect.stringContaining('Refund Receipt 1001-R1') });
			expect(await post(order)).toMatchObject({ outcome: 'unchanged' });
			expect(documents('CreditMemo')).toEqual([]);
		});

		test('that was refunded in part goes to a person', async () => {
			await post({}, { ...reverse, transactionType: 'salesReceipt' });
			const posting = await post({ ...refunded(refund('7', '5.00', { adjustment: '5.00' })), ...cancelled }, { ...reverse, transactionType: 'salesReceipt' });
			expect(posting.attention).toMatchObject({ reason: 'cancelled-and-refunded-in-part' });
		});

		test('leaves its sales order rejected, which needs no choice', async () => {
			const type: SyncSettingsInput = { transactionType: 'salesOrder' };
			await post(unpaid, type);
			expect(await post({ ...unpaid, ...cancelled }, type)).toMatchObject({ outcome: 'posted', action: 'rejected' });
			expect(documents('Estimate')).toMatchObject([{ TxnStatus: 'Rejected' }]);
			expect(await post({ ...unpaid, ...cancelled }, type)).toMatchObject({ outcome: 'unchanged' });
		});

		test('is only previewed by a preview, and stands', async () => {
			await post(unpaid, reverse);
			const plan = planFor(makeOrder('1001', { ...unpaid, ...cancelled }), { ...SETTINGS, ...reverse });
			expect(only(await bench.post([plan], {}, 'preview'))).toMatchObject({ outcome: 'preview', summary: expect.stringContaining('Invoice 1001 would be voided') });
			expect(documents('Invoice')).toMatchObject([{ TotalAmt: 60.74 }]);
		});
	});
});

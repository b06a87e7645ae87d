import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

type Payments = NonNullable<OrderInput['payments']>;

const money = (id: string, amount: string, at = '2026-03-02T12:00:00Z'): Payments[number] => ({
	id,
	kind: 'sale',
	status: 'success',
	method: 'card',
	amount,
	currency: 'USD',
	at,
	reference: `ch_${id}`,
});

const unpaid = { payments: [], paymentStatus: 'unpaid' as const };

describe('orders that become several documents', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const books = () => bench.company.company;
	const one = (type: Parameters<ReturnType<typeof books>['documents']>[0]) => {
		const documents = books().documents(type);
		expect(documents).toHaveLength(1);
		return documents[0]!;
	};
	const count = () => Object.fromEntries((['Estimate', 'Invoice', 'SalesReceipt', 'Payment'] as const).map((type) => [type, books().documents(type).length]));
	const post = (settings: SyncSettingsInput, changes: Partial<OrderInput> = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
	const balanced = () => {
		const { debit, credit } = bench.company.trialBalance();
		expect(debit).toBe(credit);
	};

	describe('Sales Order, Invoice and Payment if Paid', () => {
		const type = { transactionType: 'salesOrderInvoicePayment' as const };

		test('a paid order becomes an estimate, the invoice that closes it, and a payment that settles the invoice', async () => {
			const posting = await post(type);
			expect(posting).toMatchObject({
				outcome: 'posted',
				action: 'created',
				summary: 'Estimate 1001, Invoice 1001 and Payment of 60.74 created, 60.74 USD',
				difference: '0',
				transactions: [{ key: 'sales-order', type: 'Estimate' }, { key: 'sale', type: 'Invoice' }, { type: 'Payment', total: '60.74' }],
			});
			const [estimate, invoice, payment] = [one('Estimate'), one('Invoice'), one('Payment')];
			expect(estimate).toMatchObject({ TxnStatus: 'Closed', LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }], TotalAmt: 60.74 });
			expect(invoice).toMatchObject({ Balance: 0, TotalAmt: 60.74, TxnTaxDetail: { TotalTax: 4.76 } });
			expect(payment).toMatchObject({ TotalAmt: 60.74, UnappliedAmt: 0, TxnDate: '2026-03-01' });
			balanced();
		});

		test('a second run writes nothing and makes one call', async () => {
			await post(type);
			bench.company.resetCounters();
			expect(await post(type)).toMatchObject({ outcome: 'unchanged', transactions: [{ type: 'Estimate' }, { type: 'Invoice' }] });
			expect(bench.company.counters).toMatchObject({ writes: 0, calls: 1 });
		});

		test('each step comes when the order has come so far, and steps that stand are kept', async () => {
			const whenPaid = { ...type, invoiceWhen: 'whenPaid' as const };
			expect(await post(whenPaid, unpaid)).toMatchObject({ outcome: 'posted', transactions: [{ type: 'Estimate' }] });
			expect(count()).toEqual({ Estimate: 1, Invoice: 0, SalesReceipt: 0, Payment: 0 });
			expect(await post(whenPaid, unpaid)).toMatchObject({ outcome: 'unchanged' });
			const paid = { payments: [money('1', '60.74')] };
			expect(await post(whenPaid, paid)).toMatchObject({ outcome: 'posted', summary: 'Invoice 1001 and Payment of 60.74 created, 60.74 USD' });
			expect(one('Invoice')).toMatchObject({ Balance: 0, TxnDate: '2026-03-02' });
			expect(one('Estimate')).toMatchObject({ TxnStatus: 'Closed' });
			expect(await post(whenPaid, paid)).toMatchObject({ outcome: 'unchanged' });
			expect(count()).toEqual({ Estimate: 1, Invoice: 1, SalesReceipt: 0, Payment: 1 });
		});

		test('the invoice waits for the goods to leave where that is chosen, and paying alone does not bring it', async () => {
			const whenFulfilled = { ...type, invoiceWhen: 'whenFulfilled' as const };
			await post(whenFulfilled);
			expect(count()).toMatchObject({ Estimate: 1, Invoice: 0, Payment: 0 });
			await post(whenFulfilled, { fulfillmentStatus: 'fulfilled', updatedAt: '2026-03-09T08:00:00Z' });
			expect(one('Invoice')).toMatchObject({ Balance: 0, TxnDate: '2026-03-09' });
			expect(one('Payment')).toMatchObject({ TxnDate: '2026-03-01' });
		});

		test('an invoice that a person made of the sales order is taken for its own, and paid', async () => {
			await post({ ...type, invoiceWhen: 'whenPaid' }, unpaid);
			const estimate = one('Estimate');
			const { Line, CustomerRef, TxnTaxDetail } = estimate;
			bench.company.byHand.create('Invoice', {
				DocNumber: 'HAND-1',
				CustomerRef,
				TxnTaxDetail,
				Line: (Line as Array<{ DetailType: string }>).filter(({ DetailType }) => DetailType !== 'SubTotalLineDetail'),
				LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }],
			});
			expect(await post(type)).toMatchObject({ outcome: 'posted' });
			expect(one('Invoice')).toMatchObject({ DocNumber: 'HAND-1', Balance: 0 });
			expect(await post(type)).toMatchObject({ outcome: 'unchanged' });
			expect(count()).toMatchObject({ Estimate: 1, Invoice: 1, Payment: 1 });
		});

		test('an estimate that a person rejected leaves the invoice unlinked, and a person is told', async () => {
			await post({ ...type, invoiceWhen: 'whenPaid' }, unpaid);
			bench.company.byHand.edit('Estimate', one('Estimate').Id, { TxnStatus: 'Rejected', TxnTaxDetail: { TotalTax: 4.76 } });
			const posting = await post(type);
			expect(posting.attention).toMatchObject({ reason: 'sales-order-not-closed' });
			expect(one('Invoice')).toMatchObject({ TotalAmt: 60.74, Balance: 0 });
		});
	});

	describe('Sales Order', () => {
		test('is an accepted estimate and moves nothing in the general ledger', async () => {
			const before = bench.company.trialBalance();
			expect(await post({ transactionType: 'salesOrder' })).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
			expect(one('Estimate')).toMatchObject({ TxnStatus: 'Accepted', DocNumber: '1001', TotalAmt: 60.74 });
			expect(bench.company.trialBalance()).toEqual(before);
		});

		test('an order stays one when another type is chosen later', async () => {
			await post({ transactionType: 'salesOrder' });
			const posting = await post({ transactionType: 'salesReceipt' });
			expect(posting).toMatchObject({ outcome: 'unchanged', remarks: [expect.stringContaining('stays one, although it would become a Sales Receipt today')] });
			expect(count()).toEqual({ Estimate: 1, Invoice: 0, SalesReceipt: 0, Payment: 0 });
		});
	});

	describe('payments', () => {
		const type = { transactionType: 'invoiceAndPayment' as const };

		test('several tenders become several payments, each on its day', async () => {
			await post(type, { payments: [money('1', '40.00', '2026-03-02T12:00:00Z'), money('2', '20.74', '2026-03-04T12:00:00Z')] });
			expect(books().documents('Payment').map(({ TotalAmt, TxnDate, PaymentRefNum }) => [TotalAmt, TxnDate, PaymentRefNum])).toEqual([
				[40, '2026-03-02', 'ch_1'],
				[20.74, '2026-03-04', 'ch_2'],
			]);
			expect(one('Invoice').Balance).toBe(0);
			balanced();
		});

		test('a part is recorded at once, the rest when it comes', async () => {
			const first = [money('1', '40.00')];
			await post(type, { payments: first, paymentStatus: 'partial' });
			expect(one('Invoice').Balance).toBe(20.74);
			expect(await post(type, { payments: [...first, money('2', '20.74')] })).toMatchObject({ outcome: 'posted', action: 'updated' });
			expect(one('Invoice').Balance).toBe(0);
			expect(books().documents('Payment')).toHaveLength(2);
		});

		test('an invoice to be paid later gets its payment when the shop says that it is paid', async () => {
			const later = { transactionType: 'invoice' as const };
			await post(later, { payments: [money('1', '40.00')], paymentStatus: 'partial' });
			expect(count()).toMatchObject({ Invoice: 1, Payment: 0 });
			await post(later, { payments: [money('1', '40.00'), money('2', '20.74')] });
			expect(one('Invoice').Balance).toBe(0);
		});

		test("what is too much stays as the customer's credit, and says so", async () => {
			const posting = await post(type, { payments: [money('1', '70.00')] });
			expect(posting.remarks).toContainEqual(expect.stringContaining('9.26 USD of the payments is more than the invoice'));
			expect(one('Payment')).toMatchObject({ TotalAmt: 70, UnappliedAmt: 9.26 });
			expect(one('Invoice').Balance).toBe(0);
		});

		test('what comes after the invoice was settled is recorded once, as a credit', async () => {
			const first = money('1', '60.74');
			await post(type, { payments: [first] });
			const twice = { payments: [first, money('2', '60.74', '2026-03-04T12:00:00Z')] };
			expect(await post(type, twice)).toMatchObject({ outcome: 'posted' });
			expect(await post(type, twice)).toMatchObject({ outcome: 'unchanged' });
			expect(books().documents('Payment').map(({ UnappliedAmt }) => UnappliedAmt)).toEqual([0, 60.74]);
		});

		test('an order of nothing to pay is posted without one', async () => {
			const free = { lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: '0', net: '0' }], shipping: [], totals: { total: '0' }, payments: [] };
			expect(await post(type, free)).toMatchObject({ outcome: 'posted', booksTotal: '0' });
			expect(count()).toMatchObject({ Invoice: 1, Payment: 0 });
		});

		test('one that a person recorded counts, and is not recorded again', async () => {
			await post(type, unpaid);
			const invoice = one('Invoice');
			bench.company.byHand.create('Payment', {
				CustomerRef: invoice.CustomerRef,
				TotalAmt: 60.74,
				Line: [{ Amount: 60.74, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
			});
			expect(await post(type)).toMatchObject({ outcome: 'unchanged', booksTotal: '60.74' });
			expect(books().documents('Payment')).toHaveLength(1);
		});

		test('never exceeds what is open: the rest goes to a person, in figures', async () => {
			await post(type, unpaid);
			const invoice = one('Invoice');
			bench.company.byHand.create('Payment', {
				CustomerRef: invoice.CustomerRef,
				TotalAmt: 30,
				Line: [{ Amount: 30, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
			});
			const posting = await post(type);
			expect(posting.attention).toMatchObject({ reason: 'payment-exceeds-balance', evidence: { payment: '60.74', open: '30.74' } });
			expect(one('Invoice').Balance).toBe(30.74);
		});

		test('one that a person voided is not recorded again', async () => {
			await post(type);
			bench.company.byHand.void('Payment', one('Payment').Id);
			expect(one('Invoice').Balance).toBe(60.74);
			const posting = await post(type);
			expect(posting).toMatchObject({ outcome: 'unchanged' });
			expect(posting.remarks).toContainEqual(expect.stringContaining('voided in QuickBooks'));
			expect(one('Invoice').Balance).toBe(60.74);
		});

		test("goes to the invoice's own customer, whoever a changed setting would name", async () => {
			await post(type, unpaid);
			await post({ ...type, customer: { mode: 'byEmail' } });
			expect(one('Payment').CustomerRef).toEqual(one('Invoice').CustomerRef);
			expect(one('Invoice').Balance).toBe(0);
		});

		test('an unpaid order that became an invoice gets its money there, not a receipt', async () => {
			const receipts = { transactionType: 'salesReceipt' as const, unpaidReceipt: 'invoice' as const };
			await post(receipts, unpaid);
			expect(await post(receipts)).toMatchObject({ outcome: 'posted' });
			expect(count()).toEqual({ Estimate: 0, Invoice: 1, SalesReceipt: 0, Payment: 1 });
			expect(one('Invoice').Balance).toBe(0);
		});

		test('a receipt holds its money itself', async () => {
			await post({ transactionType: 'salesReceipt', unpaidReceipt: 'invoice' });
			expect(count()).toEqual({ Estimate: 0, Invoice: 0, SalesReceipt: 1, Payment: 0 });
		});

		test('part of an order by gift card after it was invoiced goes to a person, and is not left open in silence', async () => {
			await post(type, unpaid);
			const payments = [money('1', '50.74'), { ...money('2', '10.00'), method: 'gift_card', tender: 'giftCard' as const }];
			const settings = { ...type, accounts: { ...SETTINGS.accounts, giftCardLiability: { by: 'name' as const, value: 'Gift Cards Outstanding' } } };
			expect((await post(settings, { payments })).attention).toMatchObject({ reason: 'changed-in-shop', evidence: { difference: '-10' } });
		});
	});

	test('1,000 sales orders, invoices and payments, one in five with a new customer, 300 SKUs: at most 140 calls, and every account agrees', async () => {
		const settings = { ...SETTINGS, transactionType: 'salesOrderInvoicePayment' as const, customer: { mode: 'byEmail' as const } };
		const plans = Array.from({ length: 1000 }, (_, index) => {
			const person = index % 200;
			const order = makeOrder(String(5000 + index), { customer: { firstName: 'Buyer', lastName: `N${person}`, email: `buyer${person}@example.com` } });
			order.lines[0]!.sku = `SKU-${index % 300}`;
			order.lines[0]!.title = `Thing ${index % 300}`;
			return planFor(order, settings);
		});
		const run = await bench.post(plans);
		expect(run.postings.filter(({ outcome }) => outcome !== 'posted')).toEqual([]);
		expect(count()).toEqual({ Estimate: 1000, Invoice: 1000, SalesReceipt: 0, Payment: 1000 });
		expect(books().documents('Invoice').filter(({ Balance }) => Balance !== 0)).toEqual([]);
		expect(bench.company.counters.calls).toBeLessThanOrEqual(140);
		expect(bench.company.counters.throttled).toBe(0);
		balanced();
	});
});

import { mainForm } from '../../nodes/transaction/parts';
import type { Posting } from '../../nodes/postings/posting';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { orderOf } from '../transaction/order-of';
import { map, MAP, NEEDS_ATTENTION, PLANNED } from './canvas';

const period = {
	document: 'period',
	channel: 'woocommerce',
	accountId: 'hats.example.com',
	from: '2026-03-01T00:00:00Z',
	to: '2026-03-02T00:00:00Z',
	firstDay: '2026-03-01',
	lastDay: '2026-03-01',
	orders: 1,
	unreadable: 0,
	complete: true,
};

const unreadable = {
	document: 'order',
	status: 'unreadable',
	channel: 'woocommerce',
	accountId: 'hats.example.com',
	id: '9',
	number: '1009',
	reason: "'total' must be an amount",
	fingerprint: 'f',
};

describe('a mixed run', () => {
	test('plans what can be booked, passes periods on, and says of each other item why', async () => {
		const unbalanced = orderOf({ id: '2', number: '1002', totals: { total: '99.00' } });
		const run = await map([orderOf(), unbalanced, period, unreadable, { hello: 'world' }, orderOf({ id: '3', number: '1003' })]);

		expect(run.error).toBeUndefined();
		const planned = run.items(MAP, PLANNED);
		expect(planned.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 2 }, { item: 5 }]);
		expect(planned[1]!.json).toEqual(period);
		const [first] = run.json<TransactionPlan>(MAP, PLANNED);
		expect(mainForm(first!)).toMatchObject({
			type: 'SalesReceipt',
			docNumber: '1001',
			txnDate: '2026-03-01',
			documentTotal: '21.40',
			customer: { match: 'name', value: 'Web Store' },
			depositAccount: { by: 'name', value: 'Undeposited Funds', field: 'Deposit Account' },
		});

		const attention = run.items(MAP, NEEDS_ATTENTION);
		expect(attention.map((item) => item.pairedItem)).toEqual([{ item: 1 }, { item: 3 }, { item: 4 }]);
		const postings = attention.map(({ json }) => json as unknown as Posting);
		expect(postings.map((posting) => posting.attention!.reason)).toEqual(['does-not-add-up', 'order-unreadable', 'not-an-order']);
		for (const posting of postings) {
			expect(posting).toMatchObject({ document: 'posting', outcome: 'needsAttention', action: 'refused' });
			expect(posting).not.toHaveProperty('error');
			expect(posting.attention!.remedy).not.toBe('');
		}
		expect(postings[0]!.attention!.message).toContain('77.6 apart');
		expect(postings[1]!.order).toMatchObject({ id: '9', number: '1009', channel: 'woocommerce' });
		expect(run.hints(MAP).map((hint) => hint.message)).toEqual(['3 orders were refused: each says why in Needs Attention.']);
	});

	test('tells of orders that are held, and keeps the mark of a sample', async () => {
		const unpaid = orderOf({ payments: [], paymentStatus: 'unpaid', sample: true });
		const run = await map([unpaid, orderOf({ isTest: true })]);
		const plans = run.json<TransactionPlan>(MAP, PLANNED);
		expect(plans.map((plan) => plan.hold?.reason)).toEqual(['waiting-for-payment', 'test-order']);
		expect(plans[0]!.order.sample).toBe(true);
		expect(run.hints(MAP).map((hint) => hint.message)).toEqual([
			'1 order was held until the payment is captured.',
			"1 order was held as a test order; 'Post Test Orders' in Order Options posts them.",
		]);
	});

	test('plans an order that somebody made by hand', async () => {
		const run = await map([
			{
				id: 'A-1',
				number: 'A-1',
				placedAt: '2026-03-01T09:00:00Z',
				localDate: '2026-03-01',
				currency: 'USD',
				lines: [{ title: 'Consulting', quantity: '1.5', gross: '150', net: '150' }],
				totals: { total: '150' },
				payments: [{ id: 'cash', kind: 'sale', status: 'success', method: 'cash', amount: '150', currency: 'USD' }],
			},
		]);
		const [plan] = run.json<TransactionPlan>(MAP, PLANNED);
		expect(mainForm(plan!).lines).toEqual([
			expect.objectContaining({ quantity: '1.5', unitPrice: '100', amount: '150.00', taxable: false }),
		]);
		expect(plan!.hold).toBeUndefined();
	});
});

describe('the choices', () => {
	test('stop the run when one is missing, and name it', async () => {
		const run = await map([orderOf()], { incomeAccount: { __rl: true, mode: 'list', value: '' } });
		expect(run.error?.message).toBe("'Income Account' is empty, and creating products needs it");
	});

	test('become the plan, every one of them', async () => {
		const run = await map([orderOf({ note: 'Leave at the door' })], {
			transactionType: 'invoice',
			accountOptions: { accountsReceivable: { __rl: true, mode: 'id', value: '84' } },
			discountAccount: { __rl: true, mode: 'list', value: '86', cachedResultName: 'Discounts given' },
			customers: 'byEmail',
			missingCustomer: 'needsAttention',
			missingProducts: 'fallback',
			fallbackProduct: { __rl: true, mode: 'name', value: 'Web Sales' },
			salesTax: 'codes',
			taxableCode: { __rl: true, mode: 'name', value: '20.0% S' },
			nonTaxableCode: { __rl: true, mode: 'name', value: 'Exempt' },
			docNumberPrefix: 'WEB-',
			documentOptions: { customerMemo: 'Thank you!', includeOrderNote: true, privateNote: 'Via the web' },
		});
		const [plan] = run.json<TransactionPlan>(MAP, PLANNED);
		const sale = mainForm(plan!);
		expect(sale).toMatchObject({
			type: 'Invoice',
			docNumber: 'WEB-1001',
			customer: { match: 'email', value: 'jane.doe@example.com', orElse: { action: 'needsAttention' } },
			accountsReceivable: { by: 'id', value: '84', field: 'Accounts Receivable Account' },
			tax: { mode: 'codes', total: '1.40' },
			customerMemo: 'Thank you!\nLeave at the door',
		});
		expect(sale!.depositAccount).toBeUndefined();
		expect(sale!.privateNote).toMatch(/^Via the web\nwoocommerce order 1001/);
		expect(sale!.lines).toEqual([
			expect.objectContaining({ item: { sku: 'HAT-1', orElse: { action: 'fallback', name: 'Web Sales' } }, taxCode: '20.0% S' }),
		]);
	});

	test('may differ by item where an expression chooses', async () => {
		const orders = [orderOf(), orderOf({ id: '2', number: '1002', sourceName: 'pos' }), orderOf({ id: '3', number: '1003', name: 'x' })];
		const run = await map(orders, {
			docNumberPrefix: '={{ $json.sourceName === "pos" ? "POS-" : "WEB-" }}',
			depositAccount: { __rl: true, mode: 'name', value: '={{ $json.name ? "" : "Undeposited Funds" }}' },
		});
		const plans = run.json<TransactionPlan>(MAP, PLANNED);
		expect(plans.map((plan) => mainForm(plan).docNumber)).toEqual(['WEB-1001', 'POS-1002']);
		const [refused] = run.json<Posting & Record<string, unknown>>(MAP, NEEDS_ATTENTION);
		expect(refused).toMatchObject({ order: { number: '1003' }, attention: { reason: 'setting-invalid' } });
		expect(run.error).toBeUndefined();
	});

	test('make a type of its own for each order, by rule or by expression', async () => {
		const orders = [orderOf({ tags: ['wholesale'] }), orderOf({ id: '2', number: '1002', sourceName: 'pos' }), orderOf({ id: '3', number: '1003' })];
		const byRule = await map(orders, {
			transactionType: 'invoiceAndPayment',
			orderOptions: {
				typeRules: {
					rule: [
						{ tags: 'b2b, Wholesale', transactionType: 'salesOrderInvoicePayment', invoiceWhen: 'whenFulfilled' },
						{ channels: 'pos', totalFrom: '10', totalTo: '100', paymentStatuses: ['paid'], transactionType: 'salesReceipt' },
					],
				},
			},
		});
		const types = (run: typeof byRule) => run.json<TransactionPlan>(MAP, PLANNED).map((plan) => plan.transactions.map(({ type }) => type));
		expect(types(byRule)).toEqual([['Estimate'], ['SalesReceipt', 'Payment'], ['Invoice', 'Payment']]);

		const byExpression = await map(orders, {
			transactionType: '={{ { 1001: "Sales Order, Invoice and Payment if Paid", 1002: "salesReceipt", 1003: "receipts please" }[$json.number] }}',
			invoiceWhen: 'whenFulfilled',
		});
		expect(types(byExpression)).toEqual([['Estimate'], ['SalesReceipt', 'Payment']]);
		const [refused] = byExpression.json<Posting>(MAP, NEEDS_ATTENTION);
		expect(refused).toMatchObject({
			order: { number: '1003' },
			attention: { reason: 'setting-invalid', message: expect.stringContaining("'Transaction Type' must be one of 'Invoice'") },
		});
		expect(refused!.attention!.message).toContain("and is 'receipts please'");
	});

	test('leave orders out, and count them by the filter that does', async () => {
		const orders = ['US', 'CA', 'MX'].map((country, index) => orderOf({ id: country, number: String(1001 + index), shipTo: { country } }));
		const run = await map([...orders, orderOf({ id: 'x', tags: ['gift'], shipTo: { country: 'us' } })], {
			orderOptions: { onlyCountries: 'US', leaveOutTags: 'gift', onlyTotalsFrom: '0.01', onlyOrderStatuses: ['open', 'completed'] },
		});
		expect(run.json<TransactionPlan>(MAP, PLANNED).map(({ hold }) => hold?.by)).toEqual([undefined, 'Only Countries', 'Only Countries', 'Leave Out Tags']);
		expect(run.hints(MAP).map((hint) => hint.message)).toEqual([
			"2 orders were left out by 'Only Countries' in Order Options.",
			"1 order was left out by 'Leave Out Tags' in Order Options.",
		]);
	});

	test('fill the fields of a document, fixed, by rule and by expression', async () => {
		const list = (value: string) => ({ __rl: true, mode: 'list', value });
		const orders = [orderOf({ meta: { rep: 'Ana' }, shipping: [{ title: 'Ground', gross: '0', net: '0' }] }), orderOf({ id: '2', number: '1002', channel: 'shopify' })];
		const run = await map(orders, {
			transactionType: 'invoiceAndPayment',
			documentOptions: {
				class: list('200'),
				terms: { __rl: true, mode: 'name', value: 'Net 30' },
				dueDate: '={{ DateTime.fromISO($json.localDate).plus({ days: 14 }) }}',
				customFields: { field: [{ field: 'Sales Rep', value: '={{ $json.meta.rep }}' }] },
				shipMethod: '={{ $json.shipping?.[0]?.title ?? "" }}',
				docNumbers: 'quickBooks',
				fieldRules: { rule: [{ channels: 'shopify', class: list('300'), location: { __rl: true, mode: 'id', value: '1' } }] },
			},
			paymentOptions: { paymentMethods: { method: [{ shopMethod: 'card, Stripe', quickBooksMethod: list('3'), depositAccount: list('71') }] } },
		});
		const [first, second] = run.json<TransactionPlan>(MAP, PLANNED);
		const fields = { terms: { by: 'name', value: 'Net 30', field: 'Terms' }, dueDate: '2026-03-15' };
		expect(first!.transactions).toEqual([
			expect.objectContaining({ ...fields, class: { by: 'id', value: '200', field: 'Class' }, customFields: [{ field: 'Sales Rep', value: 'Ana' }], shipMethod: 'Ground' }),
			expect.objectContaining({ type: 'Payment', depositAccount: { by: 'id', value: '71', field: 'Payment Methods' }, paymentMethod: { by: 'id', value: '3', field: 'Payment Methods' } }),
		]);
		expect(first!.transactions[0]).not.toHaveProperty('docNumber');
		expect(second!.transactions[0]).toMatchObject({ ...fields, class: { value: '300', field: 'Field Rules' }, location: { value: '1', field: 'Field Rules' } });
		expect(Object.keys(second!.transactions[0]!)).not.toEqual(expect.arrayContaining(['customFields']));
		expect(second!.transactions[0]).not.toHaveProperty('shipMethod');
	});

	test('name the customer by store and currency, and those that are new as was chosen', async () => {
		const [ofStore] = (await map([orderOf()], { customers: 'store', storeName: 'Hat Shop' })).json<TransactionPlan>(MAP, PLANNED);
		expect(mainForm(ofStore!).customer).toMatchObject({ match: 'name', value: 'Hat Shop USD' });
		const run = await map([orderOf()], { customers: 'byEmail', customerOptions: { newCustomerName: 'lastFirst', takenNameSuffix: ' (C)' } });
		expect(mainForm(run.json<TransactionPlan>(MAP, PLANNED)[0]!).customer).toMatchObject({
			match: 'email',
			orElse: { action: 'create', customer: { displayName: 'Doe, Jane' }, suffix: ' (C)' },
		});
	});

	test('refuse only the items for which an expression fails, and keep those apart that are alike but for it', async () => {
		const orders = ['a', 'b', 'a', 'c'].map((name, index) => orderOf({ id: String(index), number: String(index), name }));
		const run = await map(orders, {
			docNumberPrefix: '={{ $json.name.toUpperCase() }}-',
			documentOptions: { privateNote: '={{ $json.name === "c" ? $("Nowhere").first().json.note : "Note " + $json.name }}' },
		});
		const plans = run.json<TransactionPlan>(MAP, PLANNED).map(mainForm);
		expect(plans.map(({ docNumber, privateNote }) => [docNumber, privateNote!.split('\n')[0]])).toEqual([['A-0', 'Note a'], ['B-1', 'Note b'], ['A-2', 'Note a']]);
		expect(run.json<Posting>(MAP, NEEDS_ATTENTION)).toMatchObject([{ order: { number: '3' }, attention: { reason: 'expression-not-evaluated' } }]);
		expect(run.error).toBeUndefined();
	});
});

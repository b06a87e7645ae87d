import { mainForm, plannedPayments } from '../../nodes/transaction/parts';
import { itemLinesOf, payment, planned, refusal, saleOf } from './planned';

describe('discounts', () => {
	const discounted = {
		lines: [
			{ id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '3', gross: '30.00', discount: '3.00', net: '27.00', tax: '1.89' },
		],
		shipping: [{ title: 'Ground', gross: '5.00', discount: '5.00', net: '0.00' }],
		discounts: [{ code: 'SUMMER10', title: 'Summer', amount: '3.00' }, { title: 'Free shipping', amount: '5.00' }],
		totals: { total: '28.89' },
	};

	test('are one line in the US, for goods and shipping together, beside the prices as they were', () => {
		const sale = saleOf(discounted, { accounts: { discount: { by: 'id', value: '86' } } });
		expect(itemLinesOf(sale).map(({ amount, unitPrice, taxable }) => [amount, unitPrice, taxable])).toEqual([
			['30.00', '10', true],
			['5.00', '5', false],
		]);
		expect(sale.lines.at(-1)).toEqual({
			kind: 'discount',
			amount: '8.00',
			beforeTax: true,
			description: 'Discount: SUMMER10, Free shipping',
			account: { by: 'id', value: '86', field: 'Discount Account' },
		});
		expect(sale.tax).toEqual({ mode: 'override', total: '1.89' });
		expect(sale.documentTotal).toBe('28.89');
	});

	test('lower the prices where tax goes by codes, and every line has a code', () => {
		const sale = saleOf(discounted, { tax: { mode: 'codes', taxableCode: 'TX', nonTaxableCode: 'EX' } });
		expect(sale.lines.map((line) => line.kind === 'item' && [line.amount, line.taxCode])).toEqual([
			['27.00', 'TX'],
			['0.00', 'EX'],
		]);
		expect(sale.rounding).toMatchObject({ item: { name: 'Rounding' }, tolerance: '0.01' });
	});
});

describe('tax', () => {
	test('is stated also when it is nothing', () => {
		const untaxed = { lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '5', net: '5' }], totals: { total: '5' } };
		expect(saleOf(untaxed).tax).toEqual({ mode: 'override', total: '0.00' });
		expect(itemLinesOf(saleOf(untaxed))[0]!.taxable).toBe(false);
	});

	test('on shipping makes the shipping taxable', () => {
		const sale = saleOf({
			lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '5', net: '5' }],
			shipping: [{ title: 'Ground', gross: '10', net: '10', tax: '0.70' }],
			totals: { total: '15.70' },
		});
		expect(itemLinesOf(sale).map((line) => line.taxable)).toEqual([false, true]);
	});

	test('that no line carries is never sent', () => {
		const order = { lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '0', net: '0', tax: '2' }], totals: { total: '2' } };
		expect(refusal(order)).toMatchObject({ reason: 'tax-without-taxable-line', evidence: { tax: '2.00', taxable: '0' } });
		const sale = saleOf(order, { tax: { mode: 'line' } });
		expect(sale.tax).toEqual({ mode: 'none' });
		expect(itemLinesOf(sale)[1]).toMatchObject({ item: { name: 'Sales Tax' }, amount: '2.00', taxable: false });
	});

	test('that a marketplace remits stays out of the books and is told in the note', () => {
		const sale = saleOf({
			lines: [
				{
					sku: 'A', title: 'A', quantity: '1', gross: '5', net: '5',
					taxes: [{ name: 'State tax', amount: '0.35', remittedBy: 'marketplace' }],
				},
			],
			totals: { total: '5' },
		});
		expect(sale.tax).toEqual({ mode: 'override', total: '0.00' });
		expect(sale.privateNote).toContain('Tax of 0.35 USD is remitted by the marketplace');
	});

	test('whose remitter nobody knows is a matter for a person', () => {
		const taxes = [{ name: 'VAT', amount: '1.40', remittedBy: 'unknown' as const }];
		expect(refusal({ taxes })).toMatchObject({ reason: 'tax-remitter-unknown' });
	});
});

describe('prices', () => {
	const oneLine = (quantity: string, gross: string, currency = 'USD') =>
		itemLinesOf(saleOf({ currency, lines: [{ sku: 'A', title: 'Rope', quantity, gross, net: gross }], totals: { total: gross } }))[0]!;

	test('times the quantity give the amount, also by weight and without cents', () => {
		expect(oneLine('3', '10.00')).toMatchObject({ quantity: '3', unitPrice: '3.3333333', amount: '10.00' });
		expect(oneLine('0.355', '4.26')).toMatchObject({ quantity: '0.355', unitPrice: '12', amount: '4.26' });
		expect(oneLine('3', '1000', 'JPY')).toMatchObject({ quantity: '3', unitPrice: '333.3333333', amount: '1000' });
	});

	test('that cannot give the amount make one piece, with the quantity in words', () => {
		expect(oneLine('3000001', '10.00')).toMatchObject({ quantity: '1', unitPrice: '10', description: 'Rope (quantity 3000001)' });
	});

	test('of nothing for no pieces take nothing from the stock', () => {
		const sale = saleOf({
			lines: [
				{ sku: 'A', title: 'Taken out', quantity: '0', gross: '0', net: '0' },
				{ sku: 'B', title: 'Kept', quantity: '1', gross: '5', net: '5' },
			],
			totals: { total: '5' },
		});
		expect(itemLinesOf(sale)[0]).toMatchObject({ quantity: '0', amount: '0.00' });
	});

	test('finer than a cent leave a visible rounding line, never a hidden cent', () => {
		const plan = planned({
			lines: ['A', 'B', 'C'].map((sku) => ({ sku, title: sku, quantity: '1', gross: '3.335', net: '3.335' })),
			totals: { total: '10.01', rounding: '0.005' },
		});
		const lines = itemLinesOf(mainForm(plan));
		expect(lines.map((line) => line.amount)).toEqual(['3.34', '3.34', '3.34', '-0.01']);
		expect(lines[3]!.item.name).toBe('Rounding');
		expect(plan.remarks).toEqual(['Amounts finer than QuickBooks keeps: -0.01 USD is booked as rounding.']);
	});

	test('of three decimals do not fit the books', () => {
		const order = { currency: 'KWD', lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '1.234', net: '1.234' }], totals: { total: '1.234' } };
		expect(refusal(order)).toMatchObject({ reason: 'amount-too-fine' });
	});
});

describe('what is no product', () => {
	test('has items of its own, and keeps its sign', () => {
		const plan = planned({
			lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '20', net: '20' }],
			fees: [{ title: 'Loyalty', gross: '-2', net: '-2' }],
			totals: { tip: '3', duties: '1.50', rounding: '-0.01', total: '22.49' },
		});
		const lines = itemLinesOf(mainForm(plan));
		expect(lines.slice(1).map((line) => [line.item.name, line.amount, line.taxable])).toEqual([
			['Fees', '-2.00', false],
			['Tips', '3.00', false],
			['Import Duties', '1.50', false],
			['Rounding', '-0.01', false],
		]);
		expect(plan.remarks).toEqual(["The fee 'Loyalty' is below zero and is booked as -2.00 USD."]);
	});

	test('a sold gift card is a liability', () => {
		const sale = saleOf({
			lines: [{ kind: 'giftCard', sku: 'GC', title: 'Gift card 25', quantity: '1', gross: '25', net: '25' }],
			totals: { total: '25' },
		});
		expect(itemLinesOf(sale)[0]!.item).toMatchObject({
			name: 'Gift Card',
			orElse: { action: 'create', item: { incomeAccount: { value: 'Gift Cards Outstanding' } } },
		});
	});
});

describe('tenders', () => {
	const payments = [payment('11.40'), payment('10.00', { id: 'p2', method: 'gift_card', methodTitle: 'Gift card …4f2a', tender: 'giftCard' })];

	test('are negative untaxed lines of a Sales Receipt, and its total is the money', () => {
		const plan = planned({ payments });
		const sale = mainForm(plan);
		expect(itemLinesOf(sale).at(-1)).toMatchObject({ item: { name: 'Gift Card' }, amount: '-10.00', taxable: false });
		expect(sale.documentTotal).toBe('11.40');
		expect(sale.tax).toEqual({ mode: 'override', total: '1.40' });
		expect(plan.tenders).toEqual([{ kind: 'giftCard', title: 'Gift card …4f2a', amount: '10.00' }]);
		expect(plan.order.total).toBe('21.40');
	});

	test('are lines of an Invoice just so, and its payments are money only', () => {
		const plan = planned({ payments }, { transactionType: 'invoice' });
		expect(plan.tenders).toMatchObject([{ kind: 'giftCard', amount: '10.00' }]);
		expect(mainForm(plan).documentTotal).toBe('11.40');
		expect(plannedPayments(plan)).toMatchObject([{ key: 'payment p1', documentTotal: '11.40', applied: '11.40' }]);
	});

	test('may cover it all: a zero total posts', () => {
		const plan = planned({ payments: [payment('21.40', { tender: 'storeCredit', method: 'store_credit' })] });
		expect(plan.hold).toBeUndefined();
		expect(mainForm(plan).documentTotal).toBe('0.00');
	});

	test('do not make a credit of the tax that the marketplace keeps of a payment', () => {
		const taxes = [{ name: 'State tax', amount: '1.60', remittedBy: 'marketplace' as const }];
		const lines = [{ id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '2', gross: '20.00', net: '20.00', taxes }];
		const paid = (amount: string) => planned({ lines, totals: { total: '20.00' }, payments: [payment(amount)] }, { transactionType: 'invoice' });
		expect(plannedPayments(paid('21.60'))).toMatchObject([{ documentTotal: '20.00', applied: '20.00' }]);
		expect(paid('21.60').remarks).toEqual([]);
		expect(plannedPayments(paid('23.00'))).toMatchObject([{ documentTotal: '21.40', applied: '20.00' }]);
		expect(paid('23.00').remarks[0]).toBe("1.40 USD more was paid than the order's total.");
	});

	test('beyond the total are a matter for a person', () => {
		expect(refusal({ payments: [payment('30.00', { tender: 'giftCard' })] })).toMatchObject({ reason: 'tenders-exceed-total' });
	});
});

describe('orders that cannot be booked', () => {
	test('do not add up: computed, stated, or both', () => {
		expect(refusal({ totals: { total: '21.41' } })).toMatchObject({ reason: 'does-not-add-up', evidence: { residual: '0.01' } });
		const stated = { balanced: false, residual: '1.00', checks: ['1.00 USD is unexplained'] };
		expect(refusal({ reconciliation: stated }).message).toContain('1.00 USD is unexplained');
	});

	test('are below zero, or empty', () => {
		const credit = { lines: [{ sku: 'A', title: 'A', quantity: '1', gross: '-5', net: '-5' }], totals: { total: '-5' } };
		expect(refusal(credit)).toMatchObject({ reason: 'negative-total', evidence: { total: '-5' } });
		expect(refusal({ lines: [], totals: { total: '0' } })).toMatchObject({ reason: 'no-lines' });
		expect(refusal({ lines: [], totals: { total: '7', tip: '7' } })).toMatchObject({ reason: 'no-lines' });
	});
});

import fc from '../repeatable';
import { addsUp } from '../../nodes/order/adds-up';
import { compare, equals, isZero, minus, negate, plus, sum } from '../../nodes/order/money';
import type { Order } from '../../nodes/order/order';
import { inBookingCurrency } from '../../nodes/transaction/booking-currency';
import { plannedReversals, plannedSale } from '../../nodes/transaction/parts';
import type { PlannedForm, TransactionPlan } from '../../nodes/transaction/plan';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { syncSettingsSchema, type SyncSettings } from '../../nodes/transaction/sync-settings';
import { settingsOf } from './order-of';
import { COUNTRIES, taxedOrder, type TaxedCountry } from './taxed-orders';

interface Case {
	where: TaxedCountry;
	order: Order;
	settings: SyncSettings;
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...Object.values(COUNTRIES)).chain((where) =>
	fc.record({
		where: fc.constant(where),
		order: taxedOrder(where, 1001),
		settings: fc
			.record({
				transactionType: fc.constantFrom(...syncSettingsSchema.shape.transactionType.unwrap().options),
				unpaidReceipt: fc.constantFrom('wait' as const, 'invoice' as const),
				tax: fc.constantFrom(where.tax, where.tax, { mode: 'line' as const }, { mode: 'none' as const }),
				discounts: fc.record({ as: fc.constantFrom('line' as const, 'itemPerCoupon' as const, 'prices' as const), beforeTax: fc.constant(true) }),
				currency: fc.record({ bookIn: fc.constantFrom('shop' as const, 'customer' as const), exchangeRate: fc.constantFrom('quickbooks' as const, 'shop' as const) }),
				refunds: fc.record({ as: fc.constantFrom('refundReceipt' as const, 'creditMemo' as const) }),
			})
			.map((choices) => settingsOf({ ...choices, items: { salesTax: { by: 'name', value: 'Sales Tax' } } })),
	}),
);

const documentSum = (form: PlannedForm): string =>
	plus(sum(form.lines.map((line) => (line.kind === 'discount' ? negate(line.amount) : line.amount))), form.tax.mode === 'none' ? '0' : form.tax.total);

/** What is wrong with the plan, a sentence each. */
function faultsOf({ where, order, settings }: Case, plan: TransactionPlan): string[] {
	const faults: string[] = [];
	const must = (holds: boolean, otherwise: string) => void (holds || faults.push(otherwise));
	const converted = inBookingCurrency(order, settings);
	const booked = converted.ok ? converted.value : order;
	must(addsUp(booked).balanced, 'what is booked does not add up');
	must(equals(plan.order.total, booked.totals.total), 'the plan is of another total');
	const presented = settings.currency.bookIn === 'customer' && order.presentment;
	must(equals(booked.totals.total, presented ? order.presentment!.total : order.totals.total), 'what is booked is not what was paid');
	const forms = plan.transactions.filter((transaction): transaction is PlannedForm => transaction.type !== 'Payment');
	for (const form of forms) {
		must(equals(documentSum(form), form.documentTotal), `${form.key}: lines and tax come to ${documentSum(form)}, not ${form.documentTotal}`);
		must(form.currency === booked.currency, `${form.key} is in another currency`);
		checkCodes(form);
	}
	for (const transaction of plan.transactions) must((transaction.exchangeRate !== undefined) === (settings.currency.exchangeRate === 'shop'), 'not every document says where its rate comes from');
	const sale = plannedSale(plan);
	if (sale) {
		const charged = sum([...booked.lines, ...booked.shipping, ...booked.fees].map(({ tax }) => tax));
		if (sale.tax.mode !== 'none') must(equals(sale.tax.total, charged), `a tax of ${sale.tax.total} is stated, ${charged} was charged`);
		must(equals(sale.documentTotal, minus(booked.totals.total, sum(plan.tenders.map(({ amount }) => amount)))), 'the sale is not the total less the tenders');
		const refunded = sum(plannedReversals(plan).map(({ documentTotal }) => documentTotal));
		must(compare(refunded, booked.totals.total) <= 0, `${refunded} is given back of ${booked.totals.total}`);
		must(equals(refunded, sum(booked.refunds.map(({ amount }) => amount))), `${refunded} is given back, the shop says ${booked.totals.refunded}`);
	}
	return faults;

	function checkCodes(form: PlannedForm): void {
		for (const line of form.lines) {
			if (line.kind === 'discount') continue;
			must((line.taxCode !== undefined) === (settings.tax.mode === 'codes'), 'tax codes stand on every line or on none');
			if (settings.tax.mode !== 'codes') continue;
			const names = (line.taxes ?? []).map(({ name, rate }) => `${name} ${rate}`).join();
			const expected = where.taxes.find(({ taxes }) => taxes.map(([name, rate]) => `${name} ${rate}`).join() === names)?.code;
			must(line.taxCode === (line.taxable ? expected : where.untaxed), `${names || 'no tax'} got the code ${line.taxCode}`);
			must(line.taxable === !isZero(line.tax ?? '0'), 'a line is taxable and has no tax, or the other way round');
		}
	}
}

test('thousands of orders of five countries, at any settings, are planned to the cent or refused for a reason', () => {
	const refusals: Record<string, number> = {};
	const planned: Record<string, number> = {};
	fc.assert(
		fc.property(cases, (one) => {
			const outcome = planTransaction(one.order, one.settings);
			if (outcome.ok) {
				planned[one.where.country] = (planned[one.where.country] ?? 0) + 1;
				expect(faultsOf(one, outcome.value)).toEqual([]);
			} else {
				refusals[outcome.failure.reason] = (refusals[outcome.failure.reason] ?? 0) + 1;
				expect(outcome.failure.message).toMatch(/'.+'/);
			}
		}),
		{ numRuns: 4000 },
	);
	for (const { country } of Object.values(COUNTRIES)) expect(planned[country]).toBeGreaterThan(300);
	// A company that charges no tax has no place for one. Rarer, and not in every thousand orders: a free order tells no rate between two
	// currencies, and of two taxes on next to nothing one can come to nothing, which leaves a combination that no row names.
	const { 'tax-not-expected': notExpected = 0, 'conversion-unknown': freeAbroad = 0, 'tax-not-mapped': unmapped = 0, ...others } = refusals;
	expect(others).toEqual({});
	expect(notExpected).toBeGreaterThan(0);
	expect(freeAbroad + unmapped).toBeLessThan(100);
});

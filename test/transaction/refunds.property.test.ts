import fc from '../repeatable';
import { equals, isZero, minus, negate, plus, round, sum } from '../../nodes/order/money';
import type { OrderInput } from '../../nodes/order/order';
import { plannedReversals } from '../../nodes/transaction/parts';
import { planSchema, type PlannedForm } from '../../nodes/transaction/plan';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { Big } from '../../nodes/vendor/decimal';
import { orderOf, settingsOf } from './order-of';

type Refund = NonNullable<OrderInput['refunds']>[number];

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((amount) => new Big(amount).div(100).toFixed(2));

/** A hat, a book and shipping, each taxed or not; given back in up to three refunds of parts of each, or of an amount. */
const cases = fc.record({
	prices: fc.tuple(cents(20_000), cents(20_000), cents(2_000)),
	taxed: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
	refunds: fc.array(
		fc.record({ shares: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), amountOnly: cents(500), restocked: fc.option(fc.boolean()) }),
		{ maxLength: 3 },
	),
	as: fc.constantFrom('refundReceipt' as const, 'creditMemo' as const),
	tax: fc.constantFrom({ mode: 'override' as const }, { mode: 'line' as const }),
});

const part = (amount: string, percent: number) => round(new Big(amount).times(percent).div(100).toFixed(), 2);

function orderFrom({ prices, taxed, refunds }: Pick<typeof cases extends fc.Arbitrary<infer Case> ? Case : never, 'prices' | 'taxed' | 'refunds'>): OrderInput {
	const charges = prices.map((net, index) => ({ gross: net, net, tax: taxed[index] ? part(net, 8) : '0.00' }));
	const [hat, book, shipping] = charges as [(typeof charges)[0], (typeof charges)[0], (typeof charges)[0]];
	const given = refunds.map(({ shares, amountOnly, restocked }, index): Refund => {
		const back = charges.map(({ net, tax }, at) => ({ net: part(net, shares[at]!), tax: part(tax, shares[at]!) }));
		const lines = back.slice(0, 2).map((each, at) => ({ lineId: String(at + 1), quantity: '1', ...each, ...(restocked === null ? {} : { restocked }) }));
		return {
			id: String(index + 1),
			at: `2026-03-0${index + 2}T10:00:00Z`,
			amount: plus(sum(back.flatMap(({ net, tax }) => [net, tax])), amountOnly),
			currency: 'USD',
			lines,
			shipping: [back[2]!],
			adjustment: amountOnly,
		};
	});
	const total = sum(charges.flatMap(({ net, tax }) => [net, tax]));
	return {
		...orderOf(),
		lines: [{ id: '1', sku: 'HAT', title: 'Hat', quantity: '1', ...hat }, { id: '2', sku: 'BOOK', title: 'Book', quantity: '1', ...book }],
		shipping: [{ title: 'Ground', ...shipping }],
		totals: { total, refunded: sum(given.map(({ amount }) => amount)) },
		payments: [{ id: 'p', kind: 'sale', status: 'success', method: 'card', amount: total, currency: 'USD' }],
		refunds: given,
	};
}

const comesTo = ({ lines, tax }: PlannedForm): string =>
	plus(sum(lines.map(({ kind, amount }) => (kind === 'discount' ? negate(amount) : amount))), tax.mode === 'none' ? '0' : tax.total);

test('refunds never exceed their order, each comes to what was given back, and their numbers are their own', () => {
	const refusals = new Map<string, number>();
	let booked = 0;
	fc.assert(
		fc.property(cases, (given) => {
			const order = orderOf(orderFrom(given));
			const outcome = planTransaction(order, settingsOf({ tax: given.tax, refunds: { as: given.as }, items: { salesTax: { by: 'name', value: 'Sales Tax' } } }));
			if (!outcome.ok) {
				refusals.set(outcome.failure.reason, (refusals.get(outcome.failure.reason) ?? 0) + 1);
				const all = sum(order.refunds.map(({ amount }) => amount));
				return outcome.failure.reason !== 'refunds-exceed-total' || new Big(all).gt(order.totals.total);
			}
			const plan = planSchema.parse(outcome.value);
			const reversals = plannedReversals(plan);
			const amounts = order.refunds.map(({ amount }) => amount).filter((amount) => !isZero(amount));
			booked += reversals.length;
			expect(reversals.map(({ documentTotal }) => Number(documentTotal))).toEqual(amounts.map(Number));
			expect(reversals.map(({ docNumber }) => docNumber)).toEqual(amounts.map((_, index) => `1001-R${index + 1}`));
			for (const reversal of reversals) if (!equals(comesTo(reversal), reversal.documentTotal)) return false;
			return new Big(minus(order.totals.total, sum(amounts))).gte(0);
		}),
		{ numRuns: 2000 },
	);
	expect(booked).toBeGreaterThan(500);
	expect([...refusals.keys()].sort()).toEqual(['refunds-exceed-total', 'tax-without-taxable-line'].filter((reason) => refusals.has(reason)));
	expect(refusals.get('refunds-exceed-total')).toBeGreaterThan(20);
});

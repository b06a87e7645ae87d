import fc from 'fast-check';
import { minorUnits, round, sum, minus, plus, negate } from '../../nodes/order/money';
import { orderSchema, type Order, type OrderInput } from '../../nodes/order/order';
import { addsUp } from '../../nodes/order/adds-up';
import { planSchema, type TransactionPlan } from '../../nodes/transaction/plan';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { SyncSettings } from '../../nodes/transaction/sync-settings';
import { Big } from '../../nodes/vendor/decimal';
import { orderOf, settingsOf } from './order-of';

const currency = fc.constantFrom('USD', 'JPY', 'EUR', 'KWD', 'GBP');
const wildText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.constantFrom("O'Brien \\ \"quoted\"", '👩‍👩‍👧'.repeat(900), 'x'.repeat(5000), 'A:B\tC\nD', '\uD83D', '   '),
);

/** An amount of `units` of the sixth decimal place or of the currency's own. */
const amount = (decimals: number, most = 5_000_000) =>
	fc.integer({ min: 0, max: most }).map((units) => new Big(units).div(new Big(10).pow(decimals)).toFixed());

const charge = (decimals: number) =>
	fc
		.record({ gross: amount(decimals), share: fc.integer({ min: 0, max: 100 }), rate: fc.constantFrom(0, 0, 7, 20), discounted: fc.boolean() })
		.map(({ gross, share, rate, discounted }) => {
			const discount = discounted ? round(new Big(gross).times(share).div(100).toFixed(), decimals) : '0';
			const net = minus(gross, discount);
			return { gross, discount, net, tax: round(new Big(net).times(rate).div(100).toFixed(), decimals) };
		});

const quantity = fc.oneof(
	fc.integer({ min: 1, max: 2_000_000 }).map(String),
	fc.integer({ min: 1, max: 9_000_000 }).map((millionths) => new Big(millionths).div(1_000_000).toFixed()),
);

interface Case {
	order: Order;
	settings: SyncSettings;
}

const settings = fc
	.record({
		transactionType: fc.constantFrom('salesReceipt' as const, 'invoice' as const),
		unpaidReceipt: fc.constantFrom('wait' as const, 'invoice' as const),
		tax: fc.constantFrom(
			{ mode: 'override' as const },
			{ mode: 'line' as const },
			{ mode: 'codes' as const, taxableCode: '20.0% S', nonTaxableCode: 'Exempt' },
		),
		mode: fc.constantFrom('one' as const, 'byName' as const, 'byCompany' as const, 'byEmail' as const),
		orderNote: fc.boolean(),
	})
	.map(({ mode, orderNote, ...rest }) => settingsOf({ ...rest, customer: { mode }, memo: { orderNote } }));

const order: fc.Arbitrary<Order> = fc
	.record({ currency, fine: fc.boolean() })
	.chain(({ currency: code, fine }) => {
		const decimals = fine ? 6 : minorUnits(code);
		const line = fc
			.record({ charge: charge(decimals), sku: fc.option(wildText, { nil: undefined }), title: wildText, quantity, kind: fc.constantFrom('product', 'custom', 'giftCard') })
			.map(({ charge: amounts, ...rest }) => ({ ...rest, ...amounts }) as OrderInput['lines'][number]);
		const other = fc.record({ charge: charge(decimals), title: wildText }).map(({ charge: amounts, title }) => ({ title, ...amounts }));
		return fc
			.record({
				lines: fc.array(line, { maxLength: 6 }),
				shipping: fc.array(other, { maxLength: 2 }),
				fees: fc.array(fc.tuple(other, fc.boolean()).map(([fee, below]) => (below ? negative(fee) : fee)), { maxLength: 2 }),
				tip: amount(minorUnits(code), 500),
				duties: amount(minorUnits(code), 500),
				tender: fc.integer({ min: 0, max: 120 }),
				paid: fc.integer({ min: 0, max: 120 }),
				name: wildText,
				note: wildText,
			})
			.map((parts) => assembled(code, parts));
	});

const negative = <T extends { gross: string; net: string; discount: string; tax: string }>(fee: T): T => ({
	...fee,
	gross: negate(fee.net),
	net: negate(fee.net),
	discount: '0',
	tax: negate(fee.tax),
});

function assembled(
	code: string,
	parts: Pick<OrderInput, 'lines' | 'shipping' | 'fees'> & { tip: string; duties: string; tender: number; paid: number; name: string; note: string },
): Order {
	const { tip, duties, tender, paid, name, note, ...charges } = parts;
	const all = [...charges.lines, ...(charges.shipping ?? []), ...(charges.fees ?? [])];
	const exact = sum([tip, duties, ...all.flatMap((each) => [each.net, each.tax ?? '0'])]);
	const decimals = Math.min(2, minorUnits(code));
	const total = round(exact, decimals);
	const part = (percent: number) => round(new Big(total).abs().times(percent).div(100).toFixed(), decimals);
	return orderSchema.parse({
		...orderOf(),
		...charges,
		currency: code,
		totals: { tip, duties, rounding: minus(total, exact), total },
		customer: { firstName: name, lastName: name, company: name, email: 'buyer@example.com' },
		note,
		payments: [
			{ id: 'gift', kind: 'sale', status: 'success', method: 'gift_card', tender: 'giftCard', amount: part(tender), currency: code },
			{ id: 'card', kind: 'capture', status: 'success', method: 'card', tender: 'money', amount: part(paid), currency: code },
		].filter((payment) => payment.amount !== round('0', decimals)),
	} as OrderInput);
}

const cases: fc.Arbitrary<Case> = fc.record({ order, settings });

const documentSum = ({ transactions: [sale] }: TransactionPlan): string => {
	const signed = sale!.lines.map((line) => (line.kind === 'discount' ? negate(line.amount) : line.amount));
	return plus(sum(signed), sale!.tax.mode === 'none' ? '0' : sale!.tax.total);
};

describe('any order with any settings', () => {
	const seen = { planned: 0, refused: new Map<string, number>() };

	test('is refused for a reason, or planned so that QuickBooks must come to the very total', () => {
		fc.assert(
			fc.property(cases, ({ order, settings }) => {
				expect(addsUp(order).balanced).toBe(true);
				const outcome = planTransaction(order, settings);
				if (!outcome.ok) {
					expect(outcome.failure.cause).toBe('order-refused');
					seen.refused.set(outcome.failure.reason, (seen.refused.get(outcome.failure.reason) ?? 0) + 1);
					return;
				}
				seen.planned++;
				const plan = outcome.value;
				const [sale] = plan.transactions;
				expect(planSchema.parse(plan)).toEqual(plan);
				expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);

				const tenders = sum(plan.tenders.map((tender) => tender.amount));
				expect(new Big(sale!.documentTotal).eq(minus(order.totals.total, tenders))).toBe(true);
				expect(new Big(documentSum(plan)).eq(sale!.documentTotal)).toBe(true);
				const isReceipt = sale!.type === 'SalesReceipt';
				expect(sale!.depositAccount !== undefined).toBe(isReceipt);
				if (!isReceipt) expect(plan.tenders).toEqual([]);

				for (const line of sale!.lines) {
					if (line.kind === 'discount') {
						expect(new Big(line.amount).gt(0)).toBe(true);
						continue;
					}
					expect(line.unitPrice!.split('.')[1]?.length ?? 0).toBeLessThanOrEqual(7);
					const product = new Big(line.quantity!).times(line.unitPrice!).round(2, Big.roundHalfUp);
					expect(product.eq(line.amount)).toBe(true);
					expect(line.taxCode !== undefined).toBe(settings.tax.mode === 'codes');
				}
				if (sale!.tax.mode !== 'none' && !new Big(sale!.tax.total).eq(0)) {
					expect(sale!.lines.some((line) => line.kind === 'item' && line.taxable)).toBe(true);
				}
				const roundings = sale!.lines.filter((line) => line.kind === 'item' && line.description === 'Rounding' && line.item.name === 'Rounding');
				const pieces = order.lines.length + order.shipping.length + order.fees.length + 4;
				const unit = new Big(10).pow(-Math.min(2, minorUnits(order.currency)));
				for (const line of roundings) {
					expect(new Big(minus(line.amount, order.totals.rounding)).abs().lte(unit.div(2).times(pieces))).toBe(true);
				}
				expect(planTransaction(structuredClone(order), structuredClone(settings))).toEqual(outcome);
			}),
			{ numRuns: 3000 },
		);
		expect(seen.planned).toBeGreaterThan(1000);
		expect([...seen.refused.keys()].sort()).toEqual(
			expect.arrayContaining(['no-lines', 'tax-without-taxable-line', 'tenders-exceed-total']),
		);
	});
});

import fc from 'fast-check';
import { minorUnits, minus, plus, round, sum } from '../../nodes/order/money';
import { orderSchema, type Order, type OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { Big } from '../../nodes/vendor/decimal';

type Line = OrderInput['lines'][number];
type Tax = [name: string, rate: string];

/** Where a shop sells and what it charges there; `code` is what the settings make of each combination of taxes. */
export interface TaxedCountry {
	country: string;
	region: string;
	currency: string;
	taxes: Array<{ taxes: Tax[]; code: string; compound?: boolean }>;
	/** Of what is not taxed. */
	untaxed: string;
	/** Whether an order has one combination throughout: QuickBooks takes one rate a document. */
	oneRate?: true;
	tax: NonNullable<SyncSettingsInput['tax']>;
}

const byCode = (combinations: TaxedCountry['taxes'], untaxed: string): Pick<TaxedCountry, 'taxes' | 'untaxed' | 'tax'> => ({
	taxes: combinations,
	untaxed,
	tax: {
		mode: 'codes',
		rows: combinations.map(({ taxes, code }) => ({ tax: taxes.map(([name]) => name).join(' + '), rate: taxes.map(([, rate]) => rate).join(' + '), code })),
		nonTaxableCode: untaxed,
	},
});

const ownRates: TaxedCountry['taxes'] = [
	{ taxes: [['State', '7.25'], ['District', '2.25']], code: 'California' },
	{ taxes: [['AZ State tax', '5.6'], ['Tucson City', '2.6']], code: 'Tucson' },
];

/** The taxes of the simulated companies of these countries, and two of the US. */
export const COUNTRIES: Record<string, TaxedCountry> = {
	US: { country: 'US', region: 'CA', currency: 'USD', taxes: [{ taxes: [['State', '7.25'], ['District', '2.25']], code: '' }], untaxed: '', tax: { mode: 'override' } },
	'US, own rates': { country: 'US', region: 'CA', currency: 'USD', ...byCode(ownRates, ''), oneRate: true, tax: { mode: 'usCodes', rows: ownRates.map(({ taxes, code }) => ({ tax: taxes.map(([name]) => name).join(' + '), code })) } },
	GB: { country: 'GB', region: '', currency: 'GBP', ...byCode([{ taxes: [['VAT', '20']], code: '20.0% S' }, { taxes: [['VAT', '5']], code: '5.0% R' }], 'No VAT') },
	DE: { country: 'DE', region: '', currency: 'EUR', ...byCode([{ taxes: [['MwSt.', '19']], code: '19% USt' }, { taxes: [['MwSt.', '7']], code: '7% USt' }], 'Exempt') },
	JP: { country: 'JP', region: 'JP13', currency: 'JPY', ...byCode([{ taxes: [['消費税', '10']], code: '10% Standard' }, { taxes: [['消費税', '8']], code: '8% Reduced' }], 'Exempt') },
	CA: {
		country: 'CA',
		region: 'QC',
		currency: 'CAD',
		...byCode(
			[
				{ taxes: [['GST', '5'], ['QST', '9.975']], code: 'GST/QST QC - 9.975' },
				{ taxes: [['GST', '5'], ['QST', '9.5']], code: 'GST/QST QC - compound', compound: true },
				{ taxes: [['HST', '13']], code: 'HST ON' },
				{ taxes: [['GST', '5']], code: 'GST' },
			],
			'Exempt',
		),
	},
};

interface Charge {
	gross: string;
	discount: string;
	net: string;
	tax: string;
	taxes: NonNullable<Line['taxes']>;
}

/** How a shop of these prices charges: tax on top or within, rounded for each piece or each line. */
interface Ways {
	inclusive: boolean;
	eachPiece: boolean;
}

function charged(price: string, quantity: number, share: number, combination: TaxedCountry['taxes'][number] | undefined, ways: Ways, decimals: number): Charge {
	const cents = (amount: Big) => new Big(round(amount.toFixed(), decimals));
	const listed = new Big(price).times(quantity);
	const paid = listed.minus(cents(listed.times(share).div(100)));
	const rates = combination?.taxes ?? [];
	const factors: Big[] = [];
	for (const [, rate] of rates) {
		const onTop = combination?.compound ? factors.reduce((all, factor) => all.plus(factor), new Big(1)) : new Big(1);
		factors.push(new Big(rate).div(100).times(onTop));
	}
	const whole = factors.reduce((all, factor) => all.plus(factor), new Big(0));
	const base = ways.inclusive ? paid.div(whole.plus(1)) : paid;
	const taxOf = (factor: Big) => (ways.eachPiece ? cents(base.div(quantity).times(factor)).times(quantity) : cents(base.times(factor)));
	const taxes = rates.map(([name, rate], index) => ({ name, rate, amount: taxOf(factors[index]!).toFixed(decimals) }));
	const tax = sum(taxes.map(({ amount }) => amount));
	const net = ways.inclusive ? minus(paid.toFixed(), tax) : paid.toFixed();
	const gross = ways.inclusive ? cents(listed.div(whole.plus(1))) : listed;
	const before = gross.lt(net) ? new Big(net) : gross;
	return { gross: before.toFixed(decimals), discount: minus(before.toFixed(), net), net: round(net, decimals), tax, taxes };
}

/** Tax that a marketplace remits is listed, and not the seller's. */
const remitted = (charge: Charge): Charge => ({ ...charge, tax: '0', taxes: charge.taxes.map((tax) => ({ ...tax, remittedBy: 'marketplace' as const })) });

const refundOf = (line: Line, pieces: number): { net: string; tax: string } => {
	const part = (amount: string) => round(new Big(amount).times(pieces).div(line.quantity).toFixed(), 2);
	return { net: part(line.net), tax: part(line.tax ?? '0') };
};

/** What one unit of the shop's currency is in the customer's, who may see the shop's own. */
export const seenAt = ({ currency }: TaxedCountry): fc.Arbitrary<string | undefined> =>
	fc.constantFrom(undefined, undefined, ...(currency === 'JPY' ? ['0.0061'] : ['0.9137', '1.25']));

/** An order as a shop in this country would take it, with payments and refunds of every kind. */
export function taxedOrder(where: TaxedCountry, id: number, seen: fc.Arbitrary<string | undefined> = seenAt(where)): fc.Arbitrary<Order> {
	const { country, region, currency, taxes, oneRate } = where;
	const decimals = minorUnits(currency);
	const combination = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...taxes) }, { weight: 1, arbitrary: fc.constant(undefined) });
	const price = fc.integer({ min: 1, max: 40_000 }).map((units) => new Big(units).div(new Big(10).pow(decimals)).toFixed(decimals));
	const sold = fc.record({ price, quantity: fc.integer({ min: 1, max: 12 }), share: fc.constantFrom(0, 0, 0, 10, 33, 100), combination, restocked: fc.boolean(), back: fc.integer({ min: 0, max: 12 }) });
	return fc
		.record({
			sold: fc.array(sold, { minLength: 1, maxLength: 6 }),
			shipping: fc.option(fc.record({ price, combination }), { nil: undefined }),
			ways: fc.record({ inclusive: fc.boolean(), eachPiece: fc.boolean() }),
			taxed: fc.constantFrom('usual', 'usual', 'usual', 'usual', 'usual', 'usual', 'exempt', 'remitted'),
			only: fc.constantFrom(...taxes),
			tip: fc.constantFrom('0', '0', '1', '5'),
			paid: fc.constantFrom(100, 100, 100, 40, 0, 110),
			card: fc.constantFrom(0, 0, 0, 10),
			refunds: fc.constantFrom('none', 'none', 'lines', 'amount', 'all'),
			rate: seen,
		})
		.map(({ sold: lines, shipping, ways, taxed, only, tip, paid, card, refunds, rate }) => {
			const charge = (price: string, quantity: number, share: number, own: typeof only | undefined): Charge => {
				const taxedBy = taxed === 'exempt' ? undefined : own && oneRate ? only : own;
				const made = charged(price, quantity, share, taxedBy, ways, decimals);
				return taxed === 'remitted' ? remitted(made) : made;
			};
			const charges = lines.map((line) => charge(line.price, line.quantity, line.share, line.combination));
			const asLines: Line[] = lines.map(({ quantity }, index) => ({ id: String(index), sku: `SKU-${index}`, title: `Thing ${index}`, quantity: String(quantity), ...charges[index]! }));
			const post = shipping ? [{ title: 'Post', ...charge(shipping.price, 1, 0, shipping.combination) }] : [];
			const total = round(sum([tip, ...[...asLines, ...post].flatMap(({ net, tax }) => [net, tax ?? '0'])]), decimals);
			const part = (percent: number) => round(new Big(total).times(percent).div(100).toFixed(), decimals);
			const at = (day: number) => `2026-03-0${day}T15:30:00Z`;
			const pay = (key: string, amount: string, tender: 'money' | 'giftCard') => ({ id: `${key}-${id}`, kind: 'sale' as const, status: 'success' as const, method: tender, tender, amount, currency, at: at(2) });
			// A customer pays what the marketplace remits, too.
			const beside = taxed === 'remitted' && paid >= 100 ? sum([...charges, ...post].flatMap((each) => each.taxes.map(({ amount }) => amount))) : '0';
			const money = plus(minus(part(paid), part(card)), beside);
			const payments = [pay('card', part(card), 'giftCard'), pay('pay', round(money, decimals), 'money')].filter(({ amount }) => new Big(amount).gt(0));
			const back = lines.flatMap(({ back: pieces, quantity, restocked }, index) => {
				const line = asLines[index]!;
				return pieces === 0 || pieces > quantity ? [] : [{ lineId: line.id!, quantity: String(pieces), ...refundOf(line, pieces), restocked }];
			});
			const ofLines = sum(back.flatMap(({ net, tax }) => [net, tax]));
			const given = { none: '0', lines: ofLines, amount: part(15), all: total }[refunds]!;
			const refund = { id: `r${id}`, at: at(4), amount: round(given, decimals), currency, lines: refunds === 'lines' ? back : [], adjustment: refunds === 'lines' ? '0' : given };
			const isGiven = paid >= 100 && new Big(given).gt(0) && new Big(given).lte(total);
			return orderSchema.parse({
				channel: 'woocommerce',
				accountId: 'shop.example.com',
				id: String(id),
				number: String(id),
				status: 'completed',
				paymentStatus: paid >= 100 ? 'paid' : paid > 0 ? 'partial' : 'unpaid',
				fulfillmentStatus: 'fulfilled',
				placedAt: at(1),
				updatedAt: at(4),
				localDate: '2026-03-01',
				currency,
				...(rate ? { presentment: { currency: currency === 'EUR' ? 'USD' : 'EUR', total: round(new Big(total).times(rate).toFixed(), 2) } } : {}),
				taxInclusive: ways.inclusive,
				taxExempt: taxed === 'exempt',
				customer: { firstName: 'Ana', lastName: 'Tester', email: 'ana@example.com' },
				shipTo: { country, region },
				lines: asLines,
				shipping: post,
				totals: { tip, total, refunded: isGiven ? plus(given, '0') : '0' },
				payments,
				refunds: isGiven ? [refund] : [],
			} satisfies OrderInput);
		});
}

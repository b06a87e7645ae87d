import { isZero, plain, sum, type Money } from '../order/money';
import type { Order, OrderCharge, OrderTax } from '../order/order';
import { Big } from '../vendor/decimal';
import type { TaxRow } from './settings/tax';

/** What of an order a row of *Tax Codes* is chosen by. */
export interface TaxedPlace {
	country: string;
	region: string;
}

/** Where an order goes; where it is billed when it goes nowhere. */
export function taxedPlace({ shipTo, billTo }: Order): TaxedPlace {
	const address = shipTo?.country || shipTo?.region ? shipTo : billTo;
	return { country: normal(address?.country ?? ''), region: normal(address?.region ?? '') };
}

/** Finds the row of one table for the taxes of a line; the first one that fits counts. */
export type FindRow = (taxes: NamedTax[], isTaxed: boolean, place: TaxedPlace) => TaxRow | undefined;

/** A tax as a row can name it. */
export type NamedTax = Pick<OrderTax, 'name' | 'rate' | 'jurisdiction'>;

const finders = new WeakMap<TaxRow[], FindRow>();

/** Prepares a table once; lines with the same taxes in the same place are looked up once. */
export function rowFinder(rows: TaxRow[]): FindRow {
	const known = finders.get(rows);
	if (known) return known;
	const tests = rows.map((row) => ({ row, fits: testOf(row) }));
	const found = new Map<string, TaxRow | undefined>();
	const find: FindRow = (taxes, isTaxed, place) => {
		const key = JSON.stringify([isTaxed, place.country, place.region, taxes.map(({ name, rate, jurisdiction }) => [name, rate, jurisdiction])]);
		if (!found.has(key)) found.set(key, tests.find(({ fits }) => fits(taxes, isTaxed, place))?.row);
		return found.get(key);
	};
	finders.set(rows, find);
	return find;
}

/** A row that names neither tax nor rate is about whatever is taxed; what is not taxed needs a row that says so. */
function testOf(row: TaxRow): FindTest {
	const names = parts(row.tax).map(normal).sort();
	const rates = parts(row.rate).map(percent).sort();
	const country = normal(row.country);
	const region = normal(row.region);
	return (taxes, isTaxed, place) => {
		if (country && country !== place.country) return false;
		if (region && region !== place.region) return false;
		if (names.length > 0 && !areCalled(taxes, names)) return false;
		if (rates.length > 0) return hasRates(taxes, isTaxed, rates);
		return isTaxed || names.length > 0;
	};
}

type FindTest = (...asked: Parameters<FindRow>) => boolean;

/** By their names, or by the shop's code of each: WooCommerce calls both `GB-VAT-1` and `VAT` one tax. */
const areCalled = (taxes: NamedTax[], names: string[]): boolean =>
	same(taxes.map(({ name }) => normal(name)), names) || same(taxes.map(({ jurisdiction }) => normal(jurisdiction ?? '')), names);

function hasRates(taxes: NamedTax[], isTaxed: boolean, rates: string[]): boolean {
	if (!isTaxed) return rates.length === 1 && rates[0] === '0';
	const own = taxes.map(({ rate }) => (rate === undefined ? '' : percent(rate)));
	if (own.includes('')) return false;
	return same(own, rates) || (rates.length === 1 && sum(own) === rates[0]);
}

const same = (own: string[], wanted: string[]): boolean =>
	own.length === wanted.length && [...own].sort().every((value, index) => value === wanted[index]);

const parts = (cell: string): string[] => cell.split('+').map((part) => part.trim()).filter(Boolean);
const normal = (text: string): string => text.trim().toLowerCase();
/** `20.0000`, `20 %` and `20` are one rate. What is no number fits nothing. */
const percent = (text: string): string => {
	const number = text.replace(/%$/, '').replace(',', '.').trim();
	return /^\d+(\.\d+)?$/.test(number) ? plain(number) : text;
};

/**
 * The taxes of a line that are the seller's. A tax of nothing is left out beside others, since shops list what applies elsewhere in
 * the order; not where its rate on so small an amount comes to nothing. All of nothing tell what an untaxed line is called.
 */
export function sellersTaxes({ net, quantity, taxes }: Taxed): OrderTax[] {
	const own = taxes.filter(({ remittedBy }) => remittedBy !== 'marketplace');
	if (own.length < 2 || own.every(({ amount }) => !isZero(amount)) || own.every(({ amount }) => isZero(amount))) return own;
	return own.filter((tax) => !isZero(tax.amount) || roundsToNothing(tax, net, quantity));
}

/** What tax is on: for how many pieces, where it is a line. */
export type Taxed = Pick<OrderCharge, 'net' | 'taxes'> & { quantity?: string | undefined };

/** As fine as the shop writes the tax, hundredths at most: shares of refunds are finer. It may round that of each piece. */
function roundsToNothing({ rate, amount }: OrderTax, net: Money, quantity = '1'): boolean {
	if (rate === undefined || isZero(rate)) return false;
	const decimals = Math.min(2, amount.split('.')[1]?.length ?? 0);
	const pieces = new Big(quantity).lt(1) ? new Big(1) : new Big(quantity);
	return new Big(net).times(rate).div(100).abs().lt(new Big(10).pow(-decimals).times(pieces));
}

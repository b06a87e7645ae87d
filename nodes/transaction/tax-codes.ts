import type { Order } from '../order/order';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { PlannedItemLine, PlannedLine } from './plan';
import type { TaxSetting } from './settings/tax';
import type { SyncSettings } from './sync-settings';
import { rowFinder, taxedPlace, type TaxedPlace } from './tax-rows';

type ByCodes = Extract<TaxSetting, { mode: 'codes' }>;
type UsCodes = Extract<TaxSetting, { mode: 'usCodes' }>;

/**
 * The lines with a tax code each, where the company works by codes; elsewhere as they are. A tax that no row names is never
 * guessed: without a code for all the others the order is refused.
 */
export function codedLines(order: Order, lines: PlannedLine[], { tax }: SyncSettings): Outcome<PlannedLine[]> {
	if (tax.mode !== 'codes') return succeed(lines);
	const place = taxedPlace(order);
	const coded: PlannedLine[] = [];
	for (const line of lines) {
		if (line.kind === 'discount') {
			coded.push(line);
			continue;
		}
		const taxCode = codeOf(order, line, place, tax);
		if (taxCode === '') return fail(notMapped(order, line, place, "'Taxable Code'"));
		coded.push({ ...line, taxCode });
	}
	return succeed(coded);
}

function codeOf(order: Order, { taxable, taxes }: PlannedItemLine, place: TaxedPlace, setting: ByCodes): string {
	const { nonTaxableCode, outOfScopeCode, exemptCode, taxableCode } = setting;
	if (taxes === undefined) return outOfScopeCode || nonTaxableCode;
	if (!taxable && order.taxExempt && exemptCode) return exemptCode;
	const row = rowFinder(setting.rows)(taxes, taxable, place);
	return row?.code ?? (taxable ? taxableCode : nonTaxableCode);
}

/** The one tax rate of a US document; none where nothing was taxed. */
export function documentCode(order: Order, lines: PlannedItemLine[], setting: UsCodes): Outcome<string | undefined> {
	const place = taxedPlace(order);
	const find = rowFinder(setting.rows);
	let found: string | undefined;
	for (const line of lines) {
		if (!line.taxable) continue;
		const code = find(line.taxes ?? [], true, place)?.code ?? setting.usualCode;
		if (code === '') return fail(notMapped(order, line, place, "'Tax Rate'"));
		if (found !== undefined && found !== code) return fail(severalRates(order, found, code));
		found = code;
	}
	return succeed(found);
}

function notMapped(order: Order, { description, taxes = [] }: PlannedItemLine, place: TaxedPlace, usual: string): Failure {
	const names = taxes.map(({ name, rate }) => (rate === undefined ? `'${name}'` : `'${name}' of ${rate} %`));
	const where = [place.region, place.country].filter(Boolean).join(', ').toUpperCase();
	const what = names.length > 0 ? `the tax ${names.join(' and ')}` : 'a tax without a name';
	return refused(
		'tax-not-mapped',
		`Line '${description ?? ''}' of order '${order.number}' has ${what}${where ? ` in ${where}` : ''}, which no row of 'Tax Codes' names, and ${usual} is empty`,
		`Add a row for it to 'Tax Codes' in Tax Options, or choose a tax code for all the others in ${usual}`,
		{ taxes: taxes.map(({ name }) => name).join(' + '), rates: taxes.map(({ rate = '' }) => rate).join(' + '), country: place.country, region: place.region },
	);
}

const severalRates = (order: Order, one: string, other: string): Failure =>
	refused(
		'several-tax-rates',
		`Order '${order.number}' has lines for the tax rate '${one}' and for '${other}', and a QuickBooks company in the US takes one rate a document`,
		"Give both taxes one row in 'Tax Codes' with a rate that combines them, or choose 'As Its Own Line' in 'Sales Tax'",
		{ rates: `${one}, ${other}` },
	);

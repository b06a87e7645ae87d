import { isZero, plus, round, sum, type Money } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { booksDecimals } from '../transaction/amounts';
import type { ItemChoice, PlannedItemLine, PlannedLine } from '../transaction/plan';
import { priced } from '../transaction/unit-price';
import { Big } from '../vendor/decimal';
import type { BundleComponent, ItemReference } from './items';

/** A planned line as it is written: on its own, or as a bundle of the company's with its components. */
export interface WrittenLine {
	line: PlannedLine;
	bundle?: { item: ItemReference; components: PlannedItemLine[] };
}

/**
 * Puts bundles of the company in the place of the lines that name one. What the shop lists as parts of such a line, and the
 * company's bundle holds as well, goes into it with what it costs: it would leave the stock twice otherwise.
 */
export function withBundles(
	lines: PlannedLine[],
	currency: string,
	find: (choice: ItemChoice) => Outcome<ItemReference>,
): Outcome<WrittenLine[]> {
	const bundles = new Map<PlannedLine, WrittenLine>();
	const inside = new Set<PlannedLine>();
	for (const line of lines) {
		if (line.kind !== 'item') continue;
		const item = find(line.item);
		if (!item.ok || !item.value.components) continue;
		const parts = partsOf(line, item.value.components, lines, find);
		const components = componentsOf([line, ...parts], item.value.components, currency);
		if (!components.ok) return components;
		bundles.set(line, { line, bundle: { item: item.value, components: components.value } });
		for (const part of parts) inside.add(part);
	}
	return succeed(lines.filter((line) => !inside.has(line)).map((line) => bundles.get(line) ?? { line }));
}

/** An add-on that the bundle does not hold stays a line of its own. */
function partsOf(
	{ bundle }: PlannedItemLine,
	components: BundleComponent[],
	lines: PlannedLine[],
	find: (choice: ItemChoice) => Outcome<ItemReference>,
): PlannedItemLine[] {
	if (bundle === undefined) return [];
	const ids = new Set(components.map(({ item }) => item.value));
	return lines.filter((line): line is PlannedItemLine => {
		if (line.kind !== 'item' || line.partOf !== bundle) return false;
		if (isZero(line.amount)) return true;
		const item = find(line.item);
		return item.ok && ids.has(item.value.value);
	});
}

/** The components at prices that add up to what the shop charged, each in proportion to its list price. */
function componentsOf([whole, ...parts]: PlannedItemLine[], components: BundleComponent[], currency: string): Outcome<PlannedItemLine[]> {
	const charged = [whole!, ...parts].filter(({ amount }) => !isZero(amount));
	const { taxable, taxCode } = charged[0] ?? whole!;
	if (charged.some((line) => line.taxable !== taxable || line.taxCode !== taxCode)) return fail(taxedDifferently(whole!));
	const quantities = components.map(({ quantity }) => new Big(quantity).times(whole!.quantity ?? '1').toFixed());
	const atList = components.map(({ price }, index) => new Big(price).times(quantities[index]!).toFixed());
	const weights = isZero(sum(atList)) ? quantities : atList;
	const amounts = inShares(sum(charged.map(({ amount }) => amount)), weights, booksDecimals(currency));
	const taxes = charged.some(({ tax }) => tax !== undefined) ? inShares(sum(charged.map(({ tax }) => tax ?? '0')), weights, 6) : undefined;
	return succeed(
		components.map(({ item }, index) => {
			const { quantity, unitPrice } = priced(quantities[index]!, amounts[index]!);
			return {
				kind: 'item' as const,
				item: { id: item.value, orElse: { action: 'needsAttention' as const } },
				quantity,
				unitPrice,
				amount: amounts[index]!,
				taxable,
				...(taxCode === undefined ? {} : { taxCode }),
				...(taxes ? { tax: taxes[index]! } : {}),
			};
		}),
	);
}

/** A total in parts of these weights, rounded so that they add up to it. */
function inShares(total: Money, weights: string[], decimals: number): Money[] {
	const all = new Big(sum(weights));
	let weight = '0';
	let given = '0';
	return weights.map((own) => {
		weight = plus(weight, own);
		const until = all.eq(0) ? total : round(new Big(total).times(weight).div(all).toFixed(), decimals);
		const share = round(new Big(until).minus(given).toFixed(), decimals);
		given = until;
		return share;
	});
}

const taxedDifferently = ({ description }: PlannedItemLine): Failure =>
	refused(
		'bundle-taxed-differently',
		`Parts of '${description ?? ''}' are taxed differently in the shop, and QuickBooks holds it as one bundle`,
		'Book this order by hand, or make the bundle in QuickBooks inactive: its parts are then booked one by one',
	);

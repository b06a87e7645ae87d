import { compare, isZero, minus, negate, sum, type Money } from '../order/money';
import type { QbComponent, QbLine, QbRefund, StandingDocument } from '../qb-documents/qb-document';
import { Big } from '../vendor/decimal';

/** What a document still has to ship, once what was given back is taken off. */
export interface LeftToShip {
	lines: QbLine[];
	tax: Money;
	total: Money;
	amountPaid: Money;
	/** Whether everything that was to be shipped was given back. */
	nothing: boolean;
}

/**
 * Takes refunds off: pieces of a product that were given back are not shipped. Money that was given back without a piece, or
 * at another price, stands as a line of its own, so that the sum stays right.
 */
export function leftToShip(document: StandingDocument): LeftToShip {
	const { refunds, lines, tax, total, amountPaid } = document;
	if (refunds.length === 0) return { lines, tax, total, amountPaid, nothing: false };
	const back = returnedPieces(refunds);
	const left = lines.flatMap((line) => withoutReturned(line, back) ?? []);
	const givenBack = sum(refunds.map((refund) => refund.total));
	const leftTax = minus(tax, sum(refunds.map((refund) => refund.tax)));
	const leftTotal = minus(total, givenBack);
	const apart = minus(leftTotal, sum([...left.map(({ amount }) => amount), leftTax]));
	const rest: QbLine[] = isZero(apart) ? [] : [{ id: 'refund', kind: 'other', name: 'Refund', amount: apart, components: [] }];
	const paid = minus(amountPaid, givenBack);
	return {
		lines: [...left, ...rest],
		tax: leftTax,
		total: leftTotal,
		amountPaid: compare(paid, '0') < 0 ? '0' : paid,
		nothing: !left.some(isGoods) && lines.some(isGoods),
	};
}

const isGoods = ({ kind }: QbLine): boolean => kind === 'item' || kind === 'bundle';

/** Pieces given back, by product. */
function returnedPieces(refunds: QbRefund[]): Map<string, Big> {
	const pieces = new Map<string, Big>();
	for (const { itemId, quantity } of refunds.flatMap(({ lines }) => lines)) {
		if (itemId !== undefined && quantity !== undefined) pieces.set(itemId, (pieces.get(itemId) ?? new Big(0)).plus(quantity));
	}
	return pieces;
}

/** The line less what was given back of it; `undefined` when nothing is left. Takes what it used off `back`. */
function withoutReturned(line: QbLine, back: Map<string, Big>): QbLine | undefined {
	const reduced = reduce(line, back);
	if (reduced === undefined) return undefined;
	if (line.kind !== 'bundle') return { ...reduced, components: [] };
	// A bundle that was given back as such takes its components along; else they are looked at one by one.
	const share = line.quantity && reduced.quantity && !isZero(line.quantity) ? new Big(reduced.quantity).div(line.quantity) : new Big(1);
	const components = line.components.flatMap((component) => reduce(scaled(component, share), back) ?? []);
	return components.length === 0 ? undefined : { ...reduced, amount: sum(components.map(({ amount }) => amount)), components };
}

function reduce(line: QbLine | QbComponent, back: Map<string, Big>): QbComponent | undefined {
	const { itemId, quantity } = line;
	const returned = itemId === undefined ? undefined : back.get(itemId);
	if (itemId === undefined || quantity === undefined || returned === undefined || !returned.gt(0)) return line;
	const taken = returned.gt(quantity) ? new Big(quantity) : returned;
	back.set(itemId, returned.minus(taken));
	const left = new Big(quantity).minus(taken);
	return left.gt(0) ? scaled(line, left.div(quantity)) : undefined;
}

function scaled(line: QbLine | QbComponent, share: Big): QbComponent {
	if (share.eq(1) || line.quantity === undefined) return line;
	return {
		...line,
		quantity: new Big(line.quantity).times(share).round(6).toFixed(),
		amount: new Big(line.amount).times(share).round(2, Big.roundHalfUp).toFixed(),
	};
}

/** The difference between two amounts, without its sign. */
export const apartBy = (one: Money, other: Money): Money => {
	const difference = minus(one, other);
	return compare(difference, '0') < 0 ? negate(difference) : difference;
};

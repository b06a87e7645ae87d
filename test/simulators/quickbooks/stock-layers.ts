import { Big } from 'big.js';

/** What a document moves of one item. */
export interface StockMovement {
	/** The posting that moves it, as the general ledger knows it: `SalesReceipt 12`. */
	readonly document: string;
	/** YYYY-MM-DD; goods move in the order of dates, and within a day in the order of `sequence`. */
	readonly date: string;
	readonly sequence: number;
	/** Positive into the stock, negative out of it. */
	readonly quantity: Big;
	/** What a unit that comes in has cost; undefined for returns, which come back at what the last units sold had cost. */
	readonly unitCost?: Big;
}

/** What the movements of one item are worth, in the home currency. */
export interface StockValues {
	/** By document: what came into the stock (positive) or left it (negative). Whole cents. */
	readonly byDocument: ReadonlyMap<string, Big>;
	readonly quantity: Big;
	/** Of what is there, what was sold without being there taken off. Equals the sum of `byDocument`. */
	readonly value: Big;
}

interface Layer {
	quantity: Big;
	value: Big;
}

const zero = new Big(0);

/**
 * Values stock first in, first out: that is what QuickBooks Online keeps to (Intuit's guide, "Manage inventory: FIFO"). What
 * is sold before it is there is worth `usualCost` a unit until goods come in, and then what those cost. Values are whole
 * cents, so that the inventory account is exactly the sum of what is left.
 */
export function valued(movements: readonly StockMovement[], usualCost: Big): StockValues {
	const byDocument = new Map<string, Big>();
	const layers: Layer[] = [];
	const owed: Array<{ document: string; quantity: Big }> = [];
	let lastSold = usualCost;
	const book = (document: string, value: Big): void => {
		byDocument.set(document, (byDocument.get(document) ?? zero).plus(value));
	};
	for (const { document, quantity, unitCost } of inOrder(movements)) {
		if (quantity.gt(0)) {
			const layer = { quantity, value: cents(quantity.times(unitCost ?? lastSold)) };
			book(document, layer.value);
			while (owed[0] !== undefined && layer.quantity.gt(0)) {
				const [first] = owed;
				const taken = least(first.quantity, layer.quantity);
				book(first.document, take(layer, taken).neg());
				first.quantity = first.quantity.minus(taken);
				if (first.quantity.eq(0)) owed.shift();
			}
			if (layer.quantity.gt(0)) layers.push(layer);
			continue;
		}
		let wanted = quantity.neg();
		while (layers[0] !== undefined && wanted.gt(0)) {
			const taken = least(wanted, layers[0].quantity);
			const value = take(layers[0], taken);
			lastSold = value.div(taken);
			book(document, value.neg());
			wanted = wanted.minus(taken);
			if (layers[0].quantity.eq(0)) layers.shift();
		}
		if (wanted.gt(0)) {
			owed.push({ document, quantity: wanted });
			lastSold = usualCost;
		}
	}
	for (const { document, quantity } of owed) book(document, cents(quantity.times(usualCost)).neg());
	return {
		byDocument,
		quantity: movements.reduce((sum, { quantity }) => sum.plus(quantity), zero),
		value: [...byDocument.values()].reduce((sum, value) => sum.plus(value), zero),
	};
}

function inOrder(movements: readonly StockMovement[]): StockMovement[] {
	return [...movements].sort((left, right) => {
		if (left.date !== right.date) return left.date < right.date ? -1 : 1;
		return left.sequence - right.sequence;
	});
}

/** Takes so many units off a layer and says what they are worth; the last ones take what is left. */
function take(layer: Layer, quantity: Big): Big {
	const value = quantity.eq(layer.quantity) ? layer.value : cents(layer.value.times(quantity).div(layer.quantity));
	layer.quantity = layer.quantity.minus(quantity);
	layer.value = layer.value.minus(value);
	return value;
}

function least(left: Big, right: Big): Big {
	return left.lt(right) ? left : right;
}

function cents(value: Big): Big {
	return value.round(2, Big.roundHalfUp);
}

import type { Money } from '../order/money';
import { DESCRIPTION_LIMIT } from './item';
import type { ItemChoice, PlannedItemLine } from './plan';
import type { SyncSettings } from './sync-settings';
import { taxMarks, type Charged } from './tax';
import { fit } from './text-limits';
import { priced } from './unit-price';

export interface LineToBook {
	item: ItemChoice;
	description: string;
	/** Already rounded to what the books hold. */
	amount: Money;
	/** One when left out. */
	quantity?: string;
	/** What the shop charged tax on it; absent for what is no sale. */
	charged?: Charged;
	/** Where `charged` does not tell: whether it is taxed like what it is taken off. */
	taxed?: boolean;
}

/** An item line whose price times quantity is its amount, or one piece at the amount with the quantity told in words. */
export function itemLine(line: LineToBook, settings: SyncSettings): PlannedItemLine {
	const { quantity, unitPrice, exact } = priced(line.quantity ?? '1', line.amount);
	const text = line.description.trim();
	const description = exact ? fit(text, DESCRIPTION_LIMIT) : withQuantity(text, line.quantity ?? '1');
	return {
		kind: 'item',
		item: line.item,
		...(description ? { description } : {}),
		quantity,
		unitPrice,
		amount: line.amount,
		...taxMarks(line.charged, line.taxed ?? false, settings),
	};
}

function withQuantity(text: string, quantity: string): string {
	const tail = ` (quantity ${quantity})`;
	return `${fit(text, DESCRIPTION_LIMIT - tail.length)}${tail}`;
}

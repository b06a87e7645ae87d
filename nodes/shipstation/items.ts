import { compare, isZero, plus, sum, type Money } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { QbComponent, QbLine, StandingDocument } from '../qb-documents/qb-document';
import { Big } from '../vendor/decimal';
import { fitText } from './fit-text';
import { lineKey } from './line-key';
import type { ItemToSend } from './order-to-send';
import { itemRules, type ItemRules } from './item-rules';
import type { ShippingSettings } from './shipping-settings';

export interface OrderItems {
	items: ItemToSend[];
	shipping: Money;
	/** What was left out on purpose: services. */
	leftOut: Money;
	/** Words that stood between the lines. */
	texts: string[];
}

/** ShipStation's models take an amount of four decimals. */
const PRICE_DECIMALS = 4;

/** The lines of a document as items, shipping amount and notes; fails for a quantity that ShipStation cannot hold. */
export function itemsOf(document: Pick<StandingDocument, 'type' | 'id'>, lines: readonly QbLine[], settings: ShippingSettings): Outcome<OrderItems> {
	const rules = itemRules(settings);
	const keyOf = ({ id, kind }: QbLine | QbComponent): string => lineKey(document, id === '' ? `${kind}-${result.items.length + 1}` : id);
	const result: OrderItems = { items: [], shipping: '0', leftOut: '0', texts: [] };
	const rounding: Money[] = [];
	for (const line of lines.flatMap((one) => unbundled(one, settings))) {
		switch (rules.roleOf(line)) {
			case 'shipping':
				result.shipping = plus(result.shipping, line.amount);
				break;
			case 'text':
				result.texts.push(line.description ?? line.name);
				break;
			case 'leftOut':
				result.leftOut = plus(result.leftOut, line.amount);
				break;
			case 'adjustment':
				if (!isZero(line.amount)) result.items.push(adjustment(line, keyOf(line)));
				break;
			case 'goods': {
				const item = goods(line, keyOf(line), settings, rules);
				if (!item.ok) return item;
				result.items.push(item.value.item);
				rounding.push(item.value.apart);
			}
		}
	}
	const apart = sum(rounding);
	// Prices of more decimals than ShipStation takes may add up to another sum.
	if (new Big(apart).abs().gte('0.005')) {
		const line: QbComponent = { id: 'rounding', kind: 'other', name: 'Rounding', amount: apart };
		result.items.push(adjustment(line, keyOf(line)));
	}
	return succeed(result);
}

/** A bundle as its components, whose prices add up to it, or as one line: never both. */
function unbundled(line: QbLine, { bundles }: ShippingSettings): Array<QbLine | QbComponent> {
	return line.kind === 'bundle' && bundles === 'components' && line.components.length > 0 ? line.components : [line];
}

function goods(
	line: QbLine | QbComponent,
	lineItemKey: string,
	{ decimalQuantities }: ShippingSettings,
	rules: ItemRules,
): Outcome<{ item: ItemToSend; apart: Money }> {
	const quantity = line.quantity ?? '1';
	const whole = /^\d{1,9}(\.0+)?$/.test(quantity);
	if (!whole && decimalQuantities === 'needsAttention') return fail(decimalQuantity(line, quantity));
	const pieces = whole ? new Big(quantity) : new Big(1);
	const price = pieces.eq(0) ? new Big(0) : priceOf(line, pieces);
	const apart = new Big(line.amount).minus(price.times(pieces)).toFixed();
	const weight = rules.weightOf(line, whole ? 1 : Number(quantity));
	return succeed({
		apart,
		item: {
			lineItemKey,
			sku: fitText(line.sku ?? line.name, 100),
			name: whole ? nameOf(line, 200) : `${nameOf(line, 180)} (${quantity})`,
			quantity: pieces.toNumber(),
			unitPrice: price.toNumber(),
			adjustment: false,
			...(weight === undefined ? {} : { weight }),
		},
	});
}

/** QuickBooks' own price where it comes to the amount of the line, else what a piece of the amount costs. */
function priceOf({ unitPrice, amount }: QbComponent, pieces: Big): Big {
	const own = unitPrice === undefined ? undefined : new Big(unitPrice).round(PRICE_DECIMALS, Big.roundHalfUp);
	if (own && own.times(pieces).minus(amount).abs().lt('0.005')) return own;
	return new Big(amount).div(pieces).round(PRICE_DECIMALS, Big.roundHalfUp);
}

/** A line that is not packed. */
const adjustment = (line: QbLine | QbComponent, lineItemKey: string): ItemToSend => ({
	lineItemKey,
	sku: fitText(line.sku ?? '', 100),
	name: nameOf(line, 200),
	quantity: 1,
	unitPrice: new Big(line.amount).round(PRICE_DECIMALS, Big.roundHalfUp).toNumber(),
	adjustment: true,
});

/** An item without a name would be refused, and its order with it. */
const nameOf = ({ name, description }: QbComponent, most: number): string => fitText(name, most) || fitText(description ?? '', most) || 'Item';

/** What ShipStation will show as the order's total: `Σ unitPrice × quantity + tax + shipping`. */
export const totalOf = (items: readonly ItemToSend[], tax: Money, shipping: Money): Money =>
	sum([...items.map(({ unitPrice = 0, quantity }) => new Big(unitPrice).times(quantity).toFixed()), tax, shipping]);

/** Whether anything is to be packed. */
export const hasGoods = (items: readonly ItemToSend[]): boolean => items.some(({ adjustment: isAdjustment, quantity }) => isAdjustment !== true && compare(String(quantity), '0') > 0);

const decimalQuantity = ({ name }: QbComponent, quantity: string): Failure =>
	refused(
		'quantity-not-whole',
		`'${name}' is sold in a quantity of ${quantity}, and ShipStation packs whole pieces only`,
		"Change the quantity in QuickBooks, or choose One Piece under 'Decimal Quantities'",
	);

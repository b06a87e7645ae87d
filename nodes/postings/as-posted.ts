import { canonicalHash } from '../order/canonical-hash';
import { Big } from '../vendor/decimal';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const amount = (value: unknown): string | undefined =>
	typeof value === 'number' || (typeof value === 'string' && value !== '') ? new Big(value).toFixed() : undefined;
/** QuickBooks trims texts, and keeps line breaks in its own way. */
const words = (value: unknown): string | undefined =>
	typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined;
const reference = (value: unknown): string | undefined => {
	const { value: id } = bag(value);
	return typeof id === 'string' ? id : undefined;
};

/** QuickBooks' own shipping field, on a form: an amount without words (recorded). */
const SHIPPING_FIELD = 'SHIPPING_ITEM_ID';

/**
 * Hash of a sales document's substance, the same for what we send and for what QuickBooks gives back: date, customer, total,
 * tax, deposit account, and of each line its item, amount, quantity and words. Left out is what QuickBooks adds or
 * renumbers by itself (ids, subtotals, default tax codes), the number, which a person may change without touching money, and
 * tracking, which we write ourselves later. Tax that prices contain says nothing more than total and lines do, and
 * QuickBooks may round it in its own way. Nor does it matter where a discount and QuickBooks' own shipping stand: QuickBooks puts discounts
 * behind the subtotal (recorded), whatever was sent behind them.
 * @param total QuickBooks' TotalAmt, or what it will be
 */
export function asPosted(document: Bag, total: string): string {
	const lines = Array.isArray(document.Line) ? document.Line.map(bag) : [];
	return canonicalHash(
		{
			date: document.TxnDate,
			customer: reference(document.CustomerRef),
			total: new Big(total).toFixed(),
			tax: document.GlobalTaxCalculation === 'TaxInclusive' ? 'included' : (amount(bag(document.TxnTaxDetail).TotalTax) ?? '0'),
			deposit: reference(document.DepositToAccountRef),
			lines: [...lines.flatMap(itemOf), ...lines.flatMap(shippingFieldOf), ...lines.flatMap(discountOf)],
		},
		12,
	);
}

function itemOf({ DetailType, Amount, Description, SalesItemLineDetail, GroupLineDetail }: Bag): unknown[] {
	if (DetailType === 'GroupLineDetail') return [bundleOf(bag(GroupLineDetail))];
	const { ItemRef, Qty } = bag(SalesItemLineDetail);
	const item = reference(ItemRef);
	return DetailType === 'SalesItemLineDetail' && item !== SHIPPING_FIELD ? [[item, amount(Amount), amount(Qty), words(Description)]] : [];
}

function shippingFieldOf({ DetailType, Amount, SalesItemLineDetail }: Bag): unknown[] {
	const { ItemRef, Qty } = bag(SalesItemLineDetail);
	const item = reference(ItemRef);
	return DetailType === 'SalesItemLineDetail' && item === SHIPPING_FIELD ? [[item, amount(Amount), amount(Qty), undefined]] : [];
}

const discountOf = ({ DetailType, Amount }: Bag): unknown[] => (DetailType === 'DiscountLineDetail' ? [['discount', amount(Amount)]] : []);

/** How its price is spread over the components is QuickBooks' own affair. */
function bundleOf({ GroupItemRef, Quantity, Line }: Bag): unknown[] {
	const components = Array.isArray(Line) ? Line.map(bag) : [];
	const price = components.reduce((all, { Amount }) => all.plus(amount(Amount) ?? '0'), new Big(0));
	return ['bundle', reference(GroupItemRef), amount(Quantity), price.toFixed()];
}

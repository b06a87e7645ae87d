import { isZero, negate, sum } from '../order/money';
import type { QbComponent, QbLine } from './qb-document';
import { GRATUITY_ITEM, SHIPPING_ITEM, type ItemRecord, type WireLine } from './sales-record';

type Items = ReadonlyMap<string, ItemRecord>;
type InnerLine = NonNullable<WireLine['GroupLineDetail']>['Line'][number];

/** The lines of a sales form, without the subtotals that QuickBooks puts between them. */
export const toLines = (lines: WireLine[], items: Items): QbLine[] => lines.flatMap((line) => toLine(line, items) ?? []);

function toLine(line: WireLine, items: Items): QbLine | undefined {
	switch (line.DetailType) {
		case 'SubTotalLineDetail':
			return undefined;
		case 'GroupLineDetail':
			return toBundle(line, items);
		case 'DiscountLineDetail':
			return { ...common(line), kind: 'discount', name: 'Discount', amount: isZero(line.Amount) ? '0' : negate(line.Amount), components: [] };
		case 'SalesItemLineDetail':
			return { ...toItemLine(line, items), components: [] };
		default: {
			const silent = isZero(line.Amount);
			if (silent && line.Description === undefined) return undefined;
			return { ...common(line), kind: silent ? 'text' : 'other', name: line.DetailType ?? 'Line', components: [] };
		}
	}
}

function toItemLine(line: InnerLine, items: Items): QbComponent {
	const detail = line.SalesItemLineDetail;
	const itemId = detail?.ItemRef?.value;
	const common_ = { ...common(line), ...given('quantity', detail?.Qty), ...given('unitPrice', detail?.UnitPrice) };
	if (itemId === SHIPPING_ITEM) return { ...common_, kind: 'shipping', name: 'Shipping' };
	if (itemId === GRATUITY_ITEM) return { ...common_, kind: 'tip', name: 'Tip' };
	const item = itemId === undefined ? undefined : items.get(itemId);
	// A line of words that somebody wrote into the product column has no product, no amount and no pieces.
	if (itemId === undefined && isZero(line.Amount) && detail?.Qty === undefined) return { ...common_, kind: 'text', name: 'Text' };
	return {
		...common_,
		kind: 'item',
		name: item?.Name ?? ownName(detail?.ItemRef?.name) ?? line.Description ?? 'Item',
		...given('itemId', itemId),
		...given('sku', item?.Sku),
		...given('itemType', item?.Type),
	};
}

/** QuickBooks names a product with its categories: `Garden:Fountains:Rock Fountain`. */
const ownName = (qualified: string | undefined): string | undefined => qualified?.split(':').at(-1)?.trim() || undefined;

/** The amount of the group itself may be 0 while its components are priced, so theirs are what counts. */
function toBundle(line: WireLine, items: Items): QbLine {
	const group = line.GroupLineDetail;
	const itemId = group?.GroupItemRef?.value;
	const item = itemId === undefined ? undefined : items.get(itemId);
	const components = (group?.Line ?? [])
		.filter(({ DetailType, Amount, Description }) => DetailType === 'SalesItemLineDetail' || !isZero(Amount) || Description !== undefined)
		.map((inner) => toItemLine(inner, items));
	return {
		...common(line),
		kind: 'bundle',
		name: item?.Name ?? ownName(group?.GroupItemRef?.name) ?? line.Description ?? 'Bundle',
		...given('itemId', itemId),
		...given('sku', item?.Sku),
		...given('itemType', item?.Type),
		...given('quantity', group?.Quantity),
		amount: components.length > 0 ? sum(components.map(({ amount }) => amount)) : line.Amount,
		components,
	};
}

const common = (line: InnerLine) => ({ id: line.Id ?? '', amount: line.Amount, ...given('description', line.Description) });

const given = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
	(value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

import type { Order, OrderLine } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { bookName, fitName, ITEM_NAME_LIMIT } from './names';
import type { AccountChoice, ItemChoice } from './plan';
import { productKey, type ProductKey } from './product-key';
import { accountFor, type SyncSettings } from './sync-settings';
import { fit, oneLine } from './text-limits';

export const DESCRIPTION_LIMIT = 4000;

/** The items that this package names itself, for what is no product. */
export type NamedItem = keyof SyncSettings['items'];

/**
 * The product of a line, by what the settings say; as a rule by its SKU, and by its title only when it has none. A product that is
 * created is named after its SKU, with the title as its description: SKUs are unique, titles are not.
 */
export function productItem(order: Order, line: OrderLine, settings: SyncSettings): Outcome<ItemChoice> {
	const key = productKey(line, settings);
	if (!key.name) {
		return fail(
			refused(
				'product-unidentified',
				`Line ${order.lines.indexOf(line) + 1} of order '${order.number}' has neither a SKU nor a title`,
				'Give the product a SKU in the shop, or book this order by hand',
			),
		);
	}
	return succeed({ ...(key.by === 'sku' ? { sku: key.sku } : { name: key.name }), orElse: whenMissing(order, line, key, settings) });
}

function whenMissing(
	order: Order,
	line: OrderLine,
	{ name, sku }: ProductKey,
	settings: SyncSettings,
): ItemChoice['orElse'] {
	const { whenMissing: action, type, fallbackItem } = settings.products;
	if (action === 'fallback' && fallbackItem) return { action, name: fallbackItem };
	const incomeAccount = action === 'create' ? accountFor(settings, 'income') : undefined;
	if (action !== 'create' || !incomeAccount) return { action: 'needsAttention' };
	const description = fit(line.title.trim(), DESCRIPTION_LIMIT);
	return {
		action,
		item: {
			name,
			...(sku ? { sku } : {}),
			...(description ? { description } : {}),
			type,
			incomeAccount,
			...(type === 'Inventory' ? inventoryDetails(order, settings) : {}),
		},
	};
}

/** An item may not start after the transaction that sells it, so it starts with it, unless a day is given. */
const inventoryDetails = (order: Order, settings: SyncSettings) => ({
	assetAccount: accountFor(settings, 'itemAsset'),
	cogsAccount: accountFor(settings, 'itemCogs'),
	startDate: settings.products.inventoryStart ?? order.localDate,
	quantityOnHand: settings.products.inventoryQuantity,
});

/**
 * An item of the settings. When it is missing it is created as a service, where the account it belongs to is known; gift
 * cards and store credit belong to the liability account, and whose money tips, duties, a channel's fees and a tax line are
 * nobody but the bookkeeper knows.
 */
export function namedItem(kind: NamedItem, settings: SyncSettings): ItemChoice {
	const { by, value } = settings.items[kind];
	const item: ItemChoice = by === 'id' ? { id: value, orElse: { action: 'needsAttention' } } : serviceNamed(value, accountOf(kind, settings));
	return kind === 'giftCard' || kind === 'storeCredit' ? { ...item, owed: true } : item;
}

/** What a way of shipping is booked to: one item for all, or one a method, which is named in the settings or after the method. */
export function shippingItem({ title, code }: Pick<Order['shipping'][number], 'title' | 'code'>, settings: SyncSettings): ItemChoice {
	const { as, methods } = settings.shipping;
	if (as === 'field') return { field: 'shipping', orElse: { action: 'needsAttention' } };
	if (as === 'item' || !bookName(title)) return namedItem('shipping', settings);
	const called = [title, code ?? ''].map(asMethod).filter(Boolean);
	const named = methods.find(({ method }) => called.includes(asMethod(method)));
	return serviceNamed(named?.item ?? title, accountOf('shipping', settings));
}

/** An item of the coupon's own name. */
export const couponItem = (name: string, settings: SyncSettings): ItemChoice =>
	bookName(name) ? serviceNamed(name, accountOf('discount', settings)) : namedItem('discount', settings);

const asMethod = (text: string): string => oneLine(text).toLowerCase();

function serviceNamed(text: string, incomeAccount: AccountChoice | undefined): ItemChoice {
	const name = fitName(bookName(text), ITEM_NAME_LIMIT);
	return {
		name,
		orElse: incomeAccount
			? { action: 'create', item: { name, type: 'Service', incomeAccount } }
			: { action: 'needsAttention' },
	};
}

function accountOf(kind: NamedItem, settings: SyncSettings): AccountChoice | undefined {
	switch (kind) {
		case 'shipping':
			return accountFor(settings, 'shippingIncome', 'income');
		case 'fee':
			return accountFor(settings, 'fees', 'income');
		case 'tip':
			return accountFor(settings, 'tips');
		case 'duty':
			return accountFor(settings, 'duties');
		case 'discount':
			return accountFor(settings, 'discount');
		case 'channelFee':
			return accountFor(settings, 'channelFees');
		case 'refund':
			return accountFor(settings, 'refunds', 'income');
		case 'rounding':
			return accountFor(settings, 'rounding', 'income');
		case 'giftCard':
		case 'storeCredit':
			return accountFor(settings, 'giftCardLiability');
		case 'salesTax':
			return undefined;
	}
}

import type { Order, OrderLine } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { bookName, fitName, ITEM_NAME_LIMIT, SKU_LIMIT, withHash } from './names';
import type { AccountChoice, ItemChoice } from './plan';
import { accountFor, type SyncSettings } from './sync-settings';
import { fit, oneLine } from './text-limits';

export const DESCRIPTION_LIMIT = 4000;

/** The items that this package names itself, for what is no product. */
export type NamedItem = keyof SyncSettings['items'];

/**
 * The product of a line: by its SKU, and by its title only when it has none. A product that is created is named after its
 * SKU, with the title as its description: SKUs are unique, titles are not.
 */
export function productItem(order: Order, line: OrderLine, settings: SyncSettings): Outcome<ItemChoice> {
	const sku = fitSku(line.sku);
	const name = sku ? productName(line.sku ?? '', settings) : fitName(bookName(line.title), ITEM_NAME_LIMIT);
	if (!name) {
		return fail(
			refused(
				'product-unidentified',
				`Line ${order.lines.indexOf(line) + 1} of order '${order.number}' has neither a SKU nor a title`,
				'Give the product a SKU in the shop, or book this order by hand',
			),
		);
	}
	return succeed({ ...(sku ? { sku } : { name }), orElse: whenMissing(order, line, { name, sku }, settings) });
}

/** A SKU as QuickBooks can hold it, `undefined` when there is none. */
function fitSku(text: string | undefined): string | undefined {
	const sku = oneLine(text ?? '');
	return sku ? fitName(sku, SKU_LIMIT) : undefined;
}

/** The SKU as a name; where a name cannot hold it, its hash keeps it apart from a SKU that looks alike. */
function productName(sku: string, settings: SyncSettings): string {
	const wanted = `${settings.products.namePrefix}${oneLine(sku)}`;
	const name = bookName(wanted);
	return name === wanted ? fitName(name, ITEM_NAME_LIMIT) : withHash(name, wanted, ITEM_NAME_LIMIT);
}

function whenMissing(
	order: Order,
	line: OrderLine,
	{ name, sku }: { name: string; sku: string | undefined },
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

/** An item may not start after the transaction that sells it, so it starts with it, and with nothing in stock. */
const inventoryDetails = (order: Order, settings: SyncSettings) => ({
	assetAccount: accountFor(settings, 'itemAsset'),
	cogsAccount: accountFor(settings, 'itemCogs'),
	startDate: order.localDate,
	quantityOnHand: '0',
});

/**
 * An item of the settings. When it is missing it is created as a service, where the account it belongs to is known; gift
 * cards and store credit belong to the liability account, and for tips, duties and a tax line nobody but the
 * bookkeeper knows.
 */
export function namedItem(kind: NamedItem, settings: SyncSettings): ItemChoice {
	const { by, value } = settings.items[kind];
	if (by === 'id') return { id: value, orElse: { action: 'needsAttention' } };
	const name = fitName(bookName(value), ITEM_NAME_LIMIT);
	const incomeAccount = accountOf(kind, settings);
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
			return accountFor(settings, 'income');
		case 'refund':
			return accountFor(settings, 'refunds', 'income');
		case 'rounding':
			return accountFor(settings, 'rounding', 'income');
		case 'giftCard':
		case 'storeCredit':
			return accountFor(settings, 'giftCardLiability');
		case 'tip':
		case 'duty':
		case 'salesTax':
			return undefined;
	}
}

import type { OrderLine } from '../order/order';
import { bookName, fitName, ITEM_NAME_LIMIT, SKU_LIMIT, withHash } from './names';
import type { SyncSettings } from './sync-settings';
import { skuKey } from './sku-map';
import { oneLine } from './text-limits';

/** What a product is sought by: its SKU or its name. Created, it has both that are given. */
export interface ProductKey {
	by: 'sku' | 'name';
	/** As QuickBooks can hold it; absent: it has none. */
	sku?: string;
	/** Empty: nothing to seek it by. */
	name: string;
}

/** Where the settings lead from a line: by the map, else by the rules for SKUs, and by its title when it has none. */
export function productKey({ sku: given, title }: OrderLine, { products }: SyncSettings): ProductKey {
	const shopSku = oneLine(given ?? '');
	const mapped = products.skuMap.size > 0 ? products.skuMap.get(skuKey(shopSku || title)) : undefined;
	if (mapped && 'name' in mapped) return byName(mapped.name);
	if (!mapped && products.match === 'title') return byName(title);
	const sku = mapped?.sku ?? (shopSku && byRules(shopSku, products.skuRules));
	if (!sku) return byName(title);
	const whole = fitName(sku, SKU_LIMIT);
	return products.match === 'skuAsName'
		? { by: 'name', sku: whole, name: nameOfSku(sku, '') }
		: { by: 'sku', sku: whole, name: nameOfSku(sku, products.namePrefix) };
}

const byName = (text: string): ProductKey => ({ by: 'name', name: fitName(bookName(text), ITEM_NAME_LIMIT) });

/** The SKU as a name; where a name cannot hold it, its hash keeps it apart from a SKU that looks alike. */
function nameOfSku(sku: string, prefix: string): string {
	const wanted = `${prefix}${sku}`;
	const name = bookName(wanted);
	return name === wanted ? fitName(name, ITEM_NAME_LIMIT) : withHash(name, wanted, ITEM_NAME_LIMIT);
}

/** Nothing is taken off that would leave nothing. */
function byRules(sku: string, { stripPrefix, stripSuffix, addPrefix, addSuffix }: SyncSettings['products']['skuRules']): string {
	let bare = sku;
	if (stripPrefix && bare.length > stripPrefix.length && bare.toLowerCase().startsWith(stripPrefix.toLowerCase())) bare = bare.slice(stripPrefix.length);
	if (stripSuffix && bare.length > stripSuffix.length && bare.toLowerCase().endsWith(stripSuffix.toLowerCase())) bare = bare.slice(0, -stripSuffix.length);
	return oneLine(`${addPrefix}${bare}${addSuffix}`);
}

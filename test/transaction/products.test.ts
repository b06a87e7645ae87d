import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { readSettings } from '../../nodes/transaction/sync-settings';
import { settingsOf } from './order-of';
import { itemLinesOf, saleOf } from './planned';

type Products = NonNullable<SyncSettingsInput['products']>;

/** What the line is sought by: `sku:…` or `name:…`. */
function soughtBy(line: { sku?: string; title?: string }, products: Products = {}): string {
	const order = { lines: [{ title: 'Straw hat', quantity: '1', gross: '10', net: '10', ...line }], totals: { total: '10' } };
	const { sku, name } = itemLinesOf(saleOf(order, { products }))[0]!.item;
	return sku ? `sku:${sku}` : `name:${name}`;
}

describe('a product is found', () => {
	test('by SKU, by the SKU as its name, or by its title; without a SKU always by the title', () => {
		expect(soughtBy({ sku: 'HAT-S' })).toBe('sku:HAT-S');
		expect(soughtBy({ sku: 'HAT-S' }, { match: 'skuAsName' })).toBe('name:HAT-S');
		expect(soughtBy({ sku: 'HAT-S' }, { match: 'title' })).toBe('name:Straw hat');
		for (const match of ['sku', 'skuAsName', 'title'] as const) expect(soughtBy({}, { match })).toBe('name:Straw hat');
	});

	test('by another SKU after rules for what goes before and after it, which never leave nothing', () => {
		const skuRules = { stripPrefix: 'web-', stripSuffix: '-EU', addPrefix: 'A', addSuffix: '/1' };
		expect(soughtBy({ sku: 'WEB-HAT-EU' }, { skuRules })).toBe('sku:AHAT/1');
		expect(soughtBy({ sku: 'HAT' }, { skuRules })).toBe('sku:AHAT/1');
		expect(soughtBy({ sku: 'WEB-' }, { skuRules: { stripPrefix: 'web-' } })).toBe('sku:WEB-');
	});

	const csv = '\uFEFFShop;SKU;Name\nHAT-S;100-S;\n"Hat; old";;"Straw hat, classic"\n';
	test.each([
		['CSV with semicolons, quotes and a byte order mark', { table: [], text: csv }],
		['rows of JSON', { table: [], text: '[{"shop": "HAT-S", "sku": "100-S"}, {"shop": "Hat; old", "name": "Straw hat, classic"}]' }],
		['a JSON object', { table: [], text: { 'HAT-S': '100-S', 'Hat; old': { name: 'Straw hat, classic' } } }],
		['rows of the table', { table: [{ shop: 'HAT-S', sku: '100-S', name: '' }, { shop: 'Hat; old', sku: '', name: 'Straw hat, classic' }], text: '' }],
	])('where a map leads, before any rule: %s', (_, skuMap) => {
		const products = { skuMap, skuRules: { addPrefix: 'X-' } };
		expect(soughtBy({ sku: 'hat-s' }, products)).toBe('sku:100-S');
		expect(soughtBy({ sku: 'Hat; old' }, products)).toBe('name:Straw hat, classic');
		expect(soughtBy({ title: 'Hat; old' }, products)).toBe('name:Straw hat, classic');
		expect(soughtBy({ sku: 'MUG' }, products)).toBe('sku:X-MUG');
	});

	test.each([
		['shop,sku\nHAT-S', 'Invalid Record Length'],
		['shop,sku\n,100-S', "'Product Options.skuMap' row 1 has nothing in 'shop'"],
		['shop,sku\nHAT-S,', "row 1 ('HAT-S') has neither 'sku' nor 'name'"],
		['shop,sku\nA,1\na,2', "row 2 ('a') stands there twice"],
		['{"HAT-S": ', 'is not JSON'],
		['[1]', 'something other than rows'],
	])('and a map that is not understood stops the run, with its row: %j', (text, told) => {
		const read = readSettings({ ...settingsOf(), products: { skuMap: { table: [], text } } });
		expect(read).toMatchObject({ ok: false, failure: { cause: 'configuration-invalid', message: expect.stringContaining(told) } });
	});
});

test('a map of thousands of SKUs is read once, however often the settings are', () => {
	const text = `shop,sku\n${Array.from({ length: 20_000 }, (_, index) => `SHOP-${index},QB-${index}`).join('\n')}`;
	const products = { skuMap: { table: [], text } };
	const first = settingsOf({ products }).products.skuMap;
	expect(first.get('shop-19999')).toEqual({ sku: 'QB-19999' });
	expect(settingsOf({ products }).products.skuMap).toBe(first);
});

test('inventory that is created starts on the day and with the quantity that are told', () => {
	const account = { by: 'name' as const, value: 'x' };
	const settings = { accounts: { itemAsset: account, itemCogs: account }, products: { type: 'Inventory' as const, inventoryStart: '2026-01-01', inventoryQuantity: '12' } };
	expect(itemLinesOf(saleOf({}, settings))[0]!.item.orElse).toMatchObject({ item: { startDate: '2026-01-01', quantityOnHand: '12' } });
});

import { quickBooksListSearch } from '../n8n/quickbooks-list-search';
import { inList } from '../quickbooks/query';
import { searchList } from '../quickbooks/search-list';

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The editor's lists, one for each `searchListMethod` of the parameters. */
export const listSearch = quickBooksListSearch({
	searchProducts: searchList({
		entity: 'Item',
		field: 'Name',
		where: inList('Type', ['Service', 'NonInventory', 'Inventory']),
		value: ({ Id }) => text(Id),
		name: ({ Name, FullyQualifiedName, Sku }) => text(FullyQualifiedName ?? Name) + (Sku ? ` (${text(Sku)})` : ''),
	}),
});

import { quickBooksListSearch } from '../n8n/quickbooks-list-search';
import { searchList } from '../quickbooks/search-list';
import type { QbRecord } from '../quickbooks/quickbooks';

const fullName = (row: QbRecord): string => String(row.FullyQualifiedName ?? row.Name ?? '');

/** The editor's lists, one for each `searchListMethod` of the parameters. Chosen by name: ids mean nothing in another company. */
export const listSearch = quickBooksListSearch({
	searchClasses: searchList({ entity: 'Class', field: 'Name', name: fullName, value: fullName }),
	searchLocations: searchList({ entity: 'Department', field: 'Name', name: fullName, value: fullName }),
});

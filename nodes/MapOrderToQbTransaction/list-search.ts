import { quickBooksListSearch } from '../n8n/quickbooks-list-search';
import { lists } from './lists';

/** The editor's lists, one for each `searchListMethod` of the parameters. */
export const listSearch = quickBooksListSearch(lists);

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import type { SearchList } from '../quickbooks/search-list';
import { throwRunFailure } from './node-error';
import { openQuickBooks, QUICKBOOKS_CREDENTIAL } from './quickbooks-session';

type Search = (this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) => Promise<INodeListSearchResult>;

/** The list's only entry when there is nothing to ask; picking it picks nothing. */
const saying = (name: string): INodeListSearchResult => ({ results: [{ name, value: '' }] });

const searching = (search: SearchList): Search =>
	async function (filter = '', paginationToken) {
		if (!this.getNode().credentials?.[QUICKBOOKS_CREDENTIAL]) {
			return saying('Choose a QuickBooks credential above to see this list, or pick By Name');
		}
		const company = await openQuickBooks(this);
		if (!company.ok) throwRunFailure(this.getNode(), company.failure);
		const page = await search(company.value, filter, paginationToken);
		if (!page.ok) throwRunFailure(this.getNode(), page.failure);
		return page.value;
	};

/** The editor's lists of a node, one for each `searchListMethod` of its parameters. */
export const quickBooksListSearch = <Name extends string>(lists: Record<Name, SearchList>): Record<Name, Search> =>
	Object.fromEntries(Object.entries<SearchList>(lists).map(([name, search]) => [name, searching(search)])) as Record<Name, Search>;

import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { openQuickBooks, QUICKBOOKS_CREDENTIAL } from '../n8n/quickbooks-session';
import { lists, type ListName, type SearchList } from './lists';

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

/** The editor's lists, one for each `searchListMethod` of the parameters. */
export const listSearch = Object.fromEntries(
	Object.entries(lists).map(([name, search]) => [name, searching(search)]),
) as Record<ListName, Search>;

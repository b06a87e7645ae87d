import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { openShipStation } from '../n8n/shipstation-session';
import type { Outcome } from '../outcome/outcome';
import type { ShipStation } from '../shipstation/shipstation';

interface Entry {
	name: string;
	value: string;
}

/** A list of the account, for resource locators: ShipStation gives it whole, so it is searched here. */
const searching = (list: (account: ShipStation) => Promise<Outcome<Entry[]>>) =>
	async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const account = await openShipStation(this);
		if (!account.ok) return throwRunFailure(this.getNode(), account.failure);
		const entries = await list(account.value);
		if (!entries.ok) return throwRunFailure(this.getNode(), entries.failure);
		const wanted = filter.trim().toLowerCase();
		return { results: entries.value.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	};

async function entries<T>(rows: Promise<Outcome<T[]>>, toEntry: (row: T) => Entry): Promise<Outcome<Entry[]>> {
	const read = await rows;
	return read.ok ? { ok: true, value: read.value.map(toEntry) } : read;
}

/** The editor's lists, one for each `searchListMethod` of the parameters. */
export const listSearch = {
	searchStores: searching((account) =>
		entries(account.stores(), ({ storeId, storeName, marketplaceName }) => ({
			name: `${storeName ?? storeId}${marketplaceName === undefined ? '' : ` (${marketplaceName})`}`,
			value: String(storeId),
		})),
	),
	searchWarehouses: searching((account) =>
		entries(account.warehouses(), ({ warehouseId, warehouseName }) => ({ name: warehouseName ?? String(warehouseId), value: String(warehouseId) })),
	),
	searchTags: searching((account) => entries(account.tags(), ({ tagId, name }) => ({ name: name ?? String(tagId), value: String(tagId) }))),
};

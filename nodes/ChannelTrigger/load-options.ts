import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { openShipStation } from '../n8n/shipstation-session';

/** The editor's lists, one for each `loadOptionsMethod` of the parameters. */
export const loadOptions = {
	async getShipStationStores(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const account = await openShipStation(this);
		if (!account.ok) return throwRunFailure(this.getNode(), account.failure);
		const stores = await account.value.stores();
		if (!stores.ok) return throwRunFailure(this.getNode(), stores.failure);
		return stores.value.map(({ storeId, storeName, marketplaceName }) => ({
			name: `${storeName ?? storeId}${marketplaceName === undefined ? '' : ` (${marketplaceName})`}`,
			value: String(storeId),
		}));
	},
};

import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { openShipStation } from '../n8n/shipstation-session';
import type { Outcome } from '../outcome/outcome';
import type { ShipStation } from '../shipstation/shipstation';

const loading = <T>(list: (account: ShipStation, context: ILoadOptionsFunctions) => Promise<Outcome<T[]>>, toOption: (row: T) => INodePropertyOptions) =>
	async function (this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
		const account = await openShipStation(this);
		if (!account.ok) return throwRunFailure(this.getNode(), account.failure);
		const rows = await list(account.value, this);
		if (!rows.ok) return throwRunFailure(this.getNode(), rows.failure);
		return rows.value.map(toOption);
	};

/** The editor's short lists, one for each `loadOptionsMethod` of the parameters. */
export const loadOptions = {
	getTags: loading(
		(account) => account.tags(),
		({ tagId, name }) => ({ name: name ?? String(tagId), value: tagId }),
	),
	getCarriers: loading(
		(account) => account.carriers(),
		({ code, name, nickname }) => ({ name: nickname ?? name ?? code, value: code }),
	),
	/** Of the carrier that stands beside it. */
	getServices: loading(
		(account, context) => account.services(String(context.getCurrentNodeParameter('&carrierCode') ?? '')),
		({ code, name }) => ({ name: name ?? code, value: code }),
	),
};

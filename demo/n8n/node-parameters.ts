import type { INodeCredentials, INodeListSearchResult, INodeParameters, INodePropertyOptions } from 'n8n-workflow';
import type { N8nApi } from './n8n-api';

/** Which list of which node is opened. */
export interface ParameterList {
	/** The full type, e.g. `n8n-nodes-quickbooks-order-sync.channelTrigger`. */
	nodeType: string;
	typeVersion?: number;
	/** Where the parameter is, e.g. `parameters.company`. */
	path: string;
	/** The name under `methods.listSearch` or `methods.loadOptions`. */
	method: string;
	/** The node's other parameters as they are set. */
	parameters?: INodeParameters;
	credentials?: INodeCredentials;
}

/** Opens "From List" of a resource locator. @param filter what the person typed into the search field. */
export async function searchList(api: N8nApi, list: ParameterList, filter?: string): Promise<INodeListSearchResult> {
	return await api.rest('POST', '/dynamic-node-parameters/resource-locator-results', { ...requestFor(list), filter });
}

/** Opens a drop-down whose options the node loads. */
export async function loadOptions(api: N8nApi, list: ParameterList): Promise<INodePropertyOptions[]> {
	return await api.rest('POST', '/dynamic-node-parameters/options', requestFor(list));
}

function requestFor(list: ParameterList) {
	return {
		path: list.path,
		nodeTypeAndVersion: { name: list.nodeType, version: list.typeVersion ?? 1 },
		currentNodeParameters: list.parameters ?? {},
		methodName: list.method,
		credentials: list.credentials,
	};
}

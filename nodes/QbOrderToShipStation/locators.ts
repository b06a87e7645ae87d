import type { INodeProperties } from 'n8n-workflow';

/** Picks one thing of the ShipStation account: from its list, or by id. */
export const locator = (searchListMethod: string, example: string): Pick<INodeProperties, 'type' | 'default' | 'modes'> => ({
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	modes: [
		{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${example}` },
	],
});

import type { INodeProperties } from 'n8n-workflow';

type Locator = Pick<INodeProperties, 'type' | 'default' | 'modes'>;

/** Picks one thing of QuickBooks: from the company's own list, by name or by id. */
export const locator = (searchListMethod: string, example: string, name = ''): Locator => ({
	type: 'resourceLocator',
	default: name ? { mode: 'name', value: name } : { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod, searchable: true },
		},
		{ displayName: 'By Name', name: 'name', type: 'string', placeholder: `e.g. ${example}` },
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. 35' },
	],
});

/** Picks a thing that is found by its name alone, so that a workflow can move to another company. */
export const nameLocator = (searchListMethod: string, example: string, name = ''): Locator => {
	const { modes = [], ...rest } = locator(searchListMethod, example, name);
	return { ...rest, modes: modes.filter((mode) => mode.name !== 'id') };
};

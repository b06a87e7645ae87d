import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { added, type ReadValue } from './read-value';

/** Which orders are planned at all. */
export const orderOptions: INodeProperties = {
	displayName: 'Order Options',
	name: 'orderOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Post Test Orders',
			name: 'postTestOrders',
			type: 'boolean',
			default: false,
			description: 'Whether orders that the shop marks as a test are posted like any other',
		},
	],
};

export const readOrders = (read: ReadValue): Pick<SyncSettingsInput, 'testOrders'> => ({
	testOrders: added(read, 'orderOptions').postTestOrders === true ? 'post' : 'hold',
});

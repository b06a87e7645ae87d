import { NodeHelpers, type INodeParameters } from 'n8n-workflow';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { CHANNELS } from '../../nodes/channels/catalogue';

const { description } = new ChannelTrigger();

/** What the editor shows for the given choices, everything else untouched. */
function shown(choices: INodeParameters): { parameters: string[]; credentials: string[] } {
	const parameters = NodeHelpers.getNodeParameters(description.properties, choices, true, false, null, description) ?? {};
	const { properties, credentials = [] } = description;
	const isShown = (described: (typeof properties)[number] | (typeof credentials)[number]) =>
		NodeHelpers.displayParameter(parameters, described, null, description);
	return {
		parameters: properties.filter(isShown).map(({ displayName }) => displayName),
		credentials: credentials.filter(isShown).map(({ name }) => name),
	};
}

test("the parameters stand in the wizard's order", () => {
	expect(shown({}).parameters).toEqual([
		'Sync Direction',
		'Channel',
		'Which Orders',
		'Order Statuses',
		'Paid Only',
		'Filters',
		'Order Updates',
		'Options',
	]);
	expect(shown({ channel: 'shopify', whichOrders: 'period', period: 'range' }).parameters).toEqual([
		'Sync Direction',
		'Channel',
		'Authentication',
		'API Version',
		'Which Orders',
		'Period',
		'First Day',
		'Last Day',
		'Order Statuses',
		'Paid Only',
		'Filters',
		'Options',
	]);
});

test('ShipStation asks for what its orders do not say', () => {
	expect(shown({ channel: 'shipstation' }).parameters).toEqual([
		'Sync Direction',
		'Channel',
		'Account Currency',
		'Store Names or IDs',
		'Tax of Marketplace Orders',
		'Split and Merged Orders',
		'Which Orders',
		'Order Statuses',
		'Paid Only',
		'Filters',
		'Order Updates',
		'Options',
	]);
});

test.each([
	[{ channel: 'shipstation' }, 'orderSyncShipStationApi'],
	[{ channel: 'woocommerce' }, 'orderSyncWooCommerceApi'],
	[{ channel: 'shopify', shopifyAuthentication: 'accessToken' }, 'orderSyncShopifyAccessTokenApi'],
	[{ channel: 'shopify', shopifyAuthentication: 'clientCredentials' }, 'orderSyncShopifyClientCredentialsApi'],
])('%j asks for one credential', (choices, credential) => {
	expect(shown(choices).credentials).toEqual([credential]);
});

test('every channel can be chosen, and has its statuses', () => {
	const channel = description.properties.find(({ name }) => name === 'channel');
	const choices = (channel?.options ?? []).map((option) => 'value' in option && option.value);
	expect(choices).toEqual([...CHANNELS.keys()].sort());
	for (const id of CHANNELS.keys()) expect(description.properties.map(({ name }) => name)).toContain(`${id}Statuses`);
});

test('each instance has properties of its own, as n8n puts Poll Times into them', () => {
	description.properties.unshift({ displayName: 'Poll Times', name: 'pollTimes', type: 'string', default: '' });
	expect(new ChannelTrigger().description.properties[0]?.name).toBe('syncDirection');
	description.properties.shift();
});

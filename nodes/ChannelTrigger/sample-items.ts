import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { sampleOrders } from '../channels/sample-orders';
import { throwRunFailure } from '../n8n/node-error';
import { openConfigured } from './open-configured';
import { toItems } from './order-items';
import { fetchPageOf } from './poll-orders';
import { storeTimeZone } from './store-time-zone';

/** What the test step in the editor shows: a few of the newest orders, whatever the start date. Nothing is remembered. */
export async function sampleItems(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const { settings, opened } = await openConfigured(context);
	const zone = await storeTimeZone(context, opened, undefined);
	if (!zone.ok) return throwRunFailure(context.getNode(), zone.failure);
	opened.session.options.timeZone = zone.value.zone;

	const sampled = await sampleOrders(fetchPageOf(opened), settings.statuses, settings.filter);
	if (!sampled.ok) return throwRunFailure(context.getNode(), sampled.failure);
	if (sampled.value.length > 0) return toItems(sampled.value);
	return throwRunFailure(context.getNode(), {
		cause: 'configuration-invalid',
		reason: 'no-order-to-show',
		message: `None of the newest ${opened.channel.displayName} orders passes 'Order Statuses', 'Paid Only' and 'Filters'`,
		remedy: 'Place a test order in the shop, or widen these parameters, and test the step again',
	});
}

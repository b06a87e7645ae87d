import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { readStaticData } from '../n8n/static-data';
import { openConfigured } from './open-configured';
import { pollBudget } from './poll-budget';
import { pollNewOrders, pollPeriod } from './poll-orders';
import { storeTimeZone, type KnownTimeZone } from './store-time-zone';

const PAGE_SIZE = 100;

/** Reads the orders of a selling channel: new ones, or those of a period. */
export async function pollShop(context: IPollFunctions, afterBreak: boolean): Promise<INodeExecutionData[]> {
	const { settings, opened } = await openConfigured(context);
	const budget = pollBudget(context, opened.session.clock, settings.ordersPerPoll, opened.channel.pageSize ?? PAGE_SIZE);
	const zone = await storeTimeZone(context, opened, readStaticData<KnownTimeZone>(context, 'timeZone', 1));
	if (!zone.ok) return throwRunFailure(context.getNode(), zone.failure);
	opened.session.options.timeZone = zone.value.zone;

	const poll = { context, opened, settings, budget, timeZone: zone.value, afterBreak };
	return settings.period ? await pollPeriod(poll, settings.period) : await pollNewOrders(poll);
}

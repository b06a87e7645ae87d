import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { PollBudget } from '../channels/collect-orders';
import { throwRunFailure } from '../n8n/node-error';
import { readStaticData } from '../n8n/static-data';
import { openConfigured } from './open-configured';
import { pollNewOrders, pollPeriod } from './poll-orders';
import { pollingMemory } from './polling-memory';
import { storeTimeZone, type KnownTimeZone } from './store-time-zone';

const PAGE_SIZE = 100;

/** Beyond this a first poll would keep the person waiting who switches the workflow on. */
const LONGEST_POLL = 60_000;

/** Of the time that n8n gives a poll, the share in which pages are begun: the last one needs the rest. */
const SHARE_OF_BUDGET = 0.8;

/** A poll in production. Gives nothing while another one of this node is under way. */
export async function pollAsConfigured(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const node = `${context.getWorkflow().id ?? ''}/${context.getNode().id}`;
	const begun = pollingMemory.begin(node);
	if (!begun) return [];
	let read = false;
	try {
		const { settings, opened } = await openConfigured(context);
		const { session } = opened;
		const budget: PollBudget = {
			until: session.clock.now() + timeToRead(context),
			mostOrders: settings.ordersPerPoll,
			pageSize: PAGE_SIZE,
			now: session.clock.now,
		};
		const zone = await storeTimeZone(context, opened, readStaticData<KnownTimeZone>(context, 'timeZone', 1));
		if (!zone.ok) return throwRunFailure(context.getNode(), zone.failure);
		session.options.timeZone = zone.value.zone;

		const poll = { context, opened, settings, budget, timeZone: zone.value, ...begun };
		const items = settings.period ? await pollPeriod(poll, settings.period) : await pollNewOrders(poll);
		read = true;
		return items;
	} finally {
		pollingMemory.end(node, read);
	}
}

/** Older n8n versions give a poll no budget. */
const timeToRead = (context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number =>
	Math.min(LONGEST_POLL, SHARE_OF_BUDGET * (context.getPollBudgetMs?.() ?? LONGEST_POLL / SHARE_OF_BUDGET));

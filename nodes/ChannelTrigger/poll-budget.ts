import type { IPollFunctions } from 'n8n-workflow';
import type { PollBudget } from '../channels/collect-orders';
import type { Clock } from '../outcome/clock';

/** Beyond this a first poll would keep the person waiting who switches the workflow on. */
const LONGEST_POLL = 60_000;

/** Of the time that n8n gives a poll, the share in which pages are begun: the last one needs the rest. */
const SHARE_OF_BUDGET = 0.8;

/** What one poll may take, from now on. */
export const pollBudget = (context: IPollFunctions, { now }: Clock, mostOrders: number, pageSize: number): PollBudget => ({
	until: now() + timeToRead(context),
	mostOrders,
	pageSize,
	now,
});

/** Older n8n versions give a poll no budget. */
const timeToRead = (context: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number =>
	Math.min(LONGEST_POLL, SHARE_OF_BUDGET * (context.getPollBudgetMs?.() ?? LONGEST_POLL / SHARE_OF_BUDGET));

import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { beginPoll } from '../channels/begin-poll';
import type { OrderQuery } from '../channels/channel';
import { collectOrders, type PollBudget } from '../channels/collect-orders';
import { collectPeriod } from '../channels/collect-period';
import { instant } from '../channels/instant';
import type { PeriodChoice, PeriodState } from '../channels/period';
import type { ReadingState } from '../channels/reading-state';
import { throwRunFailure } from '../n8n/node-error';
import { readStaticData, writeStaticData } from '../n8n/static-data';
import type { Failure } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';
import type { OpenChannel } from './open-channel';
import { toItems } from './order-items';
import type { KnownTimeZone } from './store-time-zone';
import type { TriggerSettings } from './trigger-settings';

/** One poll: which node, which shop, what is wanted. */
export interface Poll {
	context: IPollFunctions;
	opened: OpenChannel;
	settings: TriggerSettings;
	timeZone: KnownTimeZone;
	budget: PollBudget;
	afterBreak: boolean;
}

/** Reads what is new, and what has to be read again. The state is saved as the last step, or not at all. */
export async function pollNewOrders(poll: Poll): Promise<INodeExecutionData[]> {
	const { context, opened, settings, budget, afterBreak, timeZone } = poll;
	const { rules, statuses } = settings;
	const saved = readStaticData<ReadingState>(context, 'reading', 1);
	const { state, began } = beginPoll(saved, opened.source, rules, instant(budget.now()), afterBreak);
	tellBeginning(context, began, opened.source, state);

	const collected = await collectOrders(fetchPageOf(opened), state, statuses, rules, budget);
	const { batch, cut, failure } = collected;
	giveUpOrGoOn(context, failure, batch.size);
	if (batch.historic > 0) {
		context.logger.info(`${batch.historic} orders placed before the start date were left out`, { startDate: state.start });
	}
	if (cut) context.logger.info('There are more orders than fit into one poll; the next one goes on', { given: batch.size });
	writeStaticData(context, { reading: collected.state, timeZone });
	return toItems(batch.orders);
}

type Began = ReturnType<typeof beginPoll>['began'];

const BEGAN: Record<Exclude<Began, 'continued'>, string> = {
	activated: 'Reading begins at the start date',
	'source-changed': 'Another shop or company was chosen: its reading begins at the start date',
	'start-moved-back': 'The start date was moved back: reading begins there again',
};

/** Tells the log when reading does not simply go on. */
export function tellBeginning({ logger }: IPollFunctions, began: Began, source: string, { start }: ReadingState): void {
	if (began !== 'continued') logger.info(BEGAN[began], { source, startDate: start });
}

/** Reads the orders of the period that is due, if one is. */
export async function pollPeriod(poll: Poll, choice: PeriodChoice): Promise<INodeExecutionData[]> {
	const { context, opened, settings, budget, afterBreak, timeZone } = poll;
	const { rules, statuses, filter } = settings;
	const collected = await collectPeriod(
		fetchPageOf(opened),
		readStaticData<PeriodState>(context, 'period', 1),
		{
			choice,
			source: opened.source,
			channel: opened.channel.id,
			accountId: opened.session.accountId,
			zone: timeZone.zone,
			statuses,
			filter,
			recoveryWindow: rules.recoveryWindow,
			...(rules.startDate ? { startDate: rules.startDate } : {}),
		},
		budget,
		afterBreak,
	);
	giveUpOrGoOn(context, collected.failure, collected.documents.length);
	writeStaticData(context, { period: collected.state, timeZone });
	return toItems(collected.documents);
}

export const fetchPageOf =
	({ channel, session }: OpenChannel) =>
	async (query: OrderQuery) =>
		await channel.fetchPage(session, query);

/** Whole pages that were read before a failure are given out; the next poll meets the failure, if it is still there. */
export function giveUpOrGoOn(context: IPollFunctions, failure: Failure | undefined, read: number): void {
	if (!failure) return;
	if (read === 0) throwRunFailure(context.getNode(), failure);
	context.logger.warn(`Reading stopped after ${read} items and goes on at the next poll: ${withoutSecrets(failure.message)}`);
}

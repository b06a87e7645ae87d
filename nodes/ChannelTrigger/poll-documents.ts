import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { beginPoll } from '../channels/begin-poll';
import { collectReadings } from '../channels/collect-orders';
import { instant } from '../channels/instant';
import type { ReadingState } from '../channels/reading-state';
import { readStaticData, writeStaticData } from '../n8n/static-data';
import { documentsBy } from '../qb-documents/document-filter';
import { fetchDocuments } from '../qb-documents/fetch-documents';
import { PAGE_LIMIT } from '../quickbooks/query';
import { openDocuments } from './open-documents';
import { toItems } from './order-items';
import { pollBudget } from './poll-budget';
import { giveUpOrGoOn, tellBeginning } from './poll-orders';

/** Reads the documents of QuickBooks that were made or changed. The state is saved as the last step, or not at all. */
export async function pollDocuments(context: IPollFunctions, afterBreak: boolean): Promise<INodeExecutionData[]> {
	const { settings, session } = await openDocuments(context);
	const { rules, filter, documentsPerPoll } = settings;
	const source = `quickbooks/${session.quickbooks.realmId}`;
	const budget = pollBudget(context, session.clock, documentsPerPoll, PAGE_LIMIT);
	const { state, began } = beginPoll(readStaticData<ReadingState>(context, 'reading', 1), source, rules, instant(budget.now()), afterBreak);
	tellBeginning(context, began, source, state);

	const fetchPage = (query: Parameters<typeof fetchDocuments>[1]) => fetchDocuments(session, query);
	const collected = await collectReadings(fetchPage, state, [], rules, budget, documentsBy(filter));
	const { batch, cut, failure } = collected;
	giveUpOrGoOn(context, failure, batch.size);
	if (batch.historic > 0) {
		context.logger.info(`${batch.historic} documents made before the start date were left out`, { startDate: state.start });
	}
	if (cut) context.logger.info('There are more documents than fit into one poll; the next one goes on', { given: batch.size });
	writeStaticData(context, { reading: collected.state });
	return toItems(batch.orders);
}

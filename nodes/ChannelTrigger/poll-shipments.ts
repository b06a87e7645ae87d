import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { beginPoll } from '../channels/begin-poll';
import { collectReadings } from '../channels/collect-orders';
import type { OrderQuery } from '../channels/channel';
import { instant } from '../channels/instant';
import type { ReadingRules } from '../channels/reading-rules';
import type { ReadingState } from '../channels/reading-state';
import { executionClock } from '../n8n/execution-clock';
import { throwRunFailure } from '../n8n/node-error';
import { pollParameters } from '../n8n/parameters';
import { openShipStation } from '../n8n/shipstation-session';
import { readStaticData, writeStaticData } from '../n8n/static-data';
import { fetchParcels, PARCELS, type ParcelsSession } from '../shipstation/fetch-parcels';
import { shippedOrders } from '../shipstation/shipped-order';
import { toItems } from './order-items';
import { pollBudget } from './poll-budget';
import { giveUpOrGoOn, tellBeginning } from './poll-orders';
import { readDates, readRules } from './trigger-settings';

/** ShipStation's lists are read to their ends: there is one page. */
const ONE_PAGE = 5_000;

/** Nothing is asked of a parcel. */
const EVERY = { paidOnly: false, includeTest: true };

/** Reads what was shipped. The state is saved as the last step, or not at all. */
export async function pollShipments(context: IPollFunctions, afterBreak: boolean): Promise<INodeExecutionData[]> {
	const { session, rules } = await openParcels(context);
	const account = new URL(String((await context.getCredentials('orderSyncShipStationApi')).baseUrl)).host;
	const source = `shipments/${account}`;
	const budget = pollBudget(context, session.clock, ONE_PAGE, ONE_PAGE);
	const { state, began } = beginPoll(readStaticData<ReadingState>(context, 'reading', 1), source, rules, instant(budget.now()), afterBreak);
	tellBeginning(context, began, source, state);

	const fetchPage = (query: OrderQuery) => fetchParcels(session, query);
	const { batch, failure, state: read } = await collectReadings(fetchPage, state, [], rules, budget, PARCELS);
	giveUpOrGoOn(context, failure, batch.size);
	writeStaticData(context, { reading: read });
	return toItems(shippedOrders(batch.orders, { sample: false, fetchedAt: instant(session.clock.now()) }));
}

/** How many of the newest shipped orders the test step shows. */
const MOST_SAMPLES = 3;

/** What the test step in the editor shows: a few of the orders that were shipped last. Nothing is remembered. */
export async function sampleShipments(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const { session } = await openParcels(context);
	const page = await fetchParcels(session, { by: 'updated', order: 'newest', statuses: [], pageSize: ONE_PAGE });
	if (!page.ok) return throwRunFailure(context.getNode(), page.failure);
	const shipped = shippedOrders(page.value.orders, { sample: true, fetchedAt: instant(session.clock.now()) });
	if (shipped.length > 0) return toItems(shipped.slice(-MOST_SAMPLES).reverse());
	return throwRunFailure(context.getNode(), {
		cause: 'configuration-invalid',
		reason: 'no-shipment-to-show',
		message: 'Nothing that QB Order to ShipStation sent was shipped in the last thirty days',
		remedy: 'Make a label for such an order in ShipStation, or mark it as shipped, and test the step again',
	});
}

/** The account and the rules of reading; throws what the user has to correct. */
async function openParcels(context: IPollFunctions): Promise<{ session: ParcelsSession; rules: ReadingRules }> {
	const read = pollParameters(context);
	const dates = readDates(read, context.getTimezone());
	if (!dates.ok) return throwRunFailure(context.getNode(), dates.failure);
	const account = await openShipStation(context);
	if (!account.ok) return throwRunFailure(context.getNode(), account.failure);
	return { session: { shipstation: account.value, clock: executionClock() }, rules: readRules(read, dates.value.startDate, EVERY) };
}

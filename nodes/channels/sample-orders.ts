import type { Order, UnreadableOrder } from '../order/order';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { FetchPage } from './collect-orders';
import { isWanted, type OrderFilter } from './reading-rules';

const MOST_SAMPLES = 3;

/** Enough to find three behind a few that the filter leaves out. */
const LOOKED_AT = 20;

/** The newest orders that pass the filter, marked as samples, for the test step in the editor. Remembers nothing. */
export async function sampleOrders(
	fetchPage: FetchPage,
	statuses: string[],
	filter: OrderFilter,
): Promise<Outcome<Array<Order | UnreadableOrder>>> {
	const page = await fetchPage({ by: 'placed', order: 'newest', statuses, pageSize: LOOKED_AT });
	if (!page.ok) return fail(page.failure);
	const wanted = page.value.orders.filter((order) => isWanted(order, filter)).slice(0, MOST_SAMPLES);
	return succeed(wanted.map((order) => ({ ...order, sample: true })));
}

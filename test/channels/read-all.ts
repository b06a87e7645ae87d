import type { Channel, ChannelSession, OrderQuery } from '../../nodes/channels/channel';
import type { Order, UnreadableOrder } from '../../nodes/order/order';

export const QUERY: OrderQuery = { by: 'updated', statuses: [], order: 'oldest', pageSize: 50 };

/** Pages to the end; `between` happens after every page. */
export async function readAll(
	channel: Channel,
	session: ChannelSession,
	query: Partial<OrderQuery> = {},
	between: (page: number) => void = () => undefined,
): Promise<Array<Order | UnreadableOrder>> {
	const orders: Array<Order | UnreadableOrder> = [];
	let pageToken: string | undefined;
	for (let page = 1; page <= 200; page += 1) {
		const read = await channel.fetchPage(session, { ...QUERY, ...query, ...(pageToken === undefined ? {} : { pageToken }) });
		if (!read.ok) throw new Error(`${read.failure.message} (${read.failure.reason})`);
		orders.push(...read.value.orders);
		if (read.value.next === undefined) return orders;
		pageToken = read.value.next;
		between(page);
	}
	throw new Error('the pages have no end');
}

import { KEY_PREFIX } from '../../qb-documents/document-key';
import { isMidnight } from '../../shipstation/pacific-time';
import type { OrderQuery } from '../channel';
import { placedOf, startOf } from './dates';
import { idOf } from './next-page';
import { firstToken, secondOf } from './orders-request';
import type { PageToken } from './page-token';
import type { ShipStationContext } from './to-order';

interface Asked {
	query: OrderQuery;
	token: PageToken;
	/** Empty for every store. */
	storeIds: readonly string[];
	context: ShipStationContext;
}

/** Whether a row is an order of the channel's, and one that was asked for and not given out by an earlier pass or page. */
export function isWanted(row: unknown, { query, token, storeIds, context }: Asked): boolean {
	const { parts, timeZone } = context;
	const { orderKey, orderStatus, advancedOptions } = (row ?? {}) as { orderKey?: unknown; orderStatus?: unknown; advancedOptions?: Record<string, unknown> | null };
	// What was sent from QuickBooks would go round in a circle.
	if (typeof orderKey === 'string' && orderKey.startsWith(KEY_PREFIX)) return false;
	if (query.statuses.length > 1 && typeof orderStatus === 'string' && !query.statuses.includes(orderStatus)) return false;
	if (storeIds.length > 1 && !storeIds.includes(String(advancedOptions?.['storeId']))) return false;
	if (parts === 'leaveOut' && typeof advancedOptions?.['parentId'] === 'number') return false;
	const id = idOf(row);
	if (id !== undefined && token.seen.includes(id)) return false;
	if (query.by === 'placed' && !isPlacedWithin(row as Dated, query, timeZone)) return false;
	const modified = secondOf(row, 'modified');
	// What changed within the window came with the first pass.
	return token.pass !== 'created' || modified === undefined || token.from === undefined || modified < windowBeginOf(query, token);
}

/** Where the first pass over the window began. */
const windowBeginOf = (query: OrderQuery, token: PageToken): string => firstToken(query).from ?? token.from ?? '';

interface Dated {
	orderDate?: unknown;
	createDate?: unknown;
}

/** Whether an order was placed within the window; one that knows only its day belongs to the window that its day begins in. */
function isPlacedWithin({ orderDate, createDate }: Dated, { from, to }: OrderQuery, timeZone: string | undefined): boolean {
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	const placed = placedOf({ orderDate: text(orderDate), createDate: text(createDate) }, timeZone);
	if (placed === undefined) return true;
	const at = isMidnight(text(orderDate)) ? startOf(placed.localDate, timeZone) : Date.parse(placed.placedAt);
	return (from === undefined || at >= Date.parse(from)) && (to === undefined || at < Date.parse(to));
}

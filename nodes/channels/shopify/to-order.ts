import { describeIssues } from '../../order/describe-issues';
import type { Order, UnreadableOrder } from '../../order/order';
import { z } from '../../vendor/zod';
import { finishOrder } from '../finish-order';
import { unreadableOrder, type ReadingContext } from '../unreadable-order';
import { isId } from '../wire-values';
import { assembleOrder } from './assemble-order';
import { instantOf } from './dates';
import { editSaleSchema, shopifyOrderSchema, tailOf } from './shopify-order';

/** What Shopify said about one order: the order with all its parts, and the sales of its edits if it was edited. */
export interface ShopifyReading {
	order: unknown;
	/** Sales of the agreements with the reason ORDER_EDIT. */
	editSales: unknown[];
	/** Why Shopify did not give all of it. */
	incomplete?: string;
}

const readingSchema = z.object({ order: shopifyOrderSchema, editSales: z.array(editSaleSchema) });

/** Maps an Admin GraphQL order to the canonical order; see MAPPINGS.md. Pure, and never throws. */
export function toOrder(reading: ShopifyReading, context: ReadingContext): Order | UnreadableOrder {
	const known = knownOf(reading.order);
	const which = known.number ?? known.id ?? 'without an id';
	const unreadable = (what: string) =>
		unreadableOrder(context, known, `Order ${which} cannot be read: ${what}`, reading);
	if (reading.incomplete !== undefined) return unreadable(reading.incomplete);
	const parsed = readingSchema.safeParse(reading);
	if (!parsed.success) {
		const issues = parsed.error.issues.map((issue) => ({ ...issue, path: pathInOrder(issue.path) }));
		return unreadable(describeIssues({ issues }));
	}
	const placedAt = instantOf(parsed.data.order.createdAt);
	if (placedAt === undefined) return unreadable(`'createdAt' must be an instant, e.g. "2026-03-01T09:30:00Z"`);
	const { draft, checks } = assembleOrder(parsed.data.order, parsed.data.editSales, placedAt, context);
	return finishOrder(draft, checks, context, reading);
}

/** In a sentence the order's fields stand by themselves: 'lineItems.nodes[0].quantity'. */
const pathInOrder = (path: PropertyKey[]): PropertyKey[] => (path[0] === 'order' && path.length > 1 ? path.slice(1) : path);

/** What can be said of an order that cannot be read. */
function knownOf(order: unknown) {
	const fields = (typeof order === 'object' && order !== null ? order : {}) as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
	const gid = text(fields['id']);
	return {
		id: isId(fields['legacyResourceId']) ? String(fields['legacyResourceId']) : gid && tailOf(gid),
		number: text(fields['name'])?.replace(/^#/, ''),
		placedAt: instantOf(text(fields['createdAt'])),
		updatedAt: instantOf(text(fields['updatedAt'])),
	};
}

import { describeIssues } from '../../order/describe-issues';
import { currencySchema, isZero, minus } from '../../order/money';
import type { Order, OrderInput, UnreadableOrder } from '../../order/order';
import { instantOf } from '../../shipstation/pacific-time';
import { finishOrder } from '../finish-order';
import { unreadableOrder, type ReadingContext } from '../unreadable-order';
import { chargesOf, marketplaceTaxOf } from './charges';
import { placedOf, type Placed } from './dates';
import { receivedFor } from './payments';
import { toAddress, toCustomer } from './people';
import { remitterOf, type KnownStore, type MarketplaceTax } from './remitter';
import { shipStationOrderSchema, type ShipStationOrder } from './shipstation-order';

/** What becomes of orders that were split or merged in ShipStation. */
export type PartsChoice = 'needsAttention' | 'leaveOut' | 'take';

/** What the account and the user say beside the order. */
export interface ShipStationContext extends ReadingContext {
	/** The account's one currency. */
	currency: string;
	/** By id. */
	stores: ReadonlyMap<string, KnownStore>;
	marketplaceTax: MarketplaceTax;
	parts: PartsChoice;
}

const STATUS = new Map<string, Order['status']>([
	['shipped', 'completed'],
	['cancelled', 'cancelled'],
]);

/** Maps an order of API V1 to the canonical order; see MAPPINGS.md. Pure, and never throws. */
export function toOrder(payload: unknown, context: ShipStationContext): Order | UnreadableOrder {
	const parsed = shipStationOrderSchema.safeParse(payload);
	const known = knownOf(payload, context.timeZone);
	const name = known.number ?? known.id;
	const which = typeof name === 'string' || typeof name === 'number' ? `Order ${name}` : 'An order without an id';
	if (!parsed.success) return unreadableOrder(context, known, `${which} cannot be read: ${describeIssues(parsed.error)}`, payload);
	if (!currencySchema.safeParse(context.currency).success) {
		return unreadableOrder(context, known, `${which} cannot be read: ShipStation does not say its currency, and 'Account Currency' is '${context.currency}'`, payload);
	}
	const placed = placedOf(parsed.data, context.timeZone);
	if (placed === undefined) {
		return unreadableOrder(context, known, `${which} cannot be read: 'orderDate' must be a date, e.g. "2026-03-01T09:30:00.0000000"`, payload);
	}
	if (context.parts === 'needsAttention' && wasCutOrJoined(parsed.data)) return unreadableOrder(context, known, `${which} ${cutOrJoined(parsed.data)}`, payload);
	const { draft, checks } = assemble(parsed.data, placed, context);
	return finishOrder(draft, checks, context, payload);
}

const wasCutOrJoined = ({ advancedOptions }: ShipStationOrder): boolean =>
	advancedOptions !== undefined && (advancedOptions.mergedOrSplit || advancedOptions.parentId !== undefined || advancedOptions.mergedIds.length > 0);

function cutOrJoined({ advancedOptions }: ShipStationOrder): string {
	const what =
		advancedOptions?.parentId !== undefined
			? `is a part that was split off order ${advancedOptions.parentId} in ShipStation`
			: (advancedOptions?.mergedIds.length ?? 0) > 0
				? `was merged in ShipStation from ${advancedOptions!.mergedIds.length + 1} orders`
				: 'was split in ShipStation, and its amounts are those of what is left in it';
	return `${what}: to book it beside the order that it came from would count a sale twice. Compare both in QuickBooks, or choose another way in 'Split and Merged Orders'`;
}

function assemble(order: ShipStationOrder, placed: Placed, context: ShipStationContext): { draft: OrderInput; checks: string[] } {
	const { currency } = context;
	const options = order.advancedOptions;
	const store = options?.storeId === undefined ? undefined : context.stores.get(options.storeId);
	const { checks, ...charges } = chargesOf(order, { currency, remittedBy: remitterOf(store, context.marketplaceTax) });
	const marketplaceTax = marketplaceTaxOf(charges.taxes);
	const total = minus(order.orderTotal, marketplaceTax);
	const received = receivedFor(order, total, marketplaceTax, currency);
	const number = order.orderNumber ?? order.orderId;
	const draft: OrderInput = {
		channel: context.channel,
		accountId: context.accountId,
		id: order.orderId,
		number,
		name: number,
		sourceName: store?.marketplace ?? options?.source,
		externalIds: withoutAbsent({ orderKey: order.orderKey, parentId: options?.parentId }),
		status: STATUS.get(order.orderStatus) ?? 'open',
		channelStatus: order.orderStatus,
		paymentStatus: received.status,
		fulfillmentStatus: order.orderStatus === 'shipped' ? 'fulfilled' : undefined,
		placedAt: placed.placedAt,
		updatedAt: instantOf(order.modifyDate),
		paidAt: received.payments.length > 0 ? instantOf(order.paymentDate) : undefined,
		storeTimeZone: context.timeZone,
		localDate: placed.localDate,
		currency,
		customer: toCustomer(order),
		billTo: toAddress(order.billTo),
		shipTo: toAddress(order.shipTo),
		...charges,
		totals: { total },
		payments: received.payments,
		note: order.customerNotes,
		meta: withoutAbsent({
			storeId: options?.storeId,
			store: store?.name,
			source: options?.source,
			customField1: options?.customField1,
			customField2: options?.customField2,
			customField3: options?.customField3,
		}),
		fetchedAt: context.fetchedAt,
	};
	const remitted = isZero(marketplaceTax) ? [] : [`tax of ${marketplaceTax} ${currency} is remitted by the marketplace and is not in the total`];
	return { draft, checks: [...remitted, ...checks, ...received.checks] };
}

const withoutAbsent = (fields: Record<string, string | undefined>): Record<string, string> =>
	Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

/** What can be said of an order that cannot be read. */
function knownOf(payload: unknown, timeZone: string | undefined) {
	const fields = (typeof payload === 'object' && payload !== null ? payload : {}) as Record<string, unknown>;
	const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
	return {
		id: fields['orderId'],
		number: fields['orderNumber'],
		placedAt: placedOf({ orderDate: text(fields['orderDate']), createDate: text(fields['createDate']) }, timeZone)?.placedAt,
		updatedAt: instantOf(text(fields['modifyDate'])),
	};
}

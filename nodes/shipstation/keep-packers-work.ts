import { withoutNothing } from './as-cancelled';
import { orderToSendSchema, type OrderToSend } from './order-to-send';
import { isSentMark, type SentMark } from './sent-mark';
import type { StoredOrder } from './stored-order';

/** What packers decide in ShipStation, where the document says nothing of it. */
const PACKERS = ['carrierCode', 'serviceCode', 'packageCode', 'confirmation', 'weight', 'dimensions', 'insuranceOptions', 'internationalOptions', 'gift', 'giftMessage', 'shipByDate'] as const;
const PACKERS_OPTIONS = ['warehouseId', 'customField1', 'customField2', 'customField3', 'nonMachinable', 'saturdayDelivery', 'containsAlcohol'] as const;

/**
 * An update of an order that stands. ShipStation knows no partial one: what is left out would be emptied. So what packers chose goes
 * along, where the document does not say otherwise; and their corrections of the address, as long as QuickBooks has the address
 * that was sent before.
 */
export function keepPackersWork(order: OrderToSend, mark: SentMark, stored: StoredOrder, before: SentMark | undefined): OrderToSend {
	const wire = withoutNothing(stored.wire) as Record<string, unknown>;
	const options = (wire.advancedOptions ?? {}) as Record<string, unknown>;
	const { shape } = orderToSendSchema;
	const kept = PACKERS.flatMap((name) => (order[name] === undefined ? fitting(name, wire[name], shape[name]) : []));
	const keptOptions = PACKERS_OPTIONS.flatMap((name) => {
		// The place of our own mark may have been chosen anew.
		const isOurs = typeof options[name] === 'string' && isSentMark(options[name]);
		return isOurs || order.advancedOptions?.[name] !== undefined ? [] : fitting(name, options[name], shape.advancedOptions.unwrap().shape[name]);
	});
	const sameAddress = before !== undefined && before.address === mark.address;
	const address = sameAddress ? shape.shipTo.safeParse(wire.shipTo) : undefined;
	const tags = [...new Set([...stored.tagIds, ...(order.tagIds ?? [])])];
	const held = isHeldByPerson(stored, before);
	return {
		...order,
		...Object.fromEntries(kept),
		...(stored.orderKey === undefined ? {} : { orderKey: stored.orderKey }),
		...(held ? { orderStatus: 'on_hold' as const } : {}),
		...(address?.success ? { shipTo: address.data } : {}),
		...(tags.length > 0 ? { tagIds: tags } : {}),
		advancedOptions: {
			...order.advancedOptions,
			...Object.fromEntries(keptOptions),
			...(stored.advancedOptions?.storeId === undefined ? {} : { storeId: stored.advancedOptions.storeId }),
		},
	};
}

/** A hold that we did not set ourselves. */
export const isHeldByPerson = ({ orderStatus }: StoredOrder, before: SentMark | undefined): boolean => orderStatus === 'on_hold' && before?.held !== true;

/** A value of ShipStation's, where it is one that may be sent again. */
function fitting(name: string, value: unknown, schema: { safeParse(value: unknown): { success: boolean; data?: unknown } }): Array<[string, unknown]> {
	const parsed = value === undefined || value === '' ? undefined : schema.safeParse(value);
	return parsed?.success && parsed.data !== undefined ? [[name, parsed.data]] : [];
}

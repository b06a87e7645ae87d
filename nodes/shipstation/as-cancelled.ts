import type { StoredOrder } from './stored-order';

type Wire = Record<string, unknown>;

/** What an order is made of when it is sent; everything else that ShipStation answers is its own. */
const SENT = [
	'orderKey', 'orderNumber', 'orderDate', 'paymentDate', 'shipByDate', 'customerUsername', 'customerEmail', 'billTo', 'shipTo', 'items',
	'amountPaid', 'taxAmount', 'shippingAmount', 'customerNotes', 'internalNotes', 'gift', 'giftMessage', 'paymentMethod', 'requestedShippingService',
	'carrierCode', 'serviceCode', 'packageCode', 'confirmation', 'shipDate', 'weight', 'dimensions', 'insuranceOptions', 'internationalOptions',
	'advancedOptions', 'tagIds',
];

const SHIPSTATIONS_OWN = new Set(['addressVerified', 'orderItemId', 'createDate', 'modifyDate', 'mergedOrSplit', 'mergedIds', 'parentId', 'WeightUnits', 'customsItemId']);

/**
 * A stored order as it is sent again to cancel it. ShipStation knows no partial update: what is left out would be emptied, so
 * every field that somebody typed in there goes back as it stood.
 */
export function asCancelled({ wire, orderId, advancedOptions }: StoredOrder): Wire {
	const sent = Object.fromEntries(SENT.map((name) => [name, name === 'insuranceOptions' && isUninsured(wire) ? undefined : wire[name]]));
	// Parts of a split order share their key; only the id says which one is meant.
	const isPart = advancedOptions?.mergedOrSplit === true;
	return { ...(withoutNothing(sent) as Wire), ...(isPart ? { orderId } : {}), orderStatus: 'cancelled' };
}

/** Nulls are no values to ShipStation's own models, and its own fields are not to be sent; what has nothing else is left out. */
export function withoutNothing(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutNothing);
	if (typeof value !== 'object' || value === null) return value;
	const kept = Object.entries(value)
		.filter(([name]) => !SHIPSTATIONS_OWN.has(name))
		.map(([name, inner]) => [name, withoutNothing(inner)] as const)
		.filter(([, inner]) => inner !== null && inner !== undefined && !isEmpty(inner));
	return Object.fromEntries(kept);
}

const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** Insurance that is not taken needs no company to say so. */
const isUninsured = ({ insuranceOptions }: Wire): boolean => (insuranceOptions as Wire | undefined)?.insureShipment !== true;

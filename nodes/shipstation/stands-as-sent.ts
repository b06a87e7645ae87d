import type { OrderToSend } from './order-to-send';
import type { StoredOrder } from './stored-order';

/** What tells one version of an order from another; a packer's own fields are not among it. */
type Compared = Pick<
	OrderToSend,
	'orderNumber' | 'orderStatus' | 'customerNotes' | 'internalNotes' | 'amountPaid' | 'taxAmount' | 'shippingAmount' | 'items' | 'advancedOptions'
>;

/**
 * Whether ShipStation holds an order as it was sent: asked when the answer to sending it was lost. Text is compared without the
 * blanks at its ends, which the reading drops.
 */
export function standsAsSent(stored: StoredOrder, sent: Partial<Compared>): boolean {
	const options = sent.advancedOptions ?? {};
	const standing = stored.advancedOptions;
	return (
		same(stored.orderNumber, sent.orderNumber) &&
		stored.orderStatus === sent.orderStatus &&
		same(stored.customerNotes, sent.customerNotes) &&
		same(stored.internalNotes, sent.internalNotes) &&
		same(standing?.customField1, options.customField1) &&
		same(standing?.customField2, options.customField2) &&
		same(standing?.customField3, options.customField3) &&
		(stored.amountPaid ?? 0) === (sent.amountPaid ?? 0) &&
		(stored.taxAmount ?? 0) === (sent.taxAmount ?? 0) &&
		(stored.shippingAmount ?? 0) === (sent.shippingAmount ?? 0) &&
		sameItems(stored.items, sent.items ?? [])
	);
}

const same = (stored: string | undefined, sent: string | undefined): boolean => (stored ?? '') === (sent ?? '').trim();

function sameItems(stored: StoredOrder['items'], sent: OrderToSend['items']): boolean {
	return (
		stored.length === sent.length &&
		stored.every((item, index) => {
			const other = sent[index];
			return (
				other !== undefined &&
				same(item.sku, other.sku) &&
				same(item.name, other.name) &&
				item.quantity === other.quantity &&
				(item.unitPrice ?? 0) === (other.unitPrice ?? 0)
			);
		})
	);
}

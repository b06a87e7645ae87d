import type { Order } from '../order/order';
import type { PaymentState } from './payment-state';
import { storeDay } from './store-day';
import type { SyncSettings } from './sync-settings';
import { typeOfOrder, typesDiffer } from './type-of-order';

/** Which documents an order becomes as far as it has come. */
export interface Documents {
	/** An Estimate that an invoice closes. */
	salesOrder: boolean;
	sale?: { type: 'SalesReceipt' | 'Invoice'; txnDate: string };
	/** Whether money received is recorded on the invoice. */
	payments: boolean;
	remarks: string[];
}

/** What the chosen Transaction Type makes of an order; see MAPPINGS.md. */
export function documentsOf(order: Order, payment: PaymentState, settings: SyncSettings): Documents {
	const atOnce = order.localDate;
	const nothing = { salesOrder: false, payments: false, remarks: [] };
	const { transactionType, invoiceWhen, unpaidReceipt } = typeOfOrder(order, settings);
	switch (transactionType) {
		case 'salesReceipt': {
			if (payment.covered || unpaidReceipt === 'wait') {
				// Where unpaid orders become invoices, or a rule says so, one may stand by now: then the money is recorded on it.
				const payments = unpaidReceipt === 'invoice' || typesDiffer(settings);
				return { ...nothing, sale: { type: 'SalesReceipt', txnDate: atOnce }, payments };
			}
			return { ...nothing, sale: { type: 'Invoice', txnDate: atOnce } };
		}
		case 'invoice':
			// To be paid later: a part of the money is no reason to touch it.
			return { ...nothing, sale: { type: 'Invoice', txnDate: atOnce }, payments: payment.covered };
		case 'invoiceAndPayment':
			return { ...nothing, sale: { type: 'Invoice', txnDate: atOnce }, payments: true };
		case 'salesOrder':
			return { ...nothing, salesOrder: true };
		case 'salesOrderInvoicePayment': {
			const txnDate = invoiceDay(order, payment, invoiceWhen);
			const waits = WAITING[invoiceWhen];
			return txnDate === undefined
				? { salesOrder: true, payments: false, remarks: [`The invoice follows when the order is ${waits}.`] }
				: { salesOrder: true, sale: { type: 'Invoice', txnDate }, payments: true, remarks: [] };
		}
	}
}

const WAITING: Record<SyncSettings['invoiceWhen'], string> = { atOnce: 'placed', whenPaid: 'paid', whenFulfilled: 'fulfilled' };

/** The day of the invoice that is made of a sales order, or `undefined` while it is too early. */
function invoiceDay(order: Order, { covered, captured }: PaymentState, when: SyncSettings['invoiceWhen']): string | undefined {
	switch (when) {
		case 'atOnce':
			return order.localDate;
		case 'whenPaid': {
			if (!covered) return undefined;
			const days = captured.flatMap(({ at }) => (at ? [storeDay(at, order)] : []));
			return [order.localDate, order.paidAt ? storeDay(order.paidAt, order) : order.localDate, ...days].sort().at(-1);
		}
		case 'whenFulfilled':
			// Shops do not tell when everything had left, so the reading that first says so dates the invoice.
			if (order.fulfillmentStatus !== 'fulfilled') return undefined;
			return order.updatedAt ? storeDay(order.updatedAt, order) : order.localDate;
	}
}

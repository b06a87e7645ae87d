import type { Order } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { docNumberOf } from './doc-number';
import { CANCELLATION, CANCELLATION_ENDING } from './parts';
import type { PlannedForm } from './plan';
import { refundsOf } from './refunds';
import { storeDay } from './store-day';
import type { SyncSettings } from './sync-settings';
import { withoutAbsent } from '../order/without-absent';

/** What takes a sale back, wholly or in part: its refunds, and for a cancelled order a Credit Memo of the whole. */
export function reversalsOf(
	order: Order,
	sale: PlannedForm,
	settings: SyncSettings,
): Outcome<{ reversals: PlannedForm[]; remarks: string[] }> {
	const refunds = refundsOf(order, sale, settings);
	if (!refunds.ok) return refunds;
	const cancellation = cancellationOf(order, sale, settings);
	if (!cancellation.ok) return cancellation;
	return succeed({
		reversals: [...refunds.value.refunds, ...(cancellation.value ? [cancellation.value] : [])],
		remarks: refunds.value.remarks,
	});
}

/** Used only where the sale stands, is not refunded, and cannot be voided any more. */
function cancellationOf(order: Order, sale: PlannedForm, settings: SyncSettings): Outcome<PlannedForm | undefined> {
	const { cancellations } = settings;
	if (order.status !== 'cancelled' || (cancellations !== 'reverse' && cancellations !== 'credit')) return succeed(undefined);
	// Some shops do not keep when it was; the reading that first says so is not before it.
	const cancelledAt = order.cancelledAt ?? order.updatedAt;
	const docNumber = docNumberOf(order.number, settings, CANCELLATION_ENDING);
	if (!docNumber.ok) return docNumber;
	const { depositAccount, accountsReceivable, paymentReference, paymentMethod, terms, dueDate, shipDate, shipMethod, trackingNumber, ...rest } = sale;
	return succeed(
		withoutAbsent({
			...rest,
			key: CANCELLATION,
			type: 'CreditMemo' as const,
			docNumber: docNumber.value,
			txnDate: cancelledAt ? storeDay(cancelledAt, order) : order.localDate,
			privateNote: `Cancellation of ${order.channel} order ${order.number}`,
		}),
	);
}

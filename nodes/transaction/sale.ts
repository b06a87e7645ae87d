import { saleFacts } from '../order/facts';
import type { Order } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { buyerOf } from './buyer';
import { customerOf } from './customer';
import { docNumberOf } from './doc-number';
import { fieldsFor } from './fields';
import { formBody } from './form-body';
import { customerMemo, paymentReference, privateNote } from './memo';
import { SALE, SALES_ORDER } from './parts';
import type { PaymentState } from './payment-state';
import type { PlannedForm } from './plan';
import { productLines } from './product-lines';
import { allowedRounding, taxLineOf } from './rounding';
import { accountFor, type SyncSettings } from './sync-settings';
import type { Tender } from './tenders';
import { accountOfAll, methodOfAll } from './ways-of-paying';
import { withoutAbsent } from '../order/without-absent';

const TWO_ACCOUNTS =
	"Let such orders become 'Invoice and Payment if Paid' in 'Transaction Type': each payment then goes to its own account";

/** The order's lines as one document of `type`: its sales order (an Estimate), or its sale. */
export function saleOf(
	order: Order,
	type: PlannedForm['type'],
	txnDate: string,
	tenders: Tender[],
	payment: PaymentState,
	settings: SyncSettings,
): Outcome<{ transaction: PlannedForm; remarks: string[] }> {
	const docNumber = docNumberOf(order.number, settings);
	if (!docNumber.ok) return docNumber;
	const buyer = buyerOf(order);
	const customer = customerOf(order, buyer, type, settings);
	if (!customer.ok) return customer;
	const products = productLines(order, settings);
	if (!products.ok) return products;

	const body = formBody(order, products.value, tenders, settings);
	if (!body.ok) return body;
	const { lines, tax, documentTotal, remarks } = body.value;

	const receipt = type === 'SalesReceipt';
	const deposit = receipt ? accountOfAll(order, payment.captured, settings, TWO_ACCOUNTS) : succeed(undefined);
	if (!deposit.ok) return deposit;
	return succeed({
		transaction: withoutAbsent({
			key: type === 'Estimate' ? SALES_ORDER : SALE,
			facts: saleFacts(order),
			type,
			docNumber: docNumber.value,
			txnDate,
			currency: order.currency,
			customer: customer.value,
			lines,
			tax,
			depositAccount: receipt ? deposit.value : undefined,
			paymentMethod: receipt ? methodOfAll(payment.captured, settings) : undefined,
			accountsReceivable: type === 'Invoice' ? accountFor(settings, 'accountsReceivable') : undefined,
			paymentReference: receipt ? paymentReference(payment.captured) : undefined,
			customerMemo: customerMemo(order, settings),
			privateNote: privateNote(order, buyer, payment.captured, settings),
			email: buyer.email,
			...fieldsFor(order, type, settings),
			billTo: buyer.billTo,
			shipTo: buyer.shipTo,
			documentTotal,
			rounding: allowedRounding({ currency: order.currency, lines }, settings),
			taxLine: taxLineOf(settings),
		}),
		remarks,
	});
}

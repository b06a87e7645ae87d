import { Big } from 'big.js';
import { numbersIn, numbersInNote } from '../../nodes/quickbooks/tracking/tracking-note';
import { documentKey } from '../../nodes/qb-documents/document-key';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { listOf } from '../simulators/quickbooks/wire-values';
import type { ShipStationSimulator } from '../simulators/shipstation';
import { orderTotal } from '../simulators/shipstation/build-order';
import { count, noFindings, type Findings } from '../judging/tally';

/** A document as somebody wrote it, and what must have come of it. */
export interface Written {
	type: 'Invoice' | 'SalesReceipt' | 'Estimate';
	id: string;
	number: string;
	/** Pieces of each SKU. */
	quantities: Record<string, number>;
	/** Two decimals. */
	total: string;
	/** Tracking numbers of its parcels. */
	labels: string[];
	/** The document was voided, so its order must not ship. */
	cancelled?: boolean;
	/** Its order has left wholly, so it must have become an invoice. */
	invoiced?: boolean;
}

interface Places {
	quickbooks: Pick<QuickBooksSimulator, 'company' | 'realmId'>;
	shipstation: Pick<ShipStationSimulator, 'account' | 'counters'>;
}

/** Looks at ShipStation and at the books, not at what anybody reported. */
export function judgeShipping(places: Places, written: readonly Written[]): Findings {
	const verdict = noFindings();
	for (const one of written) {
		judgeOrder(places, one, verdict);
		judgeTracking(places, one, verdict);
	}
	return verdict;
}

/** The orders that ShipStation holds of a document. */
export const ordersOf = ({ quickbooks, shipstation }: Places, { type, id }: Written) =>
	shipstation.account.withKey(documentKey({ realmId: quickbooks.realmId, type, id })).map(({ order }) => order);

function judgeOrder(places: Places, one: Written, verdict: Findings): void {
	const { type, number, quantities, total, cancelled } = one;
	const orders = ordersOf(places, one);
	const made = places.shipstation.counters.writeLog.filter((entry) => entry === `create ${number}`).length;
	const [order] = orders;
	if (!order) return count(verdict, 'lost', `${type} ${number} is not in ShipStation`);
	if (orders.length > 1 || made > 1) return count(verdict, 'twice', `${type} ${number} was made ${Math.max(orders.length, made)} times in ShipStation`);
	if ((order.orderStatus === 'cancelled') !== (cancelled ?? false)) count(verdict, 'wrong', `${type} ${number} is ${order.orderStatus} in ShipStation`);
	if (cancelled) return;
	const goods = order.items.filter(({ adjustment }) => !adjustment);
	const isAsWritten = goods.length === Object.keys(quantities).length && goods.every(({ sku, quantity }) => quantities[String(sku)] === quantity);
	const sum = new Big(orderTotal(order)).toFixed(2);
	if (isAsWritten && sum === total) return;
	const packed = goods.map(({ sku, quantity }) => `${quantity} ${sku}`).join(', ');
	count(verdict, 'wrong', `${type} ${number} of ${total} is ${packed} for ${sum} in ShipStation`);
}

/** Tracking stands in the document, or in the invoice that was made of it. */
function judgeTracking({ quickbooks: { company } }: Places, { type, id, number, labels, total, invoiced }: Written, verdict: Findings): void {
	const invoices = company.documents('Invoice').filter(({ LinkedTxn }) => listOf(LinkedTxn).some(({ TxnId, TxnType }) => TxnType === type && TxnId === id));
	if (invoiced) {
		if (invoices.length === 0) count(verdict, 'lost', `${type} ${number} was shipped and has no invoice`);
		if (invoices.length > 1) count(verdict, 'twice', `${type} ${number} was shipped and has ${invoices.length} invoices`);
		for (const { TotalAmt } of invoices) if (new Big(String(TotalAmt)).toFixed(2) !== total) count(verdict, 'wrong', `the invoice of ${type} ${number} is ${String(TotalAmt)} instead of ${total}`);
	}
	const places = [company.get(type, id), ...invoices];
	const numbers = places.flatMap((place) => [...numbersIn(place?.TrackingNum), ...numbersInNote(place?.PrivateNote)]);
	for (const label of labels) {
		const found = numbers.filter((each) => each === label).length;
		if (found === 0) count(verdict, 'lost', `${type} ${number} lacks its tracking number ${label}`);
		if (found > 1) count(verdict, 'twice', `${type} ${number} has its tracking number ${label} ${found} times`);
	}
	const strange = numbers.filter((each) => !labels.includes(each));
	if (strange.length > 0) count(verdict, 'wrong', `${type} ${number} has tracking of another order: ${strange.join(', ')}`);
}

import { documentKey } from '../qb-documents/document-key';
import type { StandingDocument } from '../qb-documents/qb-document';

/** The keys that a document's order may stand under in ShipStation. */
export interface OrderKeys {
	/** What a new order gets. */
	key: string;
	/** The sales order's key, where it is not the document's own. */
	salesOrder?: string;
}

/**
 * A sales order and its invoice ship the same goods, so the invoice has the sales order's key. A sales order that was invoiced
 * in parts (by hand: the API knows no such) is several shipments, and each of its invoices has a key of its own.
 */
export function orderKeys(document: StandingDocument): OrderKeys {
	const own = documentKey(document);
	const { estimate, realmId } = document;
	if (document.type === 'Estimate' || !estimate) return { key: own };
	const salesOrder = documentKey({ realmId, type: 'Estimate', id: estimate.id });
	return isPartOfSalesOrder(document) ? { key: own, salesOrder } : { key: salesOrder, salesOrder };
}

/** Whether an invoice bills only some of its sales order: that has several, or is still open. */
export const isPartOfSalesOrder = ({ estimate }: StandingDocument): boolean =>
	estimate !== undefined && (estimate.invoices.length > 1 || (estimate.status !== undefined && OPEN.has(estimate.status)));

/** An invoice for the whole closes its sales order. */
const OPEN: ReadonlySet<string> = new Set(['Accepted', 'Pending']);

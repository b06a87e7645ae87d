import type { Company } from './company';
import { applicationsOf } from './payments';
import { entriesOf } from './posting-entries';
import { openingStock, stockMovements } from './stock-movements';
import { listOf, type Entity } from './wire-values';

/** Enters a document in the books as it now stands, in place of what it had entered: its accounts and its goods. */
export function post(company: Company, type: string, document: Entity): void {
	const key = `${type} ${document.Id}`;
	company.ledger.enter(key, entriesOf(company, type, document));
	company.inventory.move(key, stockMovements(company, type, document));
}

/** Takes a document out of the books. */
export function unpost(company: Company, type: string, id: string): void {
	company.ledger.enter(`${type} ${id}`, []);
	company.inventory.move(`${type} ${id}`, new Map());
}

/** Payments stand in the receivable at the rates of what they pay: they are entered anew when that has changed. */
export function postPaymentsOf(company: Company, type: string, document: Entity): void {
	for (const { TxnId, TxnType } of listOf(document.LinkedTxn)) {
		const payment = TxnType === 'Payment' ? company.get('Payment', String(TxnId)) : undefined;
		if (payment === undefined) continue;
		const pays = applicationsOf(payment).some((each) => each.type === type && each.id === document.Id);
		if (pays) post(company, 'Payment', payment);
	}
}

/**
 * Enters what an item starts with, once. Later changes of its quantity are adjustments, which this API does not take; a new
 * purchase cost counts for what is sold before it is there.
 */
export function postItem(company: Company, item: Entity): void {
	if (item.TrackQtyOnHand !== true) return;
	if (company.inventory.items.includes(item.Id)) company.inventory.reconsider(item.Id);
	else company.inventory.move(`Item ${item.Id}`, openingStock(item));
}

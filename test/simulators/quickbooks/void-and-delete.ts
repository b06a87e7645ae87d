import { Big } from 'big.js';
import type { Company } from './company';
import { unsupportedOperation } from './faults';
import { reopenEstimate } from './linked-transactions';
import { settle } from './payments';
import { entriesOf } from './posting-entries';
import { cents, decimalOf, defined, isNumber, listOf, objectOf, type Entity, type Json } from './wire-values';

/**
 * Voids a document: it stays, with every amount at zero, as recorded for invoices and sales receipts. Invoice lines lose
 * their unit price, those of other documents keep it at zero.
 */
export function voidDocument(company: Company, type: string, document: Entity): Entity {
	if (type === 'Estimate') throw unsupportedOperation('void');
	release(company, type, document);
	const voided = company.replace(
		type,
		document,
		type === 'Payment' ? voidedPayment(document) : voidedSale(type, document),
	);
	company.ledger.enter(`${type} ${document.Id}`, entriesOf(company, type, voided));
	return voided;
}

/** Deletes a document; what it paid is open again, and an estimate it closed is open again. */
export function deleteDocument(company: Company, type: string, document: Entity): Json {
	release(company, type, document);
	company.ledger.enter(`${type} ${document.Id}`, []);
	company.remove(type, document.Id);
	return { domain: 'QBO', status: 'Deleted', Id: document.Id };
}

function release(company: Company, type: string, document: Entity): void {
	if (type === 'Payment') settle(company, document, document.Id, -1);
	if (type === 'Invoice' || type === 'SalesReceipt') reopenEstimate(company, document);
	if (type === 'Invoice' || type === 'CreditMemo') unapplyPayments(company, type, document);
}

/** Money paid on a document that goes away stays with the customer, unapplied. */
function unapplyPayments(company: Company, type: string, document: Entity): void {
	for (const payment of company.documents('Payment')) {
		const stays = listOf(payment.Line).filter((line) => !links(line, type, document.Id));
		if (stays.length === listOf(payment.Line).length) continue;
		const freed = listOf(payment.Line).filter((line) => links(line, type, document.Id));
		const sum = freed.reduce((total, { Amount }) => total.plus(decimalOf(Amount)), new Big(0));
		const unapplied = decimalOf(payment.UnappliedAmt).plus(type === 'Invoice' ? sum : sum.neg());
		const changed = company.replace('Payment', payment, { ...payment, Line: stays, UnappliedAmt: cents(unapplied) });
		company.ledger.enter(`Payment ${payment.Id}`, entriesOf(company, 'Payment', changed));
	}
}

function links(line: Json, type: string, id: string): boolean {
	return listOf(line.LinkedTxn).some((link) => link.TxnType === type && link.TxnId === id);
}

function voidedPayment(payment: Entity): Json {
	return { ...payment, TotalAmt: 0, UnappliedAmt: 0, Line: [], PrivateNote: 'Voided' };
}

function voidedSale(type: string, document: Entity): Json {
	return defined({
		...document,
		Line: listOf(document.Line).map((line) => voidedLine(type, line)),
		TxnTaxDetail: { TotalTax: 0 },
		TotalAmt: 0,
		Balance: 0,
		...(isNumber(document.RemainingCredit) ? { RemainingCredit: 0 } : {}),
		...(isNumber(document.Deposit) ? { Deposit: 0 } : {}),
		...(isNumber(document.HomeTotalAmt) ? { HomeTotalAmt: 0 } : {}),
		...(document.LinkedTxn === undefined ? {} : { LinkedTxn: [] }),
		PrivateNote: 'Voided',
	});
}

function voidedLine(type: string, line: Json): Json {
	const detail = objectOf(line.SalesItemLineDetail);
	const group = objectOf(line.GroupLineDetail);
	return defined({
		...line,
		...(line.Amount === undefined ? {} : { Amount: 0 }),
		LinkedTxn: undefined,
		...(line.DetailType === 'SalesItemLineDetail'
			? {
					SalesItemLineDetail: defined({
						...detail,
						...(detail.Qty === undefined ? {} : { Qty: 0 }),
						...(detail.TaxInclusiveAmt === undefined ? {} : { TaxInclusiveAmt: 0 }),
						UnitPrice: type === 'Invoice' || detail.UnitPrice === undefined ? undefined : 0,
					}),
				}
			: {}),
		...(line.DetailType === 'GroupLineDetail'
			? { GroupLineDetail: { ...group, Line: listOf(group.Line).map((inner) => voidedLine(type, inner)) } }
			: {}),
	});
}

import { Big } from 'big.js';
import type { Company } from './company';
import { unsupportedOperation } from './faults';
import { forgetEstimate, reopenEstimate } from './linked-transactions';
import { applicationsOf, settle } from './payments';
import { post, unpost } from './postings';
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
	post(company, type, voided);
	return voided;
}

/** Deletes a document; what it paid is open again, and an estimate it closed is open again. */
export function deleteDocument(company: Company, type: string, document: Entity): Json {
	release(company, type, document);
	unpost(company, type, document.Id);
	company.remove(type, document.Id);
	return { domain: 'QBO', status: 'Deleted', Id: document.Id };
}

function release(company: Company, type: string, document: Entity): void {
	if (type === 'Payment') settle(company, document.Id, document, undefined);
	if (type === 'Estimate') forgetEstimate(company, document);
	if (type === 'Invoice' || type === 'SalesReceipt') reopenEstimate(company, document);
	if (type === 'Invoice' || type === 'CreditMemo') unapplyPayments(company, type, document);
}

/**
 * Money paid on a document that goes away stays with the customer, unapplied. Where it was a credit that had paid an invoice,
 * the invoice is open again as far as nothing else pays it.
 */
function unapplyPayments(company: Company, type: string, document: Entity): void {
	for (const { TxnId, TxnType } of listOf(document.LinkedTxn)) {
		const payment = TxnType === 'Payment' ? company.get('Payment', String(TxnId)) : undefined;
		if (payment === undefined) continue;
		const others = listOf(payment.Line).filter((line) => !links(line, type, document.Id));
		const Line = withoutDebt(others, payment);
		const UnappliedAmt = cents(unappliedOf({ ...payment, Line }));
		const changed = company.replace('Payment', payment, { ...payment, Line, UnappliedAmt });
		settle(company, payment.Id, payment, changed);
		post(company, 'Payment', changed);
	}
}

/** The lines of a payment, those that pay invoices cut down to what is there to pay them, from the last one. */
function withoutDebt(lines: readonly Json[], payment: Entity): Json[] {
	let missing = unappliedOf({ ...payment, Line: lines }).neg();
	const kept: Json[] = [];
	for (const line of [...lines].reverse()) {
		const amount = decimalOf(line.Amount);
		const pays = applicationsOf({ Line: [line] })[0]?.type === 'Invoice';
		const cut = pays && missing.gt(0) ? (missing.lt(amount) ? missing : amount) : new Big(0);
		missing = missing.minus(cut);
		if (amount.gt(cut)) kept.unshift({ ...line, Amount: cents(amount.minus(cut)) });
	}
	return kept;
}

/** What of a payment pays nothing; negative when it pays more than there is. */
function unappliedOf(payment: Json): Big {
	return applicationsOf(payment).reduce(
		(left, { type, amount }) => (type === 'Invoice' ? left.minus(amount) : left.plus(amount)),
		decimalOf(payment.TotalAmt),
	);
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

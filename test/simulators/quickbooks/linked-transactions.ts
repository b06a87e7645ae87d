import type { Big } from 'big.js';
import type { Company } from './company';
import { businessFault } from './faults';
import { cents, decimalOf, idIn, listOf, textOf, type Entity, type Json } from './wire-values';

/** The estimate a document asks to be linked to, if it may be; Closed and Rejected ones are passed over silently. */
export function estimateToClose(company: Company, sent: Json): Entity | undefined {
	const links = listOf(sent.LinkedTxn).filter(({ TxnType }) => TxnType === 'Estimate');
	if (links.length > 1) throw businessFault('An invoice can be linked to one estimate only');
	const id = textOf(links[0]?.TxnId);
	if (id === undefined) return undefined;
	const estimate = company.seen('Estimate', id);
	if (estimate === undefined)
		throw businessFault(`The entity Estimate ${id} that you are trying to link does not exist. Estimate ${id}`);
	if (idIn(estimate.CustomerRef) !== idIn(sent.CustomerRef)) {
		throw businessFault('The linked estimate belongs to another customer');
	}
	const now = company.get('Estimate', id);
	return now?.TxnStatus === 'Pending' || now?.TxnStatus === 'Accepted' ? now : undefined;
}

/** The invoice with its link to the estimate, on the document and on every line, as read back. */
export function linkedToEstimate(invoice: Json, estimate: Entity): Json {
	const link = [{ TxnId: estimate.Id, TxnType: 'Estimate' }];
	const lines = listOf(invoice.Line).map((line) =>
		line.DetailType === 'SalesItemLineDetail' ? { ...line, LinkedTxn: link } : line,
	);
	const payments = listOf(invoice.LinkedTxn).filter(({ TxnType }) => TxnType !== 'Estimate');
	return { ...invoice, LinkedTxn: [...payments, ...link], Line: lines };
}

/** Closes the estimate that an invoice or sales receipt came of. Recorded: its SyncToken stays. */
export function closeEstimate(company: Company, estimate: Entity, link: Json): void {
	company.statusBeforeInvoice.set(estimate.Id, String(estimate.TxnStatus));
	company.replace(
		'Estimate',
		estimate,
		{ ...estimate, TxnStatus: 'Closed', LinkedTxn: [link] },
		{ keepSyncToken: true },
	);
}

/** Takes the link to an estimate that is deleted off what came of it. */
export function forgetEstimate(company: Company, estimate: Entity): void {
	const others = (links: unknown): Json[] =>
		listOf(links).filter(({ TxnType, TxnId }) => !(TxnType === 'Estimate' && TxnId === estimate.Id));
	for (const { TxnId, TxnType } of listOf(estimate.LinkedTxn)) {
		const document = company.get(String(TxnType), String(TxnId));
		if (document === undefined) continue;
		const Line = listOf(document.Line).map(({ LinkedTxn, ...line }) =>
			others(LinkedTxn).length === 0 ? line : { ...line, LinkedTxn: others(LinkedTxn) },
		);
		const changed = { ...document, Line, LinkedTxn: others(document.LinkedTxn) };
		company.replace(String(TxnType), document, changed, { keepSyncToken: true });
	}
}

/** Reopens the estimate of an invoice that is voided or deleted. */
export function reopenEstimate(company: Company, invoice: Entity): void {
	for (const { TxnId, TxnType } of listOf(invoice.LinkedTxn)) {
		const estimate = TxnType === 'Estimate' ? company.get('Estimate', String(TxnId)) : undefined;
		if (estimate === undefined) continue;
		const TxnStatus = company.statusBeforeInvoice.get(estimate.Id) ?? 'Accepted';
		company.replace('Estimate', estimate, { ...estimate, TxnStatus, LinkedTxn: [] }, { keepSyncToken: true });
	}
}

/**
 * Lowers (or, with a negative amount, raises) what is open on an invoice or credit memo, and notes whether the payment is
 * applied to it. The SyncToken rises: recorded invoices that were paid do not have 0.
 */
export function apply(
	company: Company,
	type: 'Invoice' | 'CreditMemo',
	id: string,
	amount: Big,
	payment: { readonly id: string; readonly isApplied: boolean },
): void {
	const document = company.get(type, id);
	if (document === undefined) return;
	const balance = cents(decimalOf(document.Balance).minus(amount));
	const others = listOf(document.LinkedTxn).filter(
		(link) => !(link.TxnType === 'Payment' && link.TxnId === payment.id),
	);
	const LinkedTxn = payment.isApplied ? [{ TxnId: payment.id, TxnType: 'Payment' }, ...others] : others;
	company.replace(type, document, {
		...document,
		LinkedTxn,
		Balance: balance,
		...(type === 'CreditMemo' ? { RemainingCredit: balance } : {}),
	});
}

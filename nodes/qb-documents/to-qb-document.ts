import { readInstant } from '../channels/instant';
import { canonicalHash } from '../order/canonical-hash';
import { describeIssues } from '../order/describe-issues';
import { isZero, minus } from '../order/money';
import { readMark, withoutMark } from '../postings/mark';
import { linkTo } from '../quickbooks/report';
import type { QbRecord } from '../quickbooks/quickbooks';
import { numbersInNote, withoutTracking } from '../quickbooks/tracking/tracking-note';
import type { DocumentContext, DocumentDetails, RefundRecord } from './details';
import { typeAndId } from './document-key';
import { toLines } from './lines';
import { toAddress, toCustomer } from './people';
import {
	qbRefundSchema,
	standingDocumentSchema,
	type DocumentType,
	type QbDocument,
	type QbLink,
	type QbRefund,
} from './qb-document';
import { salesRecordSchema, type PaymentRecord, type SalesRecord } from './sales-record';
import { deletedDocument, identityOf, metaOf, unreadableDocument } from './without-contents';

/** Maps a sales form of QuickBooks to the document that crosses the canvas; see MAPPINGS.md. Pure, and never throws. */
export function toQbDocument(type: DocumentType, record: QbRecord, details: DocumentDetails, context: DocumentContext): QbDocument {
	if (record.status === 'Deleted') return deletedDocument(type, record, context);
	const parsed = salesRecordSchema.safeParse(record);
	if (!parsed.success) return unreadableDocument(type, record, context, describeIssues(parsed.error));
	const sale = parsed.data;
	const refundRecords = details.refunds.get(typeAndId({ type, id: sale.Id })) ?? [];
	const draft = assemble(type, sale, refundRecords, details, context);
	const checked = standingDocumentSchema.safeParse(draft);
	if (!checked.success) return unreadableDocument(type, record, context, describeIssues(checked.error));
	return { ...checked.data, fingerprint: fingerprintOf(checked.data) };
}

function assemble(type: DocumentType, sale: SalesRecord, refundRecords: RefundRecord[], details: DocumentDetails, context: DocumentContext) {
	const isVoid = isVoided(type, sale);
	const links = linksOf(sale);
	const balance = type === 'Invoice' ? (sale.Balance ?? '0') : '0';
	const payments = links.filter(({ type: linked }) => linked === 'Payment').flatMap(({ id }) => details.payments.get(id) ?? []);
	const amountPaid = type === 'Estimate' ? '0' : minus(sale.TotalAmt, balance);
	const mark = readMark(sale.PrivateNote);
	return {
		...identityOf(type, sale.Id, context),
		status: isVoid ? ('voided' as const) : ('active' as const),
		docNumber: sale.DocNumber,
		url: linkTo(context.appUrl, type, sale.Id),
		txnDate: sale.TxnDate,
		createdAt: readInstant(sale.MetaData?.CreateTime),
		updatedAt: latestOf([sale.MetaData?.LastUpdatedTime, ...refundRecords.map(({ record }) => metaOf(record).LastUpdatedTime)]),
		currency: sale.CurrencyRef?.value ?? details.company.currency,
		company: details.company,
		...(type === 'Estimate' ? { estimateStatus: sale.TxnStatus ?? 'Pending' } : {}),
		customer: toCustomer(sale, details.customers),
		email: sale.BillEmail?.Address,
		billTo: toAddress(sale.BillAddr),
		shipTo: toAddress(sale.ShipAddr),
		lines: toLines(sale.Line, details.items),
		tax: sale.TxnTaxDetail?.TotalTax ?? '0',
		total: sale.TotalAmt,
		balance,
		paid: type !== 'Estimate' && !isVoid && isZero(balance),
		amountPaid,
		paidOn: isZero(amountPaid) ? undefined : paidOn(type, sale, payments),
		paymentMethod: sale.PaymentMethodRef?.name ?? payments.at(-1)?.PaymentMethodRef?.name,
		class: named(sale.ClassRef ?? lineClass(sale)),
		location: named(sale.DepartmentRef),
		customFields: customFieldsOf(sale),
		memo: sale.CustomerMemo?.value,
		note: withoutTracking(withoutMark(sale.PrivateNote)) || undefined,
		...(mark ? { mark: { channel: mark.channel, accountId: mark.accountId, id: mark.id, part: mark.part } } : {}),
		links,
		estimate: estimateOf(links, details),
		refunds: refundRecords.flatMap((refund) => toRefund(refund, details) ?? []),
		// What QuickBooks' own field has no room for, we keep in the note.
		trackingNumber: [sale.TrackingNum, ...numbersInNote(sale.PrivateNote)].filter((number) => number !== undefined).join(', ') || undefined,
		shipDate: sale.ShipDate,
		shipMethod: sale.ShipMethodRef?.name ?? sale.ShipMethodRef?.value,
		fetchedAt: context.fetchedAt,
	};
}

/** Voiding sets every amount to zero and begins the note with this word; an Estimate cannot be voided. */
const isVoided = (type: DocumentType, { PrivateNote, TotalAmt }: SalesRecord): boolean =>
	type !== 'Estimate' && isZero(TotalAmt) && PrivateNote.startsWith('Voided');

/** Links of the document, and those that stand on its lines only. */
function linksOf({ LinkedTxn, Line }: SalesRecord): QbLink[] {
	const all = [...LinkedTxn, ...Line.flatMap((line) => line.LinkedTxn)];
	const links = all.map(({ TxnId, TxnType }) => ({ type: TxnType ?? '', id: TxnId }));
	return [...new Map(links.map((link) => [typeAndId(link), link])).values()];
}

/** A receipt is paid on its own day; an Invoice's payment date is on the Payment. */
function paidOn(type: DocumentType, { TxnDate }: SalesRecord, payments: PaymentRecord[]): string | undefined {
	if (type === 'SalesReceipt') return TxnDate;
	return payments.flatMap((payment) => payment.TxnDate ?? []).sort().at(-1);
}

function estimateOf(links: QbLink[], { estimates }: DocumentDetails) {
	const id = links.find(({ type }) => type === 'Estimate')?.id;
	if (id === undefined) return undefined;
	const parsed = salesRecordSchema.safeParse(estimates.get(id));
	if (!parsed.success) return { id, invoices: [] };
	const { DocNumber: docNumber, TxnDate: txnDate, TxnStatus: status, TotalAmt: total } = parsed.data;
	const invoices = linksOf(parsed.data).flatMap((link) => (link.type === 'Invoice' ? link.id : []));
	return { id, docNumber, txnDate, status, total, invoices: invoices.sort((a, b) => Number(a) - Number(b)) };
}

/** A credit memo or refund receipt as what was given back; one that was voided gave back nothing. */
function toRefund({ type, record }: RefundRecord, details: DocumentDetails): QbRefund | undefined {
	const parsed = salesRecordSchema.safeParse(record);
	if (!parsed.success || isZero(parsed.data.TotalAmt)) return undefined;
	const { Id: id, DocNumber: docNumber, TxnDate: txnDate, TotalAmt: total, TxnTaxDetail, Line } = parsed.data;
	const refund = { type, id, docNumber, txnDate, total, tax: TxnTaxDetail?.TotalTax ?? '0', lines: toLines(Line, details.items) };
	const checked = qbRefundSchema.safeParse(refund);
	return checked.success ? checked.data : undefined;
}

function customFieldsOf({ CustomField }: SalesRecord): Array<{ name: string; value: string }> {
	return CustomField.flatMap(({ Name, StringValue, BooleanValue, DateValue, NumberValue }) => {
		const value = StringValue ?? DateValue ?? NumberValue ?? (typeof BooleanValue === 'boolean' ? String(BooleanValue) : undefined);
		return Name !== undefined && value !== undefined ? [{ name: Name, value }] : [];
	});
}

/** Companies may keep classes line by line; the first one speaks for the document. */
const lineClass = ({ Line }: SalesRecord) => Line.map((line) => line.SalesItemLineDetail?.ClassRef).find((reference) => reference?.value !== undefined);

const named = (reference: { value?: string; name?: string } | undefined) =>
	reference?.value === undefined ? undefined : { id: reference.value, name: reference.name };

const latestOf = (times: Array<string | undefined>): string | undefined => times.flatMap((time) => readInstant(time) ?? []).sort().at(-1);

const fingerprintOf = (document: object): string => canonicalHash({ ...document, fetchedAt: undefined, fingerprint: undefined, sample: undefined }, 32);

import { absolute, compare, minus } from '../order/money';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import type { ItemChoice, PlannedForm } from '../transaction/plan';
import { syncToken } from './candidate';
import { withClass } from './document-fields';
import { toClosingLine } from './document-lines';
import type { QbRecord } from './quickbooks';
import { withMark } from './to-document';
import type { OrderWriting, WriteContext } from './write-orders';

/** A document that stands with another total than the shop's. */
export interface Disagreement {
	writing: OrderWriting;
	document: Candidate;
}

/** The update that brings such a document to the shop's total, and how to say it. */
export interface Mending {
	repair: OrderWriting;
	remark: string;
}

/** None where the plan allows none: then the document is not to stand. */
export function mendTotal(disagreement: Disagreement, context: WriteContext): Mending | undefined {
	const { transaction } = disagreement.writing;
	if (transaction.type === 'Payment') return undefined;
	return withRoundingLine(disagreement, transaction, context) ?? withTaxLine(disagreement, transaction, context);
}

/** What QuickBooks made of a document's tax, where that is not the shop's; empty where it is. */
export function otherTax({ writing: { transaction }, document }: Disagreement): string {
	if (transaction.type === 'Payment' || transaction.tax.mode === 'none') return '';
	const made = taxOf(document);
	const { total } = transaction.tax;
	return compare(made, total) === 0 ? '' : `QuickBooks computes a tax of ${made} ${transaction.currency}, the shop charged ${total}`;
}

const taxOf = ({ record }: Candidate): string => String((record.TxnTaxDetail as { TotalTax?: number } | undefined)?.TotalTax ?? 0);

function withRoundingLine(disagreement: Disagreement, form: PlannedForm, context: WriteContext): Mending | undefined {
	const { writing, document } = disagreement;
	const gap = minus(form.documentTotal, document.total);
	if (!form.rounding || compare(absolute(gap), form.rounding.tolerance) > 0) return undefined;
	const line = closingLine(gap, 'Rounding between the shop and QuickBooks', form.rounding.item, form, context);
	if (!line.ok) return undefined;
	const { Line, ...sent } = writing.item.body;
	const { TxnTaxDetail } = document.record;
	const tax = otherTax(disagreement);
	return {
		repair: update(disagreement, { ...sent, Line: [...(Line as QbRecord[]), line.value] }, form, context, { TxnTaxDetail }),
		remark: `A rounding line of ${gap} ${form.currency} closes the difference between the shop and QuickBooks${tax ? `: ${tax}` : ''}`,
	};
}

/** Where QuickBooks insists on another tax, the shop's becomes a line of its own if that was chosen, and no line is taxable. */
function withTaxLine(disagreement: Disagreement, form: PlannedForm, context: WriteContext): Mending | undefined {
	if (!form.taxLine || form.tax.mode !== 'override') return undefined;
	const line = closingLine(form.tax.total, 'Sales tax', form.taxLine.item, form, context);
	if (!line.ok) return undefined;
	const { Line, ...sent } = disagreement.writing.item.body;
	const body = { ...sent, Line: [...(Line as QbRecord[]).map(untaxed), line.value], TxnTaxDetail: { TotalTax: 0 } };
	return {
		repair: update(disagreement, body, form, context),
		remark: `The shop's tax is booked as a line of its own: ${otherTax(disagreement)}`,
	};
}

/** Those inside bundles, too. */
function untaxed(line: QbRecord): QbRecord {
	const { SalesItemLineDetail: detail, GroupLineDetail: group } = line as { SalesItemLineDetail?: QbRecord; GroupLineDetail?: QbRecord };
	if (detail) return { ...line, SalesItemLineDetail: { ...detail, TaxCodeRef: { value: 'NON' } } };
	return group ? { ...line, GroupLineDetail: { ...group, Line: (group.Line as QbRecord[]).map(untaxed) } } : line;
}

function closingLine(amount: string, text: string, choice: ItemChoice, form: PlannedForm, context: WriteContext): Outcome<QbRecord> {
	const item = context.references.item(choice);
	if (!item.ok) return item;
	const line = toClosingLine(amount, text, item.value, form, context);
	if (!line.ok) return line;
	const classified = withClass([line.value], form, context);
	return classified.ok ? succeed(classified.value[0]!) : classified;
}

/** @param standing what stays as QuickBooks made it, whatever is sent: the mark is of what will stand */
function update(
	{ writing, document }: Disagreement,
	content: QbRecord,
	form: PlannedForm,
	context: WriteContext,
	standing: QbRecord = {},
): OrderWriting {
	const { DocNumber, LinkedTxn, ...body } = content;
	const { PrivateNote } = withMark({ ...body, ...standing }, writing.plan, form, context.company);
	return {
		...writing,
		action: 'updated',
		item: {
			kind: 'write',
			operation: 'update',
			entity: writing.item.entity,
			body: { ...body, PrivateNote, Id: document.id, SyncToken: syncToken(document), sparse: true },
		},
	};
}

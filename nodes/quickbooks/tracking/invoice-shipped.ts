import type { Clock } from '../../outcome/clock';
import { refused, type Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { equals } from '../../order/money';
import { withoutMark } from '../../postings/mark';
import type { Candidate } from '../../postings/standing';
import { ask } from '../ask';
import { candidateOf } from '../candidate';
import type { Company } from '../company';
import { linkedIds } from '../linked';
import { nameOfDocument } from '../order-documents';
import { selectIn } from '../query';
import type { QbRecord, QuickBooks } from '../quickbooks';
import { sendSurely, type Writing } from '../send-surely';
import { statedTax } from '../stated-tax';
import { trackingChanges, type Shipped } from './tracking-changes';
import { withoutTracking } from './tracking-note';

/** A sales order that was shipped wholly, and what was shipped of it. */
export interface ShippedSalesOrder {
	document: Candidate;
	shipped: Shipped;
}

interface Invoicing extends Writing {
	salesOrder: Candidate;
}

/** What an invoice takes over from its sales order, beside the lines. */
const TAKEN_OVER = [
	'CustomerRef', 'CurrencyRef', 'ExchangeRate', 'BillEmail', 'BillAddr', 'ShipAddr', 'CustomerMemo', 'ClassRef', 'DepartmentRef', 'SalesTermRef', 'CustomField',
	'GlobalTaxCalculation', 'ApplyTaxAfterDiscount',
];

/**
 * Makes the invoices of sales orders that were shipped, each linked to its Estimate, which that closes, dated on the day the goods left and
 * with their tracking. An order's mark is not copied: whoever books the order finds the invoice by its link and takes it over.
 * @returns the invoices, in the order of the sales orders
 */
export async function invoiceShipped(
	salesOrders: ShippedSalesOrder[],
	company: Company,
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
): Promise<Array<Outcome<Candidate>>> {
	const closed = salesOrders.map((order) => booksClosed(order, company));
	const invoicings = salesOrders.map(
		(order): Invoicing => ({
			salesOrder: order.document,
			what: `the invoice of ${nameOfDocument(order.document)}`,
			item: { kind: 'write', operation: 'create', entity: 'Invoice', body: invoiceOf(order, company) },
		}),
	);
	const toSend = invoicings.filter((_, index) => closed[index] === undefined);
	const settled = await sendSurely(toSend, { quickbooks, clock, lookAgain: (doubtful) => findMade(quickbooks, doubtful) });
	return invoicings.map((invoicing, index) => {
		if (closed[index]) return fail(closed[index]);
		const outcome = settled.get(invoicing)!;
		if (!outcome.ok) return outcome;
		const invoice = candidateOf('Invoice', outcome.value);
		if (!equals(invoice.total, invoicing.salesOrder.total)) return fail(anotherTotal(invoice, invoicing.salesOrder));
		return linkedIds(invoice, 'Estimate').includes(invoicing.salesOrder.id) ? succeed(invoice) : fail(notLinked(invoice, invoicing.salesOrder));
	});
}

function invoiceOf({ document, shipped }: ShippedSalesOrder, company: Company): QbRecord {
	const { record } = document;
	const lines = (Array.isArray(record.Line) ? record.Line : []) as QbRecord[];
	const taken = TAKEN_OVER.flatMap((name) => (record[name] === undefined ? [] : [[name, record[name]] as const]));
	const note = withoutTracking(withoutMark(document.note));
	const unmarked: Candidate = { ...document, type: 'Invoice', note, record: { ...record, PrivateNote: note, TrackingNum: undefined } };
	return {
		...Object.fromEntries(taken),
		...(company.customNumbers && document.docNumber ? { DocNumber: document.docNumber } : {}),
		TxnDate: leftOn(shipped) ?? document.txnDate,
		LinkedTxn: [{ TxnId: document.id, TxnType: 'Estimate' }],
		Line: lines.filter(({ DetailType }) => DetailType !== 'SubTotalLineDetail').map(copied),
		...statedTax(record, company),
		...(note === '' ? {} : { PrivateNote: note }),
		...(record.ShipDate === undefined ? {} : { ShipDate: record.ShipDate }),
		...(record.ShipMethodRef === undefined ? {} : { ShipMethodRef: record.ShipMethodRef }),
		...trackingChanges(unmarked, shipped, company),
	};
}

/** A line as a new document takes it: its ids and links are the old one's, and so are those within a bundle. */
function copied({ Id, LineNum, LinkedTxn, ...line }: QbRecord): QbRecord {
	const group = line.GroupLineDetail as { Line?: QbRecord[] } | undefined;
	return group ? { ...line, GroupLineDetail: { ...group, Line: (group.Line ?? []).map(copied) } } : line;
}

/** The day the last parcel left. */
const leftOn = ({ parcels }: Shipped): string | undefined => parcels.flatMap(({ shipDate }) => shipDate ?? []).sort().at(-1);

/** Invoices that were made after all: the Estimate names them. */
async function findMade(quickbooks: QuickBooks, doubtful: Invoicing[]): Promise<Outcome<Map<Invoicing, QbRecord>>> {
	const estimates = await ask(quickbooks, selectIn('Estimate', 'Id', doubtful.map(({ salesOrder }) => salesOrder.id)));
	if (!estimates.ok) return estimates;
	const invoiceOfEstimate = new Map(estimates.value.flat().map((record) => [String(record.Id), linkedIds(candidateOf('Estimate', record), 'Invoice').at(-1)]));
	const invoices = await ask(quickbooks, selectIn('Invoice', 'Id', [...invoiceOfEstimate.values()].flatMap((id) => id ?? [])));
	if (!invoices.ok) return invoices;
	const byId = new Map(invoices.value.flat().map((record) => [record.Id, record]));
	return succeed(
		new Map(
			doubtful.flatMap((invoicing) => {
				const record = byId.get(invoiceOfEstimate.get(invoicing.salesOrder.id));
				return record ? [[invoicing, record] as const] : [];
			}),
		),
	);
}

function booksClosed({ document, shipped }: ShippedSalesOrder, { booksClosedUntil }: Company): Failure | undefined {
	const date = leftOn(shipped) ?? document.txnDate;
	if (booksClosedUntil === undefined || date > booksClosedUntil) return undefined;
	return refused(
		'books-closed',
		`The invoice of ${nameOfDocument(document)} would be dated ${date}, and the books are closed until ${booksClosedUntil}`,
		"Make the invoice in QuickBooks by hand, or move QuickBooks' closing date",
	);
}

const anotherTotal = (invoice: Candidate, salesOrder: Candidate): Failure =>
	refused(
		'invoice-total-apart',
		`${nameOfDocument(invoice)} was made of ${nameOfDocument(salesOrder)}, and its total is ${invoice.total} instead of ${salesOrder.total}`,
		"Open the invoice in QuickBooks and correct its tax, or void it",
		{ invoice: invoice.total, salesOrder: salesOrder.total },
	);

const notLinked = (invoice: Candidate, salesOrder: Candidate): Failure =>
	refused(
		'sales-order-not-closed',
		`${nameOfDocument(invoice)} was made, and QuickBooks did not link it to ${nameOfDocument(salesOrder)}`,
		'Close the estimate in QuickBooks by hand; the invoice is right',
	);

import type { Clock } from '../../outcome/clock';
import { refused, stopsTheRun, type Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { documentKey, typeAndId } from '../../qb-documents/document-key';
import type { ShippedOrder } from '../../shipstation/shipped-order';
import type { Company } from '../company';
import { nameOfDocument } from '../order-documents';
import type { QuickBooks } from '../quickbooks';
import { costLines, findCostItem, type CostItem } from './cost-lines';
import { findShippedDocuments, type Target } from './find-shipped-documents';
import { invoiceShipped, type ShippedSalesOrder } from './invoice-shipped';
import { trackingChanges, type Shipped } from './tracking-changes';
import { reportTracking, trackingAttention, type TrackingReport } from './tracking-report';
import { writeTracking, type TrackingWriting } from './write-tracking';

/** What the node was told to do with shipped orders. */
export interface TrackingChoices {
	/** The product or service that what a label cost is added as; absent: it is not. */
	cost?: { by: 'id' | 'name'; value: string };
	/** Whether a sales order that was shipped wholly gets its invoice. */
	invoiceSalesOrders: boolean;
	writeSamples: boolean;
}

export interface TrackingRun {
	/** One a shipped order, in their order. */
	reports: TrackingReport[];
	stoppedBy?: Failure;
}

/** All that was shipped of one document in this run. */
interface Case {
	target: Target;
	shipped: ShippedOrder[];
}

/**
 * Writes tracking into the documents of shipped orders: numbers, ship date and method, in batches of sparse updates. Nothing of a
 * person's is replaced, and running twice changes nothing. Fails only when nothing could be done at all.
 */
export async function addTracking(
	orders: readonly ShippedOrder[],
	choices: TrackingChoices,
	context: { quickbooks: QuickBooks; clock: Clock },
): Promise<Outcome<TrackingRun>> {
	if (orders.length === 0) return succeed({ reports: [] });
	const { quickbooks } = context;
	const found = await findShippedDocuments(quickbooks, orders.map(({ qbDocument }) => qbDocument));
	if (!found.ok) return found;
	const costItem = await findCostItem(quickbooks, choices.cost);
	if (!costItem.ok) return costItem;

	const reports = new Map<ShippedOrder, TrackingReport>();
	const cases = new Map<string, Case>();
	for (const order of orders) {
		const target = found.value.targets.get(documentKey(order.qbDocument))!;
		if (!target.ok) {
			reports.set(order, trackingAttention(order, target.failure, undefined, quickbooks.appUrl));
			continue;
		}
		const key = typeAndId(target.value.document);
		const known = cases.get(key);
		if (known) known.shipped.push(order);
		else cases.set(key, { target: target.value, shipped: [order] });
	}
	const run = new TrackingOfRun(choices, costItem.value, found.value.company, context, reports);
	const stoppedBy = await run.write([...cases.values()]);
	const all = orders.map((order) => reports.get(order)!);
	if (stoppedBy && all.every(({ outcome }) => outcome === 'needsAttention')) return fail(stoppedBy);
	return succeed({ reports: all, ...(stoppedBy ? { stoppedBy } : {}) });
}

class TrackingOfRun {
	constructor(
		private readonly choices: TrackingChoices,
		private readonly costItem: CostItem | undefined,
		private readonly company: Company,
		private readonly context: { quickbooks: QuickBooks; clock: Clock },
		private readonly reports: Map<ShippedOrder, TrackingReport>,
	) {}

	/** @returns what stopped the run */
	async write(cases: Case[]): Promise<Failure | undefined> {
		const updates: Array<{ one: Case; writing: TrackingWriting }> = [];
		const invoices: Array<{ one: Case; salesOrder: ShippedSalesOrder }> = [];
		for (const one of cases) {
			const { document } = one.target;
			const shipped = shippedOf(one);
			const isInvoiced = this.choices.invoiceSalesOrders && one.target.isOpenSalesOrder && one.shipped.some(({ complete }) => complete);
			const isSample = one.shipped.every(({ sample }) => sample) && !this.choices.writeSamples;
			if (isInvoiced) {
				if (isSample) this.say(one, { outcome: 'preview', action: 'wouldInvoice', summary: `${nameOfDocument(document)} would be invoiced; nothing was written` });
				else invoices.push({ one, salesOrder: { document, shipped } });
				continue;
			}
			const writing = this.prepare(one, shipped);
			if (!writing.ok) this.refuse(one, writing.failure);
			else if (!writing.value) this.say(one, { outcome: 'unchanged', action: 'none', summary: `${nameOfDocument(document)}: its tracking stands already` });
			else if (isSample) this.preview(one, writing.value);
			else updates.push({ one, writing: writing.value });
		}
		const stoppedByUpdate = await this.update(updates);
		if (stoppedByUpdate) for (const { one } of invoices) this.refuse(one, stoppedByUpdate);
		return stoppedByUpdate ?? (await this.invoice(invoices));
	}

	/** What is to be written; `undefined` when it stands there already. */
	private prepare({ target: { document } }: Case, shipped: Shipped): Outcome<TrackingWriting | undefined> {
		const cost = costLines(document, shipped, this.costItem, this.company);
		const changes = { ...trackingChanges(document, shipped, this.company), ...cost.changes };
		if (Object.keys(changes).length === 0) return succeed(undefined);
		const { booksClosedUntil } = this.company;
		if (booksClosedUntil !== undefined && document.txnDate <= booksClosedUntil) return fail(booksClosed(nameOfDocument(document), document.txnDate, booksClosedUntil));
		return succeed({ document, shipped, changes, total: cost.total, remarks: cost.remarks, company: this.company });
	}

	private async update(updates: Array<{ one: Case; writing: TrackingWriting }>): Promise<Failure | undefined> {
		let stoppedBy: Failure | undefined;
		const written = await writeTracking(updates.map(({ writing }) => writing), this.context);
		for (const [index, { one, writing }] of updates.entries()) {
			const outcome = written[index]!;
			if (!outcome.ok) {
				this.refuse(one, outcome.failure);
				if (stopsTheRun(outcome.failure)) stoppedBy ??= outcome.failure;
				continue;
			}
			one.target.document = outcome.value;
			const summary = `${nameOfDocument(outcome.value)}: ${inWords(writing.changes)}`;
			this.say(one, { outcome: 'posted', action: 'updated', summary, remarks: writing.remarks });
		}
		return stoppedBy;
	}

	private async invoice(invoices: Array<{ one: Case; salesOrder: ShippedSalesOrder }>): Promise<Failure | undefined> {
		if (invoices.length === 0) return undefined;
		let stoppedBy: Failure | undefined;
		const made = await invoiceShipped(invoices.map(({ salesOrder }) => salesOrder), this.company, this.context);
		for (const [index, { one }] of invoices.entries()) {
			const outcome = made[index]!;
			if (!outcome.ok) {
				this.refuse(one, outcome.failure);
				if (stopsTheRun(outcome.failure)) stoppedBy ??= outcome.failure;
				continue;
			}
			const salesOrder = nameOfDocument(one.target.document);
			one.target.document = outcome.value;
			this.say(one, { outcome: 'posted', action: 'invoiced', summary: `${nameOfDocument(outcome.value)} made of ${salesOrder}, with its tracking` });
		}
		return stoppedBy;
	}

	private preview(one: Case, { changes, remarks }: TrackingWriting): void {
		const summary = `${nameOfDocument(one.target.document)}: ${inWords(changes)}; nothing was written`;
		this.say(one, { outcome: 'preview', action: 'wouldUpdate', summary, remarks, payload: changes });
	}

	private say({ target, shipped }: Case, said: Parameters<typeof reportTracking>[3]): void {
		for (const order of shipped) this.reports.set(order, reportTracking(order, target.document, this.context.quickbooks.appUrl, said));
	}

	private refuse({ target, shipped }: Case, failure: Failure): void {
		for (const order of shipped) this.reports.set(order, trackingAttention(order, failure, target.document, this.context.quickbooks.appUrl));
	}
}

/** Parcels of all readings of a document, each once. */
function shippedOf({ shipped }: Case): Shipped {
	const parcels = new Map(shipped.flatMap((order) => order.parcels.map((parcel) => [`${parcel.kind}-${parcel.id ?? parcel.trackingNumber}`, parcel] as const)));
	return { parcels: [...parcels.values()], voidedNumbers: [...new Set(shipped.flatMap(({ voidedNumbers }) => voidedNumbers))] };
}

const WORDS: Record<string, string> = { TrackingNum: 'tracking', PrivateNote: 'tracking in the note', ShipDate: 'ship date', ShipMethodRef: 'ship method', Line: 'shipping cost' };

function inWords(changes: Record<string, unknown>): string {
	const words = Object.keys(changes).flatMap((name) => WORDS[name] ?? []);
	const tracking = typeof changes.TrackingNum === 'string' && changes.TrackingNum !== '' ? ` (${changes.TrackingNum})` : '';
	return `${words.join(', ')} written${tracking}`;
}

const booksClosed = (what: string, date: string, until: string): Failure =>
	refused(
		'books-closed',
		`${what} is dated ${date}, and the books are closed until ${until}`,
		"Enter its tracking in QuickBooks by hand, or move QuickBooks' closing date",
	);

import type { Money } from '../order/money';
import type { OrderReference, TransactionPlan } from '../transaction/plan';
import type { PostedTransaction } from './posting';

export const RECONCILIATION_SCHEMA_VERSION = 1;

/**
 * How one order of a period stands in the books.
 * - `posted`: as the shop says, payments and refunds included;
 * - `held`: not to be booked yet, and it is not;
 * - `missing`: not in the books; `incomplete`: its sale stands, a payment, a refund or an invoice of it does not;
 * - `different`: it stands with other figures, or a person has to look at it;
 * - `unknown`: in the books with the mark of this shop, and the shop did not give the order for this period.
 */
export type Verdict = 'posted' | 'held' | 'missing' | 'incomplete' | 'different' | 'unknown';

/** One order of the period, or one document of the books that no order of the period stands for. */
export interface ReconciledOrder {
	document: 'reconciledOrder';
	schemaVersion: typeof RECONCILIATION_SCHEMA_VERSION;
	verdict: Verdict;
	/** One sentence for a person. */
	summary: string;
	reason?: string;
	remedy?: string;
	order: Pick<OrderReference, 'channel' | 'accountId' | 'id'> & Partial<OrderReference>;
	transactions: PostedTransaction[];
	shopTotal?: Money;
	tenders?: Money;
	booksTotal?: Money;
	/** `shopTotal` − `tenders` − `booksTotal`. */
	difference?: Money;
	/** Of what is missing: QuickBooks Create Transaction takes the item as it is and posts it. */
	plan?: TransactionPlan;
}

/** The figures of one currency: of all orders that are to be booked, and of what stands for them. */
export interface ReconciledTotals {
	currency: string;
	shopTotal: Money;
	tenders: Money;
	booksTotal: Money;
	difference: Money;
}

/** What a period comes to. */
export interface ReconciliationSummary {
	document: 'reconciliation';
	schemaVersion: typeof RECONCILIATION_SCHEMA_VERSION;
	channel: string;
	accountId: string;
	/** The store's calendar days, both inclusive. */
	firstDay: string;
	lastDay: string;
	/** Whether all orders of the period were compared. */
	complete: boolean;
	orders: number;
	posted: number;
	held: number;
	missing: number;
	incomplete: number;
	different: number;
	unknown: number;
	/** Orders of the period that did not come here: unreadable ones, and those that Map sent to Needs Attention. */
	notCompared: number;
	totals: ReconciledTotals[];
	/** The figures in one sentence. */
	summary: string;
}

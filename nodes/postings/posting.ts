import type { OrderReference } from '../transaction/plan';

export const POSTING_SCHEMA_VERSION = 1;

/** What a run can do with a document. */
export type Deed = 'created' | 'updated' | 'adopted' | 'voided' | 'rejected';

/** A document as it stands in QuickBooks. */
export interface PostedTransaction {
	/** The plan's key: `sale`. */
	key: string;
	type: string;
	id: string;
	docNumber?: string;
	txnDate: string;
	/** QuickBooks' TotalAmt as a decimal string. */
	total: string;
	/** Opens the transaction in QuickBooks. */
	link: string;
	/** What this run did with it; absent: it stood before. */
	done?: Deed;
}

/** A customer or item that a run made. */
export interface NewRecord {
	entity: 'Customer' | 'Item';
	id: string;
	name: string;
}

/** Why an order needs a person. Never called `error`: n8n would take such an item for its own error output. */
export interface Attention {
	reason: string;
	message: string;
	remedy: string;
	evidence?: Record<string, string | number | boolean | null>;
}

/** What happened to one order, in words and figures. Crosses n8n's canvas out of QuickBooks Create Transaction. */
export interface Posting {
	document: 'posting';
	schemaVersion: typeof POSTING_SCHEMA_VERSION;
	outcome: 'posted' | 'unchanged' | 'needsAttention' | 'preview';
	action: Deed | 'none' | 'held' | 'refused' | 'wouldCreate' | 'wouldUpdate';
	/** Plain words: `Sales Receipt 1001 created, 60.74 USD.` */
	summary: string;
	order: OrderReference;
	transactions: PostedTransaction[];
	/** Customers and items that this run made and these transactions use. */
	newRecords?: NewRecord[];
	/** The shop's total; what tenders took off it, fees that the channel kept and that are booked as lines included; QuickBooks' total; and `shop − tenders − books`. */
	shopTotal: string;
	tenders: string;
	booksTotal?: string;
	difference?: string;
	remarks: string[];
	attention?: Attention;
	/** Preview only: what would be sent, exactly. */
	payloads?: Array<{ operation: 'create' | 'update'; entity: string; body: Record<string, unknown> }>;
}

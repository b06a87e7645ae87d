import type { Outcome } from '../outcome/outcome';
import type { MarksRead } from './marks-read';

/** A QuickBooks record as it comes over the wire; unknown properties are normal, Intuit adds them without notice. */
export type QbRecord = Record<string, unknown> & { Id?: string; SyncToken?: string };

export type BatchOperation = 'create' | 'update' | 'delete' | 'void';

/** One item of a batch: a query, or a write of one record. */
export type BatchItem =
	| { kind: 'query'; statement: string }
	| { kind: 'write'; operation: BatchOperation; entity: string; body: QbRecord; options?: string };

/** One fault, as QuickBooks words it; classified by `code`, never by prose. */
export interface QbFault {
	code: string;
	message: string;
	detail: string;
	/** The field, when QuickBooks names it. */
	element?: string;
}

/** The answer to one item of a batch, in the order of the request. */
export type BatchAnswer =
	| { kind: 'rows'; rows: QbRecord[]; totalCount?: number }
	| { kind: 'record'; record: QbRecord }
	| { kind: 'fault'; fault: QbFault }
	/** The batch was answered, but this item was not. */
	| { kind: 'missing' };

export interface BatchReply {
	answers: BatchAnswer[];
	/** The server's own time, when it told it. */
	time?: string;
	/** Intuit's trace id: worth more to their support than anything else. */
	traceId?: string;
}

/** At most this many items go into a batch (QuickBooks refuses more with 1040). */
export const BATCH_LIMIT = 30;

/** Everything this package needs of a QuickBooks Online company. Paced, retried and signed in by whoever implements it. */
export interface QuickBooks {
	readonly realmId: string;
	/** `https://qbo.intuit.com/app/` or the sandbox's: what links to a transaction begin with. */
	readonly appUrl: string;
	/**
	 * Up to 30 items, in one HTTP call. Fails as a whole only when nobody knows what became of it (`doubtful` in the
	 * failure's evidence) or when it was certainly not carried out.
	 * @param requestId at most 36 characters; the same one with the same items returns the first answer again
	 */
	batch(items: BatchItem[], requestId?: string): Promise<Outcome<BatchReply>>;
	/** Rows of one query; `statement` without paging gives at most 100 rows. */
	query(statement: string): Promise<Outcome<QbRecord[]>>;
	/**
	 * Records of these entities that were written since an instant, by entity: change data capture, the only one that tells of
	 * deletions (`status: 'Deleted'`). It looks back 30 days, and shows 1,000 records at most: so many may be some of more.
	 */
	changes(entities: readonly string[], since: string): Promise<Outcome<Map<string, QbRecord[]>>>;
	/** HTTP calls made so far, retries included. */
	readonly calls: number;
	/** The server's own time at its last answer, in milliseconds since 1970; absent before it told it. */
	readonly serverTime?: number | undefined;
	/** What was read of the company's notes so far. */
	readonly marks: MarksRead;
}

import type { OrderIdentity } from '../order/order-key';

export const UNDOING_SCHEMA_VERSION = 1;

/** What became of one document, customer or item of a run that is undone. */
export interface UndoneRecord {
	entity: string;
	id: string;
	name: string;
	what: 'deleted' | 'voided' | 'rejected' | 'deactivated' | 'gone' | 'left' | 'wouldDelete' | 'wouldVoid' | 'wouldReject' | 'wouldDeactivate';
	/** Why it was left, as a sentence. */
	why?: string;
}

/** What was undone for one order. */
export interface Undoing {
	document: 'undoing';
	schemaVersion: typeof UNDOING_SCHEMA_VERSION;
	outcome: 'undone' | 'nothingToUndo' | 'needsAttention' | 'preview';
	summary: string;
	order: OrderIdentity & { number?: string };
	records: UndoneRecord[];
}

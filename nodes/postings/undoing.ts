import type { OrderIdentity } from '../order/order-key';
import { z } from '../vendor/zod';

export const UNDOING_SCHEMA_VERSION = 1;

/** As much of a posting as is needed to take it back. It may have been kept for long, and gone through a builder's own nodes. */
export const undoableSchema = z.object({
	order: z.object({ channel: z.string(), accountId: z.string(), id: z.string(), number: z.string().optional() }),
	transactions: z.array(
		z.object({
			type: z.enum(['SalesReceipt', 'Invoice', 'Estimate', 'Payment', 'RefundReceipt', 'CreditMemo']),
			id: z.string().min(1),
			done: z.string().optional(),
		}),
	),
	newRecords: z.array(z.object({ entity: z.enum(['Customer', 'Item']), id: z.string().min(1), name: z.string() })).default([]),
});

export type Undoable = z.output<typeof undoableSchema>;

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

/**
 * Why something did not happen, in n8n's own words for the causes.
 *
 * - `order-refused`: the order itself (or its plan) cannot be booked as it is; only this order is affected.
 * - the others concern the whole run.
 */
export type FailureCause =
	| 'order-refused'
	| 'rate-limited'
	| 'quota-exhausted'
	| 'temporarily-unavailable'
	| 'credential-invalid'
	| 'configuration-invalid'
	| 'node-defect';

/** A failure as a value. Below the nodes nothing throws for what can happen in production. */
export interface Failure {
	cause: FailureCause;
	/** Short, stable, for filters and tests: `number-held-by-another-document`. */
	reason: string;
	/** One sentence: what happened, with the value and the field's name in single quotes. */
	message: string;
	/** One sentence: what to do next. */
	remedy: string;
	/** Facts for a person or a log, with secrets removed: codes, ids, figures. */
	evidence?: Record<string, string | number | boolean | null>;
}

/** A failure of one order: it leaves by Needs Attention, and the rest goes on. */
export const refused = (
	reason: string,
	message: string,
	remedy: string,
	evidence?: Failure['evidence'],
): Failure => ({ cause: 'order-refused', reason, message, remedy, ...(evidence ? { evidence } : {}) });

/** Whether the failure concerns the whole run (credential, configuration, service), not one order. */
export const stopsTheRun = (failure: Failure): boolean => failure.cause !== 'order-refused';

/**
 * Where ShipStation's documentation leaves open what happens, or says that accounts differ. Every way must be lived with; a test
 * chooses.
 */
export interface Switches {
	/** An update of a shipped or cancelled order: refused with a reason, or taken without any effect. */
	lockedOrder: 'refused' | 'ignored';
	/** A storeId that is unknown, removed, or of a store that the API may not write to. */
	unknownStore: 'refusedAlone' | 'wholeBody';
	/** A required field that is missing, in a call with several orders. */
	missingField: 'wholeBody' | 'refusedAlone';
	/** A value longer than the custom store schema allows. */
	overLong: 'kept' | 'truncated' | 'refusedAlone';
	/** Status of a bulk call in which an order was refused. */
	partlyFailedStatus: 200 | 202;
	/** Results of a bulk call come in another order than the orders did. */
	resultsReversed: boolean;
	/** Whether a whole-body 400 says at which place of the array the order stands. */
	modelStateNamesPlace: boolean;
	/** `pages` of a list: 0 as in the official samples, or counted. */
	pages: 'zero' | 'counted';
	/** Whether an update without `tagIds` takes the tags off. */
	tagsReplaced: boolean;
	/** Whether the key has run out. */
	keyExpired: boolean;
	/** Whether the account's plan has no V1 API. */
	planWithoutV1: boolean;
	/** Whether answers carry the X-Rate-Limit headers. */
	rateLimitHeaders: boolean;
	/** Status of the answer that says "Too Many Requests": a client in the field meets it with other ones as well. */
	throttledStatus: 429 | 500 | 200;
}

export const DEFAULT_SWITCHES: Switches = {
	lockedOrder: 'refused',
	unknownStore: 'refusedAlone',
	missingField: 'wholeBody',
	overLong: 'kept',
	partlyFailedStatus: 200,
	resultsReversed: false,
	modelStateNamesPlace: false,
	pages: 'zero',
	tagsReplaced: true,
	keyExpired: false,
	planWithoutV1: false,
	rateLimitHeaders: true,
	throttledStatus: 429,
};

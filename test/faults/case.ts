import type { Findings } from '../judging/tally';

/** What came of a case. */
export interface Played extends Findings {
	/** How often its fault struck the first run; 0 says that the case proves nothing. */
	struck: number;
}

/** One run that is struck, at one of its calls. */
export interface Case {
	name: string;
	/** The fault, whatever it strikes: each kind must strike somewhere. */
	kind: string;
	/** A run through the fault, whatever comes of it; then one without, and one that has nothing to do any more. */
	play(): Promise<Played>;
}

/** What is wrong in the end, counted in orders, and in words. */
export interface Verdict {
	lost: number;
	twice: number;
	wrong: number;
	words: string[];
}

export const noFindings = (): Verdict => ({ lost: 0, twice: 0, wrong: 0, words: [] });

export function say(verdict: Verdict, what: 'lost' | 'twice' | 'wrong', words: string): void {
	verdict[what] += 1;
	verdict.words.push(words);
}

/** What came of a case. */
export interface Played extends Verdict {
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

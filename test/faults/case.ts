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

/** One run that is struck, at one of its calls. */
export interface Case {
	name: string;
	/** A run through the fault, whatever comes of it; then one without, and one that has nothing to do any more. */
	play(): Promise<Verdict>;
}

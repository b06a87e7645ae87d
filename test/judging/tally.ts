/** What is wrong in the end, counted in orders, and in words. */
export interface Findings {
	lost: number;
	twice: number;
	wrong: number;
	words: string[];
}

/** What a suite looked at, and what it found. */
export interface Tally extends Findings {
	cases: number;
}

export const noFindings = (): Findings => ({ lost: 0, twice: 0, wrong: 0, words: [] });

export const noTally = (): Tally => ({ cases: 0, ...noFindings() });

export function count(tally: Findings, what: 'lost' | 'twice' | 'wrong', words: string, times = 1): void {
	tally[what] += times;
	tally.words.push(words);
}

export function addUp(tallies: Tally[]): Tally {
	const sum = noTally();
	for (const tally of tallies) {
		for (const figure of ['cases', 'lost', 'twice', 'wrong'] as const) sum[figure] += tally[figure];
		sum.words.push(...tally.words);
	}
	return sum;
}

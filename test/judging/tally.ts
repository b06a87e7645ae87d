/** What a suite counts, and in words what it found. */
export interface Tally {
	cases: number;
	lost: number;
	twice: number;
	wrong: number;
	words: string[];
}

export const noTally = (): Tally => ({ cases: 0, lost: 0, twice: 0, wrong: 0, words: [] });

export function count(tally: Tally, what: 'lost' | 'twice' | 'wrong', words: string, times = 1): void {
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

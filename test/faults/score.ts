import { count, noFindings, type Findings } from '../judging/tally';
import type { Case, Played } from './case';

/** Plays cases one after another and sums up what came of them. */
export class Score {
	/** Cases whose fault struck, and those that found something all the same. */
	cases = 0;
	/** Cases whose fault struck nothing: they prove nothing. */
	idle = 0;
	failed = 0;
	readonly sums: Findings = noFindings();
	private readonly struck = new Set<string>();
	private readonly played = new Set<Case>();

	constructor(private readonly log: (line: string) => void) {}

	async play(one: Case): Promise<void> {
		this.played.add(one);
		const { lost, twice, wrong, words, struck } = await one.play().catch(cameToNothing);
		if (struck > 0) this.struck.add(one.kind);
		if (struck + lost + twice + wrong === 0) this.idle += 1;
		else this.cases += 1;
		if (lost + twice + wrong > 0) this.fail(`${one.name}:\n  ${words.join('\n  ')}`, { lost, twice, wrong });
		if (this.played.size % 250 === 0) this.log(`${this.played.size} cases played, ${this.failed} failed`);
	}

	/** Plays each kind of fault that has not struck yet until it strikes; one that never does is wrong: it is named, and proves nothing. */
	async playEveryKind(matrix: Case[]): Promise<void> {
		for (const kind of new Set(matrix.map((one) => one.kind))) {
			for (const one of matrix) {
				if (this.struck.has(kind)) break;
				if (one.kind === kind && !this.played.has(one)) await this.play(one);
			}
			if (!this.struck.has(kind)) this.fail(`${kind}: strikes in no case`, { lost: 0, twice: 0, wrong: 1 });
		}
	}

	private fail(words: string, { lost, twice, wrong }: Pick<Findings, 'lost' | 'twice' | 'wrong'>): void {
		this.failed += 1;
		this.sums.lost += lost;
		this.sums.twice += twice;
		this.sums.wrong += wrong;
		this.log(words);
	}
}

/** A case that cannot be played to its end proves nothing. */
function cameToNothing(thrown: unknown): Played {
	const verdict = noFindings();
	count(verdict, 'wrong', `not played to its end: ${String(thrown)}`);
	return { ...verdict, struck: 0 };
}

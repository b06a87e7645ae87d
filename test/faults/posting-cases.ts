import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { startPostingBench, type PostingBench } from '../quickbooks/posting-bench';
import { count } from '../judging/tally';
import type { Case, Played } from './case';
import { judgeBooks } from './judge-books';
import { SCENARIOS, type Scenario } from './scenarios';
import { STRIKES, type Strike } from './strikes';

/** Companies that behave differently where that is known to vary, or where Intuit leaves it open. */
export const COMPANIES: Array<{ name: string; options: QuickBooksOptions; onlyDoubtful: boolean }> = [
	{ name: 'request ids replayed', options: {}, onlyDoubtful: false },
	{ name: 'request ids refused with 600', options: { behaviour: { requestIds: '600' } }, onlyDoubtful: true },
	{ name: 'request ids refused with 6000', options: { behaviour: { requestIds: '6000' } }, onlyDoubtful: true },
	{ name: 'request ids ignored', options: { behaviour: { requestIds: 'ignored' } }, onlyDoubtful: true },
	{ name: 'numbers of its own', options: { company: { customTxnNumbers: false } }, onlyDoubtful: true },
];

/** Every fault at every call of every scenario of posting, in every kind of company where it matters. */
export async function postingCases(): Promise<Case[]> {
	const cases: Case[] = [];
	for (const scenario of SCENARIOS) {
		for (const { name, options, onlyDoubtful } of COMPANIES) {
			const calls = await callsOf(scenario, options);
			for (const strike of STRIKES) {
				if (onlyDoubtful && !strike.doubtful) continue;
				for (let call = 1; call <= (strike.once ? 1 : calls); call += 1) {
					cases.push({
						name: `${scenario.name}, ${name}, ${strike.name} at call ${call}`,
						kind: `posting: ${strike.name}`,
						play: () => play(scenario, options, strike, call),
					});
				}
			}
		}
	}
	return cases;
}

async function play(scenario: Scenario, options: QuickBooksOptions, strike: Strike, call: number): Promise<Played> {
	const bench = await prepared(scenario, options);
	try {
		strike.arm(bench.company, call);
		await bench.post(scenario.plans).catch(() => undefined);
		const { struck } = bench.company.faults;
		bench.company.faults.clear();
		await strike.mend?.(bench.company);
		const again = await bench.post(scenario.plans);
		const verdict = judgeBooks(bench.company, scenario);
		if (verdict.words.length > 0) {
			const told = again.postings.flatMap(({ order, attention }) => (attention ? [`${order.number}: ${attention.message}`] : []));
			verdict.words.push(...told.map((words) => `Needs Attention says of ${words}`));
		}
		bench.company.resetCounters();
		await bench.post(scenario.plans);
		const { writes } = bench.company.counters;
		if (writes > 0) count(verdict, 'wrong', `a third run still wrote ${writes} times`);
		return { ...verdict, struck };
	} finally {
		await bench.close();
	}
}

async function prepared({ before }: Scenario, options: QuickBooksOptions): Promise<PostingBench> {
	const bench = await startPostingBench(options);
	if (before) await bench.post(before);
	bench.company.resetCounters();
	return bench;
}

async function callsOf(scenario: Scenario, options: QuickBooksOptions): Promise<number> {
	const bench = await prepared(scenario, options);
	try {
		await bench.post(scenario.plans);
		return bench.company.counters.calls;
	} finally {
		await bench.close();
	}
}

import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { startPostingBench, type PostingBench } from '../quickbooks/posting-bench';
import { judgeBooks, type Verdict } from './judge-books';
import { SCENARIOS, type Scenario } from './scenarios';
import { STRIKES, type Strike } from './strikes';

/** Companies that behave differently where that is known to vary, or where Intuit leaves it open. */
const COMPANIES: Array<{ name: string; options: QuickBooksOptions; onlyDoubtful: boolean }> = [
	{ name: 'request ids replayed', options: {}, onlyDoubtful: false },
	{ name: 'request ids refused with 600', options: { behaviour: { requestIds: '600' } }, onlyDoubtful: true },
	{ name: 'request ids refused with 6000', options: { behaviour: { requestIds: '6000' } }, onlyDoubtful: true },
	{ name: 'request ids ignored', options: { behaviour: { requestIds: 'ignored' } }, onlyDoubtful: true },
	{ name: 'numbers of its own', options: { company: { customTxnNumbers: false } }, onlyDoubtful: true },
];

/** One run that is struck, at one of its calls. */
export interface Case {
	company: string;
	options: QuickBooksOptions;
	scenario: Scenario;
	strike: Strike;
	call: number;
}

export interface Outcome extends Verdict {
	case: Case;
}

/** Every fault at every call of every scenario, in every kind of company where it matters. */
export async function allCases(): Promise<Case[]> {
	const cases: Case[] = [];
	for (const scenario of SCENARIOS) {
		for (const { name: company, options, onlyDoubtful } of COMPANIES) {
			const calls = await callsOf(scenario, options);
			for (const strike of STRIKES) {
				if (onlyDoubtful && !strike.doubtful) continue;
				for (let call = 1; call <= (strike.once ? 1 : calls); call += 1) cases.push({ company, options, scenario, strike, call });
			}
		}
	}
	return cases;
}

/** A run through the fault, whatever comes of it; then one without. */
export async function play(one: Case): Promise<Outcome> {
	const { scenario, strike, call, options } = one;
	const bench = await prepared(scenario, options);
	try {
		strike.arm(bench.company, call);
		await bench.post(scenario.plans).catch(() => undefined);
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
		if (bench.company.counters.writes > 0) {
			verdict.wrong += 1;
			verdict.words.push(`a third run still wrote ${bench.company.counters.writes} times`);
		}
		return { case: one, ...verdict };
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

export const nameOf = ({ company, scenario, strike, call }: Case): string => `${scenario.name}, ${company}, ${strike.name} at call ${call}`;

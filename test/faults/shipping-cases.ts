import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import type { Switches } from '../simulators/shipstation';
import { count } from '../judging/tally';
import type { Case, Played } from './case';
import { judgeShipping } from './judge-shipping';
import { COMPANIES } from './posting-cases';
import { ShippingBench } from './shipping-bench';
import { SHIPPING_SCENARIOS, type ShippingScenario } from './shipping-scenarios';
import { SHIPPING_STRIKES } from './shipping-strikes';
import { STRIKES } from './strikes';

/** Accounts of ShipStation that differ in all that its documentation leaves open. */
const ACCOUNTS: Array<{ name: string; switches: Partial<Switches> }> = [
	{ name: 'an account', switches: {} },
	{
		name: 'another account',
		switches: {
			lockedOrder: 'ignored',
			unknownStore: 'wholeBody',
			missingField: 'refusedAlone',
			partlyFailedStatus: 202,
			resultsReversed: true,
			modelStateNamesPlace: true,
			pages: 'counted',
			tagsReplaced: false,
			rateLimitHeaders: false,
		},
	},
];

interface Setting {
	scenario: ShippingScenario;
	company: QuickBooksOptions;
	switches: Partial<Switches>;
}

/** Every fault at every call to either service, of every run between QuickBooks and ShipStation. */
export async function shippingCases(): Promise<Case[]> {
	const cases: Case[] = [];
	for (const scenario of SHIPPING_SCENARIOS) {
		for (const { name, switches } of ACCOUNTS) {
			const setting = { scenario, company: {}, switches };
			const { shipstation } = await callsOf(setting);
			for (const strike of SHIPPING_STRIKES) {
				for (let call = 1; call <= (strike.once ? 1 : shipstation); call += 1) {
					const { mend } = strike;
					cases.push({
						name: `${scenario.name}, ${name}, ShipStation: ${strike.name} at call ${call}`,
						kind: `shipping, ShipStation: ${strike.name}`,
						play: () => play(setting, ({ at }) => strike.arm(at.simulator, call), async ({ at }) => await mend?.(at.simulator)),
					});
				}
			}
		}
		for (const { name, options, onlyDoubtful } of COMPANIES) {
			const setting = { scenario, company: options, switches: {} };
			const { quickbooks } = await callsOf(setting);
			for (const strike of STRIKES) {
				if (strike.ofPosting || (onlyDoubtful && !strike.doubtful)) continue;
				for (let call = 1; call <= (strike.once ? 1 : quickbooks); call += 1) {
					const { mend } = strike;
					cases.push({
						name: `${scenario.name}, ${name}, QuickBooks: ${strike.name} at call ${call}`,
						kind: `shipping, QuickBooks: ${strike.name}`,
						play: () => play(setting, ({ books }) => strike.arm(books.company, call), async ({ books }) => await mend?.(books.company)),
					});
				}
			}
		}
	}
	return cases;
}

async function play(setting: Setting, arm: (bench: ShippingBench) => void, mend: (bench: ShippingBench) => Promise<void>): Promise<Played> {
	const bench = await prepared(setting);
	const { run } = setting.scenario;
	try {
		arm(bench);
		await run(bench).catch(() => undefined);
		const struck = bench.at.simulator.faults.struck + bench.books.company.faults.struck;
		bench.at.simulator.faults.clear();
		bench.books.company.faults.clear();
		await mend(bench);
		const stopped = await run(bench).then(() => undefined, String);
		const verdict = judgeShipping(bench.places, bench.written);
		if (stopped !== undefined) count(verdict, 'wrong', `the run without a fault was stopped: ${stopped}`);
		bench.resetCounters();
		await run(bench);
		if (bench.writes > 0) count(verdict, 'wrong', `a third run still wrote ${bench.writes} times`);
		return { ...verdict, struck };
	} finally {
		await bench.close();
	}
}

async function prepared({ scenario, company, switches }: Setting): Promise<ShippingBench> {
	const bench = await ShippingBench.open(company, switches);
	await scenario.people(bench);
	bench.books.company.resetCounters();
	bench.at.simulator.counters.calls = 0;
	return bench;
}

async function callsOf(setting: Setting): Promise<{ quickbooks: number; shipstation: number }> {
	const bench = await prepared(setting);
	try {
		await setting.scenario.run(bench);
		return { quickbooks: bench.books.company.counters.calls, shipstation: bench.at.simulator.counters.calls };
	} finally {
		await bench.close();
	}
}

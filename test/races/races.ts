import { count, type Tally } from '../judging/tally';
import { startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import type { Random } from '../simulators/shops/random';
import { judgeBooks } from './judge-books';
import { KINDS, numbersOf, plansOf, type Kind } from './kinds';
import type { Job } from './poster';
import type { Posters } from './posters';

type RequestIds = 'replay' | '600' | '6000' | 'ignored';

/** Three posters at once: two workflows on their schedule, and somebody who runs one by hand beside them. */
export interface Race {
	kind: Kind;
	requestIds: RequestIds;
	customNumbers: boolean;
	/** Whether both workflows send the same batches, so that a request id may be of use, or the orders in another order. */
	sameBatches: boolean;
	/** How many look-ups miss a document that was just written. */
	lag: number;
}

let companies = 0;

/** A company for each race, in which all order numbers are the same: what posters remember of one is nothing to another. */
export const nextRealmId = (): string => String(4_620_816_365_100_000_000n + BigInt((companies += 1)));

const options = ({ requestIds, customNumbers }: Race): QuickBooksOptions => ({
	limits: 'lifted',
	realmId: nextRealmId(),
	behaviour: { requestIds },
	company: { customTxnNumbers: customNumbers },
});

export const nameOfRace = ({ kind, requestIds, customNumbers, sameBatches, lag }: Race): string =>
	[kind.name, `request ids ${requestIds}`, customNumbers ? 'our numbers' : "QuickBooks' numbers", sameBatches ? 'the same batches' : 'other batches', ...(lag ? [`look-ups ${lag} late`] : [])].join(', ');

export function allRaces(): Race[] {
	const races: Race[] = [];
	for (const kind of KINDS) {
		for (const requestIds of ['replay', '600', '6000', 'ignored'] as const) {
			for (const customNumbers of [true, false]) {
				for (const sameBatches of [true, false]) races.push({ kind, requestIds, customNumbers, sameBatches, lag: 0 });
			}
		}
	}
	// Nobody sees what another has just written: only a later run can tell.
	for (const lag of [3, 1_000]) {
		for (const customNumbers of [true, false]) races.push({ kind: KINDS[0]!, requestIds: 'ignored', customNumbers, sameBatches: false, lag });
	}
	return races;
}

/**
 * The race itself, what stands then, and a later run that has nothing to do. What keeps an order from standing twice: QuickBooks
 * refuses a number that is taken; it answers a request id that it knows with its first answer; and each run looks once more after it
 * has written, and takes back the younger of two on which nothing stands (`settle-twins.ts`). Where request ids are ignored the
 * other two remain; where QuickBooks numbers by itself, too, only the last. Where look-ups lag, the next run does it (`resolve-twins.ts`).
 */
export async function runRace(race: Race, posters: Posters, orders: number, random: Random): Promise<Tally> {
	const { kind, lag } = race;
	const name = nameOfRace(race);
	const numbers = numbersOf(orders);
	const quickbooks = await startQuickBooks(options(race));
	try {
		if (kind.before) await posters.post([job(quickbooks, plansOf(numbers, kind.settings, kind.before))]);
		const others = race.sameBatches ? numbers : shuffled(numbers, random);
		if (lag > 0) quickbooks.lag({ lookUps: lag });
		await posters.post([
			job(quickbooks, plansOf(numbers, kind.settings, kind.changes), race.sameBatches ? 0 : random.integer(0, 150)),
			job(quickbooks, plansOf(others, kind.otherSettings ?? kind.settings, kind.changes), race.sameBatches ? 0 : random.integer(0, 150)),
			{ ...job(quickbooks, plansOf(random.sample(others, Math.ceil(orders / 2)), kind.settings, kind.changes), random.integer(0, 300)), remembers: false },
		]);
		const tally = lag > 0 ? undefined : judgeBooks(quickbooks, numbers, kind, name);
		quickbooks.lag({});
		const again = job(quickbooks, plansOf(numbers, kind.settings, kind.changes));
		if (lag > 0) await posters.post([again]);
		quickbooks.resetCounters();
		const [said = []] = await posters.post([again]);
		const later = judgeBooks(quickbooks, numbers, kind, `${name}, a later run`);
		for (const { id, outcome, summary, reason } of said) {
			if (outcome !== 'unchanged') count(later, 'wrong', `${name}: a later run says of ${id}: ${reason ?? summary}`);
		}
		if (quickbooks.counters.writes > 0) count(later, 'wrong', `${name}: a later run wrote ${quickbooks.counters.writes} times`);
		return { ...(tally && tally.words.length > 0 ? tally : later), cases: 1 };
	} finally {
		await quickbooks.close();
	}
}

export const job = (quickbooks: QuickBooksSimulator, plans: Job['plans'], delay = 0): Job => ({
	url: quickbooks.url,
	realmId: quickbooks.realmId,
	token: quickbooks.tokens.issue().accessToken,
	plans,
	delay,
	remembers: true,
});

export function shuffled<T>(all: readonly T[], random: Random): T[] {
	const left = [...all];
	return all.map(() => left.splice(random.integer(0, left.length - 1), 1)[0]!);
}

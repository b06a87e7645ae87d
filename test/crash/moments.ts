import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../simulators/shops/random';

/** Something that n8n does and that can be counted from outside. */
export type Counted = Record<string, () => number>;

/** n8n's durable scheduler looks for due polls every five seconds only: whoever is killed sooner has done nothing yet. */
const LONGEST_LIFE_MS = 8_000;
/** Where nothing is left to do, nothing is counted: then n8n is killed all the same. */
const NOTHING_COMES_MS = 15_000;

/**
 * Waits for the moment of a kill: some milliseconds after the start, or some after the n-th call of a kind. What people do meanwhile
 * happens before that or in the middle of it.
 * @returns the moment in words
 */
export async function moment(random: Random, counted: Counted, people: () => void): Promise<string> {
	const peopleFirst = random.chance(0.5);
	const kinds = Object.keys(counted);
	const kind = random.pick(['after a time', 'after a time', ...kinds]);
	const nth = random.integer(1, 3);
	const delay = random.integer(0, kind === 'after a time' ? LONGEST_LIFE_MS : 12);
	if (peopleFirst) people();
	const count = counted[kind];
	const begin = count?.() ?? 0;
	if (!peopleFirst) people();
	const deadline = Date.now() + NOTHING_COMES_MS;
	while (count && count() < begin + nth && Date.now() < deadline) await wait(1);
	const came = (count?.() ?? 0) - begin;
	await wait(delay);
	if (!count) return `${delay} ms after the start`;
	return came < nth ? `when ${came} of ${nth} calls ${kind} had come in ${NOTHING_COMES_MS / 1_000} s` : `${delay} ms after call ${nth} ${kind}`;
}

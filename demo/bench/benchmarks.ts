import { backFill } from './back-fill';
import { builtIn } from './built-in';
import { ceilingShare } from './ceiling-share';
import { mapCost } from './map-cost';
import type { Benchmark } from './measure';
import { pollEmpty } from './poll-empty';
import { receiptsCalls } from './receipts-calls';
import { recheckCalls } from './recheck-calls';
import { salesOrdersCalls } from './sales-orders-calls';
import { shipStationCalls } from './shipstation-calls';

/** Every benchmark, one file each; a new one is written beside them and added here. The quick ones come first. */
export const BENCHMARKS: Benchmark[] = [receiptsCalls, salesOrdersCalls, recheckCalls, shipStationCalls, pollEmpty, mapCost, builtIn, ceilingShare, backFill];

const names = (benchmarks: Benchmark[]): string[] => benchmarks.flatMap(({ measures }) => measures.map(({ name }) => name));

/** Those that give the measure of this name, or all. @throws with the names there are, when there is none of this name. */
export function benchmarksFor(name?: string): Benchmark[] {
	const chosen = BENCHMARKS.filter((benchmark) => name === undefined || names([benchmark]).includes(name));
	if (chosen.length === 0) throw new Error(`No benchmark gives '${name}'. There are: ${names(BENCHMARKS).join(', ')}.`);
	return chosen;
}

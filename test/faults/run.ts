import { parseArgs } from 'node:util';
import { postingCases } from './posting-cases';
import { Score } from './score';
import { shippingCases } from './shipping-cases';

/**
 * The fault matrix: `npm run test:faults`, or a part of it that is chosen evenly, `npm run test:faults -- --short`; `--only=tracking`
 * plays the cases whose name says so. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong, or when a
 * kind of fault struck nowhere. Cases in which no fault struck are not counted.
 */
const SHORT_SIZE = 600;

async function main(): Promise<void> {
	const { short = false, only } = parseArgs({ options: { short: { type: 'boolean' }, only: { type: 'string' } } }).values;
	const matrix = [...(await postingCases()), ...(await shippingCases())];
	const named = matrix.filter(({ name }) => only === undefined || name.includes(only));
	if (named.length === 0) throw new Error(`No case has '${only ?? ''}' in its name.`);
	const step = short ? Math.max(1, Math.floor(named.length / SHORT_SIZE)) : 1;
	const chosen = named.filter((_, index) => index % step === 0);
	console.log(`${chosen.length} of ${matrix.length} cases`);
	const score = new Score(console.log);
	for (const one of chosen) await score.play(one);
	if (only === undefined) await score.playEveryKind(matrix);
	const { cases, idle, failed, sums } = score;
	console.log(`${cases} cases played, ${failed} failed; ${idle} more in which no fault struck`);
	console.log(JSON.stringify({ suite: 'faults', cases, lost: sums.lost, twice: sums.twice, wrong: sums.wrong }));
	if (failed > 0 || cases === 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
	console.error(thrown instanceof Error ? thrown.message : thrown);
	process.exit(1);
});

import { SetupFailure } from '../../demo/n8n/setup-failure';
import { addUp, type Tally } from '../races/judge-orders';
import { liftedLimits } from '../simulators/quickbooks/limits';
import { oneRenewal } from './one-renewal';
import { ordersInParts } from './orders-in-parts';
import { inPartsOf } from './parts';
import { Stage } from './stage';
import { backFillUnderKills, partsOfKilledWorker } from './worker-killed';

/**
 * n8n in queue mode, a main process and two workers, with the built package: `npm run test:queue`, or a few minutes of it,
 * `npm run test:queue -- --short`. Seeds are printed; `--seed=7` repeats one. Ends with one line of JSON, and fails when an order
 * is lost, stands twice or stands wrong.
 */
const SHORT = process.argv.includes('--short');
const SIZE = SHORT ? { orders: 240, part: 20, renewals: 1, rounds: { kills: 1, killsARound: 1, sweepMs: 40_000 } } : { orders: 1_500, part: 25, renewals: 20, rounds: { kills: 24, killsARound: 2, sweepMs: 90_000 } };
const given = process.argv.find((argument) => argument.startsWith('--seed='))?.slice('--seed='.length);

async function main(): Promise<void> {
	const log = (line: string) => console.log(line);
	const seed = given === undefined ? Date.now() % 1_000_000 : Number(given);
	log(`seed ${seed}`);
	const stage = await Stage.open({ orders: SIZE.orders, workers: 2 });
	const tallies: Tally[] = [];
	try {
		// How QuickBooks' limits are kept to is a question of its own: here they would only make everybody wait.
		Object.assign(stage.quickbooks.limits, liftedLimits);
		await stage.takeParts('parts');
		// The oldest third is left to the back-fill.
		const [, some = [], others = []] = inPartsOf(Math.floor(SIZE.orders / 3), stage.orders);
		tallies.push(await ordersInParts(stage, 'parts', some, SIZE.part, log));
		for (let round = 1; round <= SIZE.renewals; round += 1) tallies.push(await oneRenewal(stage, 'parts', round, some, log));
		tallies.push(await partsOfKilledWorker(stage, 'parts', others, SIZE.part, log));
		tallies.push(await backFillUnderKills(stage, SIZE.rounds, seed, log));
	} finally {
		await stage.close();
	}
	const { words, ...sums } = addUp(tallies);
	for (const line of words) log(line);
	console.log(JSON.stringify({ suite: 'queue', ...sums }));
	if (sums.lost + sums.twice + sums.wrong > 0) process.exitCode = 1;
}

main().then(
	() => process.exit(),
	(thrown: unknown) => {
		console.error(thrown instanceof SetupFailure ? thrown.message : thrown);
		process.exit(1);
	},
);

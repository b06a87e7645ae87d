import { SetupFailure } from '../../demo/n8n/setup-failure';
import { addUp, type Tally } from '../races/judge-orders';
import { liftedLimits, publishedLimits } from '../simulators/quickbooks/limits';
import { oneRenewal } from './one-renewal';
import { ordersInParts } from './orders-in-parts';
import { sameOrdersAtOnce } from './same-orders-at-once';
import { Stage } from './stage';
import { throughput } from './throughput';
import { backFillUnderKills, partsOfKilledWorker } from './worker-killed';

/**
 * n8n in queue mode, a main process and two workers, with the built package: `npm run test:queue`, a few minutes of it,
 * `npm run test:queue -- --short`, or only how fast one worker and two are, `npm run test:queue -- --throughput`. Seeds are printed;
 * `--seed=7` repeats one, `--kills=6 --renewals=5` changes how often. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const SHORT = process.argv.includes('--short');
const ONLY_THROUGHPUT = process.argv.includes('--throughput');
const given = (name: string): number | undefined => {
	const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
	return found === undefined ? undefined : Number(found.split('=')[1]);
};
const SIZE = SHORT
	? { orders: 60, part: 15, renewals: given('renewals') ?? 1, rounds: { kills: given('kills') ?? 1, killsARound: 1, sweepMs: 40_000 } }
	: { orders: 500, part: 25, renewals: given('renewals') ?? 20, rounds: { kills: given('kills') ?? 24, killsARound: 2, sweepMs: 90_000 } };
const FOR_THROUGHPUT = 3_000;

const log = (line: string) => console.log(line);

/** Every case has orders of its own, and the oldest are left to the back-fill. */
async function whatMayHappen(seed: number): Promise<Tally[]> {
	const { orders, part, renewals, rounds } = SIZE;
	const stage = await Stage.open({ orders: 4 * orders, workers: 2 });
	const share = (index: number) => stage.orders.slice(index * orders, (index + 1) * orders);
	try {
		// How QuickBooks' limits are kept to is a question of its own: here they would only make everybody wait.
		Object.assign(stage.quickbooks.limits, liftedLimits);
		await stage.takeParts('parts');
		const tallies = [await ordersInParts(stage, 'parts', share(1), part, log)];
		for (let round = 1; round <= renewals; round += 1) tallies.push(await oneRenewal(stage, 'parts', round, share(1), log));
		tallies.push(await sameOrdersAtOnce(stage, share(2), log));
		tallies.push(await partsOfKilledWorker(stage, 'parts', share(3), part, log));
		tallies.push(await backFillUnderKills(stage, rounds, seed, log));
		return tallies;
	} finally {
		await stage.close();
	}
}

async function howFast(): Promise<Tally[]> {
	const stage = await Stage.open({ orders: 2 * FOR_THROUGHPUT, workers: 1 });
	try {
		Object.assign(stage.quickbooks.limits, publishedLimits);
		await stage.takeParts('parts');
		const tallies = [await throughput(stage, 'parts', stage.orders.slice(0, FOR_THROUGHPUT), log)];
		await stage.startWorker();
		return [...tallies, await throughput(stage, 'parts', stage.orders.slice(FOR_THROUGHPUT), log)];
	} finally {
		await stage.close();
	}
}

async function main(): Promise<void> {
	const seed = given('seed') ?? Date.now() % 1_000_000;
	log(`seed ${seed}`);
	const tallies = [...(ONLY_THROUGHPUT ? [] : await whatMayHappen(seed)), ...(SHORT ? [] : await howFast())];
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

import { parseArgs } from 'node:util';
import { SetupFailure } from '../../demo/n8n/setup-failure';
import { chunksOf } from '../../nodes/quickbooks/query';
import { addUp, type Tally } from '../judging/tally';
import { wholeNumber } from '../whole-number';
import { liftedLimits, publishedLimits } from '../simulators/quickbooks/limits';
import { oneRenewalEach } from './one-renewal';
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
const { values: given } = parseArgs({
	options: { short: { type: 'boolean' }, throughput: { type: 'boolean' }, seed: { type: 'string' }, kills: { type: 'string' }, renewals: { type: 'string' } },
});
const SHORT = given.short === true;
const ONLY_THROUGHPUT = given.throughput === true;
const kills = wholeNumber('kills', given.kills);
const SIZE = SHORT
	? { orders: 60, part: 12, renewals: wholeNumber('renewals', given.renewals) ?? 2, rounds: { kills: kills ?? 1, killsARound: 1, sweepMs: 40_000 } }
	: { orders: 500, part: 25, renewals: wholeNumber('renewals', given.renewals) ?? 20, rounds: { kills: kills ?? 24, killsARound: 2, sweepMs: 90_000 } };
/** Of the orders that come in parts, those that wait until the token runs out. */
const FOR_RENEWALS = 0.4;
const FOR_THROUGHPUT = 3_000;

const log = (line: string) => console.log(line);

/** Every case has orders of its own, and the oldest are left to the back-fill. */
async function whatMayHappen(seed: number): Promise<Tally[]> {
	const { orders, part, renewals, rounds } = SIZE;
	const perRenewal = Math.floor((FOR_RENEWALS * orders) / renewals);
	if (renewals === 0 || perRenewal === 0) throw new SetupFailure(`There are orders for 1 to ${FOR_RENEWALS * orders} renewals.`);
	const stage = await Stage.open({ orders: 4 * orders, workers: 2 });
	const share = (index: number) => stage.orders.slice(index * orders, (index + 1) * orders);
	const forRenewals = share(1).slice(-perRenewal * renewals);
	try {
		// How QuickBooks' limits are kept to is a question of its own: here they would only make everybody wait.
		Object.assign(stage.quickbooks.limits, liftedLimits);
		await stage.takeParts('parts');
		const tallies = [await ordersInParts(stage, 'parts', share(1).slice(0, -forRenewals.length), part, log)];
		tallies.push(...(await oneRenewalEach(stage, 'parts', chunksOf(forRenewals, perRenewal), log)));
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
	const seed = wholeNumber('seed', given.seed) ?? Date.now() % 1_000_000;
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

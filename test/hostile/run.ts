import '../quiet';
import fc from 'fast-check';
import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node.js';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node.js';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node.js';
import { planFor, makeOrder, only, startPostingBench } from '../quickbooks/posting-bench';
import { judgeReading } from './judge-reading';
import { OWN_SAMPLES, REFERENCE_SAMPLES } from './payloads';
import { FED, playItems, startServices } from './play-items';
import { playOrders } from './play-orders';
import { playParcels, playRecords } from './play-shipping';
import { spoilt } from './spoil';

/**
 * Hostile input at length: `npm run test:fuzz`, for two minutes or as many as `-- --minutes=<n>` says. Each round prints its seed; `-- --seed=<n>`
 * plays that round and those after it again. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const numberOf = (name: string, otherwise: number): number => {
	const given = process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
	return given === undefined ? otherwise : Number(given);
};
const FIRST_SEED = numberOf('seed', Math.floor(Date.now() / 1_000) % 1_000_000);
const UNTIL = Date.now() + numberOf('minutes', 2) * 60_000;

/** Payloads of one sample and orders and items of one kind in a round. */
const PAYLOADS = 60;
const ORDERS = 120;
const ITEMS = 120;
const RECORDS = 100;
const POLLS = 50;

const NODES = { MapOrderToQbTransaction, QuickBooksCreateTransaction, QbOrderToShipStation };

/** A read takes milliseconds; one that takes this long hangs a poll. */
const LONGEST_READ_MS = 5_000;

const sums = { cases: 0, lost: 0, twice: 0, wrong: 0 };

function say(seed: number, words: string): void {
	sums.wrong += 1;
	console.log(`seed ${seed}: ${words}`);
}

function readPayloads(seed: number): void {
	const samples = [...OWN_SAMPLES, ...REFERENCE_SAMPLES];
	for (const sample of samples) {
		const run = fc.check(
			fc.property(spoilt(sample.payload), (payload) => {
				const begun = Date.now();
				judgeReading(sample, payload);
				if (Date.now() - begun > LONGEST_READ_MS) throw new Error(`it took ${Date.now() - begun} ms`);
			}),
			{ seed, numRuns: PAYLOADS },
		);
		sums.cases += run.numRuns;
		if (run.failed) say(seed, `${sample.name}: ${String(run.errorInstance)}`);
	}
}

async function postOrders(seed: number): Promise<void> {
	const { words, lost, twice, wrong } = await playOrders(ORDERS, seed);
	sums.cases += ORDERS;
	sums.lost += lost;
	sums.twice += twice;
	sums.wrong += wrong;
	for (const one of words) console.log(`seed ${seed}: ${one}`);
}

async function feedItems(seed: number): Promise<void> {
	const services = await startServices();
	try {
		for (const what of Object.keys(FED)) {
			sums.cases += ITEMS;
			for (const words of (await playItems(what, NODES, services, ITEMS, seed)).words) say(seed, `${what}: ${words}`);
		}
	} finally {
		await services.close();
	}
}

async function shipGoods(seed: number): Promise<void> {
	sums.cases += 3 * RECORDS + POLLS;
	for (const { words } of [playRecords(RECORDS, seed), await playParcels(POLLS, seed)]) for (const one of words) say(seed, one);
}

/** The largest transaction that QuickBooks takes. */
async function postTheLargest(): Promise<void> {
	const lines = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: '0.10', net: '0.10' }));
	const bench = await startPostingBench();
	try {
		const plan = planFor(makeOrder('1', { lines, shipping: [], totals: { total: '1000.00' } }));
		sums.cases += 1;
		if (only(await bench.post([plan])).outcome !== 'posted') sums.lost += 1;
		bench.forget();
		if (only(await bench.post([plan])).outcome !== 'unchanged') sums.twice += 1;
	} finally {
		await bench.close();
	}
}

async function main(): Promise<void> {
	console.log(`${OWN_SAMPLES.length} samples of our own, ${REFERENCE_SAMPLES.length || 'no'} samples of public sources${REFERENCE_SAMPLES.length > 0 ? '' : ': the reference is not at hand'}`);
	await postTheLargest();
	for (let seed = FIRST_SEED; seed === FIRST_SEED || Date.now() < UNTIL; seed += 1) {
		const before = sums.cases;
		readPayloads(seed);
		// Four companies take turns, by the seed.
		for (let company = 0; company < 4; company += 1) await postOrders(seed * 4 + company);
		await feedItems(seed);
		await shipGoods(seed);
		console.log(`seed ${seed}: ${sums.cases - before} cases`);
	}
	console.log(JSON.stringify({ suite: 'fuzz', ...sums }));
	if (sums.lost + sums.twice + sums.wrong > 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
	console.error(thrown);
	process.exit(1);
});

import { parseArgs } from 'node:util';
import { addUp, type Tally } from '../judging/tally';
import { sameOrdersAtOnce } from '../queue/same-orders-at-once';
import { Stage } from '../queue/stage';
import { liftedLimits } from '../simulators/quickbooks/limits';
import { Random } from '../simulators/shops/random';
import { Posters } from './posters';
import { allMeetings, nameOfMeeting, runMeeting } from './person';
import { allRaces, nameOfRace, runRace } from './races';
import { wholeNumber } from '../whole-number';

/**
 * Several processes that post the same orders at the same moment, a person in the books meanwhile, and once the real n8n with two
 * workers: `npm run test:races`, or a part of it without n8n, `npm run test:races -- --short`. Seeds are printed; `--seed=7` repeats one, `--only=refunds` those whose name has the
 * word. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const { values: given } = parseArgs({ options: { short: { type: 'boolean' }, seed: { type: 'string' }, orders: { type: 'string' }, only: { type: 'string' } } });
const SHORT = given.short === true;
/** Of the short form: one race in so many, others with another seed. */
const SHARE = 4;
const MOST = 500;

async function main(): Promise<void> {
	const seed = wholeNumber('seed', given.seed) ?? Date.now() % 1_000_000;
	const orders = wholeNumber('orders', given.orders) ?? (SHORT ? 60 : MOST);
	const cases = [
		...allRaces().map((race) => ({ name: nameOfRace(race), run: (posters: Posters, random: Random) => runRace(race, posters, orders, random) })),
		...allMeetings().map((meeting) => ({ name: nameOfMeeting(meeting), run: (posters: Posters, random: Random) => runMeeting(meeting, posters, orders, random) })),
	];
	const every = cases.map((one, index) => ({ ...one, seed: seed + index })).filter(({ name }) => name.includes(given.only ?? ''));
	const chosen = SHORT ? every.filter((_, index) => index % SHARE === seed % SHARE) : every;
	if (chosen.length === 0) throw new Error(`No race is played: ${every.length} of ${cases.length} have '${given.only}' in their name.`);
	console.log(`${chosen.length} of ${every.length} races over ${orders} orders, seed ${seed}`);
	const tallies: Tally[] = [];
	const posters = Posters.start(3);
	try {
		for (const { name, run, seed: own } of chosen) {
			const begun = Date.now();
			const tally = await run(posters, new Random(own));
			tallies.push(tally);
			console.log(`${name}: ${((Date.now() - begun) / 1_000).toFixed(1)} s`);
			for (const words of tally.words.slice(0, 20)) console.log(`  ${words}`);
		}
	} finally {
		posters.stop();
	}
	if (!SHORT && given.only === undefined) tallies.push(await inTheRealN8n());
	const { words, ...sums } = addUp(tallies);
	console.log(JSON.stringify({ suite: 'races', ...sums }));
	if (words.length > 0) process.exitCode = 1;
}

async function inTheRealN8n(): Promise<Tally> {
	const stage = await Stage.open({ orders: MOST, workers: 2 });
	try {
		Object.assign(stage.quickbooks.limits, liftedLimits);
		const tally = await sameOrdersAtOnce(stage, stage.orders, (line) => console.log(line));
		for (const words of tally.words.slice(0, 20)) console.log(`  ${words}`);
		return tally;
	} finally {
		await stage.close();
	}
}

main().then(
	() => process.exit(),
	(thrown: unknown) => {
		console.error(thrown);
		process.exit(1);
	},
);

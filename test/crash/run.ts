import { parseArgs } from 'node:util';
import { DURABLE_CURSORS } from '../../demo/n8n/durable-cursors';
import { wholeNumber } from '../whole-number';
import { seriesOf, type SeriesResult } from './series';

/**
 * The kill tests in the real n8n: `npm run test:crash`, or a few kills of each kind, `npm run test:crash -- --short`. Seeds are
 * printed; `--seed=7` repeats one, and `--kills=10` says how many kills each kind of n8n gets. Ends with one line of JSON, and fails when
 * an order is lost, stands twice or stands wrong, or when none of many kills cut an execution short.
 */
const { values: given } = parseArgs({ options: { short: { type: 'boolean' }, seed: { type: 'string' }, kills: { type: 'string' } } });
const SHORT = given.short === true;
const SHORT_KILLS = 3;
const KILLS = 100;

const N8NS = [
	{ name: 'default settings', env: {} },
	{ name: 'durable cursors', env: DURABLE_CURSORS },
];

async function main(): Promise<void> {
	const seed = wholeNumber('seed', given.seed) ?? (Date.now() % 1_000_000);
	const kills = wholeNumber('kills', given.kills) ?? (SHORT ? SHORT_KILLS : KILLS);
	console.log(`${kills} kills each of ${N8NS.length} kinds of n8n, from seed ${seed} (repeat with --seed=${seed} --kills=${kills})`);
	// Side by side: while one n8n starts, the other one works.
	const results = await Promise.all(
		N8NS.map(async ({ name, env }, index): Promise<SeriesResult> => {
			const log = (line: string) => console.log(`${name}: ${line}`);
			const result = await seriesOf({ env, kills, seed: seed + index, log });
			log(`${result.kills} kills cut ${result.cutShort} executions short; ${result.orders} orders and invoices looked at`);
			return SHORT ? result : provenByKills(result, log);
		}),
	);
	const sum = (of: (result: SeriesResult) => number) => results.reduce((all, result) => all + of(result), 0);
	const [lost, twice, wrong] = [sum((result) => result.lost), sum((result) => result.twice), sum((result) => result.wrong)];
	const looked = { orders: sum((result) => result.orders), cutShort: sum((result) => result.cutShort) };
	console.log(JSON.stringify({ suite: 'crash', cases: sum((result) => result.kills), lost, twice, wrong, ...looked }));
	if (lost + twice + wrong > 0) process.exitCode = 1;
}

/** Kills that cut nothing short prove nothing; of a few of them, that may well happen. */
function provenByKills(result: SeriesResult, log: (line: string) => void): SeriesResult {
	if (result.cutShort > 0) return result;
	log(`wrong: none of ${result.kills} kills cut an execution short`);
	return { ...result, wrong: result.wrong + 1 };
}

main().then(
	() => process.exit(),
	(thrown: unknown) => {
		console.error(thrown);
		process.exit(1);
	},
);

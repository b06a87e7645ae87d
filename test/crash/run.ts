import { seriesOf, type SeriesResult } from './series';

/**
 * The kill tests in the real n8n: `npm run test:crash`, or a few kills of each kind, `npm run test:crash -- --short`. Seeds are
 * printed; `--seed=7` repeats one. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const SHORT = process.argv.includes('--short');
const given = (name: string): number | undefined => {
	const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
	return found === undefined ? undefined : Number(found.split('=')[1]);
};

/** n8n's own way to save cursor and execution together; it is off by default. */
const DURABLE_CURSORS = { N8N_SCHEDULER_ENABLED: 'true', N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true', N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true' };

async function main(): Promise<void> {
	const seed = given('seed') ?? (Date.now() % 1_000_000);
	const kills = given('kills') ?? (SHORT ? 3 : 110);
	const log = (line: string) => console.log(line);
	const results: SeriesResult[] = [];
	for (const [index, { name, env }] of [
		{ name: 'default settings', env: {} },
		{ name: 'durable cursors', env: DURABLE_CURSORS },
	].entries()) {
		log(`${name}: ${kills} kills, seed ${seed + index}`);
		results.push(await seriesOf({ env, kills, seed: seed + index, log }));
	}
	const sum = (of: (result: SeriesResult) => number) => results.reduce((all, result) => all + of(result), 0);
	const [lost, twice, wrong] = [sum((result) => result.lost), sum((result) => result.twice), sum((result) => result.wrong)];
	console.log(JSON.stringify({ suite: 'crash', cases: sum((result) => result.kills), orders: sum((result) => result.orders), lost, twice, wrong }));
	if (lost + twice + wrong > 0) process.exitCode = 1;
}

main().then(
	() => process.exit(),
	(thrown: unknown) => {
		console.error(thrown);
		process.exit(1);
	},
);

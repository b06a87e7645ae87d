import { parseArgs } from 'node:util';
import { benchmarksFor } from './bench/benchmarks';
import { isBroken, measure, type Measure } from './bench/measure';
import { table } from './bench/table';

/**
 * `npm run bench`: every promised figure, measured. `-- --json` prints one object for machines; `-- --only <name>` measures
 * what gives that figure alone; `-- --full` measures the largest sizes too, and takes longer. Progress goes to standard error. Ends with exit code 1 when a figure is on the wrong side of its limit.
 */
async function main(): Promise<void> {
	const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' }, full: { type: 'boolean' } } });
	const run = { log: (line: string) => console.error(line), full: options.full === true };
	const measures: Measure[] = [];
	for (const benchmark of benchmarksFor(options.only)) {
		// Whoever asks for a figure by its name wants it.
		const full = run.full || (benchmark.fullOnly === true && options.only !== undefined);
		measures.push(...(await measure(benchmark, { ...run, full })));
	}
	console.log(options.json ? JSON.stringify({ measures }) : table(measures));
	if (measures.some(isBroken)) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
	console.error(thrown instanceof Error ? thrown.message : thrown);
	process.exit(1);
});

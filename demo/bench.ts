import { mapCost } from './bench/map-cost';
import type { Benchmark, Measure } from './bench/measure';
import { receiptsCalls } from './bench/receipts-calls';

/**
 * `npm run bench`: every promised figure, measured. `-- --json` prints one object for machines; `-- --only <name>` measures
 * what gives that figure alone. Ends with exit code 1 when a figure is above its limit.
 */
const BENCHMARKS: Benchmark[] = [receiptsCalls, mapCost];

async function main(): Promise<void> {
	const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
	const chosen = BENCHMARKS.filter(({ names }) => only === undefined || names.includes(only));
	if (chosen.length === 0) throw new Error(`No benchmark gives '${only}'. There are: ${BENCHMARKS.flatMap(({ names }) => names).join(', ')}`);
	const measures: Measure[] = [];
	for (const benchmark of chosen) measures.push(...(await benchmark.run((line) => console.error(line))));
	console.log(process.argv.includes('--json') ? JSON.stringify({ measures }) : table(measures));
	if (measures.some(({ value, limit }) => value > limit)) process.exitCode = 1;
}

function table(measures: Measure[]): string {
	const rows = [['measure', 'value', 'unit', 'asked'], ...measures.map(({ name, value, unit, asked }) => [name, String(value), unit, asked])];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}

main().catch((thrown: unknown) => {
	console.error(thrown instanceof Error ? thrown.message : thrown);
	process.exit(1);
});

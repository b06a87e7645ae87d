import { execFile } from 'node:child_process';
import path from 'node:path';
import { BENCHMARKS } from '../../demo/bench/benchmarks';
import { isBroken, measure, type Measure } from '../../demo/bench/measure';
import { table } from '../../demo/bench/table';

const ROOT = path.join(__dirname, '..', '..');

interface Ended {
	code: number;
	stdout: string;
	stderr: string;
}

/** The program behind `npm run bench`. */
const bench = async (...args: string[]): Promise<Ended> =>
	await new Promise((resolve) => {
		execFile(process.execPath, ['--import', 'tsx', 'demo/bench.ts', ...args], { cwd: ROOT }, (error, stdout, stderr) => {
			resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
		});
	});

const promised = BENCHMARKS.flatMap(({ measures }) => measures);
const stub = (value: number) => ({
	measures: [{ name: 'stub-calls', unit: 'HTTP calls', asked: 'At most 60 calls', limit: 60 }],
	run: () => Promise.resolve([value]),
});
const quietly = { log: () => undefined, full: false };

test('the promised figures keep their names and limits', () => {
	expect(Object.fromEntries(promised.map(({ name, limit }) => [name, limit]))).toEqual({
		'receipts-1000-calls': 60,
		'rerun-unchanged-calls-per-100': 1,
		'sales-order-invoice-payment-1000-calls': 140,
		'recheck-1000-calls': 8,
		'shipstation-1000-quickbooks-calls': 12,
		'shipstation-1000-calls': 13,
		'shipstation-rerun-writes': 0,
		'shipstation-poison-calls': 15,
		'poll-empty-channel-calls': 1,
		'poll-empty-quickbooks-calls': 0,
		'map-10000-time-ratio': 2,
		'map-10000-memory-ratio': 2,
		'builtin-calls-ratio': 20,
		'builtin-time-ratio': 10,
		'ceiling-share-receipts': 95,
		'ceiling-share-three-documents': 95,
		'backfill-100000-memory-growth-mb': 200,
	});
	for (const { asked, limit } of promised) expect(asked).toMatch(new RegExp(`at (most|least) ${limit.toLocaleString('en')} `));
});

test('a promised figure that was not measured is an error, and no figure less', async () => {
	const promisedTwice = [...stub(60).measures, { name: 'stub-writes', unit: 'writes', asked: 'At most 0 writes', limit: 0 }];
	const first = { measures: promisedTwice, run: () => Promise.resolve([60]) };
	const none = { ...stub(60), run: () => Promise.resolve([]) };
	await expect(measure(first, quietly)).rejects.toThrow('Measured 1 of: stub-calls, stub-writes');
	await expect(measure(none, quietly)).rejects.toThrow('Measured 0 of: stub-calls');
	await expect(measure({ ...stub(60), measures: [] }, quietly)).rejects.toThrow('Measured 1 of: ');
});

test('what only the whole form measures may give no figure in the short form, and has to in the whole one', async () => {
	const none = { ...stub(60), fullOnly: true as const, run: () => Promise.resolve([]) };
	expect(await measure(none, quietly)).toEqual([]);
	await expect(measure(none, { ...quietly, full: true })).rejects.toThrow('Measured 0 of: stub-calls');
});

test('with --json, standard output is one object with the figures measured, and each is within its limit', async () => {
	const { code, stdout, stderr } = await bench('--json', '--only', 'receipts-1000-calls');
	const { measures, ...others } = JSON.parse(stdout) as { measures: Measure[] };
	expect(others).toEqual({});
	expect(measures).toEqual(
		promised.slice(0, 2).map(({ name, unit, asked, limit }) => ({ name, value: expect.any(Number) as unknown, unit, asked, limit })),
	);
	for (const { value, limit } of measures) {
		expect(value).toBeGreaterThan(0);
		expect(value).toBeLessThanOrEqual(limit);
	}
	expect(stderr).toContain('Made 1000 receipts, 200 customers and 300 items');
	expect(code).toBe(0);
});

test('a figure that nobody measures is refused with the names there are', async () => {
	const { code, stdout, stderr } = await bench('--json', '--only', 'no-such-figure');
	expect(code).toBe(1);
	expect(stdout).toBe('');
	for (const { name } of promised) expect(stderr).toContain(name);
});

test('a value below what it has to reach at least is broken, however little', async () => {
	const times = (value: number) => ({ ...stub(value), measures: [{ name: 'stub-ratio', unit: 'times', asked: 'At all events at least 20 times fewer', limit: 20 }] });
	const [kept, broken] = [...(await measure(times(20), quietly)), ...(await measure(times(19.9999), quietly))];
	expect([kept!.value, broken!.value]).toEqual([20, 19.99]);
	expect([kept!, broken!].map(isBroken)).toEqual([false, true]);
});

test('a value above its limit is broken, however little, and the table says so', async () => {
	const [kept] = await measure(stub(60), quietly);
	const [broken] = await measure(stub(60.001), quietly);
	expect(kept).toEqual({ name: 'stub-calls', value: 60, unit: 'HTTP calls', asked: 'At most 60 calls', limit: 60 });
	expect([kept!, broken!].map(isBroken)).toEqual([false, true]);
	expect(table([kept!, broken!]).split('\n')).toEqual([
		expect.stringMatching(/^measure +value +limit +unit +asked$/),
		expect.stringMatching(/^stub-calls +60 +60 +HTTP calls +kept +At most 60 calls$/),
		expect.stringMatching(/^stub-calls +60.01 +60 +HTTP calls +BROKEN +At most 60 calls$/),
	]);
});

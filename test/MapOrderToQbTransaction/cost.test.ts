import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { map, MAP, PLANNED } from './canvas';
import type { Cost } from './measure-cost';
import { ordinaryOrder } from './ordinary-order';

/**
 * In one process, with nothing else of n8n. It is 4.8 to 6.9 times, on Node 20 and 24 and busy machines, and was 9 to 13 times when
 * 10,000 orders took n8n two and a half times as long as with a copy; see `npm run bench`.
 */
const MOST_COPIES = 8;

/** In a process of its own: Jest's sandbox makes all code several times slower, some of it more than other. */
const measured = (): Cost =>
	JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', join(__dirname, 'measure-cost.ts')], { encoding: 'utf8' })) as Cost;

describe('cost', () => {
	test('an order is mapped for a few times what it costs to copy it', () => {
		const { mapping, copying } = measured();
		const ratio = mapping / copying;
		process.stdout.write(`\n  mapping ${mapping.toFixed(1)} µs an order, a deep copy ${copying.toFixed(1)} µs: ${ratio.toFixed(1)} times\n`);
		expect(copying).toBeGreaterThan(1);
		expect(ratio).toBeLessThan(MOST_COPIES);
	}, 120_000);

	test('ten thousand orders pass through the node in one run', async () => {
		const run = await map(Array.from({ length: 10_000 }, (_, index) => ordinaryOrder(index)));
		expect(run.items(MAP, PLANNED)).toHaveLength(10_000);
	});
});

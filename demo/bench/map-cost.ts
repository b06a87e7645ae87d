import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packPackage } from '../n8n/install-package';
import type { Log } from '../n8n/progress';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import { exampleOrders } from './example-orders';
import { mapWorkflow, copyWorkflow, type Examples } from './map-workflows';
import { median, type Benchmark } from './measure';
import { START } from './order-source';
import { expectItems, runOnce, type RunCost } from './run-cost';
import { writeYardstickPackage } from './yardstick-package';

const ORDERS = 10_000;
/** What else the machine does decides single rounds: on two busy cores one took twice as long as the next. */
const ROUNDS = 9;
const ROOT = path.join(__dirname, '..', '..');

/**
 * 10,000 orders through Map in the real n8n, against the same workflow with a node in Map's place that copies each item.
 * Each has an n8n of its own, so that one's heap is not the other's, and they run in turns, after a run each to warm up.
 */
export const mapCost: Benchmark = {
	measures: [
		{
			name: 'map-10000-time-ratio',
			unit: 'times',
			asked: '10,000 orders through Map in n8n: at most 2 times as long as the same workflow with a deep copy instead',
			limit: 2,
		},
		{
			name: 'map-10000-memory-ratio',
			unit: 'times',
			asked: '10,000 orders through Map in n8n: at most 2 times the peak memory with a deep copy instead',
			limit: 2,
		},
	],
	run: async ({ log }) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		const contestants: Contestant[] = [];
		try {
			await writeYardstickPackage(path.join(folder, 'yardstick'));
			const packageTarballs = [await packPackage(ROOT, folder), await packPackage(path.join(folder, 'yardstick'), folder)];
			const examples: Examples = { orders: await exampleOrders(50), count: ORDERS };
			for (const workflow of [copyWorkflow(examples), mapWorkflow(examples)]) {
				const n8n = await startN8n({ userFolder: path.join(folder, workflow.name), packageTarballs, log });
				const contestant: Contestant = { name: workflow.name, lastNode: workflow.nodes.at(-1)!.name, n8n, workflowId: '', costs: [] };
				contestants.push(contestant);
				contestant.workflowId = await n8n.importWorkflow(workflow);
			}
			await takeTurns(contestants, log);
			const [copy, map] = contestants.map(({ costs }) => costs) as [RunCost[], RunCost[]];
			return [ratio(map, copy, ({ milliseconds }) => milliseconds), ratio(map, copy, ({ peakMegabytes }) => peakMegabytes)];
		} finally {
			for (const { n8n } of contestants) await n8n.stop();
			await rm(folder, { recursive: true, force: true });
		}
	},
};

interface Contestant {
	name: string;
	lastNode: string;
	n8n: RunningN8n;
	workflowId: string;
	costs: RunCost[];
}

async function takeTurns(contestants: Contestant[], log: Log): Promise<void> {
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const { name, lastNode, n8n, workflowId, costs } of contestants) {
			const cost = await runOnce(n8n, workflowId, START);
			log(`${round === 0 ? 'Warm-up' : `Round ${round}`}, ${name}: ${cost.milliseconds} ms, at most ${cost.peakMegabytes} MB`);
			if (round === 0) await expectItems(n8n, cost.executionId, lastNode, ORDERS);
			else costs.push(cost);
		}
	}
	for (const { name, costs } of contestants) {
		const times = costs.map(({ milliseconds }) => milliseconds);
		const each = ((median(times) * 1_000) / ORDERS).toFixed(0);
		log(`${name}: ${Math.min(...times)} ms at best, ${median(times)} ms in the middle of ${ROUNDS} runs, ${each} µs an order`);
	}
}

const ratio = (map: RunCost[], copy: RunCost[], figure: (cost: RunCost) => number): number =>
	median(map.map(figure)) / median(copy.map(figure));

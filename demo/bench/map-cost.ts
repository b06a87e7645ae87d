import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import { orderSchema } from '../../nodes/order/order';
import { reconcile } from '../../nodes/order/adds-up';
import { fingerprint } from '../../nodes/order/fingerprint';
import { makeOrder } from '../../test/quickbooks/posting-bench';
import { failureOf } from '../n8n/executions';
import { packPackage } from '../n8n/install-package';
import { startN8n, type RunningN8n } from '../n8n/run-n8n';
import type { WorkflowFile } from '../n8n/workflows';
import { MAP, readTemplate } from '../templates';
import { COPYING_PACKAGE, writeCopyingPackage } from './copying-package';
import { atMost, median, type Benchmark } from './measure';

const ORDERS = 10_000;
const ROUNDS = 3;
const ROOT = path.join(__dirname, '..', '..');

interface Cost {
	seconds: number;
	/** Highest resident memory of the n8n process while it ran, in MB. */
	peak: number;
}

/** 10,000 orders through Map in the real n8n, against the same workflow with a node in its place that copies each item. */
export const mapCost: Benchmark = {
	names: ['map-10000-time-ratio', 'map-10000-memory-ratio'],
	run: async (log) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-bench-'));
		await writeCopyingPackage(path.join(folder, 'yardstick'));
		const packageTarballs = [await packPackage(ROOT, folder), await packPackage(path.join(folder, 'yardstick'), folder)];
		const n8n = await startN8n({ userFolder: path.join(folder, 'n8n'), packageTarballs, log });
		try {
			const map = readTemplate('woocommerce-to-sales-receipts').nodes.find(({ name }) => name === MAP)!;
			const kinds = {
				map: await n8n.importWorkflow(workflow('Map', { ...map, position: [600, 0] })),
				copy: await n8n.importWorkflow(workflow('Copy', nodeOf('Copy', `${COPYING_PACKAGE}.deepCopy`, 600))),
			};
			const costs: Record<keyof typeof kinds, Cost[]> = { map: [], copy: [] };
			for (let round = 1; round <= ROUNDS; round += 1) {
				for (const kind of ['copy', 'map'] as const) {
					// A fresh process each time, so that one's heap is not the other's.
					await n8n.stop();
					await n8n.start();
					const cost = await runOnce(n8n, kinds[kind]);
					costs[kind].push(cost);
					log(`Round ${round}, ${kind}: ${cost.seconds} s, ${cost.peak} MB`);
				}
			}
			const ratio = (figure: keyof Cost) => median(costs.map.map((cost) => cost[figure])) / median(costs.copy.map((cost) => cost[figure]));
			return [
				atMost('map-10000-time-ratio', ratio('seconds'), 'times a deep copy', 2),
				atMost('map-10000-memory-ratio', ratio('peak'), 'times a deep copy', 2),
			];
		} finally {
			await n8n.stop();
			await rm(folder, { recursive: true, force: true });
		}
	},
};

async function runOnce(n8n: RunningN8n, workflowId: string): Promise<Cost> {
	const { pid } = n8n;
	// Sets the high-water mark back to what is resident now (Linux, proc(5)).
	await writeFile(`/proc/${pid}/clear_refs`, '5');
	const execution = await n8n.runManually(workflowId, 'Start', 300_000);
	const failure = failureOf(execution);
	if (failure) throw new Error(failure);
	const peak = Number(/VmHWM:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
	return { seconds: (Date.parse(execution.stoppedAt!) - Date.parse(execution.startedAt)) / 1000, peak: Math.round(peak) };
}

const nodeOf = (name: string, type: string, x: number, parameters = {}): INode => ({ id: name, name, type, typeVersion: 1, position: [x, 0], parameters });

function workflow(name: string, last: INode): WorkflowFile {
	const next = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name,
		nodes: [
			nodeOf('Start', 'n8n-nodes-base.manualTrigger', 0),
			nodeOf('Orders', `${COPYING_PACKAGE}.orderSource`, 300, { order: JSON.stringify(typicalOrder()), count: ORDERS }),
			last,
		],
		connections: { Start: next('Orders'), Orders: next(last.name) },
	};
}

/** An order as the trigger gives it out, every default written. */
function typicalOrder() {
	const address = { firstName: 'Ana', lastName: 'Tester', line1: '1 Main Street', city: 'Springfield', region: 'CA', postalCode: '90001', country: 'US' };
	const order = reconcile(orderSchema.parse(makeOrder('1', { billTo: address, shipTo: address })));
	return { ...order, fingerprint: fingerprint(order) };
}

import type { Order } from '../../nodes/order/order';
import { chunksOf } from '../../nodes/quickbooks/query';
import { judgeOrders } from '../judging/judge-orders';
import { count, type Tally } from '../judging/tally';
import { soldOf } from './orders-in-parts';
import type { Stage } from './stage';

/** Receipts of one part: 34 batches, and a handful of look-ups. */
const PART = 1_000;

/** Posts orders with so many workers at QuickBooks' published limits, and tells how fast that was. Whoever is refused for speed waits. */
export async function throughput(stage: Stage, path: string, orders: Order[], log: (line: string) => void): Promise<Tally> {
	const { quickbooks, workers } = stage;
	const name = `${workers.length} worker${workers.length === 1 ? '' : 's'} at the published limits`;
	quickbooks.resetCounters();
	const begun = Date.now();
	const endings = await stage.post(path, chunksOf(orders, PART));
	const minutes = (Date.now() - begun) / 60_000;
	const { calls, throttled } = quickbooks.counters;
	log(`${name}: ${orders.length} receipts in ${(minutes * 60).toFixed(0)} s, ${(orders.length / minutes).toFixed(0)} a minute, ${calls} calls, ${throttled} of them refused for speed`);
	const tally = judgeOrders(quickbooks, soldOf(orders), name);
	for (const { id, status } of endings) if (status !== 'success') count(tally, 'wrong', `${name}: execution ${id} ended as ${status}`);
	return tally;
}

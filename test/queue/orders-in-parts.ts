import type { Order } from '../../nodes/order/order';
import { chunksOf } from '../../nodes/quickbooks/query';
import { judgeOrders, type Sold } from '../judging/judge-orders';
import { count, type Tally } from '../judging/tally';
import type { Stage } from './stage';

export const soldOf = (orders: Order[]): Sold[] => orders.map(({ id, totals }) => ({ id, total: totals.total }));

/** Which worker is given a run is n8n's affair: after these many rounds each has had one. */
const ROUNDS = 10;

/**
 * Orders in parts, which n8n shares out over the workers: each order stands once, and every worker has had a part. The books are judged
 * after the first round: a later one would make up for what it lost, and is there only for a worker that had no part.
 */
export async function ordersInParts(stage: Stage, path: string, orders: Order[], size: number, log: (line: string) => void): Promise<Tally> {
	const { quickbooks, workers } = stage;
	const parts = chunksOf(orders, size);
	const begunByEach = async () => await Promise.all(workers.map((worker) => worker.begun()));
	const endings = await stage.post(path, parts);
	const tally = judgeOrders(quickbooks, soldOf(orders), 'in parts');
	let begun = await begunByEach();
	for (let round = 2; round <= ROUNDS && begun.some((runs) => runs === 0); round += 1) {
		endings.push(...(await stage.post(path, parts)));
		begun = await begunByEach();
	}
	for (const { id, status } of endings) if (status !== 'success') count(tally, 'wrong', `in parts: execution ${id} ended as ${status}`);
	if (begun.length === 0 || begun.some((runs) => runs === 0)) count(tally, 'wrong', `in parts: the workers began ${begun.join(' and ')} runs`);
	log(`${orders.length} orders in ${parts.length} parts: the workers began ${begun.join(' and ')} runs`);
	return tally;
}

import type { Order } from '../../nodes/order/order';
import { chunksOf } from '../../nodes/quickbooks/query';
import { judgeOrders } from '../judging/judge-orders';
import { count, type Tally } from '../judging/tally';
import { soldOf } from './orders-in-parts';
import type { Stage } from './stage';

/**
 * Two workflows and a run by hand beside them post the same orders at the same moment, over both workers: each order stands once,
 * and whatever was made twice for a moment was taken back.
 */
export async function sameOrdersAtOnce(stage: Stage, orders: Order[], log: (line: string) => void): Promise<Tally> {
	const [one, other] = ['the-same-one', 'the-same-other'] as const;
	await stage.takeParts(one);
	await stage.takeParts(other, orders);
	const size = Math.ceil(orders.length / 4);
	const [ended, endedToo, byHand] = await Promise.all([
		stage.post(one, chunksOf(orders, size)),
		// In another order and cut otherwise: no request id is the same.
		stage.post(other, chunksOf([...orders].reverse(), size + 7)),
		stage.postByHand(other),
	]);
	const tally = judgeOrders(stage.quickbooks, soldOf(orders), 'the same orders at once');
	const statuses = [...[...ended, ...endedToo].map(({ status }) => String(status)), byHand];
	for (const status of statuses) if (status !== 'success') count(tally, 'wrong', `the same orders at once: a run ended as ${status}`);
	const voided = stage.quickbooks.counters.writeLog.filter((write) => write.startsWith('void')).length;
	log(`${orders.length} orders posted by two workflows and by hand at once: ${statuses.length} runs, ${voided} younger twins voided`);
	return tally;
}

import type { Order } from '../../nodes/order/order';
import { count, judgeOrders, type Tally } from '../races/judge-orders';
import { soldOf } from './orders-in-parts';
import { inPartsOf } from './parts';
import type { Stage } from './stage';

const MAP_TYPE = 'n8n-nodes-quickbooks-order-sync.mapOrderToQbTransaction';

/**
 * The access token runs out while runs of both workers and the editor's lists (in the main process) use it. Refresh tokens are good
 * for one use, so that a second renewal would be refused and cut the company off.
 */
export async function oneRenewal(stage: Stage, path: string, round: number, orders: Order[], log: (line: string) => void): Promise<Tally> {
	const { quickbooks, here, workers } = stage;
	const name = `token ${round}`;
	const credential = here.business.credentials.find(({ type }) => type === 'orderSyncQuickBooksOAuth2Api')!;
	const list = {
		nodeType: MAP_TYPE,
		path: 'parameters.depositAccount',
		method: 'searchDepositAccounts',
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	quickbooks.resetCounters();
	quickbooks.tokens.expire();
	const before = await Promise.all(workers.map((worker) => worker.begun()));
	let accounts = 0;
	const endings = await stage.post(path, inPartsOf(Math.ceil(orders.length / 8), orders), async () => {
		accounts = ((await here.n8n.searchList(list)) as { results: unknown[] }).results.length;
	});
	const begun = (await Promise.all(workers.map((worker) => worker.begun()))).map((runs, index) => runs - before[index]!);
	const tally = judgeOrders(quickbooks, soldOf(orders), name);
	const { tokens } = quickbooks.counters;
	if (tokens > 1) count(tally, 'twice', `${name}: renewed ${tokens} times`, tokens - 1);
	if (tokens === 0) count(tally, 'wrong', `${name}: never renewed`);
	if (accounts === 0) count(tally, 'wrong', `${name}: the editor's list was empty`);
	for (const { id, status } of endings) if (status !== 'success') count(tally, 'wrong', `${name}: execution ${id} ended as ${status}`);
	log(`token run out under ${begun.join(' and ')} runs of the workers and a list of the editor: renewed ${tokens} times`);
	return tally;
}

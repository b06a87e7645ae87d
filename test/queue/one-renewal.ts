import type { Order } from '../../nodes/order/order';
import { chunksOf } from '../../nodes/quickbooks/query';
import { judgeOrders } from '../judging/judge-orders';
import { salesOf, standingDocuments } from '../judging/standing-documents';
import { count, type Tally } from '../judging/tally';
import { soldOf } from './orders-in-parts';
import type { Stage } from './stage';

const MAP_TYPE = 'n8n-nodes-quickbooks-order-sync.mapOrderToQbTransaction';

/** Ten runs fill two workers. */
const RUNS = 12;

/**
 * The access token runs out while runs of both workers and the editor's lists (in the main process) use it, once for each of these
 * rounds of orders. Refresh tokens are good for one use, so that a second renewal would be refused and cut the company off.
 * @param rounds none of these orders stands yet: what stands in the end was posted after the token had run out
 */
export async function oneRenewalEach(stage: Stage, path: string, rounds: Order[][], log: (line: string) => void): Promise<Tally[]> {
	const tallies: Tally[] = [];
	const before = await begunBy(stage);
	for (const [index, orders] of rounds.entries()) tallies.push(await oneRenewal(stage, path, `token ${index + 1}`, orders, log));
	const begun = since(before, await begunBy(stage));
	const last = tallies.at(-1);
	if (!last) throw new Error('The token has to run out at least once.');
	if (begun.some((runs) => runs === 0)) count(last, 'wrong', `token: the workers began ${begun.join(' and ')} runs`);
	return tallies;
}

async function oneRenewal(stage: Stage, path: string, name: string, orders: Order[], log: (line: string) => void): Promise<Tally> {
	const { quickbooks, here } = stage;
	const credential = here.business.credentials.find(({ type }) => type === 'orderSyncQuickBooksOAuth2Api')!;
	const list = {
		nodeType: MAP_TYPE,
		path: 'parameters.depositAccount',
		method: 'searchDepositAccounts',
		credentials: { [credential.type]: { id: credential.id, name: credential.name } },
	};
	const books = standingDocuments(quickbooks);
	const stood = orders.filter(({ id }) => salesOf(books.get(id)).length > 0);
	quickbooks.resetCounters();
	quickbooks.tokens.expire();
	const before = await begunBy(stage);
	let accounts = 0;
	const endings = await stage.post(path, chunksOf(orders, Math.ceil(orders.length / RUNS)), async () => {
		accounts = ((await here.n8n.searchList(list)) as { results: unknown[] }).results.length;
	});
	const begun = since(before, await begunBy(stage));
	const tally = judgeOrders(quickbooks, soldOf(orders), name);
	const { tokens } = quickbooks.counters;
	for (const { id } of stood) count(tally, 'wrong', `${name}: order ${id} stood before the token ran out`);
	if (tokens > 1) count(tally, 'twice', `${name}: renewed ${tokens} times`, tokens - 1);
	if (tokens === 0) count(tally, 'wrong', `${name}: never renewed`);
	if (accounts === 0) count(tally, 'wrong', `${name}: the editor's list was empty`);
	for (const { id, status } of endings) if (status !== 'success') count(tally, 'wrong', `${name}: execution ${id} ended as ${status}`);
	log(`token run out under ${begun.join(' and ')} runs of the workers that post ${orders.length} orders, and a list of the editor: renewed ${tokens} times`);
	return tally;
}

const begunBy = async ({ workers }: Stage): Promise<number[]> => await Promise.all(workers.map((worker) => worker.begun()));

const since = (before: number[], now: number[]): number[] => now.map((runs, index) => runs - before[index]!);

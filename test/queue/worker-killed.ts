import { setTimeout as wait } from 'node:timers/promises';
import { endings } from '../../demo/n8n/executions';
import type { Order } from '../../nodes/order/order';
import { count, judgeOrders, type Sold, type Tally } from '../races/judge-orders';
import { Random } from '../simulators/shops/random';
import { inPartsOf } from './parts';
import { soldOf } from './orders-in-parts';
import type { Stage } from './stage';

const TEMPLATE = 'woocommerce-to-sales-receipts';

/** Between two sweeps; a day where nobody waits for it. First some workers are killed, then it reads again in peace. */
export interface Rounds {
	kills: number;
	killsARound: number;
	sweepMs: number;
}

/**
 * The template polls the shop, people buy, and workers are killed in the middle of their runs, at the n-th call to QuickBooks from
 * now on, while others take their place. n8n does not run again what a worker was at: the next sweep gives it out again. Then
 * all that the shop sold has to stand.
 */
export async function backFillUnderKills(stage: Stage, { kills, killsARound, sweepMs }: Rounds, seed: number, log: (line: string) => void): Promise<Tally> {
	const random = new Random(seed);
	await stage.here.importTemplate(TEMPLATE, true, { ordersPerPoll: 30, sweepIntervalHours: sweepMs / 3_600_000 });
	for (let kill = 1; kill <= kills; kill += 1) {
		await killOne(stage, random, log);
		if (kill % killsARound === 0 && kill < kills) await untilAllStands(stage, sweepMs);
	}
	await untilAllStands(stage, sweepMs);
	const tally = judgeOrders(stage.quickbooks, sold(stage), 'workers killed');
	const runs = await endings(stage.here.n8n.api, stage.here.workflow(TEMPLATE));
	const cut = runs.filter(({ status }) => status !== 'success').length;
	if (cut === 0) count(tally, 'wrong', 'workers killed: no run was cut short');
	log(`${kills} workers killed; ${cut} of the last ${runs.length} runs were cut short`);
	await stage.here.n8n.deactivate(stage.here.workflow(TEMPLATE));
	return { ...tally, cases: kills };
}

async function killOne(stage: Stage, random: Random, log: (line: string) => void): Promise<void> {
	for (let bought = random.integer(2, 6); bought > 0; bought -= 1) stage.here.sellAgain();
	const { counters } = stage.quickbooks;
	const from = counters.calls;
	const until = from + random.integer(1, 8);
	const deadline = Date.now() + 20_000;
	while (counters.calls < until && Date.now() < deadline) await wait(1);
	await wait(random.integer(0, 15));
	const busy = await Promise.all(stage.workers.map((worker) => worker.busy()));
	const victim = stage.workers.find((_, index) => busy[index]! > 0) ?? random.pick(stage.workers);
	await stage.killWorker(victim);
	log(`${victim.name} killed at call ${counters.calls - from} of a run, with ${counters.writes} written in all`);
	await stage.startWorker();
}

const sold = ({ here }: Stage): Sold[] => here.business.woocommerce.orders().filter(({ paid, addsUp, refunded }) => paid && addsUp && refunded === '0.00');

/** As long as two sweeps and a busy machine may take. */
async function untilAllStands(stage: Stage, sweepMs: number): Promise<void> {
	const deadline = Date.now() + 3 * sweepMs + 120_000;
	while (Date.now() < deadline && judgeOrders(stage.quickbooks, sold(stage), '').words.length > 0) await wait(1_000);
}

/** A worker is killed in the middle of parts that somebody sends; what was cut short is sent again, as n8n runs it no more. */
export async function partsOfKilledWorker(stage: Stage, path: string, orders: Order[], size: number, log: (line: string) => void): Promise<Tally> {
	const { counters } = stage.quickbooks;
	const parts = inPartsOf(size, orders);
	const begin = counters.writes;
	const endings = await stage.post(path, parts, async () => {
		const deadline = Date.now() + 60_000;
		while (counters.writes < begin + orders.length / 3 && Date.now() < deadline) await wait(1);
		await stage.killWorker(stage.workers[0]!);
	});
	const cut = endings.filter(({ status }) => status !== 'success').length;
	const other = stage.startWorker();
	log(`a worker killed in the middle of ${parts.length} parts: ${cut} were cut short`);
	const again = await stage.post(path, parts);
	await other;
	const tally = judgeOrders(stage.quickbooks, soldOf(orders), 'killed in parts');
	if (cut === 0) count(tally, 'wrong', 'killed in parts: no run was cut short');
	for (const { id, status } of again) if (status !== 'success') count(tally, 'wrong', `killed in parts: execution ${id} ended as ${status}`);
	return tally;
}

import { setTimeout as wait } from 'node:timers/promises';
import { endings } from '../../demo/n8n/executions';
import type { Order } from '../../nodes/order/order';
import { chunksOf } from '../../nodes/quickbooks/query';
import { judgeOrders, type Sold } from '../judging/judge-orders';
import { count, type Tally } from '../judging/tally';
import { creates, isBatch } from '../simulators/quickbooks/quickbooks-simulator';
import type { Striking } from '../simulators/quickbooks/scripted-faults';
import { Random } from '../simulators/shops/random';
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
	const cut = await runsCutShort(stage);
	if (cut === 0) count(tally, 'wrong', 'workers killed: no run was cut short');
	log(`${kills} workers killed; ${cut} of the last runs were cut short`);
	await stage.here.n8n.deactivate(stage.here.workflow(TEMPLATE));
	return { ...tally, cases: kills };
}

const CRASHED_WITHIN_MS = 60_000;

/** n8n takes a while to find out. */
async function runsCutShort({ here }: Stage): Promise<number> {
	const deadline = Date.now() + CRASHED_WITHIN_MS;
	for (;;) {
		const cut = (await endings(here.n8n.api, here.workflow(TEMPLATE))).filter(({ status }) => status !== 'success').length;
		if (cut > 0 || Date.now() > deadline) return cut;
		await wait(1_000);
	}
}

/** Somebody buys, and the worker whose n-th call from now on is not answered, be it done or not, is killed while it waits. */
async function killOne(stage: Stage, random: Random, log: (line: string) => void): Promise<void> {
	for (let bought = random.integer(2, 6); bought > 0; bought -= 1) stage.here.sellAgain();
	const nth = random.integer(1, 8);
	const when = random.pick(['before', 'after'] as const);
	const victim = await killWhileItWaits(stage, { skip: nth - 1, when });
	log(`${victim} killed while call ${nth} was not answered, ${when} it was carried out, with ${stage.quickbooks.counters.writes} written in all`);
	await stage.startWorker();
}

const STRUCK_WITHIN_MS = 60_000;
const LOOKS = 5;
const BETWEEN_LOOKS_MS = 300;

/** Leaves a call unanswered and kills the worker that is still at its run after a while. @returns its name */
async function killWhileItWaits(stage: Stage, striking: Striking): Promise<string> {
	const { faults } = stage.quickbooks;
	faults.timeOut({ matches: isBatch, ...striking });
	const deadline = Date.now() + STRUCK_WITHIN_MS;
	while (faults.pending > 0) {
		if (Date.now() > deadline) throw new Error('Nobody called QuickBooks for a minute.');
		await wait(5);
	}
	let waiting = [...stage.workers];
	for (let look = 1; look <= LOOKS; look += 1) {
		const busy = await Promise.all(waiting.map((worker) => worker.busy()));
		waiting = waiting.filter((_, index) => busy[index]! > 0);
		await wait(BETWEEN_LOOKS_MS);
	}
	const [victim] = waiting;
	if (!victim) throw new Error('No worker waits for the answer that does not come.');
	await stage.killWorker(victim);
	return victim.name;
}

const sold = ({ here }: Stage): Sold[] => here.business.woocommerce.orders().filter(({ paid, addsUp, refunded }) => paid && addsUp && refunded === '0.00');

/** As long as two sweeps and a busy machine may take. */
async function untilAllStands(stage: Stage, sweepMs: number): Promise<void> {
	const deadline = Date.now() + 3 * sweepMs + 120_000;
	while (Date.now() < deadline && judgeOrders(stage.quickbooks, sold(stage), '').words.length > 0) await wait(1_000);
}

/** A worker is killed in the middle of parts that somebody sends; what was cut short is sent again, as n8n runs it no more. */
export async function partsOfKilledWorker(stage: Stage, path: string, orders: Order[], size: number, log: (line: string) => void): Promise<Tally> {
	const parts = chunksOf(orders, size);
	let victim = '';
	const ended = await stage.post(path, parts, async () => {
		victim = await killWhileItWaits(stage, { matches: creates('SalesReceipt'), when: 'after' });
	});
	const cut = ended.filter(({ status }) => status !== 'success').length;
	const other = stage.startWorker();
	log(`${victim} killed in the middle of ${parts.length} parts: ${cut} were cut short`);
	const again = await stage.post(path, parts);
	await other;
	const tally = judgeOrders(stage.quickbooks, soldOf(orders), 'killed in parts');
	if (cut === 0) count(tally, 'wrong', 'killed in parts: no run was cut short');
	for (const { id, status } of again) if (status !== 'success') count(tally, 'wrong', `killed in parts: execution ${id} ended as ${status}`);
	return tally;
}

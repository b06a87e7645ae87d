import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../nodes/outcome/clock';
import { succeed } from '../../nodes/outcome/outcome';
import { readMemory, recall, remember, type PostingMemory } from '../../nodes/postings/memory';
import type { Posting } from '../../nodes/postings/posting';
import { QuickBooksGateway } from '../../nodes/quickbooks/gateway';
import { marksReadOf } from '../../nodes/quickbooks/marks-read';
import { Pacer } from '../../nodes/quickbooks/pacer';
import { postOrders } from '../../nodes/quickbooks/post-orders';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { CHOICES } from '../quickbooks/posting-bench';

/** What a poster is told to post, and where. */
export interface Job {
	url: string;
	realmId: string;
	token: string;
	plans: TransactionPlan[];
	/** Milliseconds before it begins. */
	delay: number;
	/** Whether it remembers what it posted for this company before, as an active workflow does; a run by hand does not. */
	remembers: boolean;
}

/** What became of one order, as the poster says. */
export type Said = Pick<Posting, 'outcome' | 'summary' | 'remarks'> & { id: string; reason?: string };

export type Answer = { said: Said[] } | { failed: string };

/** What the pacer spreads over minutes is not what is tested here. */
const NO_LIMITS = { batchesPerMinute: Infinity, requestsPerMinute: Infinity, requestsPerSecond: Infinity, atOnce: 5 };

/** Waits are for real, and short: the others go on meanwhile. */
const clock: Clock = {
	now: () => Date.now(),
	sleep: async (milliseconds) => void (await wait(Math.min(50, milliseconds / 50))),
	cancelled: () => false,
};

/** By company: ports come back, so that two companies may have had the same address. */
const memories = new Map<string, PostingMemory>();

async function post({ url, realmId, token, plans, delay, remembers }: Job): Promise<Answer> {
	await wait(delay);
	const access = { realmId, apiUrl: url, appUrl: `${url}/app/`, timeoutMs: 60_000, token: () => token, renewToken: async () => await Promise.resolve(succeed(undefined)) };
	const quickbooks = new QuickBooksGateway(access, new Pacer(NO_LIMITS), clock, marksReadOf(realmId));
	const memory = (remembers ? memories.get(realmId) : undefined) ?? readMemory(undefined, realmId);
	const run = await postOrders(plans, 'post', CHOICES, { quickbooks, clock, recall: recall(memory) });
	if (!run.ok) return { failed: `${run.failure.reason}: ${run.failure.message}` };
	if (remembers) memories.set(realmId, remember(memory, run.value.postings));
	return {
		said: run.value.postings.map(({ order, outcome, summary, remarks, attention }) => ({
			id: order.id,
			outcome,
			summary,
			remarks,
			...(attention ? { reason: attention.reason } : {}),
		})),
	};
}

process.on('message', (job: Job) => {
	post(job).then(
		(answer) => process.send!(answer),
		(thrown: unknown) => process.send!({ failed: String(thrown) }),
	);
});

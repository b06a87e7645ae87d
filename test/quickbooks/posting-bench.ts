import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { orderSchema, type OrderInput } from '../../nodes/order/order';
import type { Clock } from '../../nodes/outcome/clock';
import type { Failure } from '../../nodes/outcome/failure';
import { fail, succeed } from '../../nodes/outcome/outcome';
import { readMemory, recall, remember } from '../../nodes/postings/memory';
import type { Posting } from '../../nodes/postings/posting';
import type { PostingChoices } from '../../nodes/quickbooks/decision';
import { QuickBooksGateway } from '../../nodes/quickbooks/gateway';
import { MarksRead } from '../../nodes/quickbooks/marks-read';
import { Pacer } from '../../nodes/quickbooks/pacer';
import { postOrders, type Operation, type PostingRun } from '../../nodes/quickbooks/post-orders';
import { MovableClock, startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { checkRequests, type CheckedWrites } from '../simulators/quickbooks/request-schemas';

/** A company and the gateway to it, on one clock that moves on instead of waiting. */
export interface PostingBench {
	company: QuickBooksSimulator;
	/** `cancel` is what Stop does in the editor; `goOn` makes the next run another one. */
	clock: Clock & { cancel(): void; goOn(): void };
	post(plans: TransactionPlan[], choices?: Partial<PostingChoices>, operation?: Operation): Promise<PostingRun>;
	/** A connection of its own; all of them keep the company's limits together, as those of one n8n do. */
	gateway(): QuickBooksGateway;
	/** Whatever a test is about, what `post` sends is held against the schemas of requests: what was, so far. */
	readonly checked: CheckedWrites;
	/** What this process has read of the notes, and how it keeps QuickBooks' limits; another process has its own. */
	marks: MarksRead;
	pacer: Pacer;
	/** Loses what earlier runs remember, as n8n does with runs by hand. */
	forget(): void;
	close(): Promise<void>;
}

export const CHOICES: PostingChoices = { whenChanged: 'leave', whenNumberTaken: 'needsAttention', whenDeleted: 'needsAttention', postSamples: false };

/** Until a batch is given up: long, so that no busy machine meets it, but for the call that a test lets hang. */
const TIMEOUT_MS = 30_000;
const HANGING_MS = 20;

/** What the session in n8n says when the connection is over. */
const CONNECT_AGAIN: Failure = { cause: 'credential-invalid', reason: 'connect-again', message: 'The connection is over', remedy: 'Connect again' };

export async function startPostingBench(options: QuickBooksOptions = {}): Promise<PostingBench> {
	const time = options.clock ?? new MovableClock();
	const company = await startQuickBooks({ ...options, clock: time });
	let cancelled = false;
	let token = company.tokens.issue();
	let memory = readMemory(undefined, company.realmId);
	const clock = {
		now: () => time.now(),
		sleep: async (milliseconds: number) => {
			time.advance(milliseconds);
			await Promise.resolve();
		},
		cancelled: () => cancelled,
		cancel: () => {
			cancelled = true;
		},
		goOn: () => {
			cancelled = false;
		},
	};
	const gateway = () =>
		new QuickBooksGateway(
			{
				realmId: company.realmId,
				apiUrl: company.url,
				appUrl: `${company.url}/app/`,
				get timeoutMs() {
					return company.faults.hangsNext ? HANGING_MS : TIMEOUT_MS;
				},
				token: () => token.accessToken,
				renewToken: async () => {
					const renewed = company.tokens.renew(token.refreshToken);
					if (renewed) token = renewed;
					return await Promise.resolve(renewed ? succeed(undefined) : fail(CONNECT_AGAIN));
				},
			},
			bench.pacer,
			clock,
			bench.marks,
		);
	const checked: CheckedWrites = new Map();
	let checkedUpTo = 0;
	const bench: PostingBench = {
		company,
		clock,
		marks: new MarksRead(),
		pacer: new Pacer(),
		gateway,
		checked,
		post: async (plans, choices = {}, operation = 'post') => {
			const context = { quickbooks: gateway(), clock, recall: recall(memory) };
			const run = await postOrders(plans, operation, { ...CHOICES, ...choices }, context);
			checkRequests(company.requests.slice(checkedUpTo <= company.requests.length ? checkedUpTo : 0), checked);
			checkedUpTo = company.requests.length;
			if (!run.ok) throw new Error(`${run.failure.reason}: ${run.failure.message}`);
			memory = remember(memory, run.value.postings);
			return run.value;
		},
		forget: () => {
			memory = readMemory(undefined, company.realmId);
		},
		close: () => company.close(),
	};
	return bench;
}

/** Settings as a builder in the US leaves them. */
export const SETTINGS: SyncSettingsInput = {
	accounts: { deposit: { by: 'name', value: 'Undeposited Funds' }, income: { by: 'name', value: 'Sales' } },
};

/** An order of two products with tax and shipping, paid by card; `60.74` in all. */
export function makeOrder(number: string, changes: Partial<OrderInput> = {}): OrderInput {
	return {
		channel: 'woocommerce',
		accountId: 'shop.example.com',
		id: number,
		number,
		status: 'completed',
		paymentStatus: 'paid',
		placedAt: '2026-03-01T15:30:00Z',
		localDate: '2026-03-01',
		currency: 'USD',
		customer: { firstName: 'Ana', lastName: 'Tester', email: 'ana@example.com' },
		lines: [
			{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '2', gross: '39.98', net: '39.98', tax: '3.80' },
			{ id: '2', sku: 'MUG-1', title: 'Mug', quantity: '1', gross: '10.01', net: '10.01', tax: '0.96' },
		],
		shipping: [{ title: 'Flat rate', gross: '5.99', net: '5.99' }],
		totals: { total: '60.74' },
		payments: [
			{ id: `pay-${number}`, kind: 'sale', status: 'success', method: 'card', amount: changes.totals?.total ?? '60.74', currency: changes.currency ?? 'USD', at: '2026-03-01T15:31:00Z' },
		],
		...changes,
	};
}

export function planFor(order: OrderInput, settings: SyncSettingsInput = SETTINGS): TransactionPlan {
	const read = readSettings(settings);
	if (!read.ok) throw new Error(read.failure.message);
	const plan = planTransaction(orderSchema.parse(order), read.value);
	if (!plan.ok) throw new Error(`${plan.failure.reason}: ${plan.failure.message}`);
	return plan.value;
}

export const only = (run: PostingRun): Posting => {
	if (run.postings.length !== 1) throw new Error(`${run.postings.length} postings instead of one`);
	return run.postings[0]!;
};


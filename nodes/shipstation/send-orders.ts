import type { ChannelAnswer } from '../channels/channel';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import { ask, type Access } from './ask';
import { isDoubtful, orderNotUnderstood, orderRefused, sentencesByPlace, shapeFault } from './faults';
import { goldenSplit } from './golden-split';
import { BULK_LIMIT, type SentOrder } from './shipstation';
import type { StoredOrder } from './stored-order';
import { optionalId, optionalText } from './wire-values';

/** One order on its way. */
export interface Sending {
	body: Record<string, unknown>;
	orderKey: string;
	/** Of a part of a split order. */
	orderId?: number;
	orderNumber: string;
	/** Whether ShipStation holds the order in this very form. */
	stands(stored: StoredOrder): boolean;
}

/** What became of each order. */
export type Settled = Map<Sending, Outcome<SentOrder>>;

/** Orders that ShipStation holds and that changed since an instant; how doubt is ended. */
export type ReadBack = (since: string) => Promise<Outcome<readonly StoredOrder[]>>;

const resultsSchema = z.object({
	results: z.array(z.object({ orderId: optionalId, orderKey: optionalText, orderNumber: optionalText, success: z.boolean(), errorMessage: optionalText })),
});

/** After these many sendings nobody will know better; the next run reads before it sends. */
const ROUNDS = 3;
const WAIT_BEFORE_READING_MS = 2_000;

/** The clocks of n8n's machine and ShipStation's may differ by this much. */
const CLOCKS_APART_MS = 15 * 60_000;

/** A 400 may name the places of bad orders. After these many times without an end its word is not taken any more. */
const MOST_NAMINGS = 3;

/** So many calls in a row that ShipStation breaks down over are no matter of one order. */
const MOST_BREAKDOWNS = 6;

/** What became of a group that was sent as a whole. */
type Attempt =
	| { kind: 'done' }
	/** Refused as a whole, or broken down over: at least one of the orders still open is bad. */
	| { kind: 'refused'; open: readonly Sending[]; answer: ChannelAnswer };

/**
 * Sends orders a hundred a call. A call is understood as a whole or not at all, so one bad order would take 99 with it: a refused
 * group is cut until the bad one stands alone. What is in doubt (no answer, a broken one, a 5xx) is read back before it is sent
 * again. To send it again is harmless in itself, since ShipStation knows the order by its key and makes no second one; but a
 * packer may have begun on it meanwhile, and would lose what they typed.
 */
export async function sendOrders(access: Access, sendings: readonly Sending[], readBack: ReadBack): Promise<Settled> {
	const sender = new Sender(access, readBack);
	for (let at = 0; at < sendings.length; at += BULK_LIMIT) await sender.resolve(sendings.slice(at, at + BULK_LIMIT));
	return sender.settled;
}

class Sender {
	readonly settled: Settled = new Map();
	/** Why nothing more is sent. */
	private stopped: Failure | undefined;
	private namings = 0;
	private breakdowns = 0;

	constructor(
		private readonly access: Access,
		private readonly readBack: ReadBack,
	) {}

	/** Sends a group, and its parts if need be, until every order is settled. */
	async resolve(group: readonly Sending[]): Promise<void> {
		const attempt = await this.attempt(group);
		if (attempt.kind === 'done') return;
		if (attempt.open.length > 1 && (await this.believe(attempt.open, attempt.answer))) return;
		await this.narrow(attempt.open, attempt.answer);
	}

	/** Finds what is bad in a group that was refused. */
	private async narrow(group: readonly Sending[], answer: ChannelAnswer): Promise<void> {
		const [only] = group;
		if (group.length === 1 && only) this.settle(only, fail(orderNotUnderstood(only.orderNumber, answer)));
		else await this.split(group);
	}

	/**
	 * Leaves out the orders whose places the answer names. When the others are taken, the named ones were the bad ones; those
	 * that an earlier answer named, without an end to it, are sent once more.
	 */
	private async believe(refusedGroup: readonly Sending[], refusal: ChannelAnswer): Promise<boolean> {
		let [group, answer] = [refusedGroup, refusal];
		const unproven: Sending[] = [];
		for (; this.namings < MOST_NAMINGS; this.namings += 1) {
			const named = sentencesByPlace(answer);
			const others = group.filter((_, place) => !named.has(place));
			if (others.length === 0 || others.length === group.length) return false;
			const attempt = await this.attempt(others);
			if (this.stopped) {
				this.stop([...unproven, ...group].filter((sending) => !this.settled.has(sending)), this.stopped);
				return true;
			}
			const bad = group.flatMap((sending, place) => (named.has(place) ? [{ sending, sentences: named.get(place)! }] : []));
			if (attempt.kind === 'done') {
				for (const { sending, sentences } of bad) this.settle(sending, fail(orderNotUnderstood(sending.orderNumber, answer, sentences)));
				this.namings = 0;
				if (unproven.length > 0) await this.resolve(unproven);
				return true;
			}
			unproven.push(...bad.map(({ sending }) => sending));
			[group, answer] = [attempt.open, attempt.answer];
		}
		return false;
	}

	private async split(group: readonly Sending[]): Promise<void> {
		const [first, rest] = goldenSplit(group);
		const one = await this.attempt(first);
		if (one.kind === 'done') {
			// The bad one must be in the rest, which need not be sent as a whole to know it; alone it is, for its own reason.
			if (rest.length === 1) await this.resolve(rest);
			else await this.split(rest);
			return;
		}
		const other = await this.attempt(rest);
		await this.narrow(one.open, one.answer);
		if (other.kind === 'refused') await this.narrow(other.open, other.answer);
	}

	/** Sends a group as a whole; reads back what is in doubt, and sends again what has not arrived. */
	private async attempt(group: readonly Sending[]): Promise<Attempt> {
		let open = group;
		for (let round = 1; ; round += 1) {
			if (this.stopped) return this.stop(open, this.stopped);
			const since = new Date(this.access.clock.now() - CLOCKS_APART_MS).toISOString();
			const asked = await ask(this.access, { method: 'POST', path: '/orders/createorders', body: open.map(({ body }) => body) });
			if (asked.ok) {
				open = this.takeResults(open, asked.value);
				if (open.length === 0) {
					this.breakdowns = 0;
					return { kind: 'done' };
				}
			} else if (asked.answer?.status === 400) {
				this.breakdowns = 0;
				return { kind: 'refused', open, answer: asked.answer };
			} else if (!isDoubtful(asked.failure)) {
				return this.stop(open, asked.failure);
			}
			const failure = asked.ok ? shapeFault(asked.value) : asked.failure;
			await this.access.clock.sleep(WAIT_BEFORE_READING_MS * round);
			const arrived = await this.readBack(since);
			if (!arrived.ok) return this.stop(open, inDoubt(failure, arrived.failure));
			open = this.takeArrived(open, arrived.value);
			if (open.length === 0) return { kind: 'done' };
			if (!asked.ok && asked.answer?.status === 500 && round > 1) return this.brokeDown(open, asked.answer, failure);
			if (round >= ROUNDS || this.access.clock.cancelled()) return this.stop(open, inDoubt(failure));
		}
	}

	/** ShipStation answers 500 twice to the same orders: one of them may be what it breaks down over. */
	private brokeDown(open: readonly Sending[], answer: ChannelAnswer, failure: Failure): Attempt {
		this.breakdowns += 1;
		return this.breakdowns > MOST_BREAKDOWNS ? this.stop(open, failure) : { kind: 'refused', open, answer };
	}

	/** @returns the orders that the answer does not speak of */
	private takeResults(group: readonly Sending[], answer: ChannelAnswer): readonly Sending[] {
		const parsed = resultsSchema.safeParse(answer.body);
		if (!parsed.success) return group;
		// Their order is not promised. Parts of a split order share a key, so the id counts where one was sent.
		const results = parsed.data.results;
		return group.filter((sending) => {
			const { orderKey, orderId, orderNumber } = sending;
			const ofKey = results.filter((one) => one.orderKey === orderKey);
			const result = ofKey.find((one) => one.success && (orderId === undefined || one.orderId === orderId)) ?? ofKey.find((one) => !one.success);
			if (result === undefined) return true;
			const taken = result.success && result.orderId !== undefined;
			this.settle(
				sending,
				taken ? succeed({ orderId: result.orderId!, orderKey, orderNumber: result.orderNumber ?? orderNumber }) : fail(orderRefused(orderNumber, result.errorMessage)),
			);
			return false;
		});
	}

	/** @returns the orders that have not arrived */
	private takeArrived(group: readonly Sending[], stored: readonly StoredOrder[]): readonly Sending[] {
		return group.filter((sending) => {
			const found = stored.find(
				(order) => order.orderKey === sending.orderKey && (sending.orderId === undefined || order.orderId === sending.orderId) && sending.stands(order),
			);
			if (found === undefined) return true;
			this.settle(sending, succeed({ orderId: found.orderId, orderKey: sending.orderKey, orderNumber: found.orderNumber ?? sending.orderNumber }));
			return false;
		});
	}

	/** Nothing more is sent: what is open, now and later, has the same failure. */
	private stop(open: readonly Sending[], failure: Failure): Attempt {
		this.stopped = failure;
		for (const sending of open) this.settle(sending, fail(failure));
		return { kind: 'done' };
	}

	private settle(sending: Sending, outcome: Outcome<SentOrder>): void {
		this.settled.set(sending, outcome);
	}
}

const inDoubt = (failure: Failure, whileReading?: Failure): Failure => ({
	...failure,
	reason: 'not-confirmed',
	message: `ShipStation did not say whether the orders arrived${whileReading ? `, and reading them did not succeed: ${whileReading.message}` : `: ${failure.message}`}`,
	remedy: 'Run the workflow again: an order that arrived is known by its key and is not made twice',
});

import type { Clock } from '../outcome/clock';
import { stopsTheRun, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { DUPLICATE_NAME, EXECUTION_CANCELLED, isDoubtful, recordFailure, requestFailure } from './faults';
import { chunksOf } from './query';
import { BATCH_LIMIT, type BatchAnswer, type BatchItem, type QbRecord, type QuickBooks } from './quickbooks';
import { requestIdOf } from './request-id';

/** One record to be written, and what to call it in a sentence. */
export interface Writing {
	item: Extract<BatchItem, { kind: 'write' }>;
	what: string;
	/** The id of a deleted document that this one stands for: a second posting on purpose, not a re-send. */
	replaces?: string;
}

export interface SendOptions<W extends Writing> {
	quickbooks: QuickBooks;
	clock: Clock;
	/** Looks in QuickBooks for what these writings would have made; only what is there is in the answer. */
	lookAgain(writings: W[]): Promise<Outcome<Map<W, QbRecord>>>;
}

/** After these many looks nobody will know better; the next run looks again. */
const ROUNDS = 4;
const WAIT_BEFORE_LOOKING_MS = 2_000;

type Settled<W> = Map<W, Outcome<QbRecord>>;

/**
 * Writes in batches of thirty, several at once. What is in doubt (no answer, a broken one, a replayed or refused request id,
 * a number or name that is suddenly taken) is looked for before it is sent again, so that nothing is made twice.
 * Every writing has an outcome at the end; a failure of the whole run keeps later batches from being sent.
 */
export async function sendSurely<W extends Writing>(writings: W[], options: SendOptions<W>): Promise<Settled<W>> {
	const settled: Settled<W> = new Map();
	let halted: Failure | undefined;
	await Promise.all(
		chunksOf(writings, BATCH_LIMIT).map(async (batch) => {
			const outcomes = await sendBatch(batch, options, () => halted);
			for (const [writing, outcome] of outcomes) {
				settled.set(writing, outcome);
				if (!outcome.ok && stopsTheRun(outcome.failure)) halted ??= outcome.failure;
			}
		}),
	);
	return settled;
}

async function sendBatch<W extends Writing>(
	batch: W[],
	{ quickbooks, clock, lookAgain }: SendOptions<W>,
	halted: () => Failure | undefined,
): Promise<Settled<W>> {
	const settled: Settled<W> = new Map();
	let open = batch;
	let attempt = 1;
	for (let round = 1; open.length > 0; round += 1) {
		const cancelled = clock.cancelled() && round === 1 ? EXECUTION_CANCELLED : undefined;
		const stop = halted() ?? cancelled ?? (round > ROUNDS || clock.cancelled() ? UNKNOWN : undefined);
		if (stop) {
			for (const writing of open) settled.set(writing, fail(stop));
			break;
		}
		const items = open.map((writing) => writing.item);
		const reply = await quickbooks.batch(items, requestIdOf(items, [attempt, ...open.flatMap(({ replaces }) => replaces ?? [])]));
		if (!reply.ok && reply.failure.evidence?.doubtful !== true) {
			for (const writing of open) settled.set(writing, fail(reply.failure));
			break;
		}
		const answers: BatchAnswer[] = reply.ok ? reply.value.answers : open.map(() => ({ kind: 'missing' }));
		const doubtful = new Map<W, BatchAnswer>();
		for (const [index, writing] of open.entries()) {
			const answer = answers[index]!;
			if (answer.kind === 'record') settled.set(writing, succeed(answer.record));
			else if (inDoubt(answer)) doubtful.set(writing, answer);
			else settled.set(writing, fail(recordFailure(faultOf(answer), writing.what)));
		}
		if (doubtful.size === 0) break;
		if (!reply.ok) await clock.sleep(WAIT_BEFORE_LOOKING_MS * round);
		const found = await lookAgain([...doubtful.keys()]);
		if (!found.ok) {
			for (const writing of doubtful.keys()) settled.set(writing, fail(inDoubtStill(found.failure)));
			break;
		}
		open = [];
		for (const [writing, answer] of doubtful) {
			const record = found.value.get(writing);
			if (record) settled.set(writing, succeed(record));
			else if (answer.kind === 'fault' && !worthAnotherTry(answer.fault.code, round)) {
				settled.set(writing, fail(recordFailure(answer.fault, writing.what)));
			} else open.push(writing);
			// The id was answered with a refusal, and nothing stands: the same id would only be refused again.
			if (answer.kind === 'fault') attempt += 1;
		}
	}
	return settled;
}

const inDoubt = (answer: BatchAnswer): boolean =>
	answer.kind === 'missing' || answer.kind === 'rows' || (answer.kind === 'fault' && (isDoubtful(answer.fault) || answer.fault.code === DUPLICATE_NAME));

/** A refused request id or a passing fault of the server: once more under another id. A name or number that is taken stays so. */
const worthAnotherTry = (code: string, round: number): boolean =>
	code === '600' || code === '10000' || (code === '6000' && round === 1);

const faultOf = (answer: BatchAnswer) => (answer.kind === 'fault' ? answer.fault : { code: '', message: '', detail: '' });

const UNKNOWN: Failure = {
	...requestFailure({}),
	reason: 'not-confirmed',
	message: 'QuickBooks did not say whether this was carried out, and it cannot be found there',
};

const inDoubtStill = (failure: Failure): Failure => ({
	...failure,
	message: `QuickBooks did not say whether this was carried out, and looking for it did not succeed: ${failure.message}`,
	remedy: 'Run the workflow again: it looks for the order before it posts anything',
});

import { fail, succeed, type Outcome } from '../outcome/outcome';
import { recordFailure, requestFailure } from './faults';
import { PAGE_LIMIT, chunksOf } from './query';
import { BATCH_LIMIT, type QbRecord, type QuickBooks } from './quickbooks';

/**
 * Asks many queries in as few batches as possible. What a batch leaves unanswered is asked once more: reading does no harm.
 * @returns the rows of each query, in the order of the statements
 */
export async function ask(quickbooks: QuickBooks, statements: string[]): Promise<Outcome<QbRecord[][]>> {
	const first = await askOnce(quickbooks, statements);
	if (!first.ok) return first;
	const unanswered = statements.filter((_, index) => first.value[index] === undefined);
	if (unanswered.length === 0) return succeed(first.value as QbRecord[][]);
	const second = await askOnce(quickbooks, unanswered);
	if (!second.ok) return second;
	const late = second.value.values();
	const rows = first.value.map((answer) => answer ?? late.next().value);
	return rows.every((answer) => answer !== undefined) ? succeed(rows as QbRecord[][]) : fail(requestFailure({}));
}

async function askOnce(quickbooks: QuickBooks, statements: string[]): Promise<Outcome<Array<QbRecord[] | undefined>>> {
	const replies = await Promise.all(
		chunksOf(statements, BATCH_LIMIT).map((chunk) => quickbooks.batch(chunk.map((statement) => ({ kind: 'query', statement })))),
	);
	const rows: Array<QbRecord[] | undefined> = [];
	for (const reply of replies) {
		if (!reply.ok) return reply;
		for (const answer of reply.value.answers) {
			if (answer.kind === 'fault') return fail(recordFailure(answer.fault, 'a query'));
			rows.push(answer.kind === 'rows' ? answer.rows : undefined);
		}
	}
	return succeed(rows);
}

/** A query without paging, and where the first page may be full, what to ask for the next ones. */
export const page = (statement: string, number: number): string =>
	`${statement} orderby Id startposition ${number * PAGE_LIMIT + 1} maxresults ${PAGE_LIMIT}`;

/**
 * Asks queries to their ends. First pages go out together; whoever fills its page is asked on, thirty pages at a time, so
 * that a company of many documents costs one call for 30,000 of them.
 */
export async function askAll(quickbooks: QuickBooks, statements: string[]): Promise<Outcome<QbRecord[][]>> {
	const first = await ask(quickbooks, statements.map((statement) => page(statement, 0)));
	if (!first.ok) return first;
	const all = first.value;
	for (const [index, statement] of statements.entries()) {
		// A page one row short of full has been seen for a full one; ending on a short page costs one query more.
		for (let number = 1, full = all[index]!.length >= PAGE_LIMIT - 1; full; ) {
			const numbers = number === 1 ? [1] : Array.from({ length: BATCH_LIMIT }, (_, step) => number + step);
			const more = await ask(quickbooks, numbers.map((next) => page(statement, next)));
			if (!more.ok) return more;
			all[index]!.push(...more.value.flat());
			full = more.value.at(-1)!.length >= PAGE_LIMIT - 1;
			number += numbers.length;
		}
	}
	return succeed(all);
}

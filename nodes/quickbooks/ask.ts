import type { Failure } from '../outcome/failure';
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

/**
 * How many rows a page has in common with the one before. Whoever writes or deletes meanwhile moves the rows that come behind: as
 * long as a page begins within the one before it, none was passed by.
 */
const OVERLAP = 100;
const STEP = PAGE_LIMIT - OVERLAP;

/** After these many readings that others disturbed nobody will have more luck. */
const READINGS = 4;

/** A query without paging, and where the first page may be full, what to ask for the next ones. */
export const page = (statement: string, number: number): string =>
	`${statement} orderby Id startposition ${number * STEP + 1} maxresults ${PAGE_LIMIT}`;

/** A batch would take thirty: that many rows at once cost n8n some 70 MB more, which it does not give back. */
const PAGES_AT_ONCE = 10;

/**
 * Asks queries to their ends. First pages go out together; whoever fills its page is asked on: one, two and then ten pages at a
 * time, so that a list of a few thousand costs no batch while batches are short, and one of 27,000 six calls. Each record is given
 * once, also where a page repeats it.
 * @param pick what is wanted of a row of which query, by the row's own id; rows without are let go of page by page, as a company may have many
 */
export async function askAll<Picked extends { Id?: string } = QbRecord>(
	quickbooks: QuickBooks,
	statements: string[],
	pick: (row: QbRecord, query: number) => Picked | undefined = (row) => row as Picked & QbRecord,
): Promise<Outcome<Picked[][]>> {
	const first = await ask(quickbooks, statements.map((statement) => page(statement, 0)));
	if (!first.ok) return first;
	const all: Picked[][] = [];
	for (const [index, statement] of statements.entries()) {
		const pickRow = (row: QbRecord) => pick(row, index);
		let rows = await askOn(quickbooks, statement, first.value[index]!, pickRow);
		for (let reading = 2; rows.ok && rows.value === undefined; reading += 1) {
			if (reading > READINGS) return fail(DISTURBED);
			const anew = await ask(quickbooks, [page(statement, 0)]);
			if (!anew.ok) return anew;
			rows = await askOn(quickbooks, statement, anew.value[0]!, pickRow);
		}
		if (!rows.ok) return rows;
		all.push([...new Map((rows.value ?? []).map((record) => [record.Id, record])).values()]);
	}
	return succeed(all);
}

const isFull = (rows: QbRecord[]): boolean => rows.length >= PAGE_LIMIT - 1;

/**
 * What is wanted of a first page and of those behind it, as long as they are full; `undefined` when one of them did not begin with a
 * record of the one before: something between them may have been passed by.
 */
async function askOn<Picked>(
	quickbooks: QuickBooks,
	statement: string,
	first: QbRecord[],
	pick: (row: QbRecord) => Picked | undefined,
): Promise<Outcome<Picked[] | undefined>> {
	const pickFrom = (rows: QbRecord[]) => rows.flatMap((row) => pick(row) ?? []);
	const picked = pickFrom(first);
	let last = first;
	// A page one row short of full has been seen for a full one; ending on a short page costs one query more.
	for (let number = 1; isFull(last); ) {
		const numbers = Array.from({ length: number > 2 ? PAGES_AT_ONCE : number }, (_, step) => number + step);
		const more = await ask(quickbooks, numbers.map((next) => page(statement, next)));
		if (!more.ok) return more;
		for (const rows of more.value) {
			// Behind the last page there may be empty ones.
			if (!isFull(last)) break;
			if (rows[0] === undefined || !last.some(({ Id }) => Id === rows[0]!.Id)) return succeed(undefined);
			picked.push(...pickFrom(rows));
			last = rows;
		}
		number += numbers.length;
	}
	return succeed(picked);
}

const DISTURBED: Failure = {
	cause: 'temporarily-unavailable',
	reason: 'disturbed',
	message: 'So much is being deleted in QuickBooks at the moment that a long list cannot be read without gaps',
	remedy: 'Run the workflow again when that is over; what was posted before is found and not posted twice',
};

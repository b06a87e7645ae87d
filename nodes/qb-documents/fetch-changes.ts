import { instant, shift } from '../channels/instant';
import type { OrderQuery } from '../channels/channel';
import type { Clock } from '../outcome/clock';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { ask } from '../quickbooks/ask';
import { literal, PAGE_LIMIT } from '../quickbooks/query';
import type { QuickBooks } from '../quickbooks/quickbooks';
import { byTime, changeOf, isBehind, readPageMark, writePageMark, type Change } from './change';

const DAY = 24 * 60 * 60_000;

/** Change data capture looks back 30 days (Intuit, "Change data capture"); a day less, as clocks differ. */
const REACH = 29 * DAY;

export interface ChangesPage {
	changes: Change[];
	next?: string;
}

/**
 * What was written in a window, oldest first. Change data capture tells it in one call, deletions included, as long as it is
 * fewer than 1,000 records and at most 30 days ago. Beyond that the entities are queried, which shows no deletions: those that change
 * data capture showed are kept, and the later pages ask it again.
 */
export async function fetchChanges(
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
	entities: readonly string[],
	{ from, to, pageSize, pageToken }: OrderQuery,
): Promise<Outcome<ChangesPage>> {
	const mark = pageToken === undefined ? undefined : readPageMark(pageToken);
	if (pageToken !== undefined && !mark) return fail(unknownMark(pageToken));
	// QuickBooks keeps whole seconds.
	const since = startOfSecond(mark?.at ?? from ?? instant(clock.now() - DAY));
	const captured = since >= instant(clock.now() - REACH) ? await capture(quickbooks, entities, since) : succeed({ changes: [], complete: false });
	if (!captured.ok) return captured;
	const read = captured.value.complete ? succeed({ changes: captured.value.changes, until: undefined }) : await query(quickbooks, entities, since, to);
	if (!read.ok) return read;

	const { until } = read.value;
	const deleted = captured.value.complete ? [] : captured.value.changes.filter(({ record }) => record.status === 'Deleted');
	const inWindow = [...read.value.changes, ...deleted]
		.filter((change) => change.at >= since && (to === undefined || change.at < to) && (until === undefined || change.at <= until))
		.filter((change) => mark === undefined || isBehind(change, mark))
		.sort(byTime);
	const changes = inWindow.slice(0, pageSize);
	const last = changes.at(-1);
	const more = until !== undefined || inWindow.length > changes.length;
	return succeed({ changes, ...(more && last ? { next: writePageMark(last) } : {}) });
}

const startOfSecond = (time: string): string => time.replace(/\.\d+Z$/, '.000Z');
const wholeSeconds = (time: string): string => time.replace(/\.\d+Z$/, 'Z');

async function capture(quickbooks: QuickBooks, entities: readonly string[], since: string): Promise<Outcome<{ changes: Change[]; complete: boolean }>> {
	const answer = await quickbooks.changes(entities, wholeSeconds(since));
	if (!answer.ok) return answer;
	const changes = [...answer.value].flatMap(([entity, records]) => records.map((record) => changeOf(entity, record)));
	return succeed({ changes, complete: changes.length < PAGE_LIMIT - 1 });
}

interface Queried {
	changes: Change[];
	/** Up to here every entity was read; absent when all were read to their ends. */
	until: string | undefined;
}

async function query(quickbooks: QuickBooks, entities: readonly string[], since: string, to: string | undefined): Promise<Outcome<Queried>> {
	const rows = await ask(quickbooks, entities.map((entity) => statementOf(entity, since, to, 1)));
	if (!rows.ok) return rows;
	const changes: Change[] = [];
	let until: string | undefined;
	for (const [index, entity] of entities.entries()) {
		const own = rows.value[index]!.map((record) => changeOf(entity, record)).sort(byTime);
		// A full page that holds nothing but one second would be asked for again and again: its next pages are read at once.
		let full = own.length >= PAGE_LIMIT - 1;
		while (full && own.at(-1)!.at <= since) {
			const more = await ask(quickbooks, [statementOf(entity, since, to, own.length + 1)]);
			if (!more.ok) return more;
			own.push(...more.value[0]!.map((record) => changeOf(entity, record)).sort(byTime));
			full = more.value[0]!.length >= PAGE_LIMIT - 1;
		}
		changes.push(...own);
		const end = own.at(-1)?.at;
		if (full && end !== undefined && (until === undefined || end < until)) until = end;
	}
	return succeed({ changes, until });
}

const statementOf = (entity: string, since: string, to: string | undefined, start: number): string =>
	`select * from ${entity} where MetaData.LastUpdatedTime >= ${literal(wholeSeconds(since))}` +
	// The end is rounded up, and cut sharply afterwards.
	(to === undefined ? '' : ` and MetaData.LastUpdatedTime <= ${literal(wholeSeconds(shift(to, 1_000)))}`) +
	` orderby MetaData.LastUpdatedTime startposition ${start} maxresults ${PAGE_LIMIT}`;

const unknownMark = (mark: string) =>
	({
		cause: 'configuration-invalid',
		reason: 'page-mark-unknown',
		message: `The mark of the next page, '${mark.slice(0, 60)}', is not one of this version`,
		remedy: 'Nothing: reading begins again where it was',
	}) as const;

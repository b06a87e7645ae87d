import type { ChannelAnswer, ChannelRequest } from '../channels/channel';
import { describeIssues } from '../order/describe-issues';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { ask, type Access } from './ask';
import { shapeFault } from './faults';
import { LARGEST_PAGE, type Listed, type UnreadableRow } from './shipstation';
import type { ReadRow } from './wire-values';

/** A list of ShipStation's: where it is, and where its rows stand in the answer. */
export interface List {
	path: '/orders' | '/shipments' | '/fulfillments';
	rows: 'orders' | 'shipments' | 'fulfillments';
	id: 'orderId' | 'shipmentId' | 'fulfillmentId';
}

export type ListQuery = NonNullable<ChannelRequest['query']>;

export const ORDERS: List = { path: '/orders', rows: 'orders', id: 'orderId' };
export const SHIPMENTS: List = { path: '/shipments', rows: 'shipments', id: 'shipmentId' };
export const FULFILLMENTS: List = { path: '/fulfillments', rows: 'fulfillments', id: 'fulfillmentId' };

/** Stands in the place of a row that breaks every page it is on. */
export const BROKEN = Symbol('broken row');

/** Part of a list. */
export interface Stretch {
	/** As they came, or `BROKEN`. */
	rows: unknown[];
	/** How many rows the list has, as ShipStation counts it. */
	total: number;
}

/** A list may move while it is read; after these many readings from the beginning it is taken as it is. */
const READINGS = 3;

/** Beyond this a list would not end. */
const MOST_PAGES = 400;

/** Enough to tell a passing 500 from one that a row causes. */
const ATTEMPTS = { down: 2 };

/**
 * Reads a list to its end, 500 rows a page, and reads every row. Pages are cut by number, and a row that changes
 * between two pages moves to the end: the rows behind it move up by one, and one slips past. It shows: the row comes twice, or
 * the total changes. The list is read again then.
 */
export async function readList<T>(access: Access, list: List, query: ListQuery, readRow: (row: unknown) => ReadRow<T>): Promise<Outcome<Listed<T>>> {
	for (let reading = 1; ; reading += 1) {
		const read = await readThrough(access, list, query);
		if (!read.ok) return read;
		if (read.value.moved && reading < READINGS) continue;
		return succeed(parsed([...read.value.rows.values()], read.value.broken, list, readRow));
	}
}

interface Through {
	/** By id, so that a row that came twice stands once, with its last state. */
	rows: Map<unknown, unknown>;
	broken: number;
	moved: boolean;
}

async function readThrough(access: Access, list: List, query: ListQuery): Promise<Outcome<Through>> {
	const through: Through = { rows: new Map(), broken: 0, moved: false };
	let total: number | undefined;
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const stretch = await readStretch(access, list, query, page * LARGEST_PAGE, LARGEST_PAGE);
		if (!stretch.ok) return stretch;
		const { rows } = stretch.value;
		through.moved ||= total !== undefined && total !== stretch.value.total;
		total = stretch.value.total;
		for (const row of rows) {
			if (row === BROKEN) {
				through.broken += 1;
				continue;
			}
			const id = (row as Record<string, unknown> | null)?.[list.id] ?? row;
			through.moved ||= through.rows.has(id);
			through.rows.set(id, row);
		}
		const full = rows.length >= LARGEST_PAGE;
		// `pages` is 0 in ShipStation's own examples, with rows beside it: only rows and their total tell the end.
		if (!full || (page + 1) * LARGEST_PAGE === total) break;
	}
	return succeed(through);
}

/**
 * Reads rows from `offset` on. One row can break every page it is on (the answer is a 500): the page is then read in smaller and
 * smaller ones, until the row stands alone and is passed over.
 * @param size divides `offset`
 */
export async function readStretch(access: Access, list: List, query: ListQuery, offset: number, size: number): Promise<Outcome<Stretch>> {
	return await new StretchReader(access, list, query).read(offset, size);
}

class StretchReader {
	/** Single rows that failed since any page was good: two of them in a row, and it is the service that is broken. */
	private failedAlone = 0;
	private total = 0;

	constructor(
		private readonly access: Access,
		private readonly list: List,
		private readonly query: ListQuery,
	) {}

	async read(offset: number, size: number): Promise<Outcome<Stretch>> {
		const request: ChannelRequest = { method: 'GET', path: this.list.path, query: { ...this.query, page: offset / size + 1, pageSize: size } };
		const asked = await ask(this.access, request, ATTEMPTS);
		if (asked.ok) return this.took(asked.value);
		if (asked.answer?.status !== 500) return fail(asked.failure);
		return size === 1 ? this.passOver(asked.failure) : await this.readInParts(offset, size);
	}

	private took(answer: ChannelAnswer): Outcome<Stretch> {
		const body = answer.body as Record<string, unknown> | null;
		const rows = typeof body === 'object' && body !== null ? body[this.list.rows] : undefined;
		if (!Array.isArray(rows)) return fail(shapeFault(answer));
		this.failedAlone = 0;
		this.total = typeof body?.total === 'number' ? body.total : rows.length;
		return succeed({ rows, total: this.total });
	}

	private passOver(failure: Failure): Outcome<Stretch> {
		this.failedAlone += 1;
		return this.failedAlone > 1 ? fail(failure) : succeed({ rows: [BROKEN], total: this.total });
	}

	private async readInParts(offset: number, size: number): Promise<Outcome<Stretch>> {
		const part = size / smallestFactor(size);
		const whole: Stretch = { rows: [], total: 0 };
		for (let at = offset; at < offset + size; at += part) {
			const read = await this.read(at, part);
			if (!read.ok) return read;
			whole.rows.push(...read.value.rows);
			whole.total = this.total;
			if (this.total > 0 && at + part >= this.total) break;
		}
		return succeed(whole);
	}
}

function smallestFactor(size: number): number {
	for (let factor = 2; factor * factor <= size; factor += 1) if (size % factor === 0) return factor;
	return size;
}

function parsed<T>(rows: unknown[], broken: number, list: List, readRow: (row: unknown) => ReadRow<T>): Listed<T> {
	const unreadable: UnreadableRow[] = Array.from({ length: broken }, () => ({
		reason: `ShipStation answers with an error of its own (status 500) whenever one of its ${list.rows} is asked for`,
	}));
	const read: T[] = [];
	for (const row of rows) {
		const result = readRow(row);
		if (result.success) read.push(result.data);
		else {
			const { orderId } = (row ?? {}) as { orderId?: unknown };
			unreadable.push({ ...(typeof orderId === 'number' ? { orderId } : {}), reason: `One of ShipStation's ${list.rows} cannot be read: ${describeIssues(result.error)}` });
		}
	}
	return { rows: read, unreadable };
}

import type { LoopbackRequest } from '../loopback';
import { LoopbackFaults, type LoopbackFault } from '../loopback-faults';
import { entityType } from './entity-operations';
import type { QuickBooksFault } from './faults';
import { throttled } from './faults';
import type { Written } from './request-ids';
import { listOf, objectOf, type Json } from './wire-values';

/** Which requests a scripted fault strikes, how often, and whether the work is done before the answer is lost. */
export type Striking = Pick<LoopbackFault, 'matches' | 'times' | 'skip' | 'when'>;

interface ItemFault {
	readonly matches: (item: Json) => boolean;
	readonly fault: QuickBooksFault;
	left: number;
}

/** Faults a test scripts. The oldest that matches a request and is not spent strikes it. */
export class ScriptedFaults extends LoopbackFaults {
	private readonly items: ItemFault[] = [];

	/** 429 or 403 with the throttle's body. */
	throttle(options: Striking & { readonly status?: 429 | 403 } = {}): void {
		const { status = 429, ...striking } = options;
		this.add({ ...striking, effect: { status, body: faultBody(throttled(status)) } });
	}

	/** 500, 502, 503 or 504, as a load balancer words it. */
	serverError(status: 500 | 502 | 503 | 504, striking: Striking = {}): void {
		this.add({ ...striking, effect: { status, body: `<html><body><h1>${status} Server Error</h1></body></html>` } });
	}

	/** The connection breaks; with `when: 'after'` once the work is done. */
	reset(striking: Striking = {}): void {
		this.add({ ...striking, effect: 'reset' });
	}

	/** No answer comes; with `when: 'after'` although the work is done. */
	timeOut(striking: Striking = {}): void {
		this.add({ ...striking, effect: 'hang' });
	}

	/** The work is done and half of its answer arrives. */
	truncate(striking: Striking = {}): void {
		this.add({ ...striking, effect: 'truncate' });
	}

	/** A page for people with status 200 instead of JSON. */
	html(striking: Striking = {}): void {
		this.add({ ...striking, effect: { status: 200, body: '<html><body>QuickBooks is being updated</body></html>' } });
	}

	/** A Fault with status 200 on a single request. */
	faultInside200(fault: QuickBooksFault, striking: Striking = {}): void {
		this.add({ ...striking, effect: { status: 200, body: faultBody(fault) } });
	}

	/** Refuses items of batches instead of doing them; `matches` sees the item as sent. */
	failItem(fault: QuickBooksFault, matches: (item: Json) => boolean = () => true, times = 1): void {
		this.items.push({ matches, fault, left: times });
	}

	/** The answer of a batch lacks these items, although they were done. */
	leaveOutItems(isLeftOut: (answer: Json) => boolean, striking: Striking = {}): void {
		this.add({
			matches: isBatch,
			...striking,
			effect: (answer) => {
				const body = objectOf(answer.body);
				const kept = listOf(body.BatchItemResponse).filter((item) => !isLeftOut(item));
				return { ...answer, body: { ...body, BatchItemResponse: kept } };
			},
		});
	}

	/** What was scripted for this batch item, once. */
	forItem(item: Json): Written | undefined {
		const found = this.items.find(({ left, matches }) => left > 0 && matches(item));
		if (found === undefined) return undefined;
		found.left -= 1;
		this.struck += 1;
		return { fault: found.fault };
	}

	override clear(): void {
		super.clear();
		this.items.length = 0;
	}

	override get pending(): number {
		return super.pending + this.items.reduce((sum, { left }) => sum + left, 0);
	}
}

export function isBatch({ path }: LoopbackRequest): boolean {
	return path.endsWith('/batch');
}

export function isQuery({ path }: LoopbackRequest): boolean {
	return path.endsWith('/query');
}

/** Matches requests that create an entity of this type, alone or in a batch. */
export function creates(type: string): (request: LoopbackRequest) => boolean {
	return (request) => {
		if (request.method !== 'POST') return false;
		if (isBatch(request)) return items(request).some((item) => item.operation === 'create' && type in item);
		const last = request.path.split('/').pop() ?? '';
		return entityType(last) === type && !request.query.has('operation') && objectOf(parsed(request)).Id === undefined;
	};
}

/** The entities a request writes, with what is done to them; empty for reads and queries. */
export function payloadsOf(
	request: Pick<LoopbackRequest, 'method' | 'path' | 'body'> & { readonly operation?: string },
): Payload[] {
	if (request.method !== 'POST') return [];
	if (request.path.endsWith('/batch')) return items(request).flatMap(itemPayload);
	const type = entityType(request.path.split('/').pop() ?? '');
	if (type === undefined) return [];
	const body = objectOf(parsed(request));
	return [{ type, operation: request.operation ?? (body.Id === undefined ? 'create' : 'update'), body }];
}

/** One entity as a client sent it. */
export interface Payload {
	readonly type: string;
	readonly operation: string;
	readonly body: Json;
}

function itemPayload(item: Json): Payload[] {
	const name = Object.keys(item).find((key) => entityType(key) !== undefined);
	return name === undefined ? [] : [{ type: name, operation: String(item.operation), body: objectOf(item[name]) }];
}

function items(request: Pick<LoopbackRequest, 'body'>): Json[] {
	return listOf(objectOf(parsed(request)).BatchItemRequest);
}

function parsed({ body }: Pick<LoopbackRequest, 'body'>): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

function faultBody(fault: QuickBooksFault): Json {
	return { Fault: fault.toJson(), time: '2026-01-01T00:00:00.000-07:00' };
}

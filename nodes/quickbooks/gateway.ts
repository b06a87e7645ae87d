import type { Clock } from '../outcome/clock';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { waitBeforeRetry, type RetryPolicy } from '../outcome/retry';
import { EXECUTION_CANCELLED, readFault, recordFailure, requestFailure } from './faults';
import { MarksRead } from './marks-read';
import type { Paced, Pacer } from './pacer';
import { QuickBooksWire, type CompanyAccess, type RawAnswer } from './client';
import type { BatchAnswer, BatchItem, BatchReply, QbRecord, QuickBooks } from './quickbooks';

/** Intuit names no time to wait after a refusal for speed; its limits count by the minute. */
const RETRY: RetryPolicy = { attempts: 4, firstWait: 1_000, longestWait: 20_000, rateLimitWait: 60_000 };

export interface GatewayAccess extends CompanyAccess {
	appUrl: string;
	/** Gets a token newer than the one used; a failure when the user must connect again. */
	renewToken(): Promise<Outcome<void>>;
}

/** The company over HTTP: paced, signed in anew after a 401, repeated where that cannot do harm. */
export class QuickBooksGateway implements QuickBooks {
	private readonly wire: QuickBooksWire;
	private renewal: Promise<Outcome<void>> | undefined;
	calls = 0;
	serverTime: number | undefined;

	constructor(
		private readonly access: GatewayAccess,
		private readonly pacer: Pacer,
		private readonly clock: Clock,
		readonly marks = new MarksRead(),
	) {
		this.wire = new QuickBooksWire(access);
	}

	get realmId(): string {
		return this.access.realmId;
	}

	get appUrl(): string {
		return this.access.appUrl;
	}

	async batch(items: BatchItem[], requestId?: string): Promise<Outcome<BatchReply>> {
		const statements = items.flatMap((item) => (item.kind === 'query' ? [item.statement] : []));
		const readsOnly = statements.length === items.length;
		if (readsOnly && statements.every(isPlain) && this.pacer.askOneByOne(items.length, this.clock)) return await this.queries(statements);
		const wireItems = items.map(wireItem);
		const answer = await this.repeat('batch', readsOnly, () => this.wire.batch(wireItems, requestId));
		if (!answer.ok) return answer;
		const { body, traceId } = answer.value;
		const responses = body.BatchItemResponse;
		if (!Array.isArray(responses)) return fail(requestFailure({ body, ...(traceId ? { traceId } : {}) }));
		this.serverTime = Date.parse(String(body.time)) || this.serverTime;
		// Answers are matched by bId: QuickBooks does not promise their order.
		const byId = new Map(responses.map((response: Record<string, unknown>) => [String(response?.bId), response]));
		return succeed({
			answers: items.map((item, index) => answerTo(item, byId.get(bIdOf(index)))),
			...(typeof body.time === 'string' ? { time: body.time } : {}),
			...(traceId ? { traceId } : {}),
		});
	}

	/** The same questions without a batch. */
	private async queries(statements: string[]): Promise<Outcome<BatchReply>> {
		const asked = await Promise.all(statements.map((statement) => this.repeat('request', true, () => this.wire.query(statement))));
		const answers: BatchAnswer[] = [];
		for (const answer of asked) {
			if (!answer.ok) return answer;
			const { body } = answer.value;
			this.serverTime = Date.parse(String(body.time)) || this.serverTime;
			answers.push(rowsAnswer(body));
		}
		return succeed({ answers });
	}

	async query(statement: string): Promise<Outcome<QbRecord[]>> {
		const simple = /^select \* from (\w+) ?(.*)$/is.exec(statement);
		if (simple && isPlain(statement)) {
			const entity = simple[1]!;
			const answer = await this.repeat('request', true, () => this.wire.find(entity, simple[2]!));
			return answer.ok ? succeed(rowsOf(answer.value.body.QueryResponse)) : answer;
		}
		const reply = await this.batch([{ kind: 'query', statement }]);
		if (!reply.ok) return reply;
		const [answer] = reply.value.answers;
		if (answer?.kind === 'rows') return succeed(answer.rows);
		return fail(answer?.kind === 'fault' ? recordFailure(answer.fault, 'a query') : requestFailure({ body: reply.value }));
	}

	async changes(entities: readonly string[], since: string): Promise<Outcome<Map<string, QbRecord[]>>> {
		const answer = await this.repeat('request', true, () => this.wire.changes(entities, since));
		if (!answer.ok) return answer;
		const { CDCResponse } = answer.value.body;
		if (!Array.isArray(CDCResponse)) return fail(requestFailure({ body: answer.value.body }));
		return succeed(changesIn(CDCResponse as Bag[], entities));
	}

	/**
	 * Sends, and sends again where that is harmless: reads after any passing trouble; writes only when QuickBooks certainly
	 * did not carry them out. What is in doubt goes back to the caller, who looks before sending again.
	 */
	private async repeat(kind: Paced, harmless: boolean, send: () => Promise<Outcome<RawAnswer>>): Promise<Outcome<RawAnswer>> {
		let renewed = false;
		for (let attempt = 1; ; attempt += 1) {
			const usedToken = this.access.token();
			const once = () => {
				if (this.clock.cancelled()) return Promise.resolve(fail(EXECUTION_CANCELLED));
				this.calls += 1;
				return send();
			};
			const answer = await this.pacer.run(kind, this.clock, once, !harmless);
			if (answer.ok) return answer;
			const { failure } = answer;
			if (failure.cause === 'credential-invalid' && failure.evidence?.status === 401 && !renewed) {
				renewed = true;
				const renewal = await this.renew(usedToken);
				if (!renewal.ok) return renewal;
				attempt -= 1;
				continue;
			}
			if (failure.evidence?.doubtful === true && !harmless) return answer;
			const wait = waitBeforeRetry(failure, attempt, RETRY);
			if (wait === undefined || this.clock.cancelled()) return answer;
			if (failure.cause === 'rate-limited') this.pacer.rest(this.clock, wait);
			else await this.clock.sleep(wait);
		}
	}

	/** Calls that run at the same time renew once. */
	private renew(usedToken: string): Promise<Outcome<void>> {
		if (this.access.token() !== usedToken) return Promise.resolve(succeed(undefined));
		this.renewal ??= this.access.renewToken().finally(() => {
			this.renewal = undefined;
		});
		return this.renewal;
	}
}

/** Outside of a batch other characters than ASCII are in doubt: node-quickbooks puts them into the address as they are. */
const isPlain = (statement: string): boolean => /^[\x20-\x7e]*$/.test(statement);

const bIdOf = (index: number): string => String(index + 1);

function wireItem(item: BatchItem, index: number): Record<string, unknown> {
	const bId = bIdOf(index);
	if (item.kind === 'query') return { bId, Query: item.statement };
	return { bId, operation: item.operation, ...(item.options ? { optionsData: item.options } : {}), [item.entity]: item.body };
}

type Bag = Record<string, unknown>;

function rowsOf(response: unknown): QbRecord[] {
	const rows = Object.values((response ?? {}) as Bag).find(Array.isArray);
	return (rows ?? []) as QbRecord[];
}

/** `[{QueryResponse: [{Invoice: […]}, {}]}]`: an entity without changes has an empty answer. */
function changesIn(responses: Bag[], entities: readonly string[]): Map<string, QbRecord[]> {
	const answers = responses.flatMap(({ QueryResponse }) => (Array.isArray(QueryResponse) ? (QueryResponse as Bag[]) : []));
	return new Map(entities.map((entity) => [entity, answers.flatMap((answer) => (Array.isArray(answer[entity]) ? (answer[entity] as QbRecord[]) : []))]));
}

function rowsAnswer(response: Bag): BatchAnswer {
	const result = (response.QueryResponse ?? {}) as Bag;
	return { kind: 'rows', rows: rowsOf(result), ...(typeof result.totalCount === 'number' ? { totalCount: result.totalCount } : {}) };
}

function answerTo(item: BatchItem, response: Bag | undefined): BatchAnswer {
	if (!response) return { kind: 'missing' };
	const fault = readFault(response);
	if (fault) return { kind: 'fault', fault };
	if (item.kind === 'query') return rowsAnswer(response);
	const record = response[item.entity];
	return record && typeof record === 'object' ? { kind: 'record', record: record as QbRecord } : { kind: 'missing' };
}

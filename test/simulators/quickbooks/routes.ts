import { randomUUID } from 'node:crypto';
import type { LoopbackAnswer, LoopbackRequest } from '../loopback';
import { allowsDuplicates, askedOperation } from './asked-operations';
import { runBatch } from './batch';
import { changeDataCapture } from './change-data-capture';
import type { Company } from './company';
import type { Counters } from './counters';
import { entityType, read, write } from './entity-operations';
import { fault, gatewayUnauthorized, QuickBooksFault, throttled, unsupportedOperation, wrongCompany } from './faults';
import type { LaggingLookUp } from './lagging-look-up';
import type { Limits } from './limits';
import type { OAuth } from './oauth';
import type { RequestIds } from './request-ids';
import { runQuery } from './run-query';
import type { ScriptedFaults } from './scripted-faults';
import { answerTime } from './simulated-time';
import { objectOf, textOf, type Json } from './wire-values';

/** The parts of the simulator a request passes through. */
export interface Surroundings {
	readonly company: Company;
	readonly counters: Counters;
	readonly faults: ScriptedFaults;
	readonly limits: Limits;
	readonly oauth: OAuth;
	readonly requestIds: RequestIds;
	readonly lag: LaggingLookUp;
	/** Simulated network and server time before the work on so many items. */
	readonly latency: (items: number) => Promise<void>;
	readonly requiresToken: boolean;
}

/** Answers a request to the accounting API: token, limits, company, then the work. */
export async function accounting(around: Surroundings, request: LoopbackRequest): Promise<LoopbackAnswer> {
	const { company, counters, limits, oauth } = around;
	const now = company.clock.now();
	const headers = { intuit_tid: `1-${randomUUID()}`, 'qbo-version': '1990.100', 'service-time': 'total=1, db=1' };
	if (around.requiresToken && !oauth.accepts(request.headers.authorization)) {
		counters.refuse(`${request.method} ${request.path}`, '3200 token expired or revoked');
		const challenge = { 'www-authenticate': 'Bearer realm="Intuit", error="invalid_token"' };
		return { status: 401, headers: { ...headers, ...challenge }, body: gatewayUnauthorized(now) };
	}
	const leave = limits.enter(request.path.endsWith('/batch'));
	if (leave === undefined) counters.throttled += 1;
	try {
		if (leave === undefined) throw throttled(limits.settings.status);
		await around.latency(Math.max(1, request.body.split('"bId"').length - 1));
		return { status: 200, headers, body: { ...route(around, request), time: answerTime(company.clock.now()) } };
	} catch (error) {
		if (!(error instanceof QuickBooksFault)) throw error;
		counters.refuse(`${request.method} ${request.path}`, error.message);
		return { status: error.status, headers, body: { Fault: error.toJson(), time: answerTime(company.clock.now()) } };
	} finally {
		leave?.();
	}
}

function route(around: Surroundings, request: LoopbackRequest): Json {
	const { company, counters, lag } = around;
	const [, , , realmId, name = '', id, ...rest] = request.path.split('/');
	if (realmId !== company.realmId) throw wrongCompany();
	const isPost = request.method === 'POST';
	if (name === 'batch' && isPost) {
		counters.batches += 1;
		return batch(around, request);
	}
	if (name === 'query') {
		counters.queries += 1;
		const text = isPost && request.body !== '' ? request.body : (request.query.get('query') ?? '');
		const found = runQuery(company, text, (type, entityId) => lag.isHidden(type, entityId));
		lag.lookedUp();
		return { QueryResponse: found };
	}
	if (name === 'cdc') {
		counters.cdc += 1;
		return {
			CDCResponse: changeDataCapture(company, request.query.get('entities'), request.query.get('changedSince')),
		};
	}
	counters.entities += 1;
	const type = entityType(name);
	if (type === undefined || rest.length > 0 || (isPost && id !== undefined)) throw noResource(request.path);
	if (isPost) return { [type]: writeOne(around, request, type) };
	if (request.method !== 'GET' || (id === undefined && type !== 'Preferences')) throw noResource(request.path);
	return { [type]: read(company, type, id ?? '1') };
}

function batch(around: Surroundings, request: LoopbackRequest): Json {
	const { company, counters, faults, lag, requestIds } = around;
	const body = jsonBody(request);
	const before = counters.writeLog.length;
	const answer = runBatch(
		{
			company,
			counters,
			requestIds,
			requestId: request.query.get('requestid') ?? undefined,
			isHidden: (type, id) => lag.isHidden(type, id),
			scripted: (item) => faults.forItem(item),
		},
		body,
	);
	if (counters.writeLog.length > before) noteNewDocuments(around);
	if (request.body.includes('"Query"')) lag.lookedUp();
	return answer;
}

function writeOne(around: Surroundings, request: LoopbackRequest, type: string): Json {
	const { company, counters, requestIds } = around;
	const body = jsonBody(request);
	const include = request.query.get('include') ?? '';
	const named = request.query.get('operation') ?? (textOf(body.Id) === undefined ? 'create' : 'update');
	const operation = askedOperation(type, named, include);
	const { written, replayed } = requestIds.once(request.query.get('requestid') ?? undefined, () =>
		write(company, operation, type, body, { allowDuplicateDocNum: allowsDuplicates(include) }),
	);
	if ('fault' in written) throw written.fault;
	if (!replayed) {
		counters.written(operation, type);
		noteNewDocuments(around);
	}
	return written.entity;
}

function noteNewDocuments({ company, lag }: Surroundings): void {
	for (const { type, id } of company.freshDocuments()) lag.wrote(type, id);
}

function jsonBody({ body }: LoopbackRequest): Json {
	try {
		return objectOf(JSON.parse(body));
	} catch {
		throw fault('2010', 'Property Name:Unexpected character in the body specified is unsupported or invalid');
	}
}

function noResource(path: string): QuickBooksFault {
	return unsupportedOperation(`Could not find resource for relative : ${path}`);
}

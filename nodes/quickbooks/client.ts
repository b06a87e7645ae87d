import { fail, succeed, type Outcome } from '../outcome/outcome';
import { axios, QuickBooksClient } from '../vendor/quickbooks';
import { readFault, requestFailure } from './faults';

/** Where a company is, and how to sign in to it. The token is asked for at every call: it changes while we work. */
export interface CompanyAccess {
	realmId: string;
	/** `https://quickbooks.api.intuit.com`, the sandbox's host, or a simulator's. */
	apiUrl: string;
	/** Milliseconds until a batch is given up; absent: a little longer than QuickBooks itself takes to give up. */
	timeoutMs?: number;
	token(): string;
}

/** The minor version that all others were folded into on 2025-08-01 (Intuit, "Minor versions"). */
const MINOR_VERSION = '75';

export interface RawAnswer {
	body: Record<string, unknown>;
	traceId?: string;
}

type Headers = Record<string, string | undefined>;
interface AnyResponse {
	status?: number;
	data?: unknown;
	headers?: Headers;
}

/**
 * The wire: one HTTP call each, no retry. Errors of axios carry the bearer token in their configuration, so nothing of them
 * leaves this file but status, body and the network's code.
 */
export class QuickBooksWire {
	constructor(private readonly access: CompanyAccess) {}

	/** `POST /batch` with a `requestid`, which node-quickbooks' own batch call lacks. */
	async batch(items: Array<Record<string, unknown>>, requestId?: string): Promise<Outcome<RawAnswer>> {
		return await this.post('batch', { BatchItemRequest: items }, requestId ? { requestid: requestId } : {});
	}

	/** `POST /query`: statements with long lists do not fit into an address (Intuit, "Data queries"). */
	async query(statement: string): Promise<Outcome<RawAnswer>> {
		return await this.post('query', statement, {}, { 'Content-Type': 'application/text' });
	}

	/** `select * from <entity> <clause>` by node-quickbooks. */
	find(entity: string, clause: string): Promise<Outcome<RawAnswer>> {
		const client = this.client();
		const finder = client[`find${plural(entity)}`];
		if (typeof finder !== 'function') {
			return Promise.resolve(fail(requestFailure({ status: 400, body: `node-quickbooks cannot list ${entity}` })));
		}
		return answered((settle) => finder.call(client, clause, settle));
	}

	/** `GET /cdc` by node-quickbooks, which writes the instant into the address as it is. */
	changes(entities: readonly string[], since: string): Promise<Outcome<RawAnswer>> {
		const client = this.client();
		return answered((settle) => client.changeDataCapture([...entities], since, settle));
	}

	private async post(path: string, body: unknown, params: Headers, headers: Headers = {}): Promise<Outcome<RawAnswer>> {
		try {
			const response = await axios.post(`${this.access.apiUrl}/v3/company/${encodeURIComponent(this.access.realmId)}/${path}`, body, {
				...(this.access.timeoutMs ? { timeout: this.access.timeoutMs } : {}),
				params: { minorversion: MINOR_VERSION, ...params },
				headers: { Accept: 'application/json', Authorization: `Bearer ${this.access.token()}`, ...headers },
			});
			return answerOf(response as AnyResponse);
		} catch (thrown) {
			return failureOf(thrown);
		}
	}

	private client(): Client {
		const { realmId } = this.access;
		const client = new QuickBooksClient('', '', this.access.token(), '', realmId, false, false, MINOR_VERSION, '2.0') as unknown as Client;
		client.endpoint = `${this.access.apiUrl}/v3/company/`;
		return client;
	}
}

type Callback = (thrown: unknown, data: unknown) => void;
type Client = Record<string, unknown> & {
	endpoint: string;
	changeDataCapture(entities: string[], since: string, callback: Callback): void;
};

/** The library calls back twice when a callback throws; a promise settles once and this one never throws. */
const answered = (ask: (callback: Callback) => void): Promise<Outcome<RawAnswer>> =>
	new Promise((settle) => {
		ask((thrown, data) => settle(thrown ? failureOf(thrown) : answerOf({ status: 200, data })));
	});

const plural = (entity: string): string =>
	/(s|x|ch)$/i.test(entity) ? `${entity}es` : /y$/i.test(entity) ? `${entity.slice(0, -1)}ies` : `${entity}s`;

function answerOf(response: AnyResponse): Outcome<RawAnswer> {
	const traceId = response.headers?.intuit_tid;
	const { data } = response;
	// HTML from a proxy, or a body cut short, which axios hands over as text.
	if (typeof data !== 'object' || data === null || readFault(data)) {
		const status = readFault(data) ? 400 : undefined;
		return fail(requestFailure({ body: data, ...(status ? { status } : {}), ...(traceId ? { traceId } : {}) }));
	}
	return succeed({ body: data as Record<string, unknown>, ...(traceId ? { traceId } : {}) });
}

function failureOf(thrown: unknown): Outcome<never> {
	const { response, code, Fault } = thrown as { response?: AnyResponse; code?: string; Fault?: unknown };
	if (Fault) return fail(requestFailure({ status: 400, body: thrown }));
	const traceId = response?.headers?.intuit_tid;
	return fail(
		requestFailure({
			...(response?.status !== undefined ? { status: response.status } : {}),
			body: response?.data,
			...(code && !response ? { networkCode: code } : {}),
			...(traceId ? { traceId } : {}),
		}),
	);
}

import type { IAllExecuteFunctions, IDataObject, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ChannelAnswer } from '../channels/channel';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { requestFault } from './request-fault';

/** Any context of n8n's that can send with a credential: execute, poll, load options. */
export type SendingContext = Pick<IAllExecuteFunctions, 'helpers'>;

/** A request to a service, without host and without credentials. */
export interface ServiceRequest {
	method: IHttpRequestMethods;
	/** Absolute path: `/wp-json/wc/v3/orders`. */
	path: string;
	query?: Record<string, string | number | boolean>;
	headers?: Record<string, string>;
	body?: unknown;
}

export type SendToService = (request: ServiceRequest) => Promise<Outcome<ChannelAnswer>>;

/** Which credential signs, and which address it is for. */
export interface ServiceAddress {
	credentialType: string;
	/** Scheme and host, and the path that the service lives under, if any. */
	baseUrl: string;
	/** What people call the service: `WooCommerce`. */
	serviceName: string;
	/** Milliseconds. */
	timeout?: number;
}

const DEFAULT_TIMEOUT = 60_000;

/**
 * A way to send with the user's credential. Every status is an answer; a failure is a broken connection, a time-out or a
 * credential that could not be used. A 401 is let through to n8n first, so that it can renew an expired token and repeat
 * the request once; only when the service refuses again is it an answer.
 */
export function sendWithCredential(context: SendingContext, address: ServiceAddress): SendToService {
	const baseUrl = address.baseUrl.trim().replace(/\/+$/, '');
	return async ({ method, path, query, headers, body }) => {
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context as IAllExecuteFunctions,
				address.credentialType,
				{
					method,
					url: `${baseUrl}${path}`,
					json: true,
					returnFullResponse: true,
					ignoreHttpStatusErrors: { ignore: true, except: [401] },
					timeout: address.timeout ?? DEFAULT_TIMEOUT,
					...(query ? { qs: query } : {}),
					...(headers ? { headers } : {}),
					...(body === undefined ? {} : { body: body as IDataObject }),
				},
			)) as IN8nHttpFullResponse;
			return succeed(answerOf(response.statusCode, response.headers, response.body));
		} catch (thrown) {
			const refusal = refusalOf(thrown);
			return refusal ? succeed(refusal) : fail(requestFault(thrown, { ...address, baseUrl }));
		}
	};
}

const answerOf = (status: number, headers: unknown, body: unknown): ChannelAnswer => ({
	status,
	headers: Object.fromEntries(
		Object.entries((headers ?? {}) as Record<string, unknown>)
			.filter(([, value]) => value !== undefined && value !== null)
			.map(([name, value]) => [name.toLowerCase(), String(value)]),
	),
	body,
});

/** The 401 that stayed one after n8n renewed what it could renew. n8n wraps the client's error into its own. */
function refusalOf(thrown: unknown): ChannelAnswer | undefined {
	const response = (thrown as { cause?: { response?: { status?: number; headers?: unknown; data?: unknown } } }).cause?.response;
	return response?.status === 401 ? answerOf(401, response.headers, response.data) : undefined;
}

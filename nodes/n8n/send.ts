import type { IAllExecuteFunctions, IDataObject, IHttpRequestMethods, IN8nHttpFullResponse } from 'n8n-workflow';
import type { ChannelAnswer } from '../channels/channel';
import type { Failure } from '../outcome/failure';
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

/** More than one is a loop: a slash at the end of a path, as some hosts of shops want it, costs one. */
const MOST_REDIRECTS = 3;

/**
 * A way to send with the user's credential. Every status is an answer; a failure is a broken connection, a time-out or a
 * credential that could not be used. A 401 is let through to n8n first, so that it can renew an expired token and repeat
 * the request once; only when the service refuses again is it an answer.
 *
 * n8n would follow a redirect to any host and sign there, too. So redirects are followed here: a reading to another path of
 * the same scheme and host, nothing else.
 */
export function sendWithCredential(context: SendingContext, address: ServiceAddress): SendToService {
	const baseUrl = address.baseUrl.trim().replace(/\/+$/, '');
	const sendTo = async (url: string, { method, query, headers, body }: ServiceRequest): Promise<Outcome<ChannelAnswer>> => {
		try {
			const response = (await context.helpers.httpRequestWithAuthentication.call(
				context as IAllExecuteFunctions,
				address.credentialType,
				{
					method,
					url,
					json: true,
					returnFullResponse: true,
					disableFollowRedirect: true,
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
	return async (request) => {
		let url = `${baseUrl}${request.path}`;
		let answer = await sendTo(url, request);
		for (let redirects = 0; answer.ok; redirects += 1) {
			const target = redirectOf(answer.value, url);
			if (target === undefined) return answer;
			const elsewhere = target.origin !== new URL(url).origin;
			if (elsewhere || request.method !== 'GET' || redirects >= MOST_REDIRECTS) return fail(redirected(address, url, target));
			url = target.href;
			// The query is part of where it leads to.
			answer = await sendTo(url, { ...request, query: undefined });
		}
		return answer;
	};
}

/** Where an answer refers the request to; absent when it is an answer. */
function redirectOf({ status, headers }: ChannelAnswer, from: string): URL | undefined {
	const { location } = headers;
	const refers = status >= 300 && status < 400 && location !== undefined && URL.canParse(location, from);
	return refers ? new URL(location, from) : undefined;
}

/** Said without the query, which may hold more than an address. */
const redirected = ({ serviceName }: ServiceAddress, from: string, { origin, pathname }: URL): Failure => ({
	cause: 'configuration-invalid',
	reason: 'redirected',
	message: `${serviceName} refers requests to '${new URL(from).origin}' on to '${origin}${pathname}'`,
	remedy: 'Nothing was sent there. If that is the address of the service, put it in the credential',
});

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

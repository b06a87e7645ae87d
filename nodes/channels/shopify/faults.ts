import type { Failure } from '../../outcome/failure';
import type { ChannelAnswer } from '../channel';
import type { ServiceFault } from '../service-fault';

const DENIED: ServiceFault = {
	cause: 'credential-invalid',
	reason: 'access-denied',
	says: 'does not let this app read orders',
	remedy: 'Give the app the scope read_orders (and read_all_orders for orders of more than 60 days ago), and install it again',
};

const NOT_SIGNED_IN: ServiceFault = {
	cause: 'credential-invalid',
	reason: 'not-signed-in',
	says: 'does not know this access token',
	remedy: "Check the credential's shop and token, and that the app is still installed",
};

const NO_SHOP: ServiceFault = {
	cause: 'configuration-invalid',
	reason: 'shop-not-found',
	says: 'has no shop or no API version at this address',
	remedy: "Check the credential's shop domain (my-shop.myshopify.com) and the API version",
};

const CLOSED: ServiceFault = {
	cause: 'configuration-invalid',
	reason: 'shop-closed',
	says: 'has frozen or closed this shop',
	remedy: "Settle the shop's plan in Shopify; orders are read again after that",
};

const DOWN: ServiceFault = {
	cause: 'temporarily-unavailable',
	reason: 'shopify-unavailable',
	says: 'is not available at the moment',
	remedy: 'Nothing is lost: the next poll asks again',
};

const TOO_FAST: ServiceFault = {
	cause: 'rate-limited',
	reason: 'throttled',
	says: 'asks for fewer requests',
	remedy: 'Poll less often, or keep other apps of this shop from using up its limit',
};

const NOT_UNDERSTOOD: ServiceFault = {
	cause: 'node-defect',
	reason: 'request-not-understood',
	says: 'did not accept the request',
	remedy: 'Choose an API version that this package supports; if it stays, report it with the details below',
};

const TOO_COSTLY: ServiceFault = {
	cause: 'node-defect',
	reason: 'query-too-costly',
	says: 'found a query too costly',
	remedy: 'Choose a smaller page size; if it stays, report it with the details below',
};

/** `extensions.code` of an error in an answer, which arrives with status 200. */
const BY_CODE = new Map<string, ServiceFault>([
	['THROTTLED', TOO_FAST],
	['MAX_COST_EXCEEDED', TOO_COSTLY],
	['ACCESS_DENIED', DENIED],
	['UNAUTHENTICATED', NOT_SIGNED_IN],
	['SHOP_INACTIVE', CLOSED],
	['INTERNAL_SERVER_ERROR', DOWN],
	['TIMEOUT', DOWN],
]);

/** https://shopify.dev/docs/api/usage/response-codes */
const BY_STATUS = new Map<number, ServiceFault>([
	[401, NOT_SIGNED_IN],
	[402, CLOSED],
	[403, DENIED],
	[404, NO_SHOP],
	[408, DOWN],
	[423, CLOSED],
	[429, TOO_FAST],
	[430, TOO_FAST],
]);

const failureOf = (fault: ServiceFault, detail: string, evidence: Failure['evidence']): Failure => ({
	cause: fault.cause,
	reason: fault.reason,
	message: `Shopify ${fault.says} (${detail})`,
	remedy: fault.remedy,
	...(evidence === undefined ? {} : { evidence }),
});

export interface GraphqlError {
	extensions?: { code?: unknown } | null;
	path?: unknown;
}

/** What is wrong with an answer by its status. */
export function faultOf(answer: ChannelAnswer): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	const fault = answer.status >= 500 ? DOWN : (BY_STATUS.get(answer.status) ?? NOT_UNDERSTOOD);
	return failureOf(fault, `status ${answer.status}`, { status: answer.status });
}

/** What is wrong by the codes of a GraphQL answer's errors; the first that is known counts. */
export function faultOfErrors(errors: GraphqlError[]): Failure {
	const coded = errors.map(({ extensions }) => (typeof extensions?.code === 'string' ? extensions.code : undefined));
	const at = Math.max(0, coded.findIndex((code) => code !== undefined && BY_CODE.has(code)));
	const code = coded[at];
	const path = errors[at]?.path;
	const field = Array.isArray(path) ? path.map(String).join('.').slice(0, 120) : null;
	return failureOf(
		(code !== undefined && BY_CODE.get(code)) || NOT_UNDERSTOOD,
		[code ?? 'no code', ...(field ? [`at '${field}'`] : [])].join(' '),
		{ code: code ?? null, field },
	);
}

/** A good status without a GraphQL answer in it: maintenance pages, broken transfers. */
export const notGraphql = (answer: ChannelAnswer): Failure => ({
	cause: 'temporarily-unavailable',
	reason: 'answer-not-readable',
	message: `Shopify answered with ${typeof answer.body === 'string' ? 'text that is not JSON' : 'JSON of another shape'} (status ${answer.status})`,
	remedy: 'Nothing is lost: the next poll asks again. If it stays, check the shop domain and any proxy in between',
	evidence: { status: answer.status, contentType: answer.headers['content-type'] ?? null },
});

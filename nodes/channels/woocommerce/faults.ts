import type { Failure } from '../../outcome/failure';
import type { ChannelAnswer } from '../channel';
import type { ServiceFault } from '../service-fault';

const DENIED: ServiceFault = {
	cause: 'credential-invalid',
	reason: 'access-denied',
	says: 'does not let this key read orders',
	remedy: 'Create a REST API key with Read permission for a user who may see orders (WooCommerce → Settings → Advanced → REST API)',
};

const NO_API: ServiceFault = {
	cause: 'configuration-invalid',
	reason: 'api-not-found',
	says: 'has no REST API at this address',
	remedy: "Check the credential's URL, that WooCommerce is active, and that permalinks are not set to Plain",
};

const NOT_UNDERSTOOD: ServiceFault = {
	cause: 'node-defect',
	reason: 'request-not-understood',
	says: 'did not accept the request',
	remedy: 'Update WooCommerce and this package; if it stays, report it with the details below',
};

const DOWN: ServiceFault = {
	cause: 'temporarily-unavailable',
	reason: 'shop-unavailable',
	says: 'is not available at the moment',
	remedy: 'Nothing is lost: the next poll asks again. If it stays, ask the host of the shop',
};

const TOO_FAST: ServiceFault = {
	cause: 'rate-limited',
	reason: 'rate-limited',
	says: 'asks for fewer requests',
	remedy: "Poll less often, or raise the limit of the shop's host",
};

/** By the error code of the REST API; it says more than the status. */
const BY_CODE = new Map<string, ServiceFault>([
	['woocommerce_rest_cannot_view', DENIED],
	['woocommerce_rest_authentication_error', DENIED],
	['rest_forbidden', DENIED],
	['rest_cannot_view', DENIED],
	['rest_no_route', NO_API],
	['rest_invalid_param', NOT_UNDERSTOOD],
	['internal_server_error', DOWN],
]);

const BY_STATUS = new Map<number, ServiceFault>([
	[401, DENIED],
	[403, DENIED],
	[404, NO_API],
	[408, DOWN],
	[425, DOWN],
	[429, TOO_FAST],
]);

const codeOf = (body: unknown): string | undefined => {
	const code = (body as { code?: unknown } | null | undefined)?.code;
	return typeof code === 'string' ? code.slice(0, 80) : undefined;
};

const failureOf = (fault: ServiceFault, answer: ChannelAnswer): Failure => {
	const code = codeOf(answer.body);
	const detail = code === undefined ? `status ${answer.status}` : `status ${answer.status}, ${code}`;
	return {
		cause: fault.cause,
		reason: fault.reason,
		message: `WooCommerce ${fault.says} (${detail})`,
		remedy: fault.remedy,
		evidence: { status: answer.status, code: code ?? null },
	};
};

/** What is wrong with an answer of the REST API, by its status and code; never by its prose. */
export function faultOf(answer: ChannelAnswer): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	const code = codeOf(answer.body);
	// A proxy or a firewall in front of the shop may answer with a status of the shop's, so a 5xx counts before the code.
	const known = answer.status >= 500 ? DOWN : ((code && BY_CODE.get(code)) || BY_STATUS.get(answer.status));
	return failureOf(known ?? NOT_UNDERSTOOD, answer);
}

/** A good status with something else than JSON of the expected shape: maintenance pages, PHP notices, broken transfers. */
export function shapeFault(answer: ChannelAnswer, isExpected: (body: unknown) => boolean): Failure | undefined {
	if (isExpected(answer.body)) return undefined;
	return {
		cause: 'temporarily-unavailable',
		reason: 'answer-not-readable',
		message: `WooCommerce answered with ${typeof answer.body === 'string' ? 'text that is not JSON' : 'JSON of another shape'} (status ${answer.status})`,
		remedy: 'Open the shop in a browser: a maintenance page or a plugin that prints into its answers is the usual reason',
		evidence: {
			status: answer.status,
			contentType: answer.headers['content-type'] ?? null,
			length: typeof answer.body === 'string' ? answer.body.length : null,
		},
	};
}

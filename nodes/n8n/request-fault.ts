import type { Failure } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';

interface Addressed {
	baseUrl: string;
	serviceName: string;
}

/** What an HTTP client's error carries, once n8n's wrapping is taken off. */
interface ClientError {
	code?: unknown;
	message?: unknown;
	response?: { status?: unknown; data?: unknown };
}

/** Codes of Node.js and of the HTTP client, and what they mean to a person. */
const NETWORK: Record<string, string> = {
	ECONNABORTED: 'did not answer in time',
	ECONNREFUSED: 'refused the connection',
	ECONNRESET: 'broke the connection off',
	EAI_AGAIN: 'could not be looked up',
	EHOSTUNREACH: 'cannot be reached',
	ENETUNREACH: 'cannot be reached',
	ENOTFOUND: 'has an address that nobody knows',
	EPIPE: 'broke the connection off',
	ERR_BAD_RESPONSE: 'broke its answer off',
	ERR_CANCELED: 'was not asked any further, as the execution was cancelled',
	ERR_NETWORK: 'cannot be reached',
	ERR_STREAM_PREMATURE_CLOSE: 'broke its answer off',
	ETIMEDOUT: 'did not answer in time',
};

const CERTIFICATE = /CERT|SIGNATURE|ISSUER/;

/**
 * Why a request got no answer: the network, or a credential that could not be used. Told by codes, never by prose.
 * @param thrown what n8n's request helper threw
 */
export function requestFault(thrown: unknown, { baseUrl, serviceName }: Addressed): Failure {
	const cause = ((thrown as { cause?: unknown } | null)?.cause ?? thrown ?? {}) as ClientError;
	const code = typeof cause.code === 'string' ? cause.code : undefined;
	const status = Number(cause.response?.status);
	if (status >= 300) return tokenFault(status, cause.response?.data, serviceName);
	const evidence = { host: hostOf(baseUrl), code: code ?? null };
	if (code !== undefined && CERTIFICATE.test(code)) {
		return {
			cause: 'configuration-invalid',
			reason: 'certificate-not-trusted',
			message: `${serviceName} shows a certificate that is not trusted`,
			remedy: "Check the address in the credential, and the certificate of that host",
			evidence,
		};
	}
	// A good status that ended in an exception is an answer that broke off.
	const happened = NETWORK[code ?? ''] ?? (status > 0 ? NETWORK.ERR_BAD_RESPONSE : undefined);
	if (happened !== undefined) {
		return {
			cause: 'temporarily-unavailable',
			reason: code === 'ERR_CANCELED' ? 'execution-cancelled' : 'not-reachable',
			message: `${serviceName} ${happened}`,
			remedy: 'Nothing is lost: the next run asks again. If it stays, check the address in the credential',
			evidence,
		};
	}
	if (code === 'ERR_INVALID_URL') return unusable(serviceName, 'has an address that is not a URL', evidence);
	const said = typeof cause.message === 'string' ? withoutSecrets(cause.message).slice(0, 200) : '';
	return unusable(serviceName, 'could not be used to sign the request', { ...evidence, said });
}

/** Asking for a token was itself answered with a refusal or a redirect, which is not followed: the service's own statuses are answers and never come here. */
function tokenFault(status: number, data: unknown, serviceName: string): Failure {
	const code = (data as { error?: unknown } | null | undefined)?.error;
	const evidence = { status, ...(typeof code === 'string' ? { code: withoutSecrets(code).slice(0, 80) } : {}) };
	if (status === 429 || status >= 500) {
		return {
			cause: status === 429 ? 'rate-limited' : 'temporarily-unavailable',
			reason: 'token-not-available',
			message: `${serviceName} gives no access token at the moment`,
			remedy: 'Nothing is lost: the next run asks again',
			evidence,
		};
	}
	return unusable(serviceName, `was ${status < 400 ? 'referred to another address' : 'refused'} when asking for an access token`, evidence);
}

const unusable = (serviceName: string, what: string, evidence: Failure['evidence']): Failure => ({
	cause: 'credential-invalid',
	reason: 'credential-not-usable',
	message: `The ${serviceName} credential ${what}`,
	remedy: 'Open the credential, check its fields, and test it',
	evidence,
});

function hostOf(baseUrl: string): string {
	return URL.canParse(baseUrl) ? new URL(baseUrl).host : withoutSecrets(baseUrl).slice(0, 100);
}

import type { IAllExecuteFunctions, ICredentialDataDecryptedObject, IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Failure } from '../outcome/failure';
import { QuickBooksGateway } from '../quickbooks/gateway';
import { marksReadOf } from '../quickbooks/marks-read';
import { pacerOf } from '../quickbooks/pacer';
import type { QuickBooks } from '../quickbooks/quickbooks';
import { executionClock } from './execution-clock';
import { requestFault } from './request-fault';

export const QUICKBOOKS_CREDENTIAL = 'orderSyncQuickBooksOAuth2Api';

/** Hosts of the API (Intuit, "Base URLs") and of the pages that links to a transaction open. */
const ENVIRONMENTS: Record<string, { apiUrl: string; appUrl: string }> = {
	production: { apiUrl: 'https://quickbooks.api.intuit.com', appUrl: 'https://app.qbo.intuit.com/app/' },
	sandbox: { apiUrl: 'https://sandbox-quickbooks.api.intuit.com', appUrl: 'https://app.sandbox.qbo.intuit.com/app/' },
};

interface TokenData {
	access_token?: string;
	callbackQueryString?: { realmId?: string };
}

const tokenDataOf = (credential: ICredentialDataDecryptedObject): TokenData => (credential.oauthTokenData ?? {}) as TokenData;

/** Between two looks for a token that another process may just be storing. */
const STORED_WITHIN_MS = 1_000;

/**
 * The company that the node's credential is connected to. The token comes from n8n's store and is renewed by n8n, which
 * keeps one renewal for all workers; node-quickbooks' own renewal would bypass it.
 */
export async function openQuickBooks(context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions): Promise<Outcome<QuickBooks>> {
	const read = () => context.getCredentials(QUICKBOOKS_CREDENTIAL);
	let credential = await read();
	const { realmId } = tokenDataOf(credential).callbackQueryString ?? {};
	const token = () => tokenDataOf(credential).access_token ?? '';
	if (token() === '' || !realmId) return fail(notConnected());
	const custom = String(credential.baseUrl ?? '').trim().replace(/\/+$/, '');
	if (credential.environment === 'custom' && !URL.canParse(custom)) return fail(baseUrlMissing());
	const environment = ENVIRONMENTS[String(credential.environment)] ?? { apiUrl: custom, appUrl: `${custom}/app/` };
	const clock = executionClock(context as IExecuteFunctions);

	const renewToken = async (): Promise<Outcome<void>> => {
		const refused = credential;
		/** Whether a newer token is stored than the one that was refused: another execution or process may have renewed it. */
		const isRenewed = async () => {
			credential = await read();
			return token() !== '' && token() !== tokenDataOf(refused).access_token;
		};
		try {
			if (await isRenewed()) return succeed(undefined);
			await renewRefused(context, refused);
			return (await isRenewed()) ? succeed(undefined) : fail(connectAgain());
		} catch (thrown) {
			const failure = renewalFault(thrown, String(refused.accessTokenUrl ?? ''));
			if (failure.reason !== CONNECT_AGAIN) return fail(failure);
			// A refresh token is good for one use: it is refused, too, while another process that used it stores the new one.
			if (await isRenewed().catch(() => false)) return succeed(undefined);
			await clock.sleep(STORED_WITHIN_MS);
			return (await isRenewed().catch(() => false)) ? succeed(undefined) : fail(failure);
		}
	};
	const company = `${environment.apiUrl}/${realmId}`;
	return succeed(new QuickBooksGateway({ realmId, ...environment, token, renewToken }, pacerOf(company), clock, marksReadOf(company)));
}

/**
 * Lets n8n renew the token, unless another process has done so. Under its lock n8n compares the token that is stored with the one in
 * the credential that it reads first; that may be a newer one already, which it would then renew again. So it is given the one that
 * QuickBooks refused.
 */
async function renewRefused(context: IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions, refused: ICredentialDataDecryptedObject): Promise<void> {
	const withRefused: object = Object.create(context, { getCredentials: { value: () => Promise.resolve({ ...refused }) } });
	await context.helpers.refreshOAuth2Token.call(withRefused as IAllExecuteFunctions, QUICKBOOKS_CREDENTIAL);
}

const credentialFailure = (reason: string, message: string, remedy: string): Failure => ({ cause: 'credential-invalid', reason, message, remedy });

const notConnected = () =>
	credentialFailure('not-connected', 'The QuickBooks credential is not connected to a company yet', "Open the credential and press 'Connect my account'");

const CONNECT_AGAIN = 'connect-again';

const connectAgain = () =>
	credentialFailure(
		CONNECT_AGAIN,
		'QuickBooks no longer accepts this connection, and n8n could not renew it',
		"Open the credential and press 'Connect my account': Intuit ends a connection that was not used for 100 days, or that a person disconnected",
	);

/**
 * Why n8n could not renew the token: Intuit does not answer at the moment, or the connection is over.
 * @param thrown what n8n's OAuth2 client threw: an error of the HTTP client, or one with the status of an answer below 500
 */
function renewalFault(thrown: unknown, tokenUrl: string): Failure {
	const status = (thrown as { status?: unknown } | null)?.status;
	const fault = requestFault(status === 429 ? { response: { status } } : thrown, { baseUrl: tokenUrl, serviceName: 'QuickBooks' });
	return fault.cause === 'temporarily-unavailable' || fault.cause === 'rate-limited' ? fault : connectAgain();
}

const baseUrlMissing = () =>
	credentialFailure('base-url-missing', "'Base URL' of the QuickBooks credential is not an address", "Fill 'Base URL', or choose another 'Environment'");

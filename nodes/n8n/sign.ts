import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';

type Sign = (credential: ICredentialDataDecryptedObject, request: IHttpRequestOptions) => Promise<IHttpRequestOptions>;

/**
 * How credentials sign requests: in code, not by expressions. n8n shares what evaluates those between all polling triggers of a
 * workflow, and the poll that ends first takes it away from the others.
 */
export const signWithBasicAuth =
	(usernameField: string, passwordField: string): Sign =>
	async (credential, request) =>
		await Promise.resolve({ ...request, auth: { username: String(credential[usernameField]), password: String(credential[passwordField]) } });

/** As `signWithBasicAuth`, by a token in a header. */
export const signWithHeader =
	(header: string, tokenField: string): Sign =>
	async (credential, request) =>
		await Promise.resolve({ ...request, headers: { ...request.headers, [header]: String(credential[tokenField]) } });

import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { N8nApi } from './n8n-api';

/** A credential as a person types it into the editor. */
export interface NewCredential {
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

/** Saves a new credential. @returns what a node's `credentials` names it by. */
export async function createCredential(api: N8nApi, credential: NewCredential): Promise<{ id: string; name: string }> {
	const { id, name } = await api.rest<{ id: string; name: string }>('POST', '/credentials', credential);
	return { id, name };
}

/** Presses "Retry" in the credential's window: the outcome of its connection test, in n8n's words. */
export async function testCredential(
	api: N8nApi,
	stored: { id: string; name: string; type: string },
): Promise<{ status: 'OK' | 'Error'; message: string }> {
	type WithData = { data: ICredentialDataDecryptedObject };
	const { data } = await api.rest<WithData>('GET', `/credentials/${stored.id}?includeData=true`);
	return await api.rest('POST', '/credentials/test', { credentials: { ...stored, data } });
}

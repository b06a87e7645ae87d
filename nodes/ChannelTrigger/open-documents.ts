import type { IPollFunctions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { pollParameters } from '../n8n/parameters';
import { executionClock } from '../n8n/execution-clock';
import { openQuickBooks } from '../n8n/quickbooks-session';
import type { DocumentsSession } from '../qb-documents/fetch-documents';
import { readDocumentsSettings, type DocumentsSettings } from './documents-settings';

/** The settings, and the company that the credential is connected to; throws what the user has to correct. */
export async function openDocuments(context: IPollFunctions): Promise<{ settings: DocumentsSettings; session: DocumentsSession }> {
	const settings = readDocumentsSettings(pollParameters(context), context.getTimezone());
	if (!settings.ok) return throwRunFailure(context.getNode(), settings.failure);
	const company = await openQuickBooks(context);
	if (!company.ok) return throwRunFailure(context.getNode(), company.failure);
	const session = { quickbooks: company.value, clock: executionClock(), types: settings.value.types };
	return { settings: settings.value, session };
}

import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { throwRunFailure } from '../n8n/node-error';
import { isWantedDocument } from '../qb-documents/document-filter';
import { fetchDocuments } from '../qb-documents/fetch-documents';
import { openDocuments } from './open-documents';
import { toItems } from './order-items';

const MOST_SAMPLES = 3;

/** Enough to find three behind a few that the filter leaves out. */
const LOOKED_AT = 50;

/** What the test step in the editor shows: a few of the newest documents, whatever the start date. Nothing is remembered. */
export async function sampleDocuments(context: IPollFunctions): Promise<INodeExecutionData[]> {
	const { settings, session } = await openDocuments(context);
	const page = await fetchDocuments(session, { by: 'placed', order: 'newest', statuses: [], pageSize: LOOKED_AT });
	if (!page.ok) return throwRunFailure(context.getNode(), page.failure);
	const wanted = page.value.orders.filter((document) => isWantedDocument(document, settings.filter)).slice(0, MOST_SAMPLES);
	if (wanted.length > 0) return toItems(wanted.map((document) => ({ ...document, sample: true })));
	return throwRunFailure(context.getNode(), {
		cause: 'configuration-invalid',
		reason: 'no-document-to-show',
		message: `None of the newest documents of QuickBooks passes 'Documents', 'Class' and 'Filters'`,
		remedy: 'Enter a test document in QuickBooks, or widen these parameters, and test the step again',
	});
}

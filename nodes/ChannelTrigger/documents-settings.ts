import type { ReadingRules } from '../channels/reading-rules';
import type { ReadParameter } from '../n8n/parameters';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { DocumentFilter } from '../qb-documents/document-filter';
import { documentTypeSchema, type DocumentType } from '../qb-documents/qb-document';
import { readDates, readOrdersPerPoll, readRules } from './trigger-settings';

/** The node's parameters for documents of QuickBooks, read and checked. */
export interface DocumentsSettings {
	types: DocumentType[];
	filter: DocumentFilter;
	rules: ReadingRules;
	documentsPerPoll: number;
}

/** What is asked of orders is asked of documents by a filter of their own. */
const EVERY = { paidOnly: false, includeTest: true };

/** @param zone the workflow's time zone: the editor's dates carry none */
export function readDocumentsSettings(read: ReadParameter, zone: string): Outcome<DocumentsSettings> {
	const dates = readDates(read, zone);
	if (!dates.ok) return dates;
	const types = read('documentTypes', ['Invoice', 'SalesReceipt']).flatMap((type) => documentTypeSchema.safeParse(type).data ?? []);
	if (types.length === 0) return fail(noDocuments());
	const name = read('documentFilters.customFieldName', '').trim();
	const value = read('documentFilters.customFieldValue', '').trim();
	if (name === '' && value !== '') return fail(noFieldName(value));
	return succeed({
		types,
		filter: {
			classes: wanted(read('class.value', '')),
			locations: wanted(read('documentFilters.location.value', '')),
			...(name === '' ? {} : { customField: { name, value } }),
			paidOnly: read('documentFilters.paidOnly', false),
			withShippingAddress: read('documentFilters.withShippingAddress', false),
			notShippedYet: read('documentFilters.notShippedYet', false),
		},
		rules: readRules(read, dates.value.startDate, EVERY),
		documentsPerPoll: readOrdersPerPoll(read),
	});
}

const wanted = (text: string): string[] => (text.trim() === '' ? [] : [text.trim()]);

const invalid = (reason: string, message: string, remedy: string): Failure => ({ cause: 'configuration-invalid', reason, message, remedy });

const noDocuments = () => invalid('no-documents-chosen', "'Documents' is empty", 'Choose at least one kind of document');

const noFieldName = (value: string) =>
	invalid('no-field-name', `'Custom Field Value' is '${value}', and 'Custom Field Name' is empty`, "Fill 'Custom Field Name', or empty the value");

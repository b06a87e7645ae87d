import { describeIssues } from '../order/describe-issues';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { deletedDocumentSchema, standingDocumentSchema, unreadableDocumentSchema, type QbDocument } from './qb-document';

/**
 * Reads what came over the wire: our own trigger's document, or one that a builder made by hand. Fails with a sentence that
 * names the field.
 */
export function readQbDocument(json: unknown): Outcome<QbDocument> {
	const { document, status } = (json ?? {}) as { document?: unknown; status?: unknown };
	if (document === 'order' || document === 'posting' || document === 'plan') return fail(anotherDocument(String(document)));
	const schema = status === 'deleted' ? deletedDocumentSchema : status === 'unreadable' ? unreadableDocumentSchema : standingDocumentSchema;
	const parsed = schema.safeParse(json);
	if (parsed.success) return succeed(parsed.data);
	return fail(
		refused(
			'not-a-document',
			`This item is not a document of QuickBooks: ${describeIssues(parsed.error)}`,
			"Feed this node from 'Channel Trigger' with 'Sync Direction' Orders From QuickBooks, or correct the named field in the node that made the item",
		),
	);
}

const NAMES: Record<string, string> = { order: 'an order of a selling channel', posting: 'a posting', plan: 'a transaction plan' };

const anotherDocument = (document: string) =>
	refused(
		'not-a-document',
		`This item is ${NAMES[document]}, not a document of QuickBooks`,
		"Feed this node from 'Channel Trigger' with 'Sync Direction' Orders From QuickBooks",
	);

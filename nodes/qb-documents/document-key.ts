import { documentTypeSchema, type DocumentType } from './qb-document';

/** What makes a document one and the same everywhere: numbers repeat across types, and may be blank. */
export interface DocumentIdentity {
	realmId: string;
	type: DocumentType;
	id: string;
}

/** Begins the key of every order that we send, so that the way back knows them. */
export const KEY_PREFIX = 'qbo-';

/** `qbo-4620816365000000001-Invoice-12`. */
export const documentKey = ({ realmId, type, id }: DocumentIdentity): string => `${KEY_PREFIX}${realmId}-${type}-${id}`;

const PATTERN = /^qbo-(.+)-([A-Za-z]+)-([^-]+)$/;

/** The document that a key stands for; `undefined` for a key that is not ours. */
export function readDocumentKey(key: string | undefined): DocumentIdentity | undefined {
	const [, realmId, type, id] = PATTERN.exec(key ?? '') ?? [];
	const known = documentTypeSchema.safeParse(type);
	return realmId && id && known.success ? { realmId, type: known.data, id } : undefined;
}

/** One string for maps: ids of QuickBooks mean something within one type. */
export const typeAndId = ({ type, id }: { type: string; id: string }): string => `${type}-${id}`;

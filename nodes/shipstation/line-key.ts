import { typeAndId } from '../qb-documents/document-key';

/**
 * The key of an item: `Invoice-12-3`. The document stands in it, since lines of merged orders are together in one order and in one parcel,
 * and the ids of lines begin anew in each document.
 */
export const lineKey = (document: { type: string; id: string }, line: string): string => `${typeAndId(document)}-${line}`.slice(0, 50);

/** The document that an item belongs to: `Invoice-12`. */
export const documentOfLine = (key: string | undefined): string | undefined => /^([A-Za-z]+-\d+)-/.exec(key ?? '')?.[1];

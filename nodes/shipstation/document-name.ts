import { typeName } from '../quickbooks/order-documents';
import type { DocumentIdentity } from '../qb-documents/document-key';

/** A document as a sentence names it: `Invoice 1042`, `Estimate with id 5`. */
export const nameOfDocument = ({ type, id, docNumber }: DocumentIdentity & { docNumber?: string }): string =>
	docNumber ? `${typeName(type)} ${docNumber}` : `${typeName(type)} with id ${id}`;

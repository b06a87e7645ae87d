/** The documents an order can stand in. Whatever its type in the plan, it is looked for in all of them. */
export const ORDER_DOCUMENTS = ['SalesReceipt', 'Invoice', 'Estimate'] as const;

const NAMES: Record<string, string> = { SalesReceipt: 'Sales Receipt', Invoice: 'Invoice', Estimate: 'Estimate' };

/** QuickBooks' own word for a type of document. */
export const typeName = (type: string): string => NAMES[type] ?? type;

/** A document as a sentence names it: `Sales Receipt 1001`. */
export const nameOfDocument = ({ type, docNumber, id }: { type: string; docNumber?: string; id: string }): string =>
	`${typeName(type)} ${docNumber ?? `with id ${id}`}`;

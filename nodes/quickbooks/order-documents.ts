/** The documents an order's sale can stand in. Whatever its type in the plan, it is looked for in all of them. */
export const ORDER_DOCUMENTS = ['SalesReceipt', 'Invoice', 'Estimate'] as const;

/** The documents that give back what a sale took. */
export const REVERSALS = ['RefundReceipt', 'CreditMemo'] as const;

const NAMES = new Map([
	['SalesReceipt', 'Sales Receipt'],
	['RefundReceipt', 'Refund Receipt'],
	['CreditMemo', 'Credit Memo'],
]);

/** QuickBooks' own word for a type of document. */
export const typeName = (type: string): string => NAMES.get(type) ?? type;

/** A document as a sentence names it: `Sales Receipt 1001`, `Payment of 60.74`. */
export function nameOfDocument({ type, docNumber, id, total }: { type: string; docNumber?: string; id: string; total?: string }): string {
	if (docNumber) return `${typeName(type)} ${docNumber}`;
	return type === 'Payment' && total !== undefined ? `Payment of ${total}` : `${typeName(type)} with id ${id}`;
}

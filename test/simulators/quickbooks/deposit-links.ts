import { listOf, textOf, type Json } from './wire-values';

/** What can be deposited: money that waits in Undeposited Funds. */
export interface Depositable {
	readonly type: 'SalesReceipt' | 'Payment';
	readonly id: string;
}

/** What a Deposit, as read back, brings to the bank, and for how much in the home currency. */
export function depositedDocuments(deposit: Json): Array<Depositable & { readonly amount: unknown }> {
	return listOf(deposit.Line).flatMap((line) =>
		listOf(line.LinkedTxn).flatMap(({ TxnId, TxnType }) => {
			const type = TxnType === 'SalesReceipt' || TxnType === 'Payment' ? TxnType : undefined;
			return type === undefined ? [] : [{ type, id: String(TxnId), amount: line.Amount }];
		}),
	);
}

/** The deposit a document is part of; undefined while its money waits. */
export function depositOf(document: Json): string | undefined {
	const link = listOf(document.LinkedTxn).find(({ TxnType }) => TxnType === 'Deposit');
	return textOf(link?.TxnId);
}

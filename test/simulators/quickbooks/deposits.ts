import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { exchangeRateOf } from './currencies';
import { depositedDocuments, depositOf, type Depositable } from './deposit-links';
import { businessFault, fault, invalidReference, notFound } from './faults';
import { post, unpost } from './postings';
import { cents, decimalOf, idIn, listOf, type Entity, type Json } from './wire-values';

/** A bank deposit as a person makes it out of what was received. */
export interface BankDeposit {
	readonly documents: readonly Depositable[];
	/** Id of the bank account; by default the checking account. */
	readonly account?: string;
	/** YYYY-MM-DD. */
	readonly date: string;
	/** What the processor kept, as a decimal text, and the id of the account it goes to. */
	readonly fee?: { readonly amount: string; readonly account: string };
}

/** Brings receipts and payments to the bank. As recorded, they are linked to the deposit and keep their SyncToken. */
export function makeDeposit(company: Company, deposit: BankDeposit): Entity {
	const { documents, account = accountIds.checking, date, fee } = deposit;
	const brought = documents.map(({ type, id }) => {
		const document = waiting(company, type, id);
		const amount = decimalOf(document.TotalAmt).times(exchangeRateOf(document)).round(2, Big.roundHalfUp);
		return { type, document, amount };
	});
	const kept = new Big(fee?.amount ?? 0);
	const total = brought.reduce((sum, { amount }) => sum.plus(amount), new Big(0)).minus(kept);
	const entity = company.insert('Deposit', {
		TxnDate: date,
		DepositToAccountRef: { ...company.named('Account', account) },
		TotalAmt: cents(total),
		CurrencyRef: { value: company.settings.homeCurrency },
		Line: [
			...brought.map(({ type, document, amount }) => ({
				Amount: cents(amount),
				LinkedTxn: [{ TxnId: document.Id, TxnType: type, TxnLineId: '0' }],
			})),
			...(fee === undefined ? [] : [feeLine(company, kept, fee.account)]),
		],
	});
	for (const { type, document } of brought) {
		const LinkedTxn = [...listOf(document.LinkedTxn), { TxnId: entity.Id, TxnType: 'Deposit' }];
		company.replace(type, document, { ...document, LinkedTxn }, { keepSyncToken: true });
	}
	post(company, 'Deposit', entity);
	return entity;
}

/** Takes a deposit back: its money waits again. */
export function undoDeposit(company: Company, id: string): void {
	const deposit = company.get('Deposit', id);
	if (deposit === undefined) throw notFound();
	for (const { type, id: documentId } of depositedDocuments(deposit)) {
		const document = company.get(type, documentId);
		if (document === undefined) continue;
		const links = listOf(document.LinkedTxn).filter(({ TxnType }) => TxnType !== 'Deposit');
		company.replace(
			type,
			document,
			{ ...document, LinkedTxn: links.length === 0 && type === 'SalesReceipt' ? undefined : links },
			{ keepSyncToken: true },
		);
	}
	unpost(company, 'Deposit', id);
	company.remove('Deposit', id);
}

/** 6540: what is part of a deposit cannot be taken away. */
export function checkNotDeposited(document: Json): void {
	if (depositOf(document) !== undefined) throw deposited();
}

/**
 * 6540: what a deposit has brought to the bank cannot be changed. Whether that holds for the whole document or for its money
 * only is open: a switch.
 */
export function checkDepositStands(company: Company, before: Json, after: Json): void {
	if (depositOf(before) === undefined) return;
	if (company.behaviour.depositedDocuments === 'locked' || moneyOf(before) !== moneyOf(after)) throw deposited();
}

function moneyOf(document: Json): string {
	const references = [document.DepositToAccountRef, document.CurrencyRef, document.CustomerRef].map(idIn);
	return [document.TotalAmt, document.ExchangeRate, ...references].join(' ');
}

function deposited(): Error {
	return fault(
		'6540',
		'Deposited Transaction cannot be changed : This transaction is part of a deposit. If you want to change or delete ' +
			'it, you must edit the deposit it appears on and remove it.',
		'',
	);
}

function waiting(company: Company, type: string, id: string): Entity {
	const document = company.get(type, id);
	if (document === undefined) throw invalidReference(type, id);
	if (depositOf(document) !== undefined) throw deposited();
	if (idIn(document.DepositToAccountRef) !== accountIds.undepositedFunds) {
		throw businessFault(`${type} ${id} is not in Undeposited Funds`);
	}
	if (decimalOf(document.TotalAmt).eq(0)) throw businessFault(`There is nothing of ${type} ${id} to deposit`);
	return document;
}

function feeLine(company: Company, kept: Big, account: string): Json {
	return {
		Amount: cents(kept.neg()),
		DetailType: 'DepositLineDetail',
		DepositLineDetail: { AccountRef: { ...company.named('Account', account) } },
	};
}

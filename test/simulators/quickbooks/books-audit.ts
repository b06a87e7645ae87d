import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { exchangeRateOf } from './currencies';
import { depositedDocuments, depositOf } from './deposit-links';
import { applicationsOf } from './payments';
import { assetAccount } from './stock-movements';
import { decimalOf, idIn, listOf, textOf, type Entity } from './wire-values';

/**
 * What an auditor finds wrong in the company's books, each in a sentence; nothing when they are right. Debits and credits are
 * added up, and what the ledger says is compared with what the documents say.
 */
export function auditBooks(company: Company): string[] {
	company.inventory.settle();
	return [
		...trialBalance(company),
		...receivables(company),
		...receivableAccounts(company),
		...balances(company),
		...undepositedFunds(company),
		...inventory(company),
		...links(company),
	];
}

function trialBalance(company: Company): string[] {
	const { debit, credit } = company.trialBalance();
	return debit === credit ? [] : [`Debits are ${debit} and credits ${credit}`];
}

/** Every customer owes what their open documents say, in their own currency. */
function receivables(company: Company): string[] {
	const owed = new Map<string, Big>();
	const add = (document: Entity, amount: Big): void => {
		const customer = idIn(document.CustomerRef) ?? '';
		owed.set(customer, (owed.get(customer) ?? new Big(0)).plus(amount));
	};
	for (const invoice of company.documents('Invoice')) add(invoice, decimalOf(invoice.Balance));
	for (const memo of company.documents('CreditMemo')) add(memo, decimalOf(memo.RemainingCredit).neg());
	for (const payment of company.documents('Payment')) add(payment, decimalOf(payment.UnappliedAmt).neg());
	return company.customers.flatMap(({ Id, DisplayName }) =>
		different(`Customer ${String(DisplayName)} owes`, company.ledger.owedBy(Id), owed.get(Id) ?? new Big(0)),
	);
}

/** The receivable accounts hold what is open, each document at its own rate, what was paid on it taken off at the same. */
function receivableAccounts(company: Company): string[] {
	const value = (amount: Big, document: Entity): Big =>
		amount.times(exchangeRateOf(document)).round(2, Big.roundHalfUp);
	const owed = (document: Entity): Big => decimalOf(document.TotalAmt).minus(decimalOf(document.Deposit));
	const paid = company.documents('Payment').flatMap((payment) => [
		value(decimalOf(payment.UnappliedAmt), payment).neg(),
		...applicationsOf(payment).map(({ type, id, amount }) => {
			const applied = value(amount, company.get(type, id) ?? payment);
			return type === 'Invoice' ? applied.neg() : applied;
		}),
	]);
	const sum = [
		...company.documents('Invoice').map((invoice) => value(owed(invoice), invoice)),
		...company.documents('CreditMemo').map((memo) => value(owed(memo), memo).neg()),
		...paid,
	].reduce((all, amount) => all.plus(amount), new Big(0));
	const ledger = company.accounts
		.filter(({ AccountType }) => AccountType === 'Accounts Receivable')
		.reduce((all, { Id }) => all.plus(company.ledger.balanceOf(Id)), new Big(0));
	return different('Accounts Receivable is', ledger, sum);
}

/** What is open on a document is its total less what payments apply to it. */
function balances(company: Company): string[] {
	const applied = new Map<string, Big>();
	for (const payment of company.documents('Payment')) {
		for (const { type, id, amount } of applicationsOf(payment)) {
			const key = `${type} ${id}`;
			applied.set(key, (applied.get(key) ?? new Big(0)).plus(amount));
		}
	}
	return (['Invoice', 'CreditMemo'] as const).flatMap((type) =>
		company.documents(type).flatMap((document) => {
			const open = decimalOf(type === 'Invoice' ? document.Balance : document.RemainingCredit);
			const total = decimalOf(document.TotalAmt).minus(decimalOf(document.Deposit));
			const due = total.minus(applied.get(`${type} ${document.Id}`) ?? 0);
			const negative = open.lt(0) ? [`${type} ${document.Id} has ${open.toFixed(2)} open`] : [];
			return [...negative, ...different(`${type} ${document.Id} has open`, open, due)];
		}),
	);
}

/** What waits in Undeposited Funds is what was received there and not brought to the bank, refunds from it taken off. */
function undepositedFunds(company: Company): string[] {
	const waits = (document: Entity): boolean =>
		idIn(document.DepositToAccountRef) === accountIds.undepositedFunds && depositOf(document) === undefined;
	const value = (document: Entity, amount: unknown): Big =>
		decimalOf(amount).times(exchangeRateOf(document)).round(2, Big.roundHalfUp);
	const received = [...company.documents('SalesReceipt'), ...company.documents('Payment')].filter(waits);
	const sum = [
		...received.map((document) => value(document, document.TotalAmt)),
		...company
			.documents('Invoice')
			.filter(waits)
			.map((document) => value(document, document.Deposit)),
		...company
			.documents('RefundReceipt')
			.filter(waits)
			.map((document) => value(document, document.TotalAmt).neg()),
	].reduce((all, amount) => all.plus(amount), new Big(0));
	return different('Undeposited Funds is', company.ledger.balanceOf(accountIds.undepositedFunds), sum);
}

/** Inventory accounts are worth what is in stock, and the stock is what the documents have left of it. */
function inventory(company: Company): string[] {
	const values = new Map<string, Big>();
	for (const id of company.inventory.items) {
		const account = assetAccount(company.get('Item', id) ?? ({} as Entity));
		values.set(account, (values.get(account) ?? new Big(0)).plus(company.inventory.valueOf(id)));
	}
	return [...values].flatMap(([account, value]) =>
		different(`Inventory account ${account} is`, company.ledger.balanceOf(account), value),
	);
}

/** Whatever is linked says so on both sides. */
function links(company: Company): string[] {
	const missing = (type: string, id: string, from: string): string[] => {
		const [linkType, linkId] = from.split(' ');
		const document = company.get(type, id);
		if (document === undefined) return [`${from} is linked to ${type} ${id}, which is not there`];
		const known = listOf(document.LinkedTxn).some(({ TxnType, TxnId }) => TxnType === linkType && TxnId === linkId);
		return known ? [] : [`${type} ${id} does not know that it is linked to ${from}`];
	};
	return [
		...company
			.documents('Payment')
			.flatMap((payment) =>
				applicationsOf(payment).flatMap(({ type, id }) => missing(type, id, `Payment ${payment.Id}`)),
			),
		...company
			.documents('Deposit')
			.flatMap((deposit) =>
				depositedDocuments(deposit).flatMap(({ type, id }) => missing(type, id, `Deposit ${deposit.Id}`)),
			),
		...(['Invoice', 'SalesReceipt', 'CreditMemo', 'Estimate', 'Payment'] as const).flatMap((type) =>
			company
				.documents(type)
				.flatMap((document) =>
					listOf(document.LinkedTxn).flatMap(({ TxnType, TxnId }) =>
						backwards(company, `${type} ${document.Id}`, TxnType, TxnId),
					),
				),
		),
	];
}

/** The other side of a link, where that side keeps it in its lines or as a link of its own. */
function backwards(company: Company, from: string, type: unknown, id: unknown): string[] {
	const other = company.get(String(type), String(id));
	if (other === undefined) return [`${from} is linked to ${String(type)} ${String(id)}, which is not there`];
	const known = [...applicationsOf(other), ...depositedDocuments(other), ...ownLinks(other)];
	return known.some((each) => `${each.type} ${each.id}` === from)
		? []
		: [`${String(type)} ${String(id)} does not know that it is linked to ${from}`];
}

function ownLinks(document: Entity): Array<{ type: string; id: string }> {
	return listOf(document.LinkedTxn).map(({ TxnType, TxnId }) => ({ type: String(TxnType), id: textOf(TxnId) ?? '' }));
}

function different(what: string, ledger: Big, documents: Big): string[] {
	return ledger.eq(documents)
		? []
		: [`${what} ${ledger.toFixed(2)} in the ledger and ${documents.toFixed(2)} by the documents`];
}

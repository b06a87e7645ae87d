import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { atPar, exchangeRateOf } from './currencies';
import { depositedDocuments } from './deposit-links';
import { discountLines } from './discount-lines';
import type { LedgerEntry } from './general-ledger';
import { applicationsOf } from './payments';
import { itemLines } from './sales-lines';
import { specialItemAccount } from './special-items';
import { taxAccountId } from './tax-codes';
import { decimalOf, idIn, listOf, objectOf, type Entity, type Json } from './wire-values';

/** What a document enters in the general ledger; what its goods have cost is the inventory's. Estimates enter nothing. */
export function entriesOf(company: Company, type: string, document: Entity): LedgerEntry[] {
	if (type === 'Payment') return paymentEntries(company, document);
	if (type === 'Deposit') return depositEntries(document);
	if (type === 'SalesReceipt' || type === 'Invoice') return saleEntries(company, type, document, 1);
	if (type === 'RefundReceipt' || type === 'CreditMemo') return saleEntries(company, type, document, -1);
	return [];
}

/** A sale debits money or receivable and credits income and tax; a refund is the same the other way round. */
function saleEntries(company: Company, type: string, document: Entity, sign: 1 | -1): LedgerEntry[] {
	const rate = exchangeRateOf(document);
	const entry = (account: string, own: Big): LedgerEntry => ({ account, own, amount: inHome(own, rate) });
	const debit = (account: string, amount: unknown): LedgerEntry => entry(account, decimalOf(amount).times(sign));
	const credit = (account: string, amount: unknown): LedgerEntry => entry(account, decimalOf(amount).times(-sign));
	const money = idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds;
	const onAccount = type === 'Invoice' || type === 'CreditMemo';
	const paidAtOnce = onAccount ? decimalOf(document.Deposit) : decimalOf(document.TotalAmt);
	const owed = decimalOf(document.TotalAmt).minus(paidAtOnce).times(sign);
	return balanced([
		entry(money, paidAtOnce.times(sign)),
		...(onAccount
			? [{ ...entry(receivableAccount(company, document), owed), customer: idIn(document.CustomerRef) ?? '' }]
			: []),
		...itemLines(document).map((line) => credit(incomeAccount(company, line), line.Amount)),
		...discountLines(document).map((line) =>
			debit(idIn(objectOf(line.DiscountLineDetail).DiscountAccountRef) ?? accountIds.discountsGiven, line.Amount),
		),
		...listOf(objectOf(document.TxnTaxDetail).TaxLine).map((line) => credit(taxAccount(company, line), line.Amount)),
	]);
}

/** Money in at the payment's rate; what it pays goes out of the receivable at the documents' own rates. */
function paymentEntries(company: Company, document: Entity): LedgerEntry[] {
	const rate = exchangeRateOf(document);
	const account = receivableAccount(company, document);
	const customer = idIn(document.CustomerRef) ?? '';
	const applied = applicationsOf(document).map(({ type, id, amount }): LedgerEntry => {
		const own = type === 'Invoice' ? amount.neg() : amount;
		return { account, customer, own, amount: inHome(own, exchangeRateOf(company.get(type, id) ?? document)) };
	});
	const unapplied = decimalOf(document.UnappliedAmt).neg();
	const total = decimalOf(document.TotalAmt);
	return balanced([
		{
			account: idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds,
			own: total,
			amount: inHome(total, rate),
		},
		...applied,
		{ account, customer, own: unapplied, amount: inHome(unapplied, rate) },
	]);
}

/** Money out of Undeposited Funds into the bank, at what it was worth when it came in. */
function depositEntries(document: Entity): LedgerEntry[] {
	const entry = (account: string, amount: Big): LedgerEntry => ({ account, amount, own: amount });
	const brought = depositedDocuments(document).map(({ amount }) =>
		entry(accountIds.undepositedFunds, decimalOf(amount).neg()),
	);
	const kept = listOf(document.Line).flatMap((line) => {
		const account = idIn(objectOf(line.DepositLineDetail).AccountRef);
		return account === undefined ? [] : [entry(account, decimalOf(line.Amount).neg())];
	});
	const bank = idIn(document.DepositToAccountRef) ?? accountIds.checking;
	return balanced([entry(bank, decimalOf(document.TotalAmt)), ...brought, ...kept]);
}

function incomeAccount(company: Company, line: Json): string {
	const itemId = idIn(objectOf(line.SalesItemLineDetail).ItemRef) ?? '';
	const special = specialItemAccount(itemId);
	if (special !== undefined) return special;
	return idIn(company.get('Item', itemId)?.IncomeAccountRef) ?? accountIds.sales;
}

/** What the rate's agency is owed. */
function taxAccount(company: Company, line: Json): string {
	const rate = company.get('TaxRate', idIn(objectOf(line.TaxLineDetail).TaxRateRef) ?? '');
	return taxAccountId(idIn(rate?.AgencyRef) ?? '1');
}

/** Foreign currencies have a receivable account of their own, which QuickBooks opens when it is first needed. */
function receivableAccount(company: Company, document: Entity): string {
	const currency = idIn(document.CurrencyRef) ?? company.settings.homeCurrency;
	if (currency === company.settings.homeCurrency) return accountIds.receivable;
	const Name = `Accounts Receivable (A/R) - ${currency}`;
	const known = company.having('Account', 'Name', Name)[0];
	return (known ?? company.insert('Account', receivableContent(Name, currency))).Id;
}

function receivableContent(Name: string, currency: string): Json {
	return {
		Name,
		FullyQualifiedName: Name,
		SubAccount: false,
		Active: true,
		Classification: 'Asset',
		AccountType: 'Accounts Receivable',
		AccountSubType: 'AccountsReceivable',
		CurrencyRef: { value: currency },
	};
}

/** The same object where both currencies are one. */
function inHome(own: Big, rate: Big): Big {
	if (rate === atPar) return own;
	return own.times(rate).round(2, Big.roundHalfUp);
}

/** Other rates and rounding into the home currency leave a difference in foreign documents: an exchange gain or loss. */
function balanced(entries: readonly LedgerEntry[]): LedgerEntry[] {
	const difference = entries.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
	const gain = { account: accountIds.exchangeGainOrLoss, amount: difference.neg(), own: new Big(0) };
	return [...entries, gain].filter(({ amount, own }) => !amount.eq(0) || !own.eq(0));
}

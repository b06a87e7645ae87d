import { Big } from 'big.js';
import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import { discountLines } from './discount-lines';
import type { LedgerEntry } from './general-ledger';
import { applicationsOf } from './payments';
import { itemLines } from './sales-lines';
import { specialItemAccount } from './special-items';
import { taxAccountId } from './tax-codes';
import { decimalOf, idIn, isNumber, listOf, objectOf, type Entity, type Json } from './wire-values';

/** What a document enters in the general ledger, in the home currency. Estimates enter nothing. */
export function entriesOf(company: Company, type: string, document: Entity): LedgerEntry[] {
	if (type === 'Payment') return paymentEntries(company, document);
	if (type === 'SalesReceipt' || type === 'Invoice') return saleEntries(company, type, document, 1);
	if (type === 'RefundReceipt' || type === 'CreditMemo') return saleEntries(company, type, document, -1);
	return [];
}

/** The entries of stock that is there from the start. */
export function openingStock(item: Entity): LedgerEntry[] {
	const quantity = decimalOf(item.QtyOnHand);
	const value = quantity.times(decimalOf(item.PurchaseCost)).round(2, Big.roundHalfUp);
	const stock = { item: item.Id, quantity };
	return [
		{ account: idIn(item.AssetAccountRef) ?? accountIds.inventoryAsset, amount: value, stock },
		{ account: accountIds.openingBalanceEquity, amount: value.neg() },
	];
}

/** A sale debits money or receivable and credits income and tax; a refund is the same the other way round. */
function saleEntries(company: Company, type: string, document: Entity, sign: 1 | -1): LedgerEntry[] {
	const inHome = converter(document, sign);
	const credits: LedgerEntry[] = [
		...itemLines(document).map((line) => ({
			account: incomeAccount(company, line),
			amount: inHome(line.Amount).neg(),
		})),
		...discountLines(document).map((line) => ({
			account: idIn(objectOf(line.DiscountLineDetail).DiscountAccountRef) ?? accountIds.discountsGiven,
			amount: inHome(line.Amount),
		})),
		...listOf(objectOf(document.TxnTaxDetail).TaxLine).map((line) => ({
			account: taxAccount(company, line),
			amount: inHome(line.Amount).neg(),
		})),
	];
	const debits =
		type === 'Invoice' || type === 'CreditMemo'
			? receivableEntries(company, type, document, inHome)
			: [
					{
						account: idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds,
						amount: inHome(document.TotalAmt),
					},
				];
	const entries = [...debits, ...credits, ...stockEntries(company, document, sign)];
	return balanced(document, entries);
}

function receivableEntries(
	company: Company,
	type: string,
	document: Entity,
	inHome: (value: unknown) => Big,
): LedgerEntry[] {
	const deposit = type === 'Invoice' ? inHome(document.Deposit) : new Big(0);
	const receivable: LedgerEntry = {
		account: receivableAccount(company, document),
		amount: inHome(document.TotalAmt).minus(deposit),
		customer: idIn(document.CustomerRef) ?? '',
	};
	if (deposit.eq(0)) return [receivable];
	return [receivable, { account: idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds, amount: deposit }];
}

/** Money in at the payment's rate; what it pays goes out of the receivable at the documents' own rates. */
function paymentEntries(company: Company, document: Entity): LedgerEntry[] {
	const inHome = converter(document, 1);
	const receivable = receivableAccount(company, document);
	const customer = idIn(document.CustomerRef) ?? '';
	const applied = applicationsOf(document).map(({ type, id, amount }): LedgerEntry => {
		const value = amount.times(rateOf(company.get(type, id) ?? document)).round(2, Big.roundHalfUp);
		return { account: receivable, customer, amount: type === 'Invoice' ? value.neg() : value };
	});
	const unapplied: LedgerEntry = { account: receivable, customer, amount: inHome(document.UnappliedAmt).neg() };
	const money: LedgerEntry = {
		account: idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds,
		amount: inHome(document.TotalAmt),
	};
	return balanced(document, [money, ...applied, unapplied]);
}

/** What a sale of stock moves: its cost out of the inventory into the cost of goods sold. */
function stockEntries(company: Company, document: Entity, sign: 1 | -1): LedgerEntry[] {
	return itemLines(document).flatMap((line) => {
		const { ItemRef, Qty } = objectOf(line.SalesItemLineDetail);
		const item = company.get('Item', idIn(ItemRef) ?? '');
		if (item?.TrackQtyOnHand !== true || !isNumber(Qty)) return [];
		const quantity = decimalOf(Qty).times(sign);
		const cost = quantity.times(decimalOf(item.PurchaseCost)).round(2, Big.roundHalfUp);
		return [
			{ account: idIn(item.ExpenseAccountRef) ?? accountIds.costOfGoodsSold, amount: cost },
			{
				account: idIn(item.AssetAccountRef) ?? accountIds.inventoryAsset,
				amount: cost.neg(),
				stock: { item: item.Id, quantity: quantity.neg() },
			},
		];
	});
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
	const known = company.accounts.find((account) => account.Name === Name);
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

function converter(document: Entity, sign: 1 | -1): (value: unknown) => Big {
	const rate = rateOf(document);
	return (value) => decimalOf(value).times(rate).times(sign).round(2, Big.roundHalfUp);
}

function rateOf(document: Entity): Big {
	return isNumber(document.ExchangeRate) ? decimalOf(document.ExchangeRate) : new Big(1);
}

/** Other rates and rounding into the home currency leave a difference in foreign documents: an exchange gain or loss. */
function balanced(document: Entity, entries: LedgerEntry[]): LedgerEntry[] {
	const difference = entries.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
	const all =
		difference.eq(0) || !isNumber(document.ExchangeRate)
			? entries
			: [...entries, { account: accountIds.exchangeGainOrLoss, amount: difference.neg() }];
	return all.filter(({ amount, stock }) => !amount.eq(0) || stock !== undefined);
}

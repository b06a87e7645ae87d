import { Big } from 'big.js';
import type { Company } from './company';
import { accountIds } from './chart-of-accounts';
import { currencyOf } from './currencies';
import { customFields } from './custom-fields';
import { documentNumber } from './document-numbers';
import { businessFault, fault, missing } from './faults';
import { requireFields } from './field-checks';
import { salesLines } from './sales-lines';
import { salesTax } from './sales-tax';
import { shippingFields } from './shipping-fields';
import { day } from './simulated-time';
import { dueDate } from './terms';
import {
	cents,
	decimalOf,
	defined,
	idIn,
	isNumber,
	listOf,
	objectOf,
	textOf,
	type Entity,
	type Json,
} from './wire-values';

export type SalesForm = 'SalesReceipt' | 'Invoice' | 'Estimate' | 'CreditMemo' | 'RefundReceipt';

const required: Readonly<Record<SalesForm, readonly string[]>> = {
	SalesReceipt: ['Line'],
	Invoice: ['Line', 'CustomerRef'],
	Estimate: ['CustomerRef'],
	CreditMemo: ['Line', 'CustomerRef'],
	RefundReceipt: ['DepositToAccountRef', 'Line'],
};

export function isSalesForm(type: string): type is SalesForm {
	return type in required;
}

/** Options of a request that change how a document is checked. */
export interface WriteOptions {
	readonly allowDuplicateDocNum?: boolean;
}

/**
 * Checks a sales form and computes what QuickBooks computes: lines, tax, totals, number, names of what is referred to.
 * `before` is the document on an update; what was already paid on it stays paid.
 */
export function salesDocument(
	company: Company,
	type: SalesForm,
	sent: Json,
	before: Entity | undefined,
	options: WriteOptions,
): Json {
	requireFields(sent, ...required[type]);
	if (sent.EmailStatus === 'NeedToSend' && textOf(objectOf(sent.BillEmail).Address) === undefined) {
		throw fault('6420', 'Email address is required : the delivery type is email.', 'BillEmail');
	}
	if (type === 'RefundReceipt' && sent.PrintStatus === 'PrintComplete') requireFields(sent, 'PaymentRefNum');
	const customerId = idIn(sent.CustomerRef);
	if (before !== undefined && customerId !== idIn(before.CustomerRef)) checkUnpaid(before);
	const currency = currencyOf(company, sent, customerId);
	const { lines, subtotal, discount } = salesLines(company, listOf(sent.Line));
	const document: Json = { ...sent, Line: lines };
	const tax = salesTax(company, { ...document, ...currency.fields }, { subtotal, discount });
	const total = subtotal.minus(discount).plus(tax.total).round(2, Big.roundHalfUp);
	if (total.lt(0)) throw businessFault('Transaction amount must be 0.00 or greater');
	const date = textOf(sent.TxnDate) ?? textOf(before?.TxnDate) ?? day(company.clock.now());
	return defined({
		...document,
		TxnDate: date,
		DocNumber: documentNumber(company, type, sent, before, options),
		...currency.fields,
		...references(company, type, sent),
		CustomerRef: customerId === undefined ? undefined : { ...company.named('Customer', customerId) },
		CustomField: customFields(company, sent),
		TrackingNum: undefined,
		...shippingFields(company, type, sent),
		LinkedTxn: before?.LinkedTxn ?? (type === 'Invoice' || type === 'Estimate' ? [] : undefined),
		TxnTaxDetail: tax.detail,
		TotalAmt: cents(total),
		HomeTotalAmt: company.settings.multiCurrency ? cents(total.times(currency.rate)) : undefined,
		ApplyTaxAfterDiscount: sent.ApplyTaxAfterDiscount === true,
		PrintStatus: sent.PrintStatus ?? 'NeedToPrint',
		EmailStatus: sent.EmailStatus ?? 'NotSet',
		...ofType(company, type, sent, before, { total, date }),
	});
}

function ofType(
	company: Company,
	type: SalesForm,
	sent: Json,
	before: Entity | undefined,
	{ total, date }: { total: Big; date: string },
): Json {
	if (type === 'Estimate') {
		return { TxnStatus: sent.TxnStatus ?? before?.TxnStatus ?? 'Pending', Balance: undefined };
	}
	if (type === 'CreditMemo') {
		const used =
			before === undefined ? new Big(0) : decimalOf(before.TotalAmt).minus(decimalOf(before.RemainingCredit));
		const left = openAmount(total, used);
		return { RemainingCredit: cents(left), Balance: cents(left) };
	}
	if (type !== 'Invoice') return { Balance: 0 };
	const deposit = decimalOf(sent.Deposit);
	if (!deposit.eq(0) && !company.settings.allowDeposit)
		throw businessFault('Deposits are not switched on for this company');
	const paid = before === undefined ? new Big(0) : paidOn(before);
	return {
		AllowIPNPayment: sent.AllowIPNPayment ?? false,
		AllowOnlinePayment: sent.AllowOnlinePayment ?? false,
		AllowOnlineCreditCardPayment: sent.AllowOnlineCreditCardPayment ?? false,
		AllowOnlineACHPayment: sent.AllowOnlineACHPayment ?? false,
		DueDate: sent.DueDate ?? dueDate(company, date, idIn(sent.SalesTermRef)),
		Balance: cents(openAmount(total.minus(deposit), paid)),
	};
}

/** What was paid stays with who paid it. */
function checkUnpaid(document: Entity): void {
	if (!listOf(document.LinkedTxn).some(({ TxnType }) => TxnType === 'Payment')) return;
	throw businessFault('The customer of a transaction that payments are applied to cannot be changed');
}

function openAmount(total: Big, used: Big): Big {
	const left = total.minus(used);
	if (left.lt(0)) throw businessFault('The amount applied to this transaction exceeds its new total');
	return left;
}

function paidOn(invoice: Entity): Big {
	return decimalOf(invoice.TotalAmt).minus(decimalOf(invoice.Deposit)).minus(decimalOf(invoice.Balance));
}

/** Resolves what the form refers to; references whose feature is switched off are dropped silently. */
function references(company: Company, type: SalesForm, sent: Json): Json {
	const { settings } = company;
	const named = (list: string, property: string, on = true): Json | undefined => {
		const id = on ? idIn(sent[property]) : undefined;
		return id === undefined ? undefined : { ...company.named(list, id) };
	};
	return {
		ClassRef: named('Class', 'ClassRef', settings.classTrackingPerTxn),
		DepartmentRef: named('Department', 'DepartmentRef', settings.trackDepartments),
		PaymentMethodRef: named('PaymentMethod', 'PaymentMethodRef'),
		SalesTermRef: named('Term', 'SalesTermRef'),
		DepositToAccountRef: depositReference(company, type, sent),
	};
}

function depositReference(company: Company, type: SalesForm, sent: Json): Json | undefined {
	const takesMoney = type === 'SalesReceipt' || type === 'RefundReceipt' || (type === 'Invoice' && takesDeposit(sent));
	return takesMoney || idIn(sent.DepositToAccountRef) !== undefined ? depositAccount(company, sent) : undefined;
}

function takesDeposit({ Deposit }: Json): boolean {
	return isNumber(Deposit) && Deposit !== 0;
}

/**
 * The account a document's money goes to: Bank or Other Current Asset (6430 otherwise), Undeposited Funds when none is named.
 * It is kept in the home currency or in the document's own.
 */
export function depositAccount(company: Company, document: Json): Json {
	const id = idIn(document.DepositToAccountRef) ?? accountIds.undepositedFunds;
	const { AccountType, CurrencyRef } = company.resolve('Account', id);
	if (AccountType !== 'Bank' && AccountType !== 'Other Current Asset') {
		throw fault('6430', `Invalid account type: ${String(AccountType)}`, 'DepositToAccountRef');
	}
	const { homeCurrency } = company.settings;
	const currency = idIn(CurrencyRef) ?? homeCurrency;
	if (currency !== homeCurrency && currency !== idIn(document.CurrencyRef)) {
		throw businessFault(`The account is kept in ${currency}, which is not the currency of the transaction`);
	}
	return { ...company.named('Account', id) };
}

/** The customer a document needs; 2020 without one. */
export function requiredCustomer(sent: Json): string {
	const id = idIn(sent.CustomerRef);
	if (id === undefined) throw missing('CustomerRef');
	return id;
}

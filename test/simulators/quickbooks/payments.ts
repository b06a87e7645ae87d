import { Big } from 'big.js';
import type { Company } from './company';
import { currencyOf } from './currencies';
import { businessFault, missing } from './faults';
import { requireFields } from './field-checks';
import { apply } from './linked-transactions';
import { depositAccount, requiredCustomer } from './sales-documents';
import { day } from './simulated-time';
import { cents, decimalOf, defined, idIn, isNumber, listOf, textOf, type Entity, type Json } from './wire-values';

/** What a payment applies to one document. */
export interface Application {
	readonly type: 'Invoice' | 'CreditMemo';
	readonly id: string;
	readonly amount: Big;
}

/** Checks a payment and computes what stays unapplied. The documents it pays must be open for what it applies. */
export function payment(company: Company, sent: Json, before: Entity | undefined): Json {
	requireFields(sent, 'TotalAmt', 'CustomerRef');
	const customerId = requiredCustomer(sent);
	const customer = company.resolve('Customer', customerId);
	const total = decimalOf(sent.TotalAmt);
	if (total.lt(0)) throw businessFault('Transaction amount must be 0.00 or greater');
	const currency = currencyOf(company, sent, customer.Id);
	const lines = listOf(sent.Line).map((line) => applicationLine(company, line, customerId, before));
	checkOpenAmounts(company, applicationsOf({ Line: lines }), before);
	const applied = applicationsOf({ Line: lines }).reduce(
		(sum, { type, amount }) => (type === 'Invoice' ? sum.plus(amount) : sum.minus(amount)),
		new Big(0),
	);
	if (applied.gt(total)) throw businessFault('The amounts applied exceed the amount of the payment');
	const methodId = idIn(sent.PaymentMethodRef);
	return defined({
		...sent,
		DocNumber: undefined,
		TxnDate: textOf(sent.TxnDate) ?? textOf(before?.TxnDate) ?? day(company.clock.now()),
		...currency.fields,
		CustomerRef: { ...company.named('Customer', customerId) },
		DepositToAccountRef: depositAccount(company, sent),
		PaymentMethodRef: methodId === undefined ? undefined : { ...company.named('PaymentMethod', methodId) },
		LinkedTxn: before?.LinkedTxn,
		Line: lines,
		TotalAmt: cents(total),
		UnappliedAmt: cents(total.minus(applied)),
		ProcessPayment: false,
	});
}

/** What a payment, as read back, applies to which documents. */
export function applicationsOf(document: Json): Application[] {
	return listOf(document.Line).flatMap((line) => {
		const link = listOf(line.LinkedTxn)[0];
		const id = textOf(link?.TxnId);
		const type = link?.TxnType === 'CreditMemo' ? 'CreditMemo' : 'Invoice';
		return id === undefined ? [] : [{ type, id, amount: decimalOf(line.Amount) } as const];
	});
}

/** Moves the balances of what a payment pays, from what it paid before to what it pays now; undefined pays nothing. */
export function settle(company: Company, paymentId: string, before: Json | undefined, after: Json | undefined): void {
	const [paid, pays] = [before, after].map((payment) => (payment === undefined ? [] : applicationsOf(payment)));
	const concerned = new Map([...(paid ?? []), ...(pays ?? [])].map((each) => [`${each.type} ${each.id}`, each]));
	for (const { type, id } of concerned.values()) {
		const now = appliedBy(pays ?? [], type, id);
		const amount = now.minus(appliedBy(paid ?? [], type, id));
		if (!amount.eq(0)) apply(company, type, id, amount, { id: paymentId, isApplied: now.gt(0) });
	}
}

function applicationLine(company: Company, line: Json, customerId: string, before: Entity | undefined): Json {
	if (!isNumber(line.Amount)) throw missing('Line.Amount');
	const link = listOf(line.LinkedTxn)[0];
	const id = textOf(link?.TxnId);
	const type = link?.TxnType;
	if (id === undefined) throw missing('Line.LinkedTxn.TxnId');
	if (type !== 'Invoice' && type !== 'CreditMemo') {
		throw businessFault(`A payment cannot be linked to a ${String(type)}`);
	}
	const seen = company.seen(type, id);
	const document = company.get(type, id);
	if (seen === undefined || document === undefined) {
		throw businessFault(`The entity ${type} ${id} that you are trying to link does not exist. ${type} ${id}`);
	}
	if (idIn(document.CustomerRef) !== customerId) throw businessFault(`${type} ${id} belongs to another customer`);
	const amount = decimalOf(line.Amount);
	if (amount.lte(0)) throw businessFault('The amount applied must be greater than zero');
	return paymentLine(type, document, amount, openFor(document, before, type));
}

/** What a payment pays of a document, as read back. */
export function paymentLine(type: string, document: Entity, amount: Big, open = decimalOf(document.Balance)): Json {
	return {
		Amount: cents(amount),
		LinkedTxn: [{ TxnId: document.Id, TxnType: type }],
		LineEx: {
			any: [
				nameValue('txnId', document.Id),
				nameValue('txnOpenBalance', open.toFixed(2)),
				nameValue('txnReferenceNumber', textOf(document.DocNumber) ?? ''),
			],
		},
	};
}

/** What a payment may apply to a document: its balance, and what the payment applied to it before. */
function openFor(document: Entity, before: Entity | undefined, type: string): Big {
	const own = before === undefined ? [] : applicationsOf(before);
	return decimalOf(document.Balance).plus(appliedBy(own, type, document.Id));
}

function checkOpenAmounts(company: Company, applications: readonly Application[], before: Entity | undefined): void {
	for (const { type, id } of applications) {
		const document = company.get(type, id);
		const open = document === undefined ? new Big(0) : openFor(document, before, type);
		if (appliedBy(applications, type, id).lte(open)) continue;
		throw businessFault(`The amount applied to ${type} ${id} exceeds its open balance ${open.toFixed(2)}`);
	}
}

function appliedBy(applications: readonly Application[], type: string, id: string): Big {
	return applications
		.filter((application) => application.type === type && application.id === id)
		.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}

function nameValue(Name: string, Value: string): Json {
	return {
		name: '{http://schema.intuit.com/finance/v3}NameValue',
		declaredType: 'com.intuit.schema.finance.v3.NameValue',
		scope: 'javax.xml.bind.JAXBElement$GlobalScope',
		value: { Name, Value },
		nil: false,
		globalScope: true,
		typeSubstituted: false,
	};
}

import { succeed, type Outcome } from '../outcome/outcome';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { toPhysicalAddress } from './addresses';
import type { Company } from './company';
import { toLine } from './document-lines';
import { toTax } from './document-tax';
import type { QbRecord } from './quickbooks';
import { customerNeed, type References } from './references';
import { storable } from './storable';

/** Where a plan's names lead in this company. */
export interface Books {
	company: Company;
	references: References;
}

/**
 * The QuickBooks body of a planned transaction, with the mark in its note. Amounts become JSON numbers here and in the lines,
 * and nowhere else: a decimal of at most 15 digits survives that.
 */
export function toDocument(plan: TransactionPlan, transaction: PlannedTransaction, books: Books): Outcome<QbRecord> {
	const { company, references } = books;
	const customer = references.customer(customerNeed(transaction));
	if (!customer.ok) return customer;
	const lines: QbRecord[] = [];
	for (const line of transaction.lines) {
		const made = toLine(line, transaction, books);
		if (!made.ok) return made;
		lines.push(made.value);
	}
	const tax = toTax(transaction, company);
	if (!tax.ok) return tax;
	const { depositAccount, accountsReceivable } = transaction;
	const deposit = depositAccount && references.accounts.resolve(depositAccount, 'deposit');
	if (deposit && !deposit.ok) return deposit;
	// QuickBooks chooses an invoice's A/R account itself: the choice is checked and not sent.
	const receivable = accountsReceivable && references.accounts.resolve(accountsReceivable, 'receivable');
	if (receivable && !receivable.ok) return receivable;
	const body: QbRecord = {
		...(company.customNumbers ? given('DocNumber', transaction.docNumber, (number) => storable(number, company)) : {}),
		TxnDate: transaction.txnDate,
		CustomerRef: { value: customer.value.value },
		...(company.multiCurrency ? { CurrencyRef: { value: transaction.currency } } : {}),
		Line: lines,
		...tax.value,
		...given('DepositToAccountRef', deposit?.value, ({ value }) => ({ value })),
		...(transaction.type === 'SalesReceipt'
			? given('PaymentRefNum', transaction.paymentReference, (reference) => storable(reference, company, 21))
			: {}),
		...given('CustomerMemo', transaction.customerMemo, (memo) => ({ value: storable(memo, company, 1000) })),
		...given('BillEmail', transaction.email, (email) => ({ Address: storable(email, company, 100) })),
		...given('BillAddr', transaction.billTo, (address) => toPhysicalAddress(address, company)),
		...given('ShipAddr', transaction.shipTo, (address) => toPhysicalAddress(address, company)),
	};
	return succeed(withMark(body, plan, transaction, company));
}

/** A field when there is something to put into it. */
function given<T>(field: string, value: T | undefined, convert: (value: T) => unknown): QbRecord {
	const converted = value === undefined ? undefined : convert(value);
	return converted === undefined ? {} : { [field]: converted };
}

/** The body with its mark: hashed as it will stand, so that a person's edit shows later. */
export function withMark(
	body: QbRecord,
	plan: TransactionPlan,
	{ documentTotal, privateNote }: PlannedTransaction,
	company: Company,
): QbRecord {
	const { channel, accountId, id } = plan.order;
	const mark = { channel, accountId, id, facts: plan.facts, posted: asPosted(body, documentTotal) };
	return { ...body, PrivateNote: noteWithMark(privateNote && storable(privateNote, company), mark) };
}

import { succeed, type Outcome } from '../outcome/outcome';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { PlannedForm, PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { toPhysicalAddress } from './addresses';
import type { Candidate } from '../postings/standing';
import { SALE, SALES_ORDER } from '../transaction/parts';
import type { Company } from './company';
import { toFields, withClass } from './document-fields';
import { toLine } from './document-lines';
import { toTax } from './document-tax';
import type { QbRecord } from './quickbooks';
import { customerNeed, NEW_ID, type References } from './references';
import { losesCharacters, storable } from './storable';
import { storedNumber, storedReference } from './stored-number';

/** Where a plan's names lead in this company. */
export interface Books {
	company: Company;
	references: References;
}

/** What of the order stands in QuickBooks already, or was written a moment ago, by the plan's keys. */
export type OrderDocuments = ReadonlyMap<string, Candidate>;

/**
 * The QuickBooks body of a planned sale or sales order, with the mark in its note. Amounts become JSON numbers here, in the
 * lines and in payments, and nowhere else: a decimal of at most 15 digits survives that.
 */
export function toDocument(
	plan: TransactionPlan,
	transaction: PlannedForm,
	documents: OrderDocuments,
	books: Books,
): Outcome<QbRecord> {
	const { company, references } = books;
	const salesOrder = transaction.key === SALE ? salesOrderOf(plan, documents) : undefined;
	const customer = customerOf(transaction, documents, references);
	if (!customer.ok) return customer;
	const written = references.written(transaction);
	if (!written.ok) return written;
	const lines: QbRecord[] = [];
	for (const line of written.value) {
		const made = toLine(line, transaction, books);
		if (!made.ok) return made;
		lines.push(made.value);
	}
	const classified = withClass(lines, transaction, books);
	if (!classified.ok) return classified;
	const fields = toFields(transaction, books);
	if (!fields.ok) return fields;
	const tax = toTax(transaction, books);
	if (!tax.ok) return tax;
	const rate = references.exchangeRates.of(transaction, company);
	if (!rate.ok) return rate;
	const number = storedNumber(transaction.docNumber, company);
	if (!number.ok) return number;
	const { depositAccount, accountsReceivable } = transaction;
	const deposit = depositAccount && references.accounts.resolveDeposit(depositAccount, transaction.currency, company.homeCurrency);
	if (deposit && !deposit.ok) return deposit;
	// QuickBooks chooses an invoice's A/R account itself: the choice is checked and not sent.
	const receivable = accountsReceivable && references.accounts.resolve(accountsReceivable, 'accountsReceivable');
	if (receivable && !receivable.ok) return receivable;
	const body: QbRecord = {
		...number.value,
		TxnDate: transaction.txnDate,
		...(transaction.type === 'Estimate' ? { TxnStatus: 'Accepted' } : {}),
		...(salesOrder ? { LinkedTxn: [{ TxnId: salesOrder.id, TxnType: 'Estimate' }] } : {}),
		CustomerRef: { value: customer.value.value },
		...(company.multiCurrency ? { CurrencyRef: { value: transaction.currency }, ...rate.value } : {}),
		Line: classified.value,
		...fields.value,
		...(company.country === 'US' && transaction.lines.some((line) => line.kind === 'discount' && line.beforeTax) ? { ApplyTaxAfterDiscount: true } : {}),
		...tax.value,
		...given('DepositToAccountRef', deposit?.value, ({ value }) => ({ value })),
		...(transaction.type === 'SalesReceipt' ? storedReference(transaction.paymentReference, company) : {}),
		...given('CustomerMemo', transaction.customerMemo, (memo) => ({ value: storable(memo, company, 1000) })),
		// An address that lost a character is another one.
		...given('BillEmail', transaction.email, (email) => (losesCharacters(email, company) ? undefined : { Address: storable(email, company, 100) })),
		...given('BillAddr', transaction.billTo, (address) => toPhysicalAddress(address, company)),
		...given('ShipAddr', transaction.shipTo, (address) => toPhysicalAddress(address, company)),
	};
	return succeed(withMark(body, plan, transaction, company));
}

/** The Estimate that an invoice is made of, or will be by the time it is sent. */
function salesOrderOf(plan: TransactionPlan, documents: OrderDocuments): { id: string } | undefined {
	const standing = documents.get(SALES_ORDER);
	if (standing) return { id: standing.id };
	return plan.transactions.some(({ key }) => key === SALES_ORDER) ? { id: NEW_ID } : undefined;
}

/** The customer that a document is made out to. */
export function customerOf(transaction: PlannedForm, documents: OrderDocuments, references: References): Outcome<{ value: string }> {
	const before = customerBefore(transaction, documents);
	return before ? succeed({ value: before }) : references.customer(customerNeed(transaction));
}

/**
 * Whose the document is that this one follows from, whoever the settings or a person have made it by now. QuickBooks links an
 * invoice to a sales order of its own customer only, and what is given back settles no invoice of another one.
 */
export function customerBefore({ key }: PlannedForm, documents: OrderDocuments): string | undefined {
	if (key === SALES_ORDER) return undefined;
	return idOf(documents.get(key === SALE ? SALES_ORDER : SALE)?.record.CustomerRef);
}

export const idOf = (reference: unknown): string | undefined => (reference as { value?: string } | undefined)?.value;

/** A field when there is something to put into it. */
export function given<T>(field: string, value: T | undefined, convert: (value: T) => unknown): QbRecord {
	const converted = value === undefined ? undefined : convert(value);
	return converted === undefined ? {} : { [field]: converted };
}

/** The body with its mark: hashed as it will stand, so that a person's edit shows later. */
export function withMark(
	body: QbRecord,
	plan: TransactionPlan,
	{ key: part, facts, documentTotal, privateNote }: PlannedTransaction,
	company: Company,
): QbRecord {
	const { channel, accountId, id } = plan.order;
	const mark = { channel, accountId, id, part, facts, posted: asPosted(body, documentTotal) };
	return { ...body, PrivateNote: noteWithMark(privateNote && storable(privateNote, company), mark) };
}

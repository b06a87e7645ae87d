import { Big } from '../vendor/decimal';
import { isZero } from '../order/money';
import type { Failure } from '../outcome/failure';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { ItemChoice, PlannedLine, PlannedTransaction, TransactionPlan } from '../transaction/plan';
import type { ChartOfAccounts } from './accounts';
import { toPhysicalAddress } from './addresses';
import { isUnitedStates, storable, type Company } from './company';
import type { Reference } from './customers';
import type { QbRecord } from './quickbooks';
import type { TaxCodes } from './tax-codes';

/** Everything a plan names, found or made. */
export interface Resolved {
	company: Company;
	accounts: ChartOfAccounts;
	taxCodes: TaxCodes;
	customer: Reference;
	item(choice: ItemChoice): Outcome<Reference>;
}

/**
 * The QuickBooks body of a planned transaction, with the mark in its note. Amounts become JSON numbers here and nowhere
 * else: a decimal of at most 15 digits survives that.
 */
export function toDocument(plan: TransactionPlan, transaction: PlannedTransaction, resolved: Resolved): Outcome<QbRecord> {
	const { company } = resolved;
	const clean = (text: string) => storable(text, company);
	const lines: Array<Record<string, unknown>> = [];
	for (const line of transaction.lines) {
		const made = toLine(line, transaction, resolved, clean);
		if (!made.ok) return made;
		lines.push(made.value);
	}
	const tax = toTax(transaction, resolved);
	if (!tax.ok) return tax;
	const deposit = transaction.depositAccount ? resolved.accounts.resolve(transaction.depositAccount, 'deposit') : undefined;
	if (deposit && !deposit.ok) return deposit;
	const shipTo = transaction.shipTo && toPhysicalAddress(transaction.shipTo, clean);
	const billTo = transaction.billTo && toPhysicalAddress(transaction.billTo, clean);
	const body: QbRecord = {
		...(transaction.docNumber && company.customNumbers ? { DocNumber: clean(transaction.docNumber) } : {}),
		TxnDate: transaction.txnDate,
		CustomerRef: { value: resolved.customer.value },
		...(company.multiCurrency ? { CurrencyRef: { value: transaction.currency } } : {}),
		Line: lines,
		...tax.value,
		...(deposit ? { DepositToAccountRef: { value: deposit.value.value } } : {}),
		...(transaction.paymentReference && transaction.type === 'SalesReceipt'
			? { PaymentRefNum: clean(transaction.paymentReference) }
			: {}),
		...(transaction.customerMemo ? { CustomerMemo: { value: clean(transaction.customerMemo) } } : {}),
		...(transaction.email ? { BillEmail: { Address: clean(transaction.email) } } : {}),
		...(billTo && Object.keys(billTo).length > 0 ? { BillAddr: billTo } : {}),
		...(shipTo && Object.keys(shipTo).length > 0 ? { ShipAddr: shipTo } : {}),
	};
	return succeed(withMark(body, plan, transaction, clean));
}

/** The body with its mark: hashed as it will stand, so that a person's edit shows later. */
export function withMark(body: QbRecord, plan: TransactionPlan, transaction: PlannedTransaction, clean: (text: string) => string): QbRecord {
	const { channel, accountId, id } = plan.order;
	const mark = { channel, accountId, id, facts: plan.facts, posted: asPosted(body, transaction.documentTotal) };
	return { ...body, PrivateNote: noteWithMark(transaction.privateNote && clean(transaction.privateNote), mark) };
}

function toLine(
	line: PlannedLine,
	transaction: PlannedTransaction,
	resolved: Resolved,
	clean: (text: string) => string,
): Outcome<Record<string, unknown>> {
	const description = line.description ? { Description: clean(line.description) } : {};
	if (line.kind === 'discount') {
		if (!resolved.company.allowsDiscount) return fail(discountsOff());
		const account = line.account && resolved.accounts.resolve(line.account, 'discount');
		if (account && !account.ok) return account;
		return succeed({
			DetailType: 'DiscountLineDetail',
			Amount: Number(line.amount),
			...description,
			DiscountLineDetail: { PercentBased: false, ...(account ? { DiscountAccountRef: { value: account.value.value } } : {}) },
		});
	}
	const item = resolved.item(line.item);
	if (!item.ok) return item;
	const taxCode = lineTaxCode(line, transaction, resolved);
	if (!taxCode.ok) return taxCode;
	return succeed({
		DetailType: 'SalesItemLineDetail',
		Amount: Number(line.amount),
		...description,
		SalesItemLineDetail: {
			ItemRef: { value: item.value.value },
			...(line.quantity !== undefined && line.unitPrice !== undefined
				? { Qty: Number(line.quantity), UnitPrice: Number(line.unitPrice) }
				: {}),
			...(taxCode.value ? { TaxCodeRef: { value: taxCode.value } } : {}),
		},
	});
}

function lineTaxCode(
	line: Extract<PlannedLine, { kind: 'item' }>,
	transaction: PlannedTransaction,
	{ company, taxCodes }: Resolved,
): Outcome<string | undefined> {
	if (transaction.tax.mode === 'override') return succeed(line.taxable ? 'TAX' : 'NON');
	if (transaction.tax.mode === 'codes') return line.taxCode ? taxCodes.resolve(line.taxCode) : fail(taxCodeMissing(line.description));
	return succeed(isUnitedStates(company) && company.usesSalesTax ? 'NON' : undefined);
}

/** The tax of the whole document. The shop's figure is stated in every form, also 0. */
function toTax(transaction: PlannedTransaction, { company }: Resolved): Outcome<QbRecord> {
	const { tax } = transaction;
	if (tax.mode === 'none') return succeed(isUnitedStates(company) ? {} : { GlobalTaxCalculation: 'NotApplicable' });
	if (tax.mode === 'override') {
		if (!isUnitedStates(company)) return fail(notUnitedStates(company.country));
		if (!company.usesSalesTax) return isZero(tax.total) ? succeed({}) : fail(salesTaxOff(tax.total, transaction.currency));
		const taxed = transaction.lines.some((line) => line.kind === 'item' && line.taxable);
		if (!taxed && !isZero(tax.total)) return fail(taxWithoutTaxedLine(tax.total, transaction.currency));
		return succeed({ TxnTaxDetail: { TotalTax: Number(tax.total) } });
	}
	return succeed({
		...(isUnitedStates(company) ? {} : { GlobalTaxCalculation: 'TaxExcluded' }),
		TxnTaxDetail: { TotalTax: Number(tax.total) },
	});
}

/** A rounding line that closes a gap of at most the tolerance, for a document that stands already. */
export function roundingLine(transaction: PlannedTransaction, gap: string, item: Reference, company: Company): Record<string, unknown> {
	return {
		DetailType: 'SalesItemLineDetail',
		Amount: Number(new Big(gap).toFixed()),
		Description: 'Rounding between the shop and QuickBooks',
		SalesItemLineDetail: {
			ItemRef: { value: item.value },
			...(isUnitedStates(company) && transaction.tax.mode === 'override' ? { TaxCodeRef: { value: 'NON' } } : {}),
		},
	};
}

const discountsOff = (): Failure => ({
	cause: 'configuration-invalid',
	reason: 'discounts-off',
	message: 'The order has a discount, and discounts are switched off in this QuickBooks company',
	remedy: "Switch on 'Discount' in QuickBooks under Account and settings, Sales, or choose 'Lower Line Prices' under 'Discounts'",
});

const notUnitedStates = (country: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'automated-tax-outside-us',
	message: `'Sales Tax' says US automated sales tax, and the QuickBooks company is in ${country}`,
	remedy: "Choose 'By Tax Code' under 'Sales Tax'",
});

const salesTaxOff = (total: string, currency: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'sales-tax-off',
	message: `The order has ${total} ${currency} of sales tax, and sales tax is switched off in this QuickBooks company`,
	remedy: "Set up sales tax in QuickBooks, or choose 'As a Line of Its Own' under 'Sales Tax'",
});

const taxWithoutTaxedLine = (total: string, currency: string): Failure =>
	refused(
		'tax-without-taxed-line',
		`The order has ${total} ${currency} of sales tax, and the shop says of none of its lines that it was taxed`,
		'Enter this order by hand, and check how the shop taxes it',
	);

const taxCodeMissing = (description: string | undefined): Failure => ({
	cause: 'configuration-invalid',
	reason: 'tax-code-missing',
	message: `The line '${description ?? ''}' has no tax code`,
	remedy: "Fill 'Tax Code' and 'Tax Code for Untaxed Lines'",
});

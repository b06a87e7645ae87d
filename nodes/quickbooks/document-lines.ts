import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { PlannedDiscountLine, PlannedItemLine, PlannedForm } from '../transaction/plan';
import type { WrittenLine } from './bundles';
import type { Company } from './company';
import { lineTax, roundingTax } from './document-tax';
import type { ItemReference } from './items';
import type { QbRecord } from './quickbooks';
import { storable } from './storable';
import type { Books } from './to-document';

/** QuickBooks takes 4,000 (API Explorer: Line.Description). */
const DESCRIPTION_LIMIT = 4000;

/** A planned line as QuickBooks takes it. */
export function toLine({ line, bundle }: WrittenLine, transaction: PlannedForm, books: Books): Outcome<QbRecord> {
	if (line.kind === 'discount') return toDiscountLine(line, books);
	return bundle ? toBundleLine(line, bundle, transaction, books) : toItemLine(line, transaction, books);
}

/** A bundle itself has no amount: its components carry what it costs (recorded). */
function toBundleLine(
	line: PlannedItemLine,
	{ item, components }: NonNullable<WrittenLine['bundle']>,
	transaction: PlannedForm,
	books: Books,
): Outcome<QbRecord> {
	const lines: QbRecord[] = [];
	for (const component of components) {
		const made = toItemLine(component, transaction, books);
		if (!made.ok) return made;
		lines.push(made.value);
	}
	return succeed({
		DetailType: 'GroupLineDetail',
		...description(line.description, books.company),
		GroupLineDetail: { GroupItemRef: { value: item.value }, Quantity: Number(line.quantity ?? '1'), Line: lines },
	});
}

function toItemLine(line: PlannedItemLine, transaction: PlannedForm, books: Books): Outcome<QbRecord> {
	const item = books.references.item(line.item);
	if (!item.ok) return item;
	const { startDate } = item.value;
	if (startDate && transaction.txnDate < startDate) {
		return fail(inventoryStartsLater(item.value, startDate, transaction.txnDate));
	}
	const tax = lineTax(line, transaction, books);
	if (!tax.ok) return tax;
	const priced = line.quantity !== undefined && line.unitPrice !== undefined;
	return succeed({
		DetailType: 'SalesItemLineDetail',
		Amount: Number(line.amount),
		...description(line.description, books.company),
		SalesItemLineDetail: {
			ItemRef: { value: item.value.value },
			...(priced ? { Qty: Number(line.quantity), UnitPrice: Number(line.unitPrice) } : {}),
			...tax.value,
		},
	});
}

function toDiscountLine(line: PlannedDiscountLine, { company, references }: Books): Outcome<QbRecord> {
	if (!company.allowsDiscount) return fail(discountsOff());
	const account = line.account && references.accounts.resolve(line.account, 'discount');
	if (account && !account.ok) return account;
	return succeed({
		DetailType: 'DiscountLineDetail',
		Amount: Number(line.amount),
		...description(line.description, company),
		DiscountLineDetail: {
			PercentBased: false,
			...(account ? { DiscountAccountRef: { value: account.value.value } } : {}),
		},
	});
}

const description = (text: string | undefined, company: Company): QbRecord =>
	text ? { Description: storable(text, company, DESCRIPTION_LIMIT) } : {};

/** A line that closes a gap between the shop and QuickBooks, in a document that stands already. */
export const toClosingLine = (
	amount: string,
	text: string,
	item: ItemReference,
	transaction: PlannedForm,
	books: Books,
): Outcome<QbRecord> => {
	const tax = roundingTax(amount, transaction, books);
	if (!tax.ok) return tax;
	return succeed({
		DetailType: 'SalesItemLineDetail',
		Amount: Number(amount),
		Description: text,
		SalesItemLineDetail: {
			ItemRef: { value: item.value },
			...tax.value,
		},
	});
};

const inventoryStartsLater = (item: ItemReference, startDate: string, txnDate: string): Failure =>
	refused(
		'inventory-starts-later',
		`The order is dated ${txnDate}, and the inventory of '${item.name}' starts on ${startDate} in QuickBooks`,
		"Move the product's inventory start date in QuickBooks to the order's date or before",
	);

const discountsOff = (): Failure =>
	refused(
		'discounts-off',
		'The order has a discount, and discounts are switched off in this QuickBooks company',
		"Switch on 'Discount' in QuickBooks under Account and settings, Sales, and run the order again",
	);

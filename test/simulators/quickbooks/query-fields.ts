import type { Company } from './company';
import { entityType } from './entity-operations';
import { knownProperties } from './known-properties';
import { invalid } from './query-language';

const everywhere = 'Id MetaData.CreateTime MetaData.LastUpdatedTime';
const everyTransaction = `${everywhere} TxnDate`;
const everySalesForm = `${everyTransaction} DocNumber Balance HomeBalance TotalAmt CustomerRef`;

/** What can stand in WHERE and ORDERBY, by entity, from Intuit's schema annotations and data query guide. */
const filterable: Readonly<Record<string, string>> = {
	SalesReceipt: everySalesForm,
	Invoice: `${everySalesForm} DueDate SalesTermRef`,
	Estimate: everySalesForm,
	CreditMemo: everySalesForm,
	RefundReceipt: everySalesForm,
	Payment: `${everyTransaction} TotalAmt CustomerRef`,
	Deposit: `${everyTransaction} DocNumber TotalAmt DepositToAccountRef`,
	Customer: `${everywhere} GivenName MiddleName FamilyName DisplayName PrimaryEmailAddr CompanyName FullyQualifiedName
		Active Balance BalanceWithJobs PrintOnCheckName`,
	Vendor: `${everywhere} GivenName FamilyName DisplayName CompanyName PrimaryEmailAddr Active Balance PrintOnCheckName`,
	Employee: `${everywhere} GivenName FamilyName DisplayName Active PrintOnCheckName`,
	Item: `${everywhere} Name FullyQualifiedName Sku Description Type Active`,
	Account: `${everywhere} Name FullyQualifiedName AccountType AccountSubType Classification Active CurrentBalance`,
	PaymentMethod: `${everywhere} Name Type Active`,
	Term: `${everywhere} Name Type Active`,
	Class: `${everywhere} Name FullyQualifiedName Active`,
	Department: `${everywhere} Name FullyQualifiedName Active`,
	TaxCode: `${everywhere} Name Active Hidden`,
	TaxRate: `${everywhere} Name Active`,
	TaxAgency: `${everywhere} DisplayName Active`,
	ExchangeRate: 'SourceCurrencyCode AsOfDate',
	CompanyInfo: everywhere,
	Preferences: everywhere,
};

/** Entities QuickBooks can be asked for and of which the simulated company has none. */
const emptyHere = [
	'Bill',
	'BillPayment',
	'JournalEntry',
	'Purchase',
	'PurchaseOrder',
	'Transfer',
	'VendorCredit',
].concat(['CompanyCurrency', 'CustomerType', 'TimeActivity', 'Attachable', 'Budget']);

/** The entity a query names, or 4001. */
export function queriedType(name: string): { type: string; empty: boolean } {
	const type = entityType(name);
	if (type !== undefined) return { type, empty: false };
	const other = emptyHere.find((each) => each.toLowerCase() === name.toLowerCase());
	if (other === undefined) throw invalid(`invalid context declaration: ${name}`);
	return { type: other, empty: true };
}

/** The property a condition means, in its own spelling; refused when it cannot be filtered by. */
export function filterField(company: Company, type: string, field: string): string {
	const names = (filterable[type] ?? everywhere).split(/\s+/);
	const found = names.find((name) => name.toLowerCase() === field.toLowerCase());
	if (found !== undefined) return found;
	if (type === 'Payment' && field.toLowerCase() === 'paymentrefnum' && company.behaviour.paymentRefNumFilterable) {
		return 'PaymentRefNum';
	}
	const known = [...knownProperties(type)].some((name) => name.toLowerCase() === field.split('.')[0]?.toLowerCase());
	throw invalid(known ? `property '${field}' is not queryable` : `Property ${field} not found for Entity ${type}`);
}

/** The property a column list means, in its own spelling; 4001 when the entity has none of that name. */
export function columnField(type: string, column: string): string {
	if (!(type in filterable)) return column;
	const [head = '', ...rest] = column.split('.');
	const known = [
		...knownProperties(type),
		...(filterable[type] ?? '').split(/[\s.]+/),
		'Name',
		'RateValue',
		'Country',
		'CompanyName',
	];
	const found = known.find((name) => name.toLowerCase() === head.toLowerCase());
	if (found === undefined) throw invalid(`Property ${column} not found for Entity ${type}`);
	return [found, ...rest].join('.');
}

import { readInstant } from '../channels/instant';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { SALE, SALES_ORDER } from '../transaction/parts';
import { readMark } from '../postings/mark';
import { ask, askAll } from '../quickbooks/ask';
import { readCompany } from '../quickbooks/company';
import { requestFailure } from '../quickbooks/faults';
import { createdSince, selectIn } from '../quickbooks/query';
import type { QbRecord, QuickBooks } from '../quickbooks/quickbooks';
import { REFUND_TYPES, type Change } from './change';
import type { DocumentDetails, RefundRecord } from './details';
import { refundsByDocument } from './refunds-of';
import { customerRecordSchema, itemRecordSchema, paymentRecordSchema } from './sales-record';
import { linksOf } from './sold-by';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const idOf = (reference: unknown): string[] => {
	const { value } = bag(reference);
	return typeof value === 'string' ? [value] : [];
};
const listOf = (value: unknown): QbRecord[] => (Array.isArray(value) ? (value as QbRecord[]) : []);

const INACTIVE_TOO = ' and Active IN (true, false)';

/**
 * What documents need beside themselves, gathered over all of them and asked in one batch: the company, customers, products,
 * payments, estimates and what was given back. A second batch reads credit memos that payments lead to; refunds of documents
 * that an order of a selling channel made are sought among all that were made since.
 */
export async function lookUpDetails(quickbooks: QuickBooks, changes: readonly Change[]): Promise<Outcome<DocumentDetails>> {
	const sales = changes.filter(({ record }) => record.status !== 'Deleted');
	const records = sales.map(({ record }) => record);
	const linked = records.flatMap(linksOf);
	const ids = (type: string) => linked.flatMap((link) => (link.type === type ? link.id : []));
	const queries: Array<[entity: string, statement: string]> = [
		['CompanyInfo', 'select * from CompanyInfo'],
		['Preferences', 'select * from Preferences'],
		...among('Customer', selectIn('Customer', 'Id', records.flatMap(({ CustomerRef }) => idOf(CustomerRef)), INACTIVE_TOO)),
		...among('Item', selectIn('Item', 'Id', records.flatMap(itemIds), INACTIVE_TOO)),
		...among('Payment', selectIn('Payment', 'Id', ids('Payment'))),
		...among('Estimate', selectIn('Estimate', 'Id', ids('Estimate'))),
		...REFUND_TYPES.flatMap((type) => among(type, selectIn(type, 'Id', ids(type)))),
	];
	const rows = await ask(quickbooks, queries.map(([, statement]) => statement));
	if (!rows.ok) return rows;
	const found = (entity: string) => queries.flatMap(([of], index) => (of === entity ? rows.value[index]! : []));
	const [info] = found('CompanyInfo');
	const [preferences] = found('Preferences');
	if (!info || !preferences) return fail(requestFailure({ body: 'CompanyInfo and Preferences are empty' }));

	const payments = found('Payment');
	const refunds = await lookUpRefunds(quickbooks, sales, payments);
	if (!refunds.ok) return refunds;
	const { country, homeCurrency } = readCompany(info, preferences);
	const linkedRefunds = REFUND_TYPES.flatMap((type) => found(type).map((record): RefundRecord => ({ type, record })));
	return succeed({
		company: { country, currency: homeCurrency },
		customers: readAll(found('Customer'), (record) => customerRecordSchema.safeParse(record).data),
		items: readAll(found('Item'), (record) => itemRecordSchema.safeParse(record).data),
		payments: readAll(payments, (record) => paymentRecordSchema.safeParse(record).data),
		estimates: new Map(found('Estimate').map((record) => [String(record.Id), record])),
		refunds: refundsByDocument(sales, [...linkedRefunds, ...refunds.value], payments),
	});
}

const among = (entity: string, statements: string[]): Array<[string, string]> => statements.map((statement) => [entity, statement]);

/** Credit memos that were applied by a payment, and refunds that carry the mark of one of the documents' orders. */
async function lookUpRefunds(quickbooks: QuickBooks, sales: readonly Change[], payments: QbRecord[]): Promise<Outcome<RefundRecord[]>> {
	const found: RefundRecord[] = [];
	const applied = selectIn('CreditMemo', 'Id', payments.flatMap(linksOf).flatMap(({ type, id }) => (type === 'CreditMemo' ? id : [])));
	if (applied.length > 0) {
		const rows = await ask(quickbooks, applied);
		if (!rows.ok) return rows;
		found.push(...rows.value.flat().map((record): RefundRecord => ({ type: 'CreditMemo', record })));
	}
	const marked = sales.filter(({ record }) => isSaleOfOrder(record));
	if (marked.length > 0) {
		const made = marked.map(({ record }) => Date.parse(readInstant(String(bag(record.MetaData).CreateTime)) ?? '') || 0);
		const rows = await askAll(quickbooks, REFUND_TYPES.map((type) => `select * from ${type} where ${createdSince(Math.min(...made))}`));
		if (!rows.ok) return rows;
		found.push(...REFUND_TYPES.flatMap((type, index) => rows.value[index]!.map((record): RefundRecord => ({ type, record }))));
	}
	return succeed(found);
}

/** Whether an order of a selling channel made this document: its refunds carry the same mark. */
const isSaleOfOrder = ({ PrivateNote }: QbRecord): boolean => [SALE, SALES_ORDER].includes(readMark(PrivateNote)?.part ?? '');

/** Products on the lines of a form, those in bundles included. What QuickBooks sells by itself is in no list. */
function itemIds({ Line }: QbRecord): string[] {
	const items = listOf(Line).flatMap((line) => {
		const group = bag(line.GroupLineDetail);
		const inner = listOf(group.Line).flatMap((one) => idOf(bag(one.SalesItemLineDetail).ItemRef));
		return [...idOf(bag(line.SalesItemLineDetail).ItemRef), ...idOf(group.GroupItemRef), ...inner];
	});
	return items.filter((id) => /^\d+$/.test(id));
}

function readAll<T>(records: QbRecord[], read: (record: QbRecord) => T | undefined): Map<string, T> {
	const entries = records.flatMap((record): Array<[string, T]> => {
		const value = read(record);
		return value === undefined ? [] : [[String(record.Id), value]];
	});
	return new Map(entries);
}

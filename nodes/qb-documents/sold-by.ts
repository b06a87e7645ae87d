import { succeed, type Outcome } from '../outcome/outcome';
import { readMark } from '../postings/mark';
import { markedOrder } from '../postings/standing';
import { ask } from '../quickbooks/ask';
import { selectIn } from '../quickbooks/query';
import type { QbRecord, QuickBooks } from '../quickbooks/quickbooks';
import { changeOf, type Change } from './change';
import { typeAndId } from './document-key';
import type { DocumentType } from './qb-document';

type Link = { TxnId?: unknown; TxnType?: unknown };
const listOf = (value: unknown): QbRecord[] => (Array.isArray(value) ? (value as QbRecord[]) : []);

/** Documents that QuickBooks links to a record: on the whole, on its lines, or by a reference of a credit memo. */
export function linksOf(record: QbRecord): Array<{ type: string; id: string }> {
	const links = [...listOf(record.LinkedTxn), ...listOf(record.Line).flatMap((line) => listOf(line.LinkedTxn))] as Link[];
	const invoice = (record.InvoiceRef as { value?: unknown } | undefined)?.value;
	return [
		...links.flatMap(({ TxnId, TxnType }) => (TxnId === undefined ? [] : [{ type: String(TxnType), id: String(TxnId) }])),
		...(typeof invoice === 'string' ? [{ type: 'Invoice', id: invoice }] : []),
	];
}

/**
 * The documents whose goods were given back by these refunds: those that QuickBooks links, and those that the same order of a
 * selling channel made, found by their number. Each counts as changed when the refund was.
 * @param known documents that were read already, by `Invoice-12`
 */
export async function salesOfRefunds(
	quickbooks: QuickBooks,
	refunds: Change[],
	types: readonly DocumentType[],
	known: ReadonlyMap<string, Change>,
): Promise<Outcome<Change[]>> {
	const standing = refunds.filter(({ record }) => record.status !== 'Deleted');
	const linked = standing.flatMap(({ record }) => linksOf(record).filter(({ type }) => types.some((one) => one === type)));
	const wanted = linked.filter((link) => !known.has(typeAndId(link)));
	const numbers = standing.flatMap(({ record }) => saleNumberOf(record) ?? []);
	const queries = types.flatMap((type) => [
		...selectIn(type, 'Id', wanted.flatMap((link) => (link.type === type ? link.id : []))),
		...selectIn(type, 'DocNumber', numbers),
	].map((statement) => ({ type, statement })));
	if (queries.length === 0) return succeed([]);
	const rows = await ask(quickbooks, queries.map(({ statement }) => statement));
	if (!rows.ok) return rows;

	const orders = new Set(standing.flatMap(({ record }) => markedOrder(record.PrivateNote) ?? []));
	const byLink = new Set(wanted.map(typeAndId));
	const found = rows.value.flatMap((records, index) => records.map((record) => changeOf(queries[index]!.type, record)));
	const latest = standing.map(({ at }) => at).sort().at(-1);
	return succeed(
		found
			.filter((sale) => byLink.has(typeAndId({ type: sale.entity, id: sale.id })) || orders.has(markedOrder(sale.record.PrivateNote) ?? ''))
			.filter((sale) => !known.has(typeAndId({ type: sale.entity, id: sale.id })))
			.map((sale) => ({ ...sale, at: latest !== undefined && latest > sale.at ? latest : sale.at })),
	);
}

/** The number of the sale whose refund we numbered after it: `1001-R2` and `1001-C` are of `1001`. */
function saleNumberOf({ PrivateNote, DocNumber }: QbRecord): string | undefined {
	if (typeof DocNumber !== 'string' || readMark(PrivateNote) === undefined) return undefined;
	const number = DocNumber.replace(/-(R\d+|C)$/, '');
	return number === DocNumber ? undefined : number;
}

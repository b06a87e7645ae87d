import { readInstant } from '../channels/instant';
import { markedOrder } from '../postings/standing';
import type { QbRecord } from '../quickbooks/quickbooks';
import type { Change } from './change';
import type { RefundRecord } from './details';
import { typeAndId } from './document-key';
import { linksOf } from './sold-by';
import { metaOf } from './without-contents';

/**
 * Which refunds belong to which documents, by `Invoice-12`:
 *
 * - those that QuickBooks links, or that name the invoice;
 * - those with the mark of the same order of a selling channel;
 * - credit memos that a payment applied to one invoice alone, when they were made after it and give back nothing but its own
 *   products. Any other credit that was applied is a way to pay: its goods were another order's.
 */
export function refundsByDocument(sales: readonly Change[], refunds: RefundRecord[], payments: QbRecord[]): Map<string, RefundRecord[]> {
	const unique = [...new Map(refunds.map((refund) => [refundKey(refund), refund])).values()];
	const applied = appliedTo(payments);
	const byOrder = groupBy(unique, ({ record }) => [markedOrder(record.PrivateNote)]);
	const byLink = groupBy(unique, ({ record }) => linksOf(record).map(typeAndId));
	const byKey = groupBy(unique, (refund) => [refundKey(refund)]);
	const byPayment = groupBy(unique, (refund) => [applied.get(refundKey(refund))]);
	const byDocument = new Map<string, RefundRecord[]>();
	for (const { entity, id, record } of sales) {
		const key = typeAndId({ type: entity, id });
		const own = new Set([
			...byOrder(markedOrder(record.PrivateNote)),
			...byLink(key),
			...linksOf(record).flatMap((link) => byKey(typeAndId(link))),
			...byPayment(key).filter((refund) => isOfThisSale(refund.record, record)),
		]);
		if (own.size > 0) byDocument.set(key, [...own]);
	}
	return byDocument;
}

const refundKey = ({ type, record }: RefundRecord): string => typeAndId({ type, id: String(record.Id) });

/** Credit memos by the one document that payments applied them to. */
function appliedTo(payments: QbRecord[]): Map<string, string> {
	const applied = new Map<string, string>();
	for (const payment of payments) {
		const links = linksOf(payment);
		const invoices = new Set(links.flatMap((link) => (link.type === 'Invoice' ? typeAndId(link) : [])));
		const [invoice] = invoices;
		if (invoice === undefined || invoices.size > 1) continue;
		for (const link of links) if (link.type === 'CreditMemo') applied.set(typeAndId(link), invoice);
	}
	return applied;
}

function isOfThisSale(memo: QbRecord, sale: QbRecord): boolean {
	const [made, sold] = [readInstant(metaOf(memo).CreateTime), readInstant(metaOf(sale).CreateTime)];
	const items = itemsOf(sale);
	const returned = [...itemsOf(memo)];
	return made !== undefined && sold !== undefined && made >= sold && returned.length > 0 && returned.every((item) => items.has(item));
}

const itemsOf = ({ Line }: QbRecord): Set<string> =>
	new Set(
		(Array.isArray(Line) ? (Line as QbRecord[]) : []).flatMap((line) => {
			const { ItemRef } = (line.SalesItemLineDetail ?? {}) as { ItemRef?: { value?: string } };
			return ItemRef?.value ?? [];
		}),
	);

/** Looks refunds up by one of their keys. */
function groupBy(refunds: RefundRecord[], keysOf: (refund: RefundRecord) => Array<string | undefined>) {
	const groups = new Map<string, RefundRecord[]>();
	for (const refund of refunds) {
		for (const key of keysOf(refund)) if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), refund]);
	}
	return (key: string | undefined): RefundRecord[] => (key === undefined ? [] : (groups.get(key) ?? []));
}

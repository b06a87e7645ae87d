import { standingDocuments } from '../../test/judging/standing-documents';
import type { QuickBooksSimulator } from '../../test/simulators/quickbooks/quickbooks-simulator';

/**
 * Documents are counted as orders: so each has to belong to an order of its own, by the mark in its note. Their numbers would tell
 * nothing, as the company takes none twice.
 * @throws when an order has more than one document of a type, or a document belongs to no order.
 */
export function expectEachOrderOnce(quickbooks: QuickBooksSimulator, types: readonly ('SalesReceipt' | 'Estimate' | 'Invoice' | 'Payment')[]): void {
	const books = standingDocuments(quickbooks);
	for (const type of types) {
		let marked = 0;
		for (const [order, documents] of books) {
			const ids = (documents.get(type) ?? []).map(({ Id }) => Id);
			if (ids.length > 1) throw new Error(`Order ${order} stands ${ids.length} times: ${type} ${ids.join(', ')}`);
			marked += ids.length;
		}
		const { length } = quickbooks.company.documents(type);
		if (marked !== length) throw new Error(`Of ${length} documents of type ${type} only ${marked} stand for an order`);
	}
}

import type { FetchPage } from '../../nodes/channels/collect-orders';
import { fetchDocuments } from '../../nodes/qb-documents/fetch-documents';
import type { DocumentType, QbDocument } from '../../nodes/qb-documents/qb-document';
import { startPostingBench, type PostingBench } from '../quickbooks/posting-bench';
import { line } from '../simulators/quickbooks/simulated-client';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity, Json } from '../simulators/quickbooks/wire-values';

const SECOND = 1_000;

/** A simulated company whose documents are entered by hand and read by us. */
export interface DocumentsBench extends PostingBench {
	/** Enters a document of a tote and a mug; the company's clock goes on by a second. */
	enter(type: DocumentType | 'CreditMemo' | 'RefundReceipt', changes?: Json): Entity;
	/** Time passes. */
	wait(milliseconds: number): void;
	fetchPage: FetchPage<QbDocument>;
	/** All documents of a window, page by page. */
	read(from: string, pageSize?: number): Promise<QbDocument[]>;
	now(): string;
}

export const ADDRESS = { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' };

export async function startDocumentsBench(
	options: QuickBooksOptions = {},
	types: DocumentType[] = ['Invoice', 'SalesReceipt', 'Estimate'],
): Promise<DocumentsBench> {
	const bench = await startPostingBench({ limits: 'lifted', ...options });
	const { company } = bench;
	const quickbooks = bench.gateway();
	const wait = (milliseconds: number) => company.clock.advance(milliseconds);
	const fetchPage: FetchPage<QbDocument> = async (query) => await fetchDocuments({ quickbooks, clock: bench.clock, types }, query);
	return {
		...bench,
		wait,
		fetchPage,
		now: () => new Date(company.clock.now()).toISOString(),
		enter: (type, changes = {}) => {
			wait(SECOND);
			return company.byHand.create(type, {
				CustomerRef: { value: '2' },
				ShipAddr: ADDRESS,
				Line: [line('7', 1, 24, { TaxCodeRef: { value: 'NON' } }), line('8', 2, 12.5, { TaxCodeRef: { value: 'NON' } })],
				...(type === 'RefundReceipt' ? { DepositToAccountRef: { value: '35' } } : {}),
				...changes,
			});
		},
		read: async (from, pageSize = 1_000) => {
			const documents: QbDocument[] = [];
			for (let pageToken: string | undefined, pages = 0; ; pages += 1) {
				if (pages > 50) throw new Error('The pages have no end');
				const page = await fetchPage({ by: 'updated', order: 'oldest', statuses: [], pageSize, from, pageToken });
				if (!page.ok) throw new Error(page.failure.message);
				documents.push(...page.value.orders);
				if (page.value.next === undefined) return documents;
				pageToken = page.value.next;
			}
		},
	};
}

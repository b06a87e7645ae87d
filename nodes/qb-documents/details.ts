import type { QbRecord } from '../quickbooks/quickbooks';
import type { CustomerRecord, ItemRecord, PaymentRecord } from './sales-record';

/** What a document needs beside itself to be shipped by, looked up for many documents at once. By id. */
export interface DocumentDetails {
	company: { currency: string; country: string };
	customers: ReadonlyMap<string, CustomerRecord>;
	items: ReadonlyMap<string, ItemRecord>;
	payments: ReadonlyMap<string, PaymentRecord>;
	/** Estimates that invoices were made of. */
	estimates: ReadonlyMap<string, QbRecord>;
	/** What was given back, by the document it belongs to: `SalesReceipt-12`. */
	refunds: ReadonlyMap<string, RefundRecord[]>;
}

export interface RefundRecord {
	type: 'CreditMemo' | 'RefundReceipt';
	record: QbRecord;
}

/** Whose document it is, and how it was read. */
export interface DocumentContext {
	realmId: string;
	/** `https://qbo.intuit.com/app/`: what links to a transaction begin with. */
	appUrl: string;
	/** ISO 8601 in UTC. */
	fetchedAt?: string;
}

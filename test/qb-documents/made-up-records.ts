import type { DocumentContext, DocumentDetails } from '../../nodes/qb-documents/details';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import { isStanding, type DocumentType, type StandingDocument } from '../../nodes/qb-documents/qb-document';
import { customerRecordSchema, itemRecordSchema, paymentRecordSchema } from '../../nodes/qb-documents/sales-record';
import type { QbRecord } from '../../nodes/quickbooks/quickbooks';

export const CONTEXT: DocumentContext = { realmId: '4620816365000000001', appUrl: 'https://qbo.example.test/app/' };

const byId = <T extends { Id: string }>(records: T[]): Map<string, T> => new Map(records.map((record) => [record.Id, record]));

/** Products, a customer and a payment as QuickBooks would tell of them. */
export const DETAILS: DocumentDetails = {
	company: { currency: 'USD', country: 'US' },
	items: byId(
		[
			{ Id: '7', Name: 'Canvas Tote', Sku: 'TOTE-01', Type: 'NonInventory' },
			{ Id: '8', Name: 'Enamel Mug', Sku: 'MUG-01', Type: 'Inventory' },
			{ Id: '9', Name: 'Rope', Sku: 'ROPE', Type: 'Inventory' },
			{ Id: '20', Name: 'Gift Wrapping', Type: 'Service' },
			{ Id: '30', Name: 'Breakfast Set', Sku: 'SET-01', Type: 'Group' },
		].map((record) => itemRecordSchema.parse(record)),
	),
	customers: byId(
		[
			{
				Id: '2',
				DisplayName: "Amelia's Garden Studio",
				CompanyName: "Amelia's Garden Studio",
				GivenName: 'Amelia',
				FamilyName: 'Lauter',
				PrimaryEmailAddr: { Address: 'amelia@example.com' },
				PrimaryPhone: { FreeFormNumber: '(555) 010-2233' },
				BillAddr: { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' },
				ShipAddr: { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' },
			},
		].map((record) => customerRecordSchema.parse(record)),
	),
	payments: byId([paymentRecordSchema.parse({ Id: '99', TxnDate: '2026-03-04', TotalAmt: 10, PaymentMethodRef: { value: '3', name: 'Visa' } })]),
	estimates: new Map(),
	refunds: new Map(),
};

/** A line of a product, as QuickBooks gives it back. */
export const itemLine = (Id: string, item: string, Qty: number, UnitPrice: number, more: object = {}): QbRecord => ({
	Id,
	Amount: Math.round(Qty * UnitPrice * 100) / 100,
	DetailType: 'SalesItemLineDetail',
	SalesItemLineDetail: { ItemRef: { value: item, name: `Kitchen:${item}` }, Qty, UnitPrice },
	...more,
});

export const shippingLine = (Amount: number): QbRecord => ({
	Id: '90',
	Amount,
	DetailType: 'SalesItemLineDetail',
	SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' } },
});

export const discountLine = (Amount: number): QbRecord => ({ Amount, DetailType: 'DiscountLineDetail', DiscountLineDetail: { PercentBased: false } });

/** An invoice of two totes, a mug, shipping and tax: 64.50, unpaid. */
export const INVOICE: QbRecord = {
	Id: '12',
	SyncToken: '0',
	MetaData: { CreateTime: '2026-03-02T10:15:00-08:00', LastUpdatedTime: '2026-03-02T10:15:00-08:00' },
	DocNumber: '1042',
	TxnDate: '2026-03-02',
	CurrencyRef: { value: 'USD' },
	CustomerRef: { value: '2', name: "Amelia's Garden Studio" },
	BillEmail: { Address: 'orders@example.com' },
	ShipAddr: { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' },
	Line: [itemLine('1', '7', 2, 20), itemLine('2', '8', 1, 12.5), shippingLine(8), { Amount: 60.5, DetailType: 'SubTotalLineDetail' }],
	TxnTaxDetail: { TotalTax: 4 },
	TotalAmt: 64.5,
	Balance: 64.5,
	LinkedTxn: [],
};

/** The document of a record; fails when it is none that stands. */
export function documentOf(changes: QbRecord = {}, type: DocumentType = 'Invoice', details: Partial<DocumentDetails> = {}): StandingDocument {
	const document = toQbDocument(type, { ...INVOICE, ...changes }, { ...DETAILS, ...details }, CONTEXT);
	if (!isStanding(document)) throw new Error(document.status === 'unreadable' ? document.reason : document.status);
	return document;
}

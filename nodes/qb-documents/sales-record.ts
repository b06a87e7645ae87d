import { amount, amountOrZero, id, listOf, optionalDecimal, optionalObject, optionalText } from '../channels/wire-values';
import { z } from '../vendor/zod';

/**
 * Sales forms as QuickBooks sends them, as far as shipping is concerned. Names and types: Intuit's finance schema, src/XSD of
 * https://github.com/intuit/QuickBooks-V3-PHP-SDK. Unknown properties are normal: Intuit adds them without notice.
 */

const reference = optionalObject(z.object({ value: optionalText, name: optionalText }));

const physicalAddressSchema = optionalObject(
	z.object({
		Line1: optionalText,
		Line2: optionalText,
		Line3: optionalText,
		Line4: optionalText,
		Line5: optionalText,
		City: optionalText,
		CountrySubDivisionCode: optionalText,
		PostalCode: optionalText,
		Country: optionalText,
		CountryCode: optionalText,
	}),
);

const linkedSchema = listOf(z.object({ TxnId: id, TxnType: optionalText }));

const lineFields = {
	Id: optionalText,
	Description: optionalText,
	Amount: amountOrZero,
	DetailType: optionalText,
	LinkedTxn: linkedSchema,
	SalesItemLineDetail: optionalObject(z.object({ ItemRef: reference, ClassRef: reference, Qty: optionalDecimal, UnitPrice: optionalDecimal })),
};

const innerLineSchema = z.object(lineFields);

const lineSchema = z.object({
	...lineFields,
	GroupLineDetail: optionalObject(z.object({ GroupItemRef: reference, Quantity: optionalDecimal, Line: listOf(innerLineSchema) })),
});

const emailSchema = optionalObject(z.object({ Address: optionalText }));
const metaSchema = optionalObject(z.object({ CreateTime: optionalText, LastUpdatedTime: optionalText }));

export const salesRecordSchema = z.object({
	Id: id,
	MetaData: metaSchema,
	DocNumber: optionalText,
	TxnDate: z.string('must be a day, e.g. "2026-03-01"'),
	TxnStatus: optionalText,
	CurrencyRef: reference,
	CustomerRef: reference,
	ClassRef: reference,
	DepartmentRef: reference,
	PaymentMethodRef: reference,
	ShipMethodRef: reference,
	BillEmail: emailSchema,
	BillAddr: physicalAddressSchema,
	ShipAddr: physicalAddressSchema,
	Line: listOf(lineSchema),
	TxnTaxDetail: optionalObject(z.object({ TotalTax: amountOrZero })),
	TotalAmt: amount,
	Balance: optionalDecimal,
	Deposit: optionalDecimal,
	CustomField: listOf(
		z.object({ Name: optionalText, StringValue: optionalText, BooleanValue: z.unknown().optional(), DateValue: optionalText, NumberValue: optionalDecimal }),
	),
	CustomerMemo: optionalObject(z.object({ value: optionalText })),
	PrivateNote: z.unknown().transform((value) => (typeof value === 'string' ? value : '')),
	LinkedTxn: linkedSchema,
	TrackingNum: optionalText,
	ShipDate: optionalText,
});

export const customerRecordSchema = z.object({
	Id: id,
	DisplayName: optionalText,
	GivenName: optionalText,
	FamilyName: optionalText,
	CompanyName: optionalText,
	PrimaryEmailAddr: emailSchema,
	PrimaryPhone: optionalObject(z.object({ FreeFormNumber: optionalText })),
	Mobile: optionalObject(z.object({ FreeFormNumber: optionalText })),
	BillAddr: physicalAddressSchema,
	ShipAddr: physicalAddressSchema,
});

export const itemRecordSchema = z.object({ Id: id, Name: optionalText, Sku: optionalText, Type: optionalText });

export const paymentRecordSchema = z.object({
	Id: id,
	TxnDate: optionalText,
	TotalAmt: amountOrZero,
	PaymentMethodRef: reference,
	Line: listOf(z.object({ LinkedTxn: linkedSchema })),
});

/** The items that QuickBooks itself sells by (Intuit, "Manage shipping"); they are in no list. */
export const SHIPPING_ITEM = 'SHIPPING_ITEM_ID';
export const GRATUITY_ITEM = 'GRATUITY_ITEM_ID';

export type SalesRecord = z.output<typeof salesRecordSchema>;
export type WireLine = SalesRecord['Line'][number];
export type WireAddress = SalesRecord['BillAddr'];
export type CustomerRecord = z.output<typeof customerRecordSchema>;
export type ItemRecord = z.output<typeof itemRecordSchema>;
export type PaymentRecord = z.output<typeof paymentRecordSchema>;

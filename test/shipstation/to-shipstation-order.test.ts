import type { StandingDocument } from '../../nodes/qb-documents/qb-document';
import { orderToSendSchema } from '../../nodes/shipstation/order-to-send';
import { readSentMark } from '../../nodes/shipstation/sent-mark';
import { readShippingSettings } from '../../nodes/shipstation/shipping-settings';
import { discountLine, documentOf, INVOICE, itemLine, shippingLine } from '../qb-documents/made-up-records';
import { orderOf, planOf, refusalOf } from './planned';

const paid = { Balance: 0, LinkedTxn: [{ TxnId: '99', TxnType: 'Payment' }] };
const bundle = (changes: object = {}) => ({
	Line: [
		{
			Id: '1',
			Amount: 0,
			DetailType: 'GroupLineDetail',
			GroupLineDetail: { GroupItemRef: { value: '30' }, Quantity: 3, Line: [itemLine('2', '8', 6, 12.5), itemLine('3', '7', 3, 20)] },
		},
	],
	TxnTaxDetail: { TotalTax: 0 },
	TotalAmt: 135,
	Balance: 135,
	...changes,
});

test('an invoice becomes an order with its key, its money and its address in parts', () => {
	const order = orderOf(documentOf(paid));
	expect(orderToSendSchema.safeParse(order).error).toBeUndefined();
	expect(order).toMatchObject({
		orderKey: 'qbo-4620816365000000001-Invoice-12',
		orderNumber: '1042',
		orderDate: '2026-03-02 00:00:00',
		paymentDate: '2026-03-04 00:00:00',
		orderStatus: 'awaiting_shipment',
		customerUsername: 'qbo-4620816365000000001-2',
		customerEmail: 'orders@example.com',
		amountPaid: 64.5,
		taxAmount: 4,
		shippingAmount: 8,
		paymentMethod: 'Visa',
		items: [
			{ lineItemKey: 'Invoice-12-1', sku: 'TOTE-01', name: 'Canvas Tote', quantity: 2, unitPrice: 20, adjustment: false },
			{ lineItemKey: 'Invoice-12-2', sku: 'MUG-01', name: 'Enamel Mug', quantity: 1, unitPrice: 12.5, adjustment: false },
		],
		shipTo: { name: 'Amelia Lauter', company: "Amelia's Garden Studio", street1: '4581 Finch St.', city: 'Bayshore', state: 'CA', postalCode: '94326', country: 'US' },
	});
});

describe('order status', () => {
	test.each([
		['awaitingPaymentUntilPaid', {}, 'awaiting_payment'],
		['awaitingPaymentUntilPaid', paid, 'awaiting_shipment'],
		['awaitingShipment', {}, 'awaiting_shipment'],
		['onHold', paid, 'on_hold'],
	] as const)('%s with %j is %s', (orderStatus, changes, status) => {
		expect(orderOf(documentOf(changes), { orderStatus }).orderStatus).toBe(status);
	});
});

describe('a sales order and its invoice', () => {
	const estimate = (changes: object = {}) => documentOf({ Id: '5', TxnStatus: 'Accepted', Balance: undefined, ...changes }, 'Estimate');
	const invoiceOf = (status: string, invoices: string[]): StandingDocument => ({
		...documentOf(),
		links: [{ type: 'Estimate', id: '5' }],
		estimate: { id: '5', status, invoices },
	});

	test('are one order: both have the key of the sales order', () => {
		expect(orderOf(estimate()).orderKey).toBe('qbo-4620816365000000001-Estimate-5');
		expect(orderOf(invoiceOf('Closed', ['12'])).orderKey).toBe('qbo-4620816365000000001-Estimate-5');
	});

	test('an invoice for a part of its sales order is a shipment of its own', () => {
		for (const part of [invoiceOf('Accepted', ['12']), invoiceOf('Closed', ['12', '14'])]) {
			expect(planOf(part)).toMatchObject({
				partOfSalesOrder: true,
				keys: { key: 'qbo-4620816365000000001-Invoice-12', salesOrder: 'qbo-4620816365000000001-Estimate-5' },
			});
		}
	});

	test.each([
		['Pending', {}, 'leave'],
		['Pending', { pendingEstimates: 'onHold' }, 'send'],
		['Accepted', {}, 'send'],
		['Accepted', { estimates: 'asInvoice' }, 'awaitInvoice'],
		['Closed', {}, 'leave'],
		['Rejected', {}, 'cancel'],
	] as const)('%s with %j: %s', (TxnStatus, settings, kind) => {
		expect(planOf(estimate({ TxnStatus }), settings).kind).toBe(kind);
	});
});

describe('lines', () => {
	test('a bundle is sent as its components, or as one line, and never as both', () => {
		expect(orderOf(documentOf(bundle())).items.map(({ sku, quantity, unitPrice }) => [sku, quantity, unitPrice])).toEqual([
			['MUG-01', 6, 12.5],
			['TOTE-01', 3, 20],
		]);
		expect(orderOf(documentOf(bundle()), { bundles: 'oneLine' }).items).toMatchObject([{ sku: 'SET-01', name: 'Breakfast Set', quantity: 3, unitPrice: 45 }]);
	});

	test('a discount is a line that is not packed, with a negative price', () => {
		const document = documentOf({ Line: [itemLine('1', '7', 2, 20), discountLine(4)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 36, Balance: 36 });
		expect(orderOf(document).items[1]).toMatchObject({ name: 'Discount', unitPrice: -4, quantity: 1, adjustment: true });
	});

	test('a shipping product of the company is shipping, whichever item it is booked to', () => {
		const line = itemLine('3', '20', 1, 7);
		const document = documentOf({ Line: [itemLine('1', '7', 1, 20), line], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 27, Balance: 27 });
		expect(orderOf(document, { shippingItems: ['gift wrapping'] })).toMatchObject({ shippingAmount: 7, items: [{ sku: 'TOTE-01' }] });
	});

	test('services are lines that are not packed; or goods; or left out, and the total then is without them', () => {
		const document = documentOf({ Line: [itemLine('1', '7', 1, 20), itemLine('3', '20', 1, 7)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 27, Balance: 27 });
		expect(orderOf(document).items[1]).toMatchObject({ name: 'Gift Wrapping', adjustment: true, unitPrice: 7 });
		expect(orderOf(document, { services: 'asItems' }).items[1]).toMatchObject({ name: 'Gift Wrapping', adjustment: false, quantity: 1 });
		expect(orderOf(document, { services: 'leaveOut' }).items).toHaveLength(1);
	});

	test('a document of services only is left out, with the setting to change', () => {
		const document = documentOf({ Line: [itemLine('3', '20', 2, 7)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 14, Balance: 14 });
		expect(planOf(document)).toMatchObject({ kind: 'leave', reason: 'nothing-to-ship', because: expect.stringContaining("'Services'") });
		expect(orderOf(document, { services: 'asItems' }).items).toHaveLength(1);
	});

	test('a quantity that is not whole goes to a person, or is sent as one piece that says so', () => {
		const document = documentOf({ Line: [itemLine('1', '9', 2.5, 4)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 10, Balance: 10 });
		expect(refusalOf(document)).toMatchObject({ reason: 'quantity-not-whole', message: expect.stringContaining("'Rope' is sold in a quantity of 2.5") });
		expect(orderOf(document, { decimalQuantities: 'onePiece' }).items).toMatchObject([{ name: 'Rope (2.5)', quantity: 1, unitPrice: 10 }]);
	});

	test('a line without a quantity is one piece at its amount', () => {
		const line = { Id: '1', Amount: 30, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '7' } } };
		expect(orderOf(documentOf({ Line: [line], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 30 })).items).toMatchObject([{ quantity: 1, unitPrice: 30 }]);
	});

	test("prices of seven decimals keep the document's total to the cent", () => {
		const line = { ...itemLine('1', '7', 1500, 0.5306667), Amount: 796 };
		const { items } = orderOf(documentOf({ Line: [line], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 796, Balance: 796 }));
		expect(items).toMatchObject([{ quantity: 1500, unitPrice: 0.5307 }, { name: 'Rounding', adjustment: true, unitPrice: -0.05 }]);
	});

	test('a product without a SKU is known by its name', () => {
		const line = { Id: '1', Amount: 5, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '77', name: 'Garden:Stones:Pebble' }, Qty: 1 } };
		expect(orderOf(documentOf({ Line: [line], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 5 })).items).toMatchObject([{ sku: 'Pebble', name: 'Pebble' }]);
	});

	test('a document whose lines do not come to its total goes to a person with both figures', () => {
		expect(refusalOf(documentOf({ TotalAmt: 70 }))).toMatchObject({ reason: 'totals-apart', message: 'The lines of Invoice 1042 come to 64.5 USD, and its total is 70' });
	});
});

describe('what was given back', () => {
	const creditMemo = (changes: object) => ({ type: 'CreditMemo' as const, record: { ...INVOICE, Id: '31', DocNumber: 'C-1', LinkedTxn: [], ...changes } });
	const refunds = (changes: object) => ({ refunds: new Map([['Invoice-12', [creditMemo(changes)]]]) });

	test('is not shipped, and the rest keeps its sum', () => {
		const document = documentOf(paid, 'Invoice', refunds({ Line: [itemLine('1', '7', 1, 20)], TxnTaxDetail: { TotalTax: 1.5 }, TotalAmt: 21.5 }));
		expect(orderOf(document)).toMatchObject({ items: [{ sku: 'TOTE-01', quantity: 1 }, { sku: 'MUG-01', quantity: 1 }], taxAmount: 2.5, amountPaid: 43 });
	});

	test('money without a piece is a line of its own', () => {
		const document = documentOf(paid, 'Invoice', refunds({ Line: [itemLine('1', '77', 1, 6)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 6 }));
		expect(orderOf(document).items).toMatchObject([{ quantity: 2 }, { quantity: 1 }, { name: 'Refund', adjustment: true, unitPrice: -6 }]);
	});

	test('all of it cancels the order', () => {
		const document = documentOf(paid, 'Invoice', refunds({}));
		expect(planOf(document)).toMatchObject({ kind: 'cancel', because: 'everything was given back in QuickBooks' });
	});

	test('bundles that were given back take their components along', () => {
		const line = { Id: '1', Amount: 45, DetailType: 'GroupLineDetail', GroupLineDetail: { GroupItemRef: { value: '30' }, Quantity: 1, Line: [] } };
		const document = documentOf(bundle(), 'Invoice', refunds({ Line: [line], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 45 }));
		expect(orderOf(document).items).toMatchObject([{ sku: 'MUG-01', quantity: 4, unitPrice: 12.5 }, { sku: 'TOTE-01', quantity: 2, unitPrice: 20 }]);
	});
});

describe('choices of the builder', () => {
	const rich = documentOf({
		ShipMethodRef: { value: 'UPS Ground', name: 'UPS Ground' },
		ShipDate: '2026-03-09',
		ClassRef: { value: '1', name: 'ShipStation' },
		CustomField: [{ Name: 'Gift Note', StringValue: 'Happy birthday' }, { Name: 'PO', StringValue: 'PO-77' }],
		CustomerMemo: { value: 'Thank you' },
		PrivateNote: 'Fragile',
	});

	test('store, warehouse, tags, prefix and custom fields', () => {
		const order = orderOf(rich, {
			storeId: 7,
			warehouseId: 8,
			tagIds: [5],
			orderNumberPrefix: 'QB-',
			customFields: [{ from: 'class' }, { from: 'customField', name: 'po' }, { from: 'text', text: 'B2B' }],
		});
		expect(order).toMatchObject({
			orderNumber: 'QB-1042',
			tagIds: [5],
			advancedOptions: { storeId: 7, warehouseId: 8, customField1: 'ShipStation', customField2: 'PO-77', customField3: 'B2B', source: 'QuickBooks' },
		});
	});

	test("the ship method's words are for ShipStation's own mapping; a carrier's service comes by an explicit map", () => {
		expect(orderOf(rich)).toMatchObject({ requestedShippingService: 'UPS Ground', shipByDate: '2026-03-09 00:00:00' });
		expect(orderOf(rich).serviceCode).toBeUndefined();
		expect(orderOf(rich, { service: { map: [{ shipMethod: 'ups ground', carrierCode: 'ups', serviceCode: 'ups_ground' }] } })).toMatchObject({ carrierCode: 'ups', serviceCode: 'ups_ground' });
		expect(orderOf(rich, { service: { requested: 'text', value: 'Standard' } }).requestedShippingService).toBe('Standard');
	});

	test('gift message, weights and notes', () => {
		const order = orderOf(rich, { giftMessageField: 'gift note', weights: { each: 3, bySku: [{ sku: 'mug-01', value: 12 }] } });
		expect(order).toMatchObject({ gift: true, giftMessage: 'Happy birthday', customerNotes: 'Thank you' });
		expect(order.items.map(({ weight }) => weight)).toEqual([{ value: 3, units: 'ounces' }, { value: 12, units: 'ounces' }]);
		expect(order.internalNotes).toMatch(/^Fragile\n\[order-sync\] Invoice-12 \| sent [0-9a-f]{12} [0-9a-f]{8}$/);
		expect(orderOf(rich, { notes: { customer: false, internal: false } }).customerNotes).toBeUndefined();
	});

	test('a parcel that leaves the country declares its contents in US dollars', () => {
		const abroad = { ...rich, shipTo: { lines: ['1 Rue de la Paix'], city: 'Paris', postalCode: '75002', country: 'France' } };
		const customs = { countryOfOrigin: 'USA', tariffCode: '6912.00' };
		expect(orderOf(abroad, { customs }).internationalOptions).toEqual({
			contents: 'merchandise',
			nonDelivery: 'return_to_sender',
			customsItems: [
				{ description: 'Canvas Tote', quantity: 2, value: 40, countryOfOrigin: 'US', harmonizedTariffCode: '6912.00' },
				{ description: 'Enamel Mug', quantity: 1, value: 12.5, countryOfOrigin: 'US', harmonizedTariffCode: '6912.00' },
			],
		});
		expect(orderOf(rich, { customs }).internationalOptions).toBeUndefined();
		const euros = planOf({ ...abroad, currency: 'EUR' }, { customs, currency: { other: 'send' } });
		expect(euros).toMatchObject({ remarks: [expect.stringContaining('US dollars')] });
	});

	test('another currency goes to a person, unless it is to be sent', () => {
		const euros = { ...documentOf(), currency: 'EUR' };
		expect(refusalOf(euros)).toMatchObject({ reason: 'other-currency', remedy: expect.stringContaining("'Other Currencies'") });
		expect(orderOf(euros, { currency: { other: 'send' } }).items).toHaveLength(2);
		expect(orderOf(euros, { currency: { account: 'EUR' } }).items).toHaveLength(2);
	});

	test.each([
		[{ customs: { countryOfOrigin: 'Atlantis' } }, "'Country of Origin' is 'Atlantis'"],
		[{ fingerprint: 'customField2', customFields: [{ from: 'nothing' }, { from: 'class' }] }, "'Custom Field 2'"],
		[{ service: { requested: 'text' } }, "'Shipping Service' is empty"],
		[{ storeId: -1 }, "'Store' must be an id"],
		[{ tagIds: ['fragile'] as never }, "'Tag Names or IDs' must be an id"],
	])('%j is told by name', (input, message) => {
		expect(readShippingSettings(input)).toMatchObject({ ok: false, failure: { cause: 'configuration-invalid', message: expect.stringContaining(message) } });
	});
});

describe('documents that are not sent', () => {
	test('one that an order of a selling channel made: its shop may be connected to ShipStation too', () => {
		const note = '[order-sync] woocommerce | shop.example.test | 77 | facts 0123456789ab | posted ba9876543210';
		expect(planOf(documentOf({ PrivateNote: note }))).toMatchObject({ kind: 'leave', reason: 'made-by-channel-order' });
		expect(orderOf(documentOf({ PrivateNote: note }), { channelOrders: 'send' }).internalNotes).not.toContain('woocommerce');
	});

	test('one that has a tracking number', () => {
		expect(planOf(documentOf({ TrackingNum: '1Z999' }))).toMatchObject({ kind: 'leave', reason: 'already-shipped', because: expect.stringContaining('1Z999') });
		expect(planOf(documentOf({ TrackingNum: '1Z999' }), { alreadyShipped: 'send' }).kind).toBe('send');
	});

	test('one that was voided cancels its order', () => {
		expect(planOf(documentOf({ TotalAmt: 0, Balance: 0, PrivateNote: 'Voided' }))).toMatchObject({ kind: 'cancel', because: 'it was voided in QuickBooks' });
	});
});

describe('what is remembered of it', () => {
	const factsOf = (document: StandingDocument, settings = {}) => {
		const plan = planOf(document, settings);
		return plan.kind === 'send' ? plan.mark.facts : plan.kind;
	};

	test('does not change with settings, times and our own tracking writes; but with every fact', () => {
		const facts = factsOf(documentOf());
		expect(factsOf(documentOf(), { tagIds: [9], orderStatus: 'onHold' })).toBe(facts);
		expect(factsOf(documentOf({ MetaData: { CreateTime: '2026-03-02T10:15:00-08:00', LastUpdatedTime: '2026-05-01T10:15:00-08:00' } }))).toBe(facts);
		expect(factsOf(documentOf({ TrackingNum: '1Z', ShipDate: '2026-03-05' }), { alreadyShipped: 'send' })).toBe(facts);
		for (const change of [paid, { ShipAddr: { Line1: 'Elsewhere 1', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' } }, { DocNumber: '1043' }]) {
			expect(factsOf(documentOf(change))).not.toBe(facts);
		}
	});

	test.each(['internalNotes', 'customField1', 'customField3'] as const)('is read back from %s', (fingerprint) => {
		const plan = planOf(documentOf(), { fingerprint });
		if (plan.kind !== 'send') throw new Error(plan.kind);
		const { internalNotes, advancedOptions } = plan.order;
		expect(readSentMark({ internalNotes, advancedOptions } as never)).toEqual(plan.mark);
	});

	test('leaves its place in a long note', () => {
		const { internalNotes = '' } = orderOf(documentOf({ PrivateNote: 'x'.repeat(3000) }));
		expect(internalNotes).toHaveLength(1000);
		expect(readSentMark({ internalNotes } as never)).toMatchObject({ type: 'Invoice', id: '12' });
	});
});

test('words between the lines go into the internal notes', () => {
	const document = documentOf({ Line: [itemLine('1', '7', 1, 20), { Description: 'Pack with care', DetailType: 'DescriptionOnly' }, shippingLine(0)], TxnTaxDetail: { TotalTax: 0 }, TotalAmt: 20 });
	expect(orderOf(document).internalNotes).toMatch(/^Pack with care\n/);
});

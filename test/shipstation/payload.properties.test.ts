import fc from '../repeatable';
import { sum } from '../../nodes/order/money';
import { standingDocumentSchema, type QbAddress, type QbLine, type StandingDocument } from '../../nodes/qb-documents/qb-document';
import { totalOf } from '../../nodes/shipstation/items';
import { orderToSendSchema, type OrderToSend } from '../../nodes/shipstation/order-to-send';
import { readShippingSettings, type ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { toShipStationOrder } from '../../nodes/shipstation/to-shipstation-order';
import { Big } from '../../nodes/vendor/decimal';
import { schemasAreThere, tooLong, v1Schemas } from './payload-schemas';

/** Text as people type it: long, empty, in other scripts, with characters that take two units. */
const text = (most = 300) => fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: most }), fc.constantFrom('', '😀'.repeat(120), 'a'.repeat(most)));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const cents = (least: number, most: number) => fc.integer({ min: least, max: most }).map((value) => new Big(value).div(100).toFixed());
const day = fc.constantFrom('2026-01-31', '2026-03-08', '2026-11-01');

const address: fc.Arbitrary<QbAddress> = fc.oneof(
	fc.record({ lines: fc.array(text(), { maxLength: 5 }), city: maybe(text()), region: maybe(text()), postalCode: maybe(text(40)), country: maybe(text(60)) }),
	fc.record({
		lines: fc.constantFrom<string[]>(['1 Main St'], ['Jo Doe', '1 Main St', 'Apt 2'], ['Jo Doe', '1 Main St', 'Bayshore, CA 94326']),
		city: fc.constantFrom('Bayshore', undefined),
		region: fc.constantFrom('CA', 'California', undefined),
		postalCode: fc.constantFrom('94326', undefined),
		country: fc.constantFrom('USA', 'Canada', undefined),
	}),
);

const component = fc
	.record({
		id: text(60),
		kind: fc.constantFrom('item', 'item', 'item', 'shipping', 'tip', 'discount', 'text', 'other') as fc.Arbitrary<QbLine['kind']>,
		itemId: maybe(fc.constantFrom('7', '8')),
		sku: maybe(text(150)),
		name: text(),
		itemType: maybe(fc.constantFrom('Inventory', 'Service')),
		description: maybe(text()),
		pieces: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.constantFrom(2.5, -1)),
		price: fc.integer({ min: -1_000, max: 10_000_000 }),
		hasQuantity: fc.boolean(),
	})
	.map(({ pieces, price, hasQuantity, ...line }) => {
		// As QuickBooks checks it: amount is quantity times price, rounded half up to cents.
		const unitPrice = new Big(price).div(10_000);
		const amount = line.kind === 'text' ? '0' : unitPrice.times(pieces).round(2, Big.roundHalfUp).toFixed();
		return { ...line, amount, ...(hasQuantity ? { quantity: new Big(pieces).toFixed(), unitPrice: unitPrice.toFixed() } : {}) };
	});

const line: fc.Arbitrary<QbLine> = fc.oneof(
	component.map((one) => ({ ...one, components: [] })),
	fc.tuple(component, fc.array(component, { maxLength: 3 })).map(([one, components]) => ({
		...one,
		kind: 'bundle' as const,
		quantity: '2',
		amount: components.length > 0 ? sum(components.map(({ amount }) => amount)) : one.amount,
		components,
	})),
);

const document: fc.Arbitrary<StandingDocument> = fc
	.record({
		type: fc.constantFrom('Invoice', 'SalesReceipt', 'Estimate') as fc.Arbitrary<StandingDocument['type']>,
		docNumber: maybe(text(21)),
		txnDate: day,
		customer: maybe(
			fc.record({ id: maybe(fc.constantFrom('2', '4711')), name: text(500), givenName: maybe(text(100)), familyName: maybe(text(100)), company: maybe(text(100)), email: maybe(text(100)), phone: maybe(text(60)), billTo: maybe(address), shipTo: maybe(address) }),
		),
		email: maybe(text(100)),
		billTo: maybe(address),
		shipTo: maybe(address),
		lines: fc.array(line, { minLength: 1, maxLength: 5 }),
		tax: cents(0, 9_999),
		paid: fc.boolean(),
		paidOn: maybe(day),
		paymentMethod: maybe(text(60)),
		class: maybe(fc.record({ id: fc.constant('1'), name: maybe(text(100)) })),
		customFields: fc.array(fc.record({ name: fc.constantFrom('Note', 'PO'), value: text(1500) }), { maxLength: 2 }),
		memo: maybe(text(1000)),
		note: maybe(text(4000)),
		shipMethod: maybe(text(60)),
		shipDate: maybe(day),
		refund: fc.boolean(),
	})
	.map(({ refund, ...fields }) => {
		const total = sum([...fields.lines.map(({ amount }) => amount), fields.tax]);
		const returned = fields.lines.find(({ kind, quantity }) => kind === 'item' && quantity !== undefined);
		const refunds = refund && returned ? [{ type: 'CreditMemo', id: '31', total: returned.amount.replace('-', ''), lines: [{ ...returned, quantity: '1' }] }] : [];
		const amountPaid = fields.paid ? total : '0';
		return standingDocumentSchema.parse({
			...fields,
			realmId: '4620816365000000001',
			id: '1234567890',
			estimateStatus: fields.type === 'Estimate' ? 'Accepted' : undefined,
			currency: 'USD',
			company: { currency: 'USD', country: 'US' },
			total,
			amountPaid,
			refunds,
		});
	});

const settings: fc.Arbitrary<ShippingSettingsInput> = (fc.record({
	orderStatus: fc.constantFrom('awaitingShipment', 'awaitingPaymentUntilPaid', 'onHold'),
	address: fc.record({ missing: fc.constantFrom('billing', 'refuse'), incomplete: fc.constantFrom('needsAttention', 'hold', 'hold', 'hold'), holdTagId: fc.constant(3) }),
	bundles: fc.constantFrom('components', 'oneLine'),
	services: fc.constantFrom('asAdjustments', 'asItems', 'leaveOut'),
	decimalQuantities: fc.constant('onePiece'),
	storeId: maybe(fc.constant(7)),
	tagIds: fc.constantFrom([], [1, 3]),
	weights: fc.constantFrom({}, { each: 2.5 }),
	customs: maybe(fc.constant({ countryOfOrigin: 'US', tariffCode: '6912.00' })),
	giftMessageField: fc.constantFrom('', 'Note'),
	customFields: fc.constantFrom([], [{ from: 'class' }, { from: 'customField', name: 'Note' }, { from: 'text', text: 'x'.repeat(200) }]),
	service: fc.constantFrom({}, { requested: 'text', value: 'y'.repeat(200) }),
	orderNumberPrefix: fc.constantFrom('', 'QBO-'.repeat(5)),
	fingerprint: fc.constantFrom('internalNotes', 'customField3'),
}) as fc.Arbitrary<ShippingSettingsInput>).map((input) => ({
	...input,
	// A field that remembers what was sent holds nothing else.
	...(input.fingerprint === 'customField3' ? { customFields: input.customFields?.slice(0, 2) } : {}),
}));

/** Runs a check on what documents become; fails when hardly any of them became anything. */
function forEveryOrder(check: (order: OrderToSend, document: StandingDocument) => void): void {
	let orders = 0;
	fc.assert(
		fc.property(document, settings, (one, input) => {
			const read = readShippingSettings(input);
			if (!read.ok) throw new Error(read.failure.message);
			const plan = toShipStationOrder(one, read.value);
			if (!plan.ok || plan.value.kind !== 'send') return;
			orders += 1;
			check(plan.value.order, one);
		}),
		{ numRuns: 400 },
	);
	expect(orders).toBeGreaterThan(100);
}

test('whatever is sent is what ShipStation takes', () => {
	forEveryOrder((order) => expect(orderToSendSchema.safeParse(order).error?.issues).toBeUndefined());
});

test('whatever is sent comes to the total of the document, less what was given back and left out', () => {
	forEveryOrder((order, { total, refunds, lines }) => {
		const shown = totalOf(order.items, String(order.taxAmount), String(order.shippingAmount));
		const services = lines.flatMap((one) => [one, ...one.components]).filter(({ itemType }) => itemType === 'Service');
		// Services that were left out are not in the sum; which of them were is the mapper's own affair.
		if (services.length > 0) return;
		const expected = new Big(total).minus(sum(refunds.map((refund) => refund.total)));
		expect(expected.minus(shown).abs().lte('0.01')).toBe(true);
	});
});

test('the same document gives the same order, and one key and number however often it is planned', () => {
	const known = new Map<string, string>();
	forEveryOrder((order, one) => {
		const key = JSON.stringify(one);
		expect(known.get(key) ?? order.orderKey).toBe(order.orderKey);
		known.set(key, order.orderKey);
		expect(order.orderKey).toBe(`qbo-4620816365000000001-${one.type}-1234567890`);
	});
});

(schemasAreThere ? describe : describe.skip)('what is sent', () => {
	test('passes the three schemas of ShipStation that nobody here wrote', () => {
		const schemas = Object.values(v1Schemas());
		forEveryOrder((order) => expect(schemas.flatMap((validate) => validate(order))).toEqual([]));
	});

	test("keeps to the lengths of ShipStation's custom store schema", () => {
		forEveryOrder((order) => expect(tooLong(order)).toEqual([]));
	});
});

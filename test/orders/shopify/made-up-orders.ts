/**
 * Orders made up in the shape of Shopify's Admin GraphQL, for what no public payload shows: prices with tax, a presentment
 * currency, tenders, tips, refunds, edits, a marketplace. Each adds up in Shopify's own figures.
 */
interface Reading {
	order: Record<string, unknown>;
	editSales: unknown[];
}

const inCurrency = (currencyCode: string) => (amount: string) => ({ shopMoney: { amount, currencyCode } });
const usd = inCurrency('USD');
const eur = inCurrency('EUR');

const gid = (type: string, id: number) => `gid://shopify/${type}/${id}`;

const base = (id: number, currency: string, total: string): Record<string, unknown> => ({
	id: gid('Order', id),
	legacyResourceId: String(id),
	name: `#${id}`,
	sourceName: 'web',
	sourceIdentifier: null,
	confirmationNumber: 'QX7T2M9PA',
	poNumber: null,
	test: false,
	edited: false,
	createdAt: '2026-03-01T03:30:00Z',
	processedAt: '2026-03-01T03:30:00Z',
	updatedAt: '2026-03-02T10:00:00Z',
	cancelledAt: null,
	closedAt: null,
	displayFinancialStatus: 'PAID',
	displayFulfillmentStatus: 'UNFULFILLED',
	currencyCode: currency,
	taxesIncluded: false,
	taxExempt: false,
	dutiesIncluded: false,
	email: 'ana.buyer@example.com',
	phone: null,
	note: null,
	tags: [],
	merchantOfRecordApp: null,
	customer: { id: gid('Customer', 77), firstName: 'Ana', lastName: 'Buyer' },
	billingAddress: {
		firstName: 'Ana',
		lastName: 'Buyer',
		company: null,
		address1: '1 Example Street',
		address2: null,
		city: 'Exampleville',
		province: 'New York',
		provinceCode: 'NY',
		zip: '10001',
		country: 'United States',
		countryCodeV2: 'US',
		phone: null,
	},
	shippingAddress: null,
	totalPriceSet: { ...inCurrency(currency)(total), presentmentMoney: { amount: total, currencyCode: currency } },
	totalTipReceivedSet: inCurrency(currency)('0.0'),
	originalTotalDutiesSet: null,
	totalCashRoundingAdjustment: { paymentSet: inCurrency(currency)('0.0') },
	taxLines: [],
	additionalFees: [],
	discountApplications: { nodes: [] },
	shippingLines: { nodes: [] },
	lineItems: { nodes: [] },
	transactions: [],
	refunds: [],
});

const line = (id: number, money: (amount: string) => unknown, unit: string, quantity: number, total: string) => ({
	id: gid('LineItem', id),
	title: `Thing ${id}`,
	name: `Thing ${id} - Blue`,
	sku: `THING-${id}`,
	quantity,
	currentQuantity: quantity,
	taxable: true,
	isGiftCard: false,
	requiresShipping: true,
	product: { id: gid('Product', 500 + id) },
	variant: { id: gid('ProductVariant', 900 + id) },
	originalUnitPriceSet: money(unit),
	originalTotalSet: money(total),
	discountAllocations: [] as unknown[],
	taxLines: [] as unknown[],
});

const tax = (title: string, percent: number, amount: unknown, channelLiable: boolean | null = false) => ({
	title,
	rate: percent / 100,
	ratePercentage: percent,
	channelLiable,
	priceSet: amount,
});

const off = (amount: unknown, index = 0) => ({ allocatedAmountSet: amount, discountApplication: { index } });

const shipping = (original: unknown, discounted: unknown, taxLines: unknown[]) => ({
	id: gid('ShippingLine', 31),
	code: 'standard',
	title: 'Standard',
	isRemoved: false,
	originalPriceSet: original,
	discountedPriceSet: discounted,
	discountAllocations: [],
	taxLines,
});

const paid = (id: number, amount: unknown, gateway = 'shopify_payments', more: Record<string, unknown> = {}) => ({
	id: gid('OrderTransaction', id),
	kind: 'SALE',
	status: 'SUCCESS',
	gateway,
	formattedGateway: gateway,
	test: false,
	createdAt: '2026-03-01T03:30:05Z',
	processedAt: '2026-03-01T03:30:05Z',
	paymentId: `pay-${id}`,
	amountSet: amount,
	parentTransaction: null,
	fees: [],
	...more,
});

const refund = (id: number, amount: unknown, parts: Record<string, unknown>, gateway = 'shopify_payments') => ({
	id: gid('Refund', id),
	createdAt: '2026-03-02T09:59:00Z',
	processedAt: '2026-03-02T09:59:00Z',
	note: 'one damaged',
	totalRefundedSet: amount,
	refundLineItems: { nodes: [] },
	refundShippingLines: { nodes: [] },
	transactions: {
		nodes: [{ id: gid('OrderTransaction', id + 1), kind: 'REFUND', status: 'SUCCESS', gateway, amountSet: amount }],
	},
	...parts,
});

const codeTen = {
	nodes: [
		{ index: 0, targetType: 'LINE_ITEM', value: { percentage: 10 }, code: 'TEN' },
		{ index: 1, targetType: 'LINE_ITEM', value: { amount: '1.0' }, title: 'Loyalty' },
	],
};

/** 3 × 19.99 + 5.95 less 10 % on the goods, 19 % VAT contained in every price. */
const vatIncluded = (): Reading => ({
	order: {
		...base(2001, 'EUR', '59.92'),
		taxesIncluded: true,
		createdAt: '2026-02-28T23:30:00Z',
		taxLines: [tax('VAT', 19, eur('9.57'))],
		discountApplications: codeTen,
		lineItems: { nodes: [{ ...line(1, eur, '19.99', 3, '59.97'), discountAllocations: [off(eur('6.00'))], taxLines: [tax('VAT', 19, eur('8.62'))] }] },
		shippingLines: { nodes: [shipping(eur('5.95'), eur('5.95'), [tax('VAT', 19, eur('0.95'))])] },
		transactions: [paid(1, eur('59.92'))],
	},
	editSales: [],
});

/** Sold in Canadian dollars, booked in US dollars. */
const presentment = (): Reading => ({
	order: {
		...base(2002, 'USD', '43.18'),
		totalPriceSet: { ...usd('43.18'), presentmentMoney: { amount: '59.00', currencyCode: 'CAD' } },
		taxLines: [tax('GST', 5, usd('2.06'), null)],
		lineItems: { nodes: [{ ...line(2, usd, '20.56', 2, '41.12'), taxLines: [tax('GST', 5, usd('2.06'), null)] }] },
		transactions: [
			paid(3, usd('43.18'), 'shopify_payments', { kind: 'AUTHORIZATION' }),
			paid(4, usd('43.18'), 'shopify_payments', {
				kind: 'CAPTURE',
				parentTransaction: { id: gid('OrderTransaction', 3) },
				fees: [{ amount: { amount: '1.55', currencyCode: 'USD' } }],
			}),
		],
	},
	editSales: [],
});

/** A gift card sold, another one redeemed for a part of it, the rest in cash with change and a till that rounds. */
const giftCards = (): Reading => ({
	order: {
		...base(2003, 'USD', '50.98'),
		sourceName: 'pos',
		totalCashRoundingAdjustment: { paymentSet: usd('0.02') },
		lineItems: {
			nodes: [
				{ ...line(3, usd, '50.00', 1, '50.00'), isGiftCard: true, taxable: false },
				line(4, usd, '0.98', 1, '0.98'),
			],
		},
		transactions: [
			paid(5, usd('20.00'), 'gift_card'),
			paid(6, usd('40.00'), 'cash'),
			paid(7, usd('9.00'), 'cash', { kind: 'CHANGE', parentTransaction: { id: gid('OrderTransaction', 6) } }),
			paid(8, usd('31.00'), 'shopify_payments', { status: 'FAILURE' }),
			paid(9, usd('31.00'), 'bogus', { test: true }),
		],
	},
	editSales: [],
});

/** A tip at the checkout, and the same tip once more as a line. */
const tip = (): Reading => ({
	order: {
		...base(2004, 'USD', '27.00'),
		totalTipReceivedSet: usd('5.00'),
		taxLines: [tax('State Tax', 10, usd('2.00'))],
		lineItems: {
			nodes: [
				{ ...line(5, usd, '20.00', 1, '20.00'), taxLines: [tax('State Tax', 10, usd('2.00'))] },
				{ ...line(6, usd, '5.00', 1, '5.00'), title: 'Tip', name: 'Tip', sku: null, product: null, variant: null, taxable: false, requiresShipping: false },
			],
		},
		transactions: [paid(10, usd('27.00'))],
	},
	editSales: [],
});

/** One of two given back with its tax, and 2.50 of goodwill. */
const partialRefund = (): Reading => ({
	order: {
		...base(2005, 'EUR', '119.00'),
		taxesIncluded: true,
		displayFinancialStatus: 'PARTIALLY_REFUNDED',
		taxLines: [tax('VAT', 19, eur('19.00'))],
		lineItems: { nodes: [{ ...line(7, eur, '59.50', 2, '119.00'), currentQuantity: 1, taxLines: [tax('VAT', 19, eur('19.00'))] }] },
		transactions: [paid(11, eur('119.00')), paid(13, eur('62.00'), 'shopify_payments', { kind: 'REFUND' })],
		refunds: [
			refund(12, eur('62.00'), {
				refundLineItems: {
					nodes: [{ quantity: 1, restockType: 'RETURN', lineItem: { id: gid('LineItem', 7) }, subtotalSet: eur('59.50'), totalTaxSet: eur('9.50') }],
				},
			}),
		],
	},
	editSales: [],
});

/** Three ordered, one edited away before shipping, another line edited in; Shopify shows the removal as an empty refund too. */
const edited = (): Reading => ({
	order: {
		...base(2006, 'USD', '55.00'),
		edited: true,
		taxLines: [tax('State Tax', 10, usd('5.00'))],
		lineItems: {
			nodes: [
				{ ...line(8, usd, '10.00', 3, '30.00'), currentQuantity: 2, taxLines: [tax('State Tax', 10, usd('3.00'))] },
				{ ...line(9, usd, '20.00', 1, '20.00'), taxLines: [tax('State Tax', 10, usd('2.00'))] },
			],
		},
		transactions: [paid(14, usd('33.00')), paid(15, usd('11.00'))],
		refunds: [
			refund(16, usd('0.00'), {
				refundLineItems: {
					nodes: [{ quantity: 1, restockType: 'CANCEL', lineItem: { id: gid('LineItem', 8) }, subtotalSet: usd('10.00'), totalTaxSet: usd('1.00') }],
				},
				transactions: { nodes: [] },
			}),
		],
	},
	editSales: [
		{ actionType: 'RETURN', quantity: -1, totalAmount: usd('-11.00'), totalTaxAmount: usd('-1.00'), totalDiscountAmountBeforeTaxes: usd('0.00'), lineItem: { id: gid('LineItem', 8) } },
		{ actionType: 'ORDER', quantity: 1, totalAmount: usd('22.00'), totalTaxAmount: usd('2.00'), totalDiscountAmountBeforeTaxes: usd('0.00'), lineItem: { id: gid('LineItem', 9) } },
	],
});

/** Discounted to nothing, in a shop whose prices contain tax. */
const zeroTotal = (): Reading => ({
	order: {
		...base(2007, 'EUR', '0.00'),
		taxesIncluded: true,
		discountApplications: { nodes: [{ index: 0, targetType: 'LINE_ITEM', value: { percentage: 100 }, code: 'FREE' }] },
		lineItems: {
			nodes: [{ ...line(10, eur, '23.80', 1, '23.80'), discountAllocations: [off(eur('23.80'))], taxLines: [tax('VAT', 19, eur('0.00'))] }],
		},
	},
	editSales: [],
});

/** Sold on a marketplace that collects and remits the tax: the seller's total is without it. */
const marketplace = (): Reading => ({
	order: {
		...base(2008, 'USD', '108.00'),
		sourceName: 'example-marketplace',
		taxLines: [tax('State Tax', 8, usd('8.00'), true)],
		lineItems: { nodes: [{ ...line(11, usd, '100.00', 1, '100.00'), taxLines: [tax('State Tax', 8, usd('8.00'), true)] }] },
		transactions: [paid(17, usd('108.00'), 'example-marketplace')],
	},
	editSales: [],
});

/** Two discounts on one line without tax in the prices, free shipping, an additional fee and duties. */
const feesAndDuties = (): Reading => ({
	order: {
		...base(2009, 'USD', '58.20'),
		originalTotalDutiesSet: usd('4.00'),
		additionalFees: [{ id: gid('AdditionalFee', 41), name: 'Handling', price: usd('2.00'), taxLines: [tax('State Tax', 10, usd('0.20'))] }],
		taxLines: [tax('State Tax', 10, usd('4.73'))],
		discountApplications: codeTen,
		lineItems: {
			nodes: [
				{ ...line(12, usd, '48.41', 1, '48.41'), discountAllocations: [off(usd('0.11')), off(usd('1.03'), 1)], taxLines: [tax('State Tax', 10, usd('4.73'))] },
			],
		},
		shippingLines: { nodes: [shipping(usd('7.00'), usd('0.00'), [])] },
		transactions: [paid(18, usd('58.20'))],
	},
	editSales: [],
});

export const MADE_UP: Record<string, () => Reading> = {
	'vat-included': vatIncluded,
	presentment,
	'gift-cards': giftCards,
	tip,
	'partial-refund': partialRefund,
	edited,
	'zero-total': zeroTotal,
	marketplace,
	'fees-and-duties': feesAndDuties,
};

import type { ShopifyAddress, ShopifyCustomer, ShopifyOrderDraft, ShopifyProduct } from './order-draft';

/** Products, a buyer and orders for tests that need one sound order. */
export const LAMP: ShopifyProduct = {
	productId: '8000000000001',
	variantId: '44000000000001',
	title: 'Desk Lamp',
	variantTitle: 'Brass',
	sku: 'LAMP-BR',
	vendor: 'Example Works',
	price: '39.99',
	taxable: true,
};
export const RUG: ShopifyProduct = {
	productId: '8000000000002',
	variantId: '44000000000002',
	title: 'Wool Rug',
	variantTitle: null,
	sku: 'RUG-1',
	vendor: 'Example Works',
	price: '120.01',
	taxable: true,
};
export const GIFT_CARD: ShopifyProduct = {
	productId: '8000000000003',
	variantId: '44000000000003',
	title: 'Gift Card',
	variantTitle: '$50.00',
	sku: 'GC-50',
	vendor: 'Example Works',
	price: '50.00',
	taxable: false,
	giftCard: true,
};

export const CLEO: ShopifyCustomer = {
	id: '7100000000001',
	firstName: 'Cleo',
	lastName: 'Example',
	email: 'cleo@example.com',
};

export const NEW_YORK: ShopifyAddress = {
	firstName: 'Cleo',
	lastName: 'Example',
	company: null,
	address1: '5 Sample Ave',
	address2: null,
	city: 'New York',
	province: 'New York',
	provinceCode: 'NY',
	zip: '10001',
	country: 'United States',
	countryCodeV2: 'US',
	phone: null,
};

/** 199.99 − 20.00 of goods, 7.50 shipping, 16.65 tax: 204.14 USD. */
export const LAMPS_AND_RUG: ShopifyOrderDraft = {
	lines: [
		{ product: LAMP, quantity: 2 },
		{ product: RUG, quantity: 1 },
	],
	customer: CLEO,
	billingAddress: NEW_YORK,
	shippingAddress: NEW_YORK,
	discount: { kind: 'code', title: 'TENOFF', value: { percentage: 10 } },
	shipping: { title: 'Standard', code: 'standard', price: '7.50' },
};

/** 39.99 and 3.55 tax. */
export const ONE_LAMP: ShopifyOrderDraft = {
	lines: [{ product: LAMP, quantity: 1 }],
	customer: CLEO,
	shippingAddress: NEW_YORK,
};

import type { WooAddress, WooBilling, WooOrderDraft, WooProduct } from './order-draft';

/** Products, buyers and an order as in the payloads of a real store; for tests that need one sound order. */
export const SHIRT: WooProduct = { id: 37, name: 'Shirt', sku: 'SHIRT-1', price: '19.99' };
export const MUG: WooProduct = { id: 38, name: 'Mug', sku: 'MUG-1', price: '10.01' };
export const BOOK: WooProduct = { id: 39, name: 'Book', sku: 'BOOK-1', price: '7.77', taxClass: 'zero-rate' };
export const E_BOOK: WooProduct = { id: 40, name: 'E-book', sku: 'EBK-1', price: '3.33', virtual: true };

const beverlyHills: WooAddress = {
	first_name: 'Ana',
	last_name: 'Tester',
	company: '',
	address_1: '1 Main',
	address_2: '',
	city: 'Beverly Hills',
	state: 'CA',
	postcode: '90210',
	country: 'US',
	phone: '555-0100',
};
const london: WooAddress = {
	first_name: 'Bob',
	last_name: 'O’Neil',
	company: 'Bob & Co',
	address_1: '2 High St',
	address_2: '',
	city: 'London',
	state: '',
	postcode: 'SW1A 1AA',
	country: 'GB',
	phone: '',
};

export const ANA: WooBilling = { ...beverlyHills, email: 'ana@example.test' };
export const BOB: WooBilling = { ...london, email: 'bob@example.test' };
export const BOB_IN_BERLIN: WooBilling = { ...BOB, city: 'Berlin', postcode: '10115', country: 'DE' };

export const FLAT_RATE = { title: 'Flat rate', methodId: 'flat_rate', total: '5.99' };
export const CARD = { id: 'stripe', title: 'Credit card' };

/** 60.74 USD, of which 4.76 is tax. */
export const TWO_SHIRTS_AND_A_MUG: WooOrderDraft = {
	billing: ANA,
	lines: [
		{ product: SHIRT, quantity: 2 },
		{ product: MUG, quantity: 1 },
	],
	shippingLines: [FLAT_RATE],
	paymentMethod: CARD,
};

/** 10.97 USD. */
export const ONE_MUG: WooOrderDraft = { billing: ANA, lines: [{ product: MUG, quantity: 1 }], paymentMethod: CARD };

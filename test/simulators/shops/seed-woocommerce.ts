import { Big } from 'big.js';
import type {
	DraftCoupon,
	WooBilling,
	WooOrderDraft,
	WooOrderRecord,
	WooProduct,
	WooCommerceSimulator,
} from '../woocommerce';
import { trueOrder } from '../woocommerce/true-orders';
import { planBaskets, type Basket, type SeedOptions, type Story } from './basket';
import type { CatalogueProduct } from './catalogue';
import type { Person } from './people';
import type { TrueOrder } from './true-order';

/** What was made, with the story each order was made to tell. */
export type SeededOrder = TrueOrder & { readonly story: Story };

const STORIES: readonly Story[] = [
	'coupon',
	'unpaid',
	'partlyRefunded',
	'fee',
	'onHold',
	'zeroTotal',
	'cancelled',
	'fullyRefunded',
	'amountRefunded',
	'doesNotAddUp',
];

const HOUR = 3_600_000;

/** Fills a store with made-up orders of the past days and puts its clock to `now`. */
export function seedWooCommerce(sim: WooCommerceSimulator, options: SeedOptions): SeededOrder[] {
	const { baskets } = planBaskets(options, STORIES);
	const seeded = baskets.map((basket) => {
		sim.clock.set(basket.placedAt);
		const order = sim.store.addOrder(draftOf(basket));
		later(sim, basket, options.now);
		live(sim, order, basket, options.now);
		return { order, story: basket.story };
	});
	sim.clock.set(options.now);
	return seeded.map(({ order, story }) => ({ ...trueOrder(order, sim.store), story }));
}

/** Some minutes pass, though never past the present. */
function later(sim: WooCommerceSimulator, basket: Basket, now: number, milliseconds = 60_000): void {
	sim.clock.set(Math.min(now, basket.placedAt + milliseconds));
}

function live({ store, ...sim }: WooCommerceSimulator, order: WooOrderRecord, basket: Basket, now: number): void {
	const { story } = basket;
	if (story === 'unpaid') return;
	if (story === 'onHold') return void store.setStatus(order.id, 'on-hold');
	if (story === 'cancelled') return void store.cancel(order.id);
	if (story === 'zeroTotal') return void store.pay(order.id, { transactionId: '' });
	store.pay(order.id);
	const [line] = order.amounts.line_items;
	later({ store, ...sim }, basket, now, HOUR);
	if (story === 'partlyRefunded' && line !== undefined)
		store.addRefund(order.id, { reason: 'one arrived broken 💔', lines: [{ lineId: line.id, quantity: 1 }] });
	if (story === 'amountRefunded') store.addRefund(order.id, { amount: '1.00', reason: 'goodwill' });
	if (story === 'fullyRefunded') {
		const lines = order.amounts.line_items.map(({ id, quantity }) => ({ lineId: id, quantity }));
		store.addRefund(order.id, { reason: 'changed their mind', lines, shipping: true });
	}
	if (story === 'doesNotAddUp') store.spoil(order.id, { total: new Big(order.amounts.total).plus('13.37').toFixed(2) });
}

const COUPONS: readonly DraftCoupon[] = [
	{ id: 42, code: 'ten', type: 'percent', amount: '10' },
	{ id: 43, code: 'fiver', type: 'fixed_cart', amount: '5.00' },
];
const EVERYTHING: DraftCoupon = { id: 44, code: 'all', type: 'percent', amount: '100', freeShipping: true };

function draftOf(basket: Basket): WooOrderDraft {
	const { story } = basket;
	const free = story === 'zeroTotal';
	const coupon = free ? EVERYTHING : story === 'coupon' ? COUPONS[basket.person.number % COUPONS.length] : undefined;
	return {
		billing: billingOf(basket.person),
		customerId: basket.guest ? 0 : basket.person.number,
		lines: basket.lines.map(({ product, quantity }) => ({ product: productOf(product), quantity })),
		shippingLines:
			basket.shipping === undefined || free
				? []
				: [{ title: 'Flat rate', methodId: 'flat_rate', total: basket.shipping }],
		coupons: coupon === undefined ? [] : [coupon],
		fees:
			story === 'fee'
				? [
						{ name: 'Gift wrap', total: '2.50', taxable: true },
						{ name: 'Store credit', total: '-1.00', taxable: false },
					]
				: [],
		paymentMethod:
			story === 'onHold'
				? { id: 'bacs', title: 'Direct bank transfer' }
				: free
					? undefined
					: { id: 'stripe', title: 'Credit card (Stripe)' },
		createdVia: 'checkout',
	};
}

const productOf = (product: CatalogueProduct): WooProduct => ({
	id: 1000 + product.number,
	name: product.variant === null ? product.title : `${product.title} - ${product.variant}`,
	sku: product.sku,
	price: product.price,
	taxClass: product.taxable ? '' : 'none',
});

const billingOf = (person: Person): WooBilling => ({
	first_name: person.firstName,
	last_name: person.lastName,
	company: person.company,
	address_1: person.street,
	address_2: '',
	city: person.place.city,
	state: person.place.stateCode,
	postcode: person.place.postcode,
	country: 'US',
	email: person.email,
	phone: person.phone,
});

import { Big } from 'big.js';
import type {
	ShopifyAddress,
	ShopifyOrderDraft,
	ShopifyOrderRecord,
	ShopifyProduct,
	ShopifySimulator,
} from '../shopify';
import { trueOrder } from '../shopify/true-orders';
import { planBaskets, type Basket, type SeedOptions, type Story } from './basket';
import type { CatalogueProduct } from './catalogue';
import type { Person } from './people';
import type { SeededOrder } from './seed-woocommerce';

const STORIES: readonly Story[] = [
	'coupon',
	'unpaid',
	'partlyRefunded',
	'tip',
	'giftCardSold',
	'onHold',
	'giftCardRedeemed',
	'zeroTotal',
	'cancelled',
	'fullyRefunded',
	'amountRefunded',
	'doesNotAddUp',
];

const HOUR = 3_600_000;

const GIFT_CARD: ShopifyProduct = {
	productId: '8000000009999',
	variantId: '44000000009999',
	title: 'Gift Card',
	variantTitle: '$25.00',
	sku: 'GIFT-25',
	vendor: 'Example Works',
	price: '25.00',
	taxable: false,
	giftCard: true,
};

/** Fills a shop with made-up orders of the past days and puts its clock to `now`. `onHold` is an authorized card here. */
export function seedShopify(sim: ShopifySimulator, options: SeedOptions): SeededOrder[] {
	const { baskets } = planBaskets(options, STORIES);
	const seeded = baskets.map((basket) => {
		sim.clock.set(basket.placedAt);
		const order = sim.store.addOrder(draftOf(basket));
		pay(sim, order, basket);
		sim.clock.set(Math.min(options.now, basket.placedAt + HOUR));
		happenLater(sim, order, basket);
		return { order, story: basket.story };
	});
	sim.clock.set(options.now);
	return seeded.map(({ order, story }) => ({ ...trueOrder(order, sim.store), story }));
}

function pay({ store }: ShopifySimulator, order: ShopifyOrderRecord, { story }: Basket): void {
	if (['unpaid', 'cancelled'].includes(story) || new Big(order.amounts.total).eq(0)) return;
	if (story === 'onHold') return void store.authorize(order.id);
	if (story === 'giftCardRedeemed')
		store.pay(order.id, 'gift_card', new Big(order.amounts.total).div(3).round(2).toFixed(2));
	store.pay(order.id);
}

function happenLater({ store }: ShopifySimulator, order: ShopifyOrderRecord, { story }: Basket): void {
	const lines = order.amounts.lines.map(({ id, quantity }) => ({ lineId: id, quantity }));
	const [first] = lines;
	if (story === 'cancelled') store.cancel(order.id);
	if (story === 'partlyRefunded' && first !== undefined)
		store.refund(order.id, { note: 'one arrived broken 💔', lines: [{ ...first, quantity: 1 }] });
	if (story === 'amountRefunded') store.refund(order.id, { note: 'goodwill', discrepancy: '1.00' });
	if (story === 'fullyRefunded') store.refund(order.id, { note: 'changed their mind', lines, shipping: true });
	if (story === 'doesNotAddUp') store.spoilTotal(order.id, new Big(order.amounts.total).plus('13.37').toFixed(2));
}

function draftOf(basket: Basket): ShopifyOrderDraft {
	const { story, person } = basket;
	const address = addressOf(person);
	const free = story === 'zeroTotal';
	return {
		lines: [
			...basket.lines.map(({ product, quantity }) => ({ product: productOf(product), quantity })),
			...(story === 'giftCardSold' ? [{ product: GIFT_CARD, quantity: 1 }] : []),
		],
		customer: basket.guest
			? undefined
			: {
					id: String(7_100_000_000_000 + person.number),
					firstName: person.firstName,
					lastName: person.lastName,
					email: person.email,
				},
		email: person.email,
		billingAddress: address,
		shippingAddress: address,
		discount: free
			? { kind: 'code', title: 'ALL100', value: { percentage: 100 } }
			: story === 'coupon'
				? person.number % 2 === 0
					? { kind: 'code', title: 'TENOFF', value: { percentage: 10 } }
					: { kind: 'automatic', title: 'Five dollars off', value: { amount: '5.00' } }
				: undefined,
		shipping:
			basket.shipping === undefined || free
				? undefined
				: { title: 'Standard', code: 'standard', price: basket.shipping },
		tip: story === 'tip' ? '3.50' : undefined,
	};
}

const productOf = (product: CatalogueProduct): ShopifyProduct => ({
	productId: String(8_000_000_000_000 + product.number),
	variantId: String(44_000_000_000_000 + product.number),
	title: product.title,
	variantTitle: product.variant,
	sku: product.sku,
	vendor: 'Example Works',
	price: product.price,
	taxable: product.taxable,
});

const addressOf = (person: Person): ShopifyAddress => ({
	firstName: person.firstName,
	lastName: person.lastName,
	company: person.company === '' ? null : person.company,
	address1: person.street,
	address2: null,
	city: person.place.city,
	province: person.place.state,
	provinceCode: person.place.stateCode,
	zip: person.place.postcode,
	country: 'United States',
	countryCodeV2: 'US',
	phone: person.phone,
});

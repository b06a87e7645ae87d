import { makeCatalogue, type CatalogueProduct } from './catalogue';
import { makePerson, type Person } from './people';
import { Random } from './random';

/** What happens to an order of a demo shop. */
export type Story =
	| 'simple'
	| 'coupon'
	| 'fee'
	| 'zeroTotal'
	| 'unpaid'
	| 'onHold'
	| 'cancelled'
	| 'partlyRefunded'
	| 'fullyRefunded'
	| 'amountRefunded'
	| 'tip'
	| 'giftCardSold'
	| 'giftCardRedeemed'
	| 'doesNotAddUp';

export interface SeedOptions {
	readonly count: number;
	/** The same seed gives the same orders. */
	readonly seed: number;
	/** The newest order lies before it; milliseconds since the epoch. */
	readonly now: number;
	/** Over how many days before `now` the orders are spread; default 30. */
	readonly days?: number;
	/** How many products there are; default 24. */
	readonly skus?: number;
	/** Every order paid, nothing special about any; default false. */
	readonly simple?: boolean;
	/** The share of orders by a customer not seen before; default 0.2. */
	readonly newCustomers?: number;
}

/** What one customer buys, before any shop has computed it. */
export interface Basket {
	readonly story: Story;
	/** Milliseconds, whole seconds, rising from basket to basket. */
	readonly placedAt: number;
	readonly person: Person;
	/** Buys without an account. */
	readonly guest: boolean;
	readonly lines: ReadonlyArray<{ readonly product: CatalogueProduct; readonly quantity: number }>;
	/** Decimal string; undefined when nothing is shipped at a price. */
	readonly shipping: string | undefined;
}

export interface SeedPlan {
	readonly catalogue: readonly CatalogueProduct[];
	readonly baskets: readonly Basket[];
}

const DAY = 86_400_000;

/**
 * Plans a shop's orders. The first ones tell each special story once, so that even a small shop has all of them; after
 * that about one order in four is special.
 */
export function planBaskets(options: SeedOptions, stories: readonly Story[]): SeedPlan {
	const random = new Random(options.seed);
	const catalogue = makeCatalogue(options.skus ?? 24, random);
	const people: Person[] = [];
	const span = (options.days ?? 30) * DAY;
	const baskets = Array.from({ length: options.count }, (_, index): Basket => {
		const isNew = people.length === 0 || random.chance(options.newCustomers ?? 0.2);
		const person = isNew ? makePerson(people.length + 1, random) : random.pick(people);
		if (isNew) people.push(person);
		const slot = span / options.count;
		const placedAt = options.now - span + slot * (index + random.next() * 0.9);
		return {
			story: storyOf(index, options, stories, random),
			placedAt: Math.floor(placedAt / 1000) * 1000,
			person,
			guest: options.simple !== true && random.chance(0.3),
			lines: random
				.sample(catalogue, random.integer(1, 4))
				.map((product) => ({ product, quantity: random.integer(1, 5) })),
			shipping: random.chance(0.8) ? random.pick(['4.95', '5.99', '7.50', '12.00']) : undefined,
		};
	});
	return { catalogue, baskets };
}

function storyOf(index: number, options: SeedOptions, stories: readonly Story[], random: Random): Story {
	if (options.simple === true) return 'simple';
	// Every third order is simple from the start on, and the rest tell the special stories in turn.
	const turn = Math.floor((index * 2) / 3);
	if (index % 3 !== 0 && turn < stories.length) return stories[turn] ?? 'simple';
	const usual = stories.filter((story) => story !== 'doesNotAddUp');
	return turn >= stories.length && random.chance(0.25) ? random.pick(usual) : 'simple';
}

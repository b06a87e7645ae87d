import { Big } from 'big.js';
import type { Random } from './random';

/** A made-up product, sold by any of the demo shops. */
export interface CatalogueProduct {
	/** From 1, the same in every shop. */
	readonly number: number;
	readonly sku: string;
	readonly title: string;
	readonly variant: string | null;
	/** Decimal string in US dollars, before tax. */
	readonly price: string;
	readonly taxable: boolean;
}

const MATERIALS = ['Oak', 'Linen', 'Brass', 'Wool', 'Ceramic', 'Cork', 'Copper', 'Bamboo'];
const THINGS = ['Tray', 'Lamp', 'Cushion', 'Mug', 'Planter', 'Notebook', 'Candle', 'Throw', 'Clock', 'Bowl'];
const VARIANTS = [null, null, 'Small', 'Large', 'Sage', 'Charcoal'];
// Names that break careless escaping: quotes, ampersands, emoji, accents, a backslash.
const AWKWARD = [
	'12" Cake Stand "Deluxe"',
	'Salt & Pepper Set 🧂',
	'Café Crème Cup',
	"Cook's Apron",
	'Tile 50\\50 Mix',
	'Fête Bunting 🎉 (10 m)',
];

/** `count` products with different SKUs; one in ten is not taxed. */
export function makeCatalogue(count: number, random: Random): CatalogueProduct[] {
	return Array.from({ length: count }, (_, index) => {
		const number = index + 1;
		const thing = random.pick(THINGS);
		const material = random.pick(MATERIALS);
		const awkward = AWKWARD[index];
		return {
			number,
			sku: `${material.slice(0, 3)}-${thing.slice(0, 3)}-${String(number).padStart(4, '0')}`.toUpperCase(),
			title: awkward ?? `${material} ${thing}`,
			variant: awkward === undefined ? random.pick(VARIANTS) : null,
			price: new Big(random.integer(399, 14_999)).div(100).toFixed(2),
			taxable: number % 10 !== 0,
		};
	});
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standingClock } from '../shops/shop-clock';
import {
	ANA,
	BOB,
	BOB_IN_BERLIN,
	BOOK,
	CARD,
	E_BOOK,
	FLAT_RATE,
	MUG,
	ONE_MUG,
	SHIRT,
	TWO_SHIRTS_AND_A_MUG,
} from './example-orders';
import type { RefundRequest } from './build-refund';
import type { WooOrderDraft } from './order-draft';
import { renderOrder, renderRefund } from './render-order';
import { DEFAULT_SITE } from './site';
import { WooStore } from './store';

/** Payloads of a real WooCommerce 11.0.1: the simulator must compute and shape the same orders the same way. */
const folder = join(__dirname, '../../../../shared/reference/channels/samples/woocommerce/own');
const whenReferenceIsThere = existsSync(folder) ? test.each : test.skip.each;

interface Sample {
	order: Record<string, unknown>;
	refunds: unknown[];
}

interface Story {
	draft: WooOrderDraft;
	paid: boolean;
	refunds?: (lineIds: number[]) => RefundRequest[];
	edit?: Partial<WooOrderDraft>;
}

const stories: Record<string, Story> = {
	'simple-taxed': { draft: TWO_SHIRTS_AND_A_MUG, paid: true },
	'percent-coupon': {
		draft: {
			...TWO_SHIRTS_AND_A_MUG,
			lines: [
				{ product: SHIRT, quantity: 3 },
				{ product: MUG, quantity: 3 },
			],
			coupons: [{ id: 42, code: 'ten', type: 'percent', amount: '10' }],
		},
		paid: true,
	},
	fees: {
		draft: {
			...ONE_MUG,
			shippingLines: [FLAT_RATE],
			fees: [
				{ name: 'Gift wrap', total: '2.50', taxable: true },
				{ name: 'Card surcharge', total: '0.30', taxable: false },
				{ name: 'Store credit', total: '-4.00', taxable: false },
			],
		},
		paid: true,
	},
	'zero-total': {
		draft: {
			billing: ANA,
			lines: [{ product: MUG, quantity: 2 }],
			shippingLines: [{ title: 'Free shipping', methodId: 'free_shipping', total: '0.00' }],
			coupons: [{ id: 44, code: 'all', type: 'percent', amount: '100', freeShipping: true }],
		},
		paid: true,
	},
	'tax-inclusive-gb': {
		draft: {
			billing: BOB,
			lines: [
				{ product: SHIRT, quantity: 3 },
				{ product: { ...BOOK, price: '8.333325' }, quantity: 1 },
			],
			shippingLines: [{ ...FLAT_RATE, total: '3.95' }],
			paymentMethod: CARD,
			currency: 'GBP',
			pricesIncludeTax: true,
		},
		paid: true,
	},
	'eur-no-tax': {
		draft: { billing: BOB_IN_BERLIN, lines: [{ product: E_BOOK, quantity: 7 }], paymentMethod: CARD, currency: 'EUR' },
		paid: true,
	},
	cancelled: { draft: { ...ONE_MUG, paymentMethod: undefined, status: 'cancelled' }, paid: false },
	'unpaid-on-hold': {
		draft: { ...ONE_MUG, paymentMethod: { id: 'bacs', title: 'Bank transfer' }, status: 'on-hold' },
		paid: false,
	},
	'partial-refund-line': {
		draft: TWO_SHIRTS_AND_A_MUG,
		paid: true,
		refunds: ([shirts = 0]) => [{ reason: 'one damaged', lines: [{ lineId: shirts, quantity: 1 }] }],
	},
	'amount-only-partial-refund': {
		draft: { ...TWO_SHIRTS_AND_A_MUG, lines: [{ product: SHIRT, quantity: 1 }] },
		paid: true,
		refunds: () => [
			{ amount: '3.50', reason: 'goodwill' },
			{ amount: '1.00', reason: 'goodwill 2' },
		],
	},
	'edited-after-payment': {
		draft: { ...TWO_SHIRTS_AND_A_MUG, lines: [{ product: SHIRT, quantity: 1 }] },
		paid: true,
		edit: {
			lines: [
				{ product: SHIRT, quantity: 1 },
				{ product: BOOK, quantity: 1 },
			],
		},
	},
};

function tell(story: Story): Sample {
	const store = new WooStore(
		{ ...DEFAULT_SITE, url: 'https://store.example.test' },
		standingClock('2026-11-22T21:17:36Z'),
	);
	const order = store.addOrder({ ...story.draft, createdVia: 'rest-api' });
	if (story.paid) store.pay(order.id, { transactionId: story.draft.paymentMethod === undefined ? '' : 'ch_local_1' });
	if (story.edit !== undefined) store.updateOrder(order.id, story.edit);
	for (const refund of story.refunds?.(order.amounts.line_items.map(({ id }) => id)) ?? [])
		store.addRefund(order.id, refund);
	return {
		order: { ...renderOrder(order, store.site) },
		refunds: [...order.refunds].reverse().map((refund) => renderRefund(order, refund, store.site)),
	};
}

/** Ids, keys, moments, addresses of the shop and links differ from one store to the next; all else is to be the same. */
function comparable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(comparable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => key !== '_links')
			.map(([key, inner]) => {
				const accidental =
					['id', 'number', 'order_key', 'payment_url', 'display_value'].includes(key) || /^date_/.test(key);
				const isMetaValue = key === 'value' && 'display_key' in value;
				return [key, (accidental || isMetaValue) && inner !== null ? '*' : comparable(inner)];
			}),
	);
}

describe('an order of the simulator is the order of a real WooCommerce', () => {
	whenReferenceIsThere(Object.keys(stories))('%s', (name) => {
		const sample = JSON.parse(readFileSync(join(folder, `real-${name}.json`), 'utf8')) as Sample;
		const story = stories[name];
		if (story === undefined) throw new Error(`no story ${name}`);
		const told = tell(story);
		expect(comparable(told)).toEqual(comparable(sample));
		expect(Object.keys(told.order).filter((key) => key !== '_links')).toEqual(Object.keys(sample.order));
	});

	whenReferenceIsThere(['webhook-order-updated'])('%s has the fields of the list, links included', (name) => {
		const { rawBody } = JSON.parse(readFileSync(join(folder, `real-${name}.json`), 'utf8')) as { rawBody: string };
		const told = tell({ draft: TWO_SHIRTS_AND_A_MUG, paid: true });
		expect(Object.keys(told.order)).toEqual(Object.keys(JSON.parse(rawBody) as object));
	});
});

import { compare, isZero, sum } from '../../order/money';
import type { Order, OrderInput } from '../../order/order';
import { instantOf } from './dates';
import { metaText, type WooMeta, type WooOrder } from './woocommerce-order';

type PaymentInput = NonNullable<OrderInput['payments']>[number];

/** Where payment plugins keep the processor's fee, and the currency it is in. */
const FEE_KEYS = [
	{ fee: '_stripe_fee', currency: '_stripe_currency' },
	{ fee: '_wcpay_transaction_fee', currency: undefined },
	{ fee: '_paypal_transaction_fee', currency: undefined },
	{ fee: 'PayPal Transaction Fee', currency: undefined },
] as const;

/** Only a fee in the order's own currency: of another one the rate is unknown. */
function processorFee(meta: WooMeta, currency: string): string | undefined {
	for (const keys of FEE_KEYS) {
		const fee = metaText(meta, keys.fee);
		const feeCurrency = keys.currency && metaText(meta, keys.currency);
		if (fee !== undefined && /^\d{1,9}(\.\d{1,6})?$/.test(fee) && (!feeCurrency || feeCurrency.toUpperCase() === currency)) {
			return fee;
		}
	}
	return undefined;
}

/** What gift cards of the Gift Cards plugin paid. WooCommerce has already taken it off `total`. */
export const redeemed = (order: WooOrder): string => sum(order.gift_cards.map((card) => card.amount));

/**
 * WooCommerce keeps no list of payments, only when the whole was paid. `processing` without `date_paid` is not paid: that is
 * how cash on delivery looks. Gift cards are debited with the checkout, whatever becomes of the rest.
 */
export function toPayments(order: WooOrder, currency: string): PaymentInput[] {
	const paidAt = instantOf(order.date_paid_gmt);
	const cards = order.gift_cards.map((card, index): PaymentInput => ({
		id: `gift-card-${card.id ?? index + 1}`,
		kind: 'sale',
		status: 'success',
		method: 'gift_card',
		amount: card.amount,
		currency,
		at: paidAt ?? instantOf(order.date_created_gmt),
		tender: 'giftCard',
	}));
	if (paidAt === undefined || isZero(order.total)) return cards;
	const money: PaymentInput = {
		id: order.transaction_id ?? 'paid',
		kind: 'sale',
		status: 'success',
		method: order.payment_method ?? 'unknown',
		methodTitle: order.payment_method_title,
		amount: order.total,
		currency,
		at: paidAt,
		reference: order.transaction_id,
		fee: processorFee(order.meta_data, currency),
	};
	return [...cards, money];
}

/** What was refunded decides only once something was paid. */
export function paymentStatusOf(order: WooOrder, refunded: string, redeemedAmount: string): Order['paymentStatus'] {
	if (order.status === 'refunded') return 'refunded';
	if (instantOf(order.date_paid_gmt) !== undefined) {
		if (isZero(refunded)) return 'paid';
		const whole = sum([order.total, redeemedAmount]);
		return compare(refunded, whole) >= 0 ? 'refunded' : 'partiallyRefunded';
	}
	return isZero(redeemedAmount) ? 'unpaid' : isZero(order.total) ? 'paid' : 'partial';
}

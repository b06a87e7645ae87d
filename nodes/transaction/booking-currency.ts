import { inCurrency, isZero, minus, plus, sum, type Money } from '../order/money';
import type { Order, OrderCharge, OrderPayment, OrderRefund } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { withCurrency } from './amounts';
import { Big } from '../vendor/decimal';
import { conversionOf } from './exchange-rate';
import type { SyncSettings } from './sync-settings';

/**
 * The order in the currency it is booked in. In the customer's currency the shop tells the total alone, so every part is converted
 * as the total was and rounded; what rounding leaves is shown as the order's rounding. Fails where nothing tells the rate.
 */
export function inBookingCurrency(order: Order, settings: SyncSettings): Outcome<Order> {
	const { presentment } = order;
	if (settings.currency.bookIn === 'shop' || !presentment || presentment.currency === order.currency) return succeed(order);
	const factor = conversionOf(order);
	if (!factor) {
		return fail(
			refused(
				'conversion-unknown',
				`Order '${order.number}' is in ${order.currency}, the customer saw ${presentment.currency}, and nothing tells at which rate`,
				"Choose the shop's currency in 'Book In' of Currency Options, or book this order by hand",
				{ currency: order.currency, presentment: presentment.currency },
			),
		);
	}
	return succeed(converted(order, factor, presentment));
}

type Convert = (amount: Money) => Money;

function converted(order: Order, factor: Big, { currency, total }: NonNullable<Order['presentment']>): Order {
	const convert: Convert = (amount) => (isZero(amount) ? inCurrency('0', currency) : inCurrency(new Big(amount).times(factor).toFixed(), currency));
	const { reconciliation, presentment, ...rest } = order;
	const lines = order.lines.map((line) => ({ ...line, ...charge(line, convert) }));
	const shipping = order.shipping.map((each) => ({ ...each, ...charge(each, convert) }));
	const fees = order.fees.map((fee) => ({ ...fee, ...charge(fee, convert) }));
	const tip = convert(order.totals.tip);
	const duties = convert(order.totals.duties);
	const parts = sum([tip, duties, ...[...lines, ...shipping, ...fees].flatMap(({ net, tax }) => [net, tax])]);
	const refunds = convertedRefunds(order.refunds, order.currency, currency, convert);
	return {
		...rest,
		currency,
		lines,
		shipping,
		fees,
		discounts: order.discounts.map((discount) => ({ ...discount, amount: convert(discount.amount), allocations: [] })),
		taxes: order.taxes.map((tax) => ({ ...tax, amount: convert(tax.amount) })),
		totals: { tip, duties, rounding: minus(total, parts), total, refunded: sum(refunds.map(({ amount }) => amount)) },
		payments: convertedPayments(order, currency, convert),
		refunds,
		channelFees: order.channelFees.map((fee) => (fee.currency === order.currency ? { ...fee, currency, amount: convert(fee.amount) } : fee)),
	};
}

function charge({ gross, net, tax, taxes }: OrderCharge, convert: Convert): OrderCharge {
	const [full, left] = [convert(gross), convert(net)];
	return {
		gross: full,
		discount: minus(full, left),
		net: left,
		tax: convert(tax),
		taxes: taxes.map((each) => ({ ...each, amount: convert(each.amount) })),
	};
}

/** Converts amounts that belong together: each is what it adds to the converted sum of those before it. */
function inTurn(convert: Convert): Convert {
	let before = '0';
	return (amount) => {
		const upTo = plus(before, amount);
		const added = minus(convert(upTo), convert(before));
		before = upTo;
		return added;
	};
}

function convertedPayments({ payments, currency: from }: Order, currency: string, convert: Convert): OrderPayment[] {
	const captured = inTurn(convert);
	return payments.map((payment) => {
		if (payment.currency !== from) return payment;
		const counts = payment.status === 'success' && (payment.kind === 'sale' || payment.kind === 'capture');
		const fee = payment.fee === undefined ? {} : { fee: convert(payment.fee) };
		return { ...payment, currency, amount: (counts ? captured : convert)(payment.amount), ...fee };
	});
}

function convertedRefunds(refunds: OrderRefund[], from: string, currency: string, convert: Convert): OrderRefund[] {
	const given = inTurn(convert);
	return [...refunds]
		.sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id))
		.map((refund) => (refund.currency === from ? convertedRefund(refund, given(refund.amount), currency, convert) : refund));
}

/** What rounding leaves of a refund goes to its first part; apart it would look like money given back for nothing. */
function convertedRefund(refund: OrderRefund, amount: Money, currency: string, convert: Convert): OrderRefund {
	const part = <T extends { net: Money; tax: Money }>(each: T): T => ({ ...each, net: convert(each.net), tax: convert(each.tax) });
	const lines = refund.lines.map(part);
	const shipping = refund.shipping.map(part);
	const fees = refund.fees.map(part);
	const adjustment = convert(refund.adjustment);
	const [first, ...others] = [...lines, ...shipping, ...fees];
	if (first) {
		const unexplained = convert(minus(refund.amount, partsOf(refund)));
		first.net = minus(amount, sum([unexplained, adjustment, first.tax, ...others.flatMap(({ net, tax }) => [net, tax])]));
	}
	const payments = refund.payments.map((payment) => ({ ...payment, amount: convert(payment.amount) }));
	return { ...refund, currency, amount, lines, shipping, fees, adjustment, payments };
}

const partsOf = ({ lines, shipping, fees, adjustment }: OrderRefund): Money =>
	sum([adjustment, ...[...lines, ...shipping, ...fees].flatMap(({ net, tax }) => [net, tax])]);

/** What the bookkeeper is told where shop and customer speak of different currencies. */
export function currencyRemarks(order: Order, booked: Order): string[] {
	const { presentment, totals } = order;
	if (!presentment || presentment.currency === order.currency) return [];
	return booked === order
		? [`The customer saw and paid ${withCurrency(presentment.total, presentment.currency)}.`]
		: [`Booked as the ${withCurrency(booked.totals.total, booked.currency)} that the customer paid; the shop counts ${withCurrency(totals.total, order.currency)}.`];
}

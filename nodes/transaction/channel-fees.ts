import { isNegative, isZero, minus, sum, type Money } from '../order/money';
import type { Order, OrderPayment } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { inBooks, withCurrency } from './amounts';
import type { SyncSettings } from './sync-settings';
import type { Tender } from './tenders';
import { oneLine } from './text-limits';

interface ChannelFee {
	title: string;
	amount: string;
	currency: string;
}

/** What the channel and the processors of the payments keep, as far as the order says it. */
function feesOf(order: Order, captured: OrderPayment[]): ChannelFee[] {
	// Most channels tell no fees, and every order is asked twice.
	if (order.channelFees.length === 0 && captured.every(({ fee }) => fee === undefined)) return [];
	const processors = captured.flatMap(({ fee, method, methodTitle }) =>
		fee === undefined ? [] : [{ title: `Fee of ${oneLine(methodTitle || method) || 'the payment'}`, amount: fee, currency: order.currency }],
	);
	const channel = order.channelFees.map(({ type, amount, currency }) => ({ title: oneLine(type) || 'Channel fee', amount, currency }));
	return [...channel, ...processors].filter(({ amount }) => !isZero(amount));
}

/** All fees in the order's currency, booked or not. */
export function knownChannelFees(order: Order, captured: OrderPayment[]): Money {
	const fees = feesOf(order, captured).filter(({ currency }) => currency === order.currency);
	return fees.length === 0 ? '0' : inBooks(sum(fees.map(({ amount }) => amount)), order.currency);
}

/**
 * Fees as negative lines of the document that holds the money, so that the deposit is what arrives. None on an invoice: it says
 * what the customer owes. Off unless chosen: as a rule fees are booked when the payout is reconciled.
 * @param tenders what is taken off the total already
 */
export function channelFeeTenders(
	order: Order,
	captured: OrderPayment[],
	tenders: Tender[],
	type: 'SalesReceipt' | 'Invoice',
	settings: SyncSettings,
): Outcome<{ fees: Tender[]; remarks: string[] }> {
	if (settings.channelFees === 'leaveOut') return succeed({ fees: [], remarks: [] });
	const fees = feesOf(order, captured);
	const foreign = fees.find(({ currency }) => currency !== order.currency);
	if (foreign) {
		return fail(
			refused(
				'channel-fee-unclear',
				`The fee '${foreign.title}' of order '${order.number}' is ${foreign.amount} ${foreign.currency}, and the order is in ${order.currency}`,
				"Give the fee in the order's own currency in a node before this one, or choose Leave Out in 'Channel Fees'",
				{ fee: foreign.amount, currency: foreign.currency },
			),
		);
	}
	const all = inBooks(sum(fees.map(({ amount }) => amount)), order.currency);
	if (type === 'Invoice') {
		const remark = `Fees of ${withCurrency(all, order.currency)} are left out: an invoice says what the customer owes.`;
		return succeed({ fees: [], remarks: isZero(all) ? [] : [remark] });
	}
	const taken = sum([all, ...tenders.map(({ amount }) => amount)]);
	if (isNegative(minus(order.totals.total, taken))) {
		return fail(
			refused(
				'channel-fees-exceed-total',
				`Fees of ${withCurrency(all, order.currency)} are more than what order '${order.number}' brought in`,
				"Book the fees by hand and choose Leave Out in 'Channel Fees', or book this order by hand",
				{ fees: all, total: order.totals.total, currency: order.currency },
			),
		);
	}
	return succeed({ fees: fees.map(({ title, amount }) => ({ kind: 'channelFee' as const, title, amount })), remarks: [] });
}

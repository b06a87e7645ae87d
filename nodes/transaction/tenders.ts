import { negate, sum, type Money } from '../order/money';
import type { Order, OrderPayment } from '../order/order';
import { inBooks } from './amounts';
import { namedItem } from './item';
import { itemLine } from './item-line';
import type { PlannedItemLine, TransactionPlan } from './plan';
import type { SyncSettings } from './sync-settings';
import { oneLine } from './text-limits';

export type Tender = TransactionPlan['tenders'][number];

/** Redeemed gift cards and store credit among the captured payments, in the order's currency. */
export const tendersOf = (payments: OrderPayment[]): Tender[] =>
	payments.flatMap((payment) =>
		payment.tender === 'money'
			? []
			: [
					{
						kind: payment.tender,
						title: oneLine(payment.methodTitle || payment.method) || 'Gift card or store credit',
						amount: payment.amount,
					},
				],
	);

export const tenderTotal = (tenders: Tender[]): Money => sum(tenders.map(({ amount }) => amount));

/**
 * A tender as a negative, untaxed line to the liability account, on Sales Receipts: their deposit account must be a bank or
 * another current asset, and the money that arrives is what is left.
 */
export const tenderLines = (tenders: Tender[], order: Order, settings: SyncSettings): PlannedItemLine[] =>
	tenders.map(({ kind, title, amount }) =>
		itemLine(
			{ item: namedItem(kind, settings), description: title, amount: inBooks(negate(amount), order.currency) },
			settings,
		),
	);

import { Big } from 'big.js';
import { SALE } from '../nodes/transaction/parts';
import type { QuickBooksSimulator } from '../test/simulators/quickbooks/quickbooks-simulator';
import type { TrueOrder } from '../test/simulators/shops';
import type { Synced } from './first-sync';

/** What the demo did, in figures. Amounts are decimal strings. */
export interface Summary {
	orders: number;
	posted: number;
	unchanged: number;
	needsAttention: number;
	/** Of the orders posted, as the shops say. */
	shopTotal: string;
	/** Gift cards and store credit that are booked as lines. */
	tenders: string;
	/** Of the same orders, as QuickBooks says. */
	booksTotal: string;
	/** shopTotal − tenders − booksTotal. */
	difference: string;
	quickBooksCalls: number;
	seconds: number;
	/** The same orders once more, by a second copy of the workflows. */
	secondRun: { orders: number; posted: number; writes: number; quickBooksCalls: number };
}

export type FirstRun = Omit<Summary, 'secondRun'>;

/**
 * Compares what the shops say with what the company's books hold; neither side is taken from what our nodes report, but for
 * which document belongs to which order and which tenders are lines of it.
 */
export function summarise(synced: Synced[], shops: TrueOrder[], quickbooks: QuickBooksSimulator, seconds: number): FirstRun {
	const posted = synced.flatMap((one) => one.posted);
	const truth = new Map(shops.map((order) => [`${order.channel}/${order.id}`, order]));
	let shopTotal = new Big(0);
	let tenders = new Big(0);
	let booksTotal = new Big(0);
	for (const { order, transactions, tenders: booked } of posted) {
		const shop = truth.get(`${order.channel}/${order.id}`);
		if (!shop) throw new Error(`Order ${order.id} was posted, and no shop has it`);
		shopTotal = shopTotal.plus(shop.total);
		tenders = tenders.plus(booked);
		// Payments and refunds are documents of their own and change no sale.
		const sale = transactions.find(({ key }) => key === SALE);
		if (sale) booksTotal = booksTotal.plus(String(quickbooks.company.get(sale.type, sale.id)?.TotalAmt ?? 0));
	}
	return {
		orders: synced.reduce((count, one) => count + one.orders, 0),
		posted: posted.length,
		unchanged: synced.reduce((count, one) => count + one.unchanged.length, 0),
		needsAttention: synced.reduce((count, one) => count + one.needsAttention.length, 0),
		shopTotal: shopTotal.toFixed(2),
		tenders: tenders.toFixed(2),
		booksTotal: booksTotal.toFixed(2),
		difference: shopTotal.minus(tenders).minus(booksTotal).toFixed(2),
		quickBooksCalls: quickbooks.counters.calls,
		seconds: Math.round(seconds * 10) / 10,
	};
}

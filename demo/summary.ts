import { Big } from 'big.js';
import { SALE } from '../nodes/transaction/parts';
import type { QuickBooksSimulator } from '../test/simulators/quickbooks/quickbooks-simulator';
import type { TrueOrder } from '../test/simulators/shops';
import type { Sent, Tracked } from './first-shipping';
import type { Synced } from './first-sync';
import { sentOrders } from './sent-orders';
import type { SmallBusiness } from './small-business';

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
	/** What people entered in QuickBooks, sent to ShipStation, shipped there, and its tracking in QuickBooks. */
	shipping: Shipping;
}

export interface Shipping {
	documents: number;
	sent: number;
	needsAttention: number;
	/** Parcels that left ShipStation, and the documents that hold their tracking numbers now. */
	parcels: number;
	tracked: number;
	/** Shipped orders some of whose tracking numbers QuickBooks does not hold, and orders of another total than their document's. */
	untracked: number;
	differentTotals: number;
	shipStationCalls: number;
	quickBooksCalls: number;
	/** Both workflows once more, by second copies. */
	secondRun: { sent: number; tracked: number; shipStationWrites: number; quickBooksWrites: number };
}

export type FirstRun = Omit<Summary, 'secondRun' | 'shipping'>;

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

/** Compares what ShipStation holds with what the company's documents hold; what our nodes report is only counted. */
export function summariseShipping({ quickbooks, shipstation }: SmallBusiness, sent: Sent, tracked: Tracked): Omit<Shipping, 'secondRun' | 'shipStationCalls' | 'quickBooksCalls'> {
	const { shipments, fulfillments } = shipstation.account;
	const pairs = sentOrders(shipstation).flatMap((order) =>
		order.documents.map((key) => {
			const [type = '', id = ''] = key.split('-');
			return { order, document: quickbooks.company.get(type, id) };
		}),
	);
	const lacks = ({ order, document }: (typeof pairs)[number]) => {
		const known = String(document?.TrackingNum ?? '').split(', ');
		return order.trackingNumbers.some((one) => !known.includes(one));
	};
	return {
		documents: sent.sent.length + sent.unchanged.length + sent.needsAttention.length,
		sent: sent.sent.length,
		needsAttention: sent.needsAttention.length + tracked.needsAttention.length,
		parcels: shipments.length + fulfillments.length,
		tracked: tracked.written.length,
		untracked: pairs.filter(lacks).length,
		differentTotals: pairs.filter(({ order, document }) => !new Big(order.total).eq(String(document?.TotalAmt ?? 0))).length,
	};
}

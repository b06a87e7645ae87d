import { startLoopback } from '../loopback';
import { LoopbackFaults } from '../loopback-faults';
import { runningClock, type ShopClock } from '../shops/shop-clock';
import type { TrueOrder } from '../shops/true-order';
import type { WooKeys } from './authenticate';
import { answer, type WooCounters } from './routes';
import { DEFAULT_SITE, type WooSite } from './site';
import { WooStore } from './store';
import { trueOrders } from './true-orders';

export interface WooCommerceOptions {
	/** Default 0: any free port. */
	readonly port?: number;
	/** The owner's settings; the rest is that of an American shop in Los Angeles. */
	readonly site?: Partial<WooSite>;
	/**
	 * Whether the loopback http stands for https, as behind a proxy that ends TLS. Default true. Otherwise the keys are
	 * refused, as WooCommerce does over plain http.
	 */
	readonly behindHttps?: boolean;
	readonly keys?: WooKeys;
	/** Default: a clock that runs. */
	readonly clock?: ShopClock;
}

/** A WooCommerce store on loopback http. */
export interface WooCommerceSimulator {
	readonly url: string;
	/** `host:port`, in lower case. */
	readonly accountId: string;
	readonly keys: WooKeys;
	readonly store: WooStore;
	readonly faults: LoopbackFaults;
	readonly counters: WooCounters;
	readonly clock: ShopClock;
	/** What is true of every order, now. */
	orders(): TrueOrder[];
	close(): Promise<void>;
}

export async function startWooCommerce(options: WooCommerceOptions = {}): Promise<WooCommerceSimulator> {
	const clock = options.clock ?? runningClock();
	const keys = options.keys ?? {
		consumerKey: 'ck_0123456789abcdef0123456789abcdef01234567',
		consumerSecret: 'cs_76543210fedcba9876543210fedcba9876543210',
	};
	const faults = new LoopbackFaults();
	const counters: WooCounters = { orders: 0, order: 0, refunds: 0, index: 0, settings: 0, other: 0 };
	const loopback = await startLoopback(
		(request) =>
			answer(request, { store, keys, isHttps: options.behindHttps ?? true, counters, now: () => clock.now() }),
		{ port: options.port, faults },
	);
	// The store's own address is known only once the port is; no request can come before that.
	const store = new WooStore({ ...DEFAULT_SITE, url: loopback.url, ...options.site }, clock);
	return {
		url: loopback.url,
		accountId: new URL(loopback.url).host,
		keys,
		store,
		faults,
		counters,
		clock,
		orders: () => trueOrders(store),
		close: () => loopback.close(),
	};
}

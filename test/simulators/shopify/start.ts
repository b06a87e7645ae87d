import { startLoopback, type LoopbackAnswer, type LoopbackRequest } from '../loopback';
import { LoopbackFaults } from '../loopback-faults';
import { runningClock, type ShopClock } from '../shops/shop-clock';
import type { TrueOrder } from '../shops/true-order';
import { AccessTokens, type AppCredentials } from './access-tokens';
import { isApiVersion } from './admin-schema';
import { answerGraphql } from './graphql-endpoint';
import type { CostMode } from './query-cost';
import { RateLimit } from './rate-limit';
import { DEFAULT_SHOP, type ShopifyShop } from './shop';
import { ShopifyStore } from './store';
import { trueOrders } from './true-orders';

export interface ShopifyOptions {
	/** Default 0: any free port. */
	readonly port?: number;
	readonly shop?: Partial<ShopifyShop>;
	/** Default `strict`, the dearest a shop can be. */
	readonly costMode?: CostMode;
	/** Default `read_orders` alone: orders older than 60 days do not exist. Add `read_all_orders` to see them. */
	readonly scopes?: readonly string[];
	/** Points in the bucket and points it regains a second; default 2000 and 100, the Standard plan. */
	readonly limit?: { readonly maximum: number; readonly restoreRate: number };
	/** Milliseconds until search finds a change; default 0. */
	readonly searchDelay?: number;
	/** Default: a clock that runs. */
	readonly clock?: ShopClock;
}

/** How often each address was called, refused calls included. */
export interface ShopifyCounters {
	graphql: number;
	/** Of these, answered with THROTTLED. */
	throttled: number;
	tokens: number;
	other: number;
}

/** A Shopify shop's Admin API on loopback http. */
export interface ShopifySimulator {
	readonly url: string;
	/** `host:port`, in lower case. */
	readonly accountId: string;
	/** A token that never expires, of an app made in the shop's admin. */
	readonly accessToken: string;
	/** For the client-credentials grant. */
	readonly app: AppCredentials;
	readonly tokens: AccessTokens;
	readonly store: ShopifyStore;
	readonly limit: RateLimit;
	readonly faults: LoopbackFaults;
	readonly counters: ShopifyCounters;
	readonly clock: ShopClock;
	/** What is true of every order, now. */
	orders(): TrueOrder[];
	close(): Promise<void>;
}

export async function startShopify(options: ShopifyOptions = {}): Promise<ShopifySimulator> {
	const clock = options.clock ?? runningClock();
	const store = new ShopifyStore({ ...DEFAULT_SHOP, ...options.shop }, clock);
	store.index.delay = options.searchDelay ?? 0;
	const scopes = options.scopes ?? ['read_orders'];
	const app: AppCredentials = {
		clientId: '0123456789abcdef0123456789abcdef',
		clientSecret: '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',
	};
	const accessToken = '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';
	const tokens = new AccessTokens(app, scopes, clock, accessToken);
	const limit = new RateLimit(clock, options.limit?.maximum, options.limit?.restoreRate);
	const counters: ShopifyCounters = { graphql: 0, throttled: 0, tokens: 0, other: 0 };
	const faults = new LoopbackFaults();

	const graphql = async (request: LoopbackRequest, version: string): Promise<LoopbackAnswer> => {
		const token = request.headers['x-shopify-access-token'];
		if (typeof token !== 'string' || !tokens.isValid(token)) {
			return {
				status: 401,
				body: { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' },
			};
		}
		if (!isApiVersion(version)) return { status: 404, body: { errors: 'Not Found' } };
		const onThrottled = (): void => void (counters.throttled += 1);
		const answer = await answerGraphql(request.body, version, {
			store,
			scopes,
			limit,
			costMode: options.costMode ?? 'strict',
			now: clock.now(),
			onThrottled,
		});
		return { ...answer, headers: { 'X-Shopify-API-Version': version } };
	};
	const loopback = await startLoopback(
		async (request) => {
			const version = /^\/admin\/api\/([^/]+)\/graphql\.json$/.exec(request.path)?.[1];
			if (request.method === 'POST' && version !== undefined) {
				counters.graphql += 1;
				return await graphql(request, version);
			}
			if (request.method === 'POST' && request.path === '/admin/oauth/access_token') {
				counters.tokens += 1;
				return tokens.grant(request);
			}
			counters.other += 1;
			return { status: 404, body: { errors: 'Not Found' } };
		},
		{ port: options.port, faults },
	);
	return {
		url: loopback.url,
		accountId: new URL(loopback.url).host,
		accessToken,
		app,
		tokens,
		store,
		limit,
		faults,
		counters,
		clock,
		orders: () => trueOrders(store),
		close: () => loopback.close(),
	};
}

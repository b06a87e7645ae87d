import type { SeedOptions, TrueOrder } from '../test/simulators/shops';
import { seedShopify, seedWooCommerce } from '../test/simulators/shops';
import { startQuickBooks, type QuickBooksOptions, type QuickBooksSimulator, type ShopOrder } from '../test/simulators/quickbooks/quickbooks-simulator';
import { startShipStation, type ShipStationSimulator } from '../test/simulators/shipstation';
import { startShopify, type ShopifySimulator } from '../test/simulators/shopify';
import { startWooCommerce, type WooCommerceOptions, type WooCommerceSimulator } from '../test/simulators/woocommerce';
import { makeCatalogue } from '../test/simulators/shops/catalogue';
import { Random } from '../test/simulators/shops/random';
import { enterDocuments } from './documents-to-ship';
import type { CredentialToImport } from './n8n/n8n-command';
import { sentOrders } from './sent-orders';

export interface Ports {
	quickbooks: number;
	woocommerce: number;
	shopify: number;
	shipstation: number;
}

/** Any free port for each. */
export const FREE_PORTS: Ports = { quickbooks: 0, woocommerce: 0, shopify: 0, shipstation: 0 };

export interface BusinessSize {
	woocommerceOrders: number;
	shopifyOrders: number;
	/** How many days back the oldest order lies. */
	days: number;
	/** Orders that are all paid and plain, for measuring. */
	simple?: boolean;
	skus?: number;
	/** Put behind the ids of the credentials, where one n8n has several businesses. */
	name?: string;
	/** How long the company takes to answer; default no time. */
	answers?: Pick<QuickBooksOptions, 'latencyMs' | 'latencyPerItemMs'>;
	/** Other settings of the company and of the WooCommerce shop than those of a seller in the US. */
	company?: QuickBooksOptions['company'];
	/** Other limits of QuickBooks than the published ones. */
	limits?: QuickBooksOptions['limits'];
	site?: WooCommerceOptions['site'];
	/** How many documents people entered in QuickBooks that are to be shipped; default none. */
	documents?: number;
	/** Calls a minute that ShipStation allows; default 40, as it does. */
	shipStationCallsPerMinute?: number;
}

const SEED = 20260301;

/** The simulated company's account of that name. */
const SALES_OF_PRODUCT_INCOME = '79';

/** A made-up seller: two shops full of orders, a QuickBooks company that knows their products, and a ShipStation account. */
export interface SmallBusiness {
	quickbooks: QuickBooksSimulator;
	woocommerce: WooCommerceSimulator;
	shopify: ShopifySimulator;
	shipstation: ShipStationSimulator;
	/** What the shops hold to be true of their orders. */
	orders(): TrueOrder[];
	/** No order was placed before this. ISO 8601. */
	openedAt: string;
	credentials: CredentialToImport[];
	close(): Promise<void>;
}

/** Starts the simulators on loopback and fills them. */
export async function openSmallBusiness(size: BusinessSize, ports: Ports = FREE_PORTS): Promise<SmallBusiness> {
	const now = Date.now();
	const woocommerce = await startWooCommerce({ port: ports.woocommerce, ...(size.site ? { site: size.site } : {}) });
	// A small shop's real queries cost far less than the dearest rule says; the strict rule is for tests.
	const shopify = await startShopify({ port: ports.shopify, costMode: 'lenient', scopes: ['read_orders', 'read_all_orders'] });
	const shipstation = await startShipStation({ port: ports.shipstation, requestsPerMinute: size.shipStationCallsPerMinute });
	const quickbooks = await startQuickBooks({
		port: ports.quickbooks,
		...(size.company ? { company: size.company } : {}),
		...(size.limits ? { limits: size.limits } : {}),
		...size.answers,
		shops: () => [
			{ shop: 'WooCommerce', orders: woocommerce.orders().map(besideTheBooks) },
			{ shop: 'Shopify', orders: shopify.orders().map(besideTheBooks) },
		],
		warehouse: () => ({ name: 'ShipStation', orders: sentOrders(shipstation) }),
	});
	const plan = (count: number, seed: number): SeedOptions => ({
		count,
		seed,
		now,
		days: size.days,
		...(size.simple ? { simple: true } : {}),
		...(size.skus ? { skus: size.skus } : {}),
	});
	const seeds = [plan(size.woocommerceOrders, SEED), plan(size.shopifyOrders, SEED + 1)] as const;
	seedWooCommerce(woocommerce, seeds[0]);
	seedShopify(shopify, seeds[1]);
	for (const seed of seeds) stockProducts(quickbooks, seed);
	enterDocuments(quickbooks, size.documents ?? 0, SEED + 2);
	return {
		quickbooks,
		woocommerce,
		shopify,
		shipstation,
		orders: () => [...woocommerce.orders(), ...shopify.orders()],
		openedAt: new Date(now - (size.days + 1) * 86_400_000).toISOString(),
		credentials: credentialsOf(quickbooks, woocommerce, shopify, shipstation).map((credential) => ({ ...credential, id: credential.id + (size.name ?? '') })),
		close: async () => {
			await Promise.all([quickbooks.close(), woocommerce.close(), shopify.close(), shipstation.close()]);
		},
	};
}

/** On the page gift cards stand apart from the money. */
const besideTheBooks = (order: TrueOrder): ShopOrder => ({
	...order,
	tenders: order.tenders.filter(({ kind }) => kind === 'giftCard').map(({ method, amount }) => ({ name: method, amount })),
});

/** The bookkeeper has entered the products before: the templates create none. */
function stockProducts(quickbooks: QuickBooksSimulator, seed: SeedOptions): void {
	const known = new Set(quickbooks.company.items.map(({ Sku }) => Sku));
	for (const { sku } of makeCatalogue(seed.skus ?? 24, new Random(seed.seed))) {
		if (known.has(sku)) continue;
		quickbooks.byHand.create('Item', { Name: sku, Sku: sku, Type: 'NonInventory', IncomeAccountRef: { value: SALES_OF_PRODUCT_INCOME } });
	}
}

/** A company that a person has connected to. */
export function quickBooksConnection(quickbooks: QuickBooksSimulator): Pick<CredentialToImport, 'type' | 'data'> {
	const tokens = quickbooks.tokens.issue();
	return {
		type: 'orderSyncQuickBooksOAuth2Api',
		data: {
			environment: 'custom',
			baseUrl: quickbooks.url,
			grantType: 'authorizationCode',
			authUrl: `${quickbooks.url}/connect/oauth2`,
			accessTokenUrl: `${quickbooks.url}/oauth2/v1/tokens/bearer`,
			scope: 'com.intuit.quickbooks.accounting',
			authentication: 'header',
			...quickbooks.tokens.app,
			oauthTokenData: {
				access_token: tokens.accessToken,
				refresh_token: tokens.refreshToken,
				token_type: 'bearer',
				expires_in: 3600,
				callbackQueryString: { realmId: quickbooks.realmId },
			},
		},
	};
}

/** Credentials as a person would have them after connecting; the ids are what the templates are filled in with. */
function credentialsOf(
	quickbooks: QuickBooksSimulator,
	woocommerce: WooCommerceSimulator,
	shopify: ShopifySimulator,
	shipstation: ShipStationSimulator,
): CredentialToImport[] {
	return [
		{ id: 'demo-quickbooks', name: 'QuickBooks (simulated)', ...quickBooksConnection(quickbooks) },
		{ id: 'demo-woocommerce', name: 'WooCommerce (simulated)', type: 'orderSyncWooCommerceApi', data: { url: woocommerce.url, ...woocommerce.keys } },
		{
			id: 'demo-shopify',
			name: 'Shopify (simulated)',
			type: 'orderSyncShopifyClientCredentialsApi',
			data: { shop: 'demo-shop.myshopify.com', baseUrl: shopify.url, ...shopify.app },
		},
		{ id: 'demo-shipstation', name: 'ShipStation (simulated)', type: 'orderSyncShipStationApi', data: { baseUrl: shipstation.url, ...shipstation.key } },
	];
}

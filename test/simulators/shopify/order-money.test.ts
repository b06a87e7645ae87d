import { standingClock } from '../shops/shop-clock';
import { post } from './ask-shop';
import { GIFT_CARD, LAMP, LAMPS_AND_RUG, ONE_LAMP } from './example-orders';
import { startShopify, type ShopifyOptions, type ShopifySimulator } from './index';

const NOON = Date.parse('2026-03-10T16:00:00Z');
let shop: ShopifySimulator;

const start = async (options: ShopifyOptions = {}): Promise<void> => {
	shop = await startShopify({ clock: standingClock(NOON), ...options });
};

afterEach(async () => await shop.close());

describe('money', () => {
	const READ = `query($id: ID!) { order(id: $id) {
		legacyResourceId displayFinancialStatus cancelledAt
		subtotalPriceSet { ...M } totalTaxSet { ...M } totalPriceSet { ...M } currentTotalPriceSet { ...M } totalRefundedSet { ...M } netPaymentSet { ...M } totalOutstandingSet { ...M }
		lineItems(first: 5) { nodes { isGiftCard currentQuantity discountAllocations { allocatedAmountSet { ...M } } taxLines { priceSet { ...M } } } }
		transactions(first: 5) { kind gateway amountSet { ...M } fees { amount { amount } } }
		refunds(first: 5) { totalRefundedSet { ...M } refundLineItems(first: 5) { nodes { quantity subtotalSet { ...M } totalTaxSet { ...M } } } orderAdjustments(first: 5) { nodes { reason amountSet { ...M } } } }
	} }
	fragment M on MoneyBag { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }`;
	const read = async (id: string) => (await post(shop, READ, { id: `gid://shopify/Order/${id}` })).body;
	const usd = (amount: string) => ({
		shopMoney: { amount, currencyCode: 'USD' },
		presentmentMoney: { amount, currencyCode: 'USD' },
	});

	test('discounts are spread by line and tax is rounded by line and rate; ids outgrow 2^53', async () => {
		await start();
		const order = shop.store.addOrder(LAMPS_AND_RUG);
		const body = await read(order.id);
		expect(BigInt(order.id) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
		expect(String(Number(order.id))).not.toBe(order.id);
		expect(body).toMatchObject({
			data: {
				order: {
					legacyResourceId: order.id,
					displayFinancialStatus: 'PENDING',
					subtotalPriceSet: usd('179.99'),
					totalTaxSet: usd('16.65'),
					totalPriceSet: usd('204.14'),
					lineItems: {
						nodes: [
							{
								discountAllocations: [{ allocatedAmountSet: usd('8.0') }],
								taxLines: [{ priceSet: usd('2.88') }, { priceSet: usd('3.24') }, { priceSet: usd('0.27') }],
							},
							{
								discountAllocations: [{ allocatedAmountSet: usd('12.0') }],
								taxLines: [{ priceSet: usd('4.32') }, { priceSet: usd('4.86') }, { priceSet: usd('0.41') }],
							},
						],
					},
				},
			},
		});
	});

	test('a gift card pays as a tender and is sold without tax', async () => {
		await start();
		const order = shop.store.addOrder({
			...ONE_LAMP,
			lines: [
				{ product: LAMP, quantity: 1 },
				{ product: GIFT_CARD, quantity: 1 },
			],
		});
		shop.store.pay(order.id, 'gift_card', '20.00');
		expect((await read(order.id)).data).toMatchObject({
			order: { displayFinancialStatus: 'PARTIALLY_PAID', totalPriceSet: usd('93.54') },
		});
		shop.store.pay(order.id);
		expect((await read(order.id)).data).toMatchObject({
			order: {
				displayFinancialStatus: 'PAID',
				totalOutstandingSet: usd('0.0'),
				lineItems: { nodes: [{ isGiftCard: false }, { isGiftCard: true, taxLines: [] }] },
				transactions: [
					{ kind: 'SALE', gateway: 'gift_card', amountSet: usd('20.0'), fees: [] },
					{ gateway: 'shopify_payments', amountSet: usd('73.54'), fees: [{ amount: { amount: '2.43' } }] },
				],
			},
		});
		expect(shop.orders()).toMatchObject([
			{
				total: '93.54',
				paid: true,
				tenders: [
					{ kind: 'giftCard', amount: '20.00' },
					{ kind: 'money', amount: '73.54' },
				],
			},
		]);
	});

	test('an authorization is not a payment; capturing it is', async () => {
		await start();
		const { id } = shop.store.addOrder(ONE_LAMP);
		shop.store.authorize(id);
		expect(shop.orders()).toMatchObject([{ status: 'AUTHORIZED', paid: false, tenders: [] }]);
		shop.store.capture(id);
		expect(shop.orders()).toMatchObject([{ status: 'PAID', paid: true, tenders: [{ amount: '43.54' }] }]);
	});

	test('refunds never change the total, and in parts end at it to the cent', async () => {
		await start();
		const order = shop.store.addOrder(LAMPS_AND_RUG);
		shop.store.pay(order.id);
		const [lamps, rug] = order.amounts.lines.map(({ id }) => id);
		shop.store.refund(order.id, { lines: [{ lineId: lamps ?? '', quantity: 1 }] });
		expect((await read(order.id)).data).toMatchObject({
			order: {
				displayFinancialStatus: 'PARTIALLY_REFUNDED',
				totalPriceSet: usd('204.14'),
				currentTotalPriceSet: usd('164.95'),
				totalOutstandingSet: usd('0.0'),
			},
		});
		shop.store.refund(order.id, {
			lines: [
				{ lineId: lamps ?? '', quantity: 1 },
				{ lineId: rug ?? '', quantity: 1 },
			],
			shipping: true,
		});
		expect((await read(order.id)).data).toMatchObject({
			order: {
				displayFinancialStatus: 'REFUNDED',
				totalPriceSet: usd('204.14'),
				currentTotalPriceSet: usd('0.0'),
				totalRefundedSet: usd('204.14'),
				netPaymentSet: usd('0.0'),
			},
		});
		expect(() => shop.store.refund(order.id, { discrepancy: '0.01' })).toThrow('never received');
	});

	test('an amount-only refund is a discrepancy without lines', async () => {
		await start();
		const { id } = shop.store.addOrder(ONE_LAMP);
		shop.store.pay(id);
		shop.store.refund(id, { discrepancy: '5.00', note: 'goodwill' });
		expect((await read(id)).data).toMatchObject({
			order: {
				currentTotalPriceSet: usd('43.54'),
				totalOutstandingSet: usd('0.0'),
				refunds: [
					{
						totalRefundedSet: usd('5.0'),
						refundLineItems: { nodes: [] },
						orderAdjustments: { nodes: [{ reason: 'REFUND_DISCREPANCY', amountSet: usd('-5.0') }] },
					},
				],
			},
		});
	});

	test('a cancelled order keeps its total; another currency is shown beside the shop’s', async () => {
		await start();
		const { id } = shop.store.addOrder({ ...ONE_LAMP, presentment: { currency: 'EUR', rate: '0.9' } });
		shop.store.cancel(id);
		expect((await read(id)).data).toMatchObject({
			order: {
				cancelledAt: '2026-03-10T16:00:00Z',
				totalPriceSet: {
					shopMoney: { amount: '43.54', currencyCode: 'USD' },
					presentmentMoney: { amount: '39.19', currencyCode: 'EUR' },
				},
			},
		});
	});
});

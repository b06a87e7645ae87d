import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { AccountAtHand, order, orders } from '../shipstation/account-at-hand';
import { schemasAreThere, tooLong, v1Schemas } from '../shipstation/payload-schemas';
import { store } from '../simulators/shipstation';

const GOLDEN = join(__dirname, '../shipstation/golden');

/** Orders as they are mapped from reviewed documents, and plain ones. */
const mapped = (): OrderToSend[] => [
	...readdirSync(GOLDEN).map((file) => (JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')) as { plan: { order: OrderToSend } }).plan.order),
	...orders(5),
	order(2001, { advancedOptions: { storeId: 25748, warehouseId: 17977, customField1: 'a' }, tagIds: [8336], shipByDate: '2026-03-05 00:00:00' }),
];

const whenSchemasAreThere = schemasAreThere ? describe : describe.skip;

whenSchemasAreThere('what goes over the wire to ShipStation (skipped without the reference)', () => {
	let here: AccountAtHand;

	beforeEach(async () => {
		here = await AccountAtHand.open({ requestsPerMinute: 1_000 });
		// The store that a reviewed document names.
		here.simulator.account.lists.stores.push(store(7, 'Wholesale', 'ShipStation', 0));
	});
	afterEach(async () => await here.simulator.close());

	/** Every order of every bulk call since the beginning. */
	const sentOrders = (): OrderToSend[] =>
		here.simulator.log.filter(({ path }) => path === '/orders/createorders').flatMap(({ body }) => JSON.parse(body) as OrderToSend[]);

	const violations = (sent: OrderToSend[]): string[] => {
		const schemas = Object.values(v1Schemas());
		expect(schemas).toHaveLength(3);
		return sent.flatMap((one) => [...schemas.flatMap((violationsOf) => violationsOf(one)), ...tooLong(one)].map((said) => `${one.orderNumber}: ${said}`));
	};

	test('new and changed orders pass all three descriptions of the call, and the lengths', async () => {
		const batch = mapped();
		expect((await here.gateway.sendOrders(batch)).filter(({ ok }) => !ok)).toEqual([]);
		expect((await here.gateway.sendOrders(batch.map((one) => ({ ...one, amountPaid: 1 })))).every(({ ok }) => ok)).toBe(true);
		expect(sentOrders()).toHaveLength(2 * batch.length);
		expect(violations(sentOrders())).toEqual([]);
		expect(here.simulator.counters.ignored).toEqual([]);
	});

	test('so do orders that are cancelled, whatever packers have typed into them', async () => {
		const batch = mapped();
		await here.gateway.sendOrders(batch);
		for (const { orderId } of here.simulator.account.orders) {
			here.simulator.people.edit(orderId, {
				weight: { value: 12, units: 'ounces' },
				dimensions: { length: 4, width: 3, height: 2, units: 'inches' },
				carrierCode: 'ups',
				serviceCode: 'ups_ground',
				packageCode: 'package',
				insuranceOptions: { provider: 'carrier', insureShipment: true, insuredValue: 50 },
			});
		}
		const listed = await here.gateway.orders({});
		if (!listed.ok) throw new Error(listed.failure.message);
		expect((await here.gateway.cancelOrders(listed.value.rows)).every(({ ok }) => ok)).toBe(true);
		const cancelled = sentOrders().slice(batch.length);
		expect(cancelled.map(({ orderStatus }) => orderStatus)).toEqual(batch.map(() => 'cancelled'));
		expect(violations(cancelled)).toEqual([]);
		expect(here.simulator.account.orders.map(({ weight, serviceCode }) => [weight?.value, serviceCode])).toEqual(batch.map(() => [12, 'ups_ground']));
		expect(here.simulator.counters.ignored).toEqual([]);
	});

	test('nothing but documented parameters is asked for', async () => {
		const window = { from: '2026-03-02T00:00:00Z', to: '2026-03-03T00:00:00Z' };
		await here.gateway.orders({ modified: window, created: window, ordered: window, status: 'shipped', storeId: 22766, orderNumber: '1' });
		await here.gateway.shipments(window);
		await here.gateway.fulfillments(window);
		await here.gateway.services('ups');
		await here.gateway.packages('ups');
		const paging = ['page', 'pageSize', 'sortBy', 'sortDir'];
		const documented: Record<string, string[]> = {
			'/orders': [...paging, 'createDateStart', 'createDateEnd', 'modifyDateStart', 'modifyDateEnd', 'orderDateStart', 'orderDateEnd', 'orderStatus', 'storeId', 'orderNumber'],
			'/shipments': [...paging, 'createDateStart', 'createDateEnd', 'includeShipmentItems'],
			'/fulfillments': [...paging, 'createDateStart', 'createDateEnd'],
			'/carriers/listservices': ['carrierCode'],
			'/carriers/listpackages': ['carrierCode'],
		};
		for (const { path, query } of here.simulator.log) {
			expect([path, Object.keys(query).filter((name) => !documented[path]?.includes(name))]).toEqual([path, []]);
		}
	});
});

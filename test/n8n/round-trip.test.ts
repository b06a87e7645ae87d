import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import type { TrackingReport } from '../../nodes/quickbooks/tracking/tracking-report';
import type { SendingReport } from '../../nodes/shipstation/sending-report';
import { itemsOf } from '../../demo/n8n/executions';
import { CREATE, MAP, SEND } from '../../demo/templates';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { BusinessInN8n } from './business-in-n8n';
import { until } from './until';

const SHOP = 'woocommerce-to-sales-orders';
const SHIPPING = 'sales-orders-to-shipstation';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 8, shopifyOrders: 0, days: 3, simple: true, shipStationCallsPerMinute: 1_000 });
	// The shop is not connected to ShipStation itself: what it sells gets the class that is shipped, and is sent.
	await here.importTemplate(SHOP, true, {}, { [MAP]: { documentOptions: { class: { __rl: true, mode: 'name', value: 'ShipStation' } } } });
	await here.next(SHOP);
	await here.importTemplate(SHIPPING, true, {}, { [SEND]: { options: { channelOrders: 'send' } } });
});

afterEach(() => expect(here.business.quickbooks.audit()).toEqual([]));
afterAll(async () => await here?.close());

const warehouse = () => here.business.shipstation;

/** What the books have of an order of the shop, and of documents made of its sales order. */
function booksOf(order: string, type: 'Estimate' | 'Invoice' | 'Payment'): Entity[] {
	const { company } = here.business.quickbooks;
	const own = (document: Entity) => readMark(document.PrivateNote)?.id === order;
	const salesOrders = new Set(company.documents('Estimate').filter(own).map(({ Id }) => Id));
	const isMadeOf = ({ LinkedTxn }: Entity) => ((LinkedTxn ?? []) as Array<{ TxnType: string; TxnId: string }>).some(({ TxnType, TxnId }) => TxnType === 'Estimate' && salesOrders.has(TxnId));
	return company.documents(type).filter((document) => own(document) || (type === 'Invoice' && isMadeOf(document)));
}

/** What was written to ShipStation for an order, as `create 1001`. */
const writesOf = (number: string) => warehouse().counters.writeLog.filter((line) => line.endsWith(` ${number}`));

const orderIn = (number: string) => warehouse().account.orders.find(({ orderNumber }) => orderNumber === number);

/** A customer orders what somebody ordered before, and has not paid yet. */
function sell(): { id: string; number: string; total: string } {
	const { store, orders } = here.business.woocommerce;
	const { id } = store.addOrder({ ...store.all[0]!.draft, status: undefined });
	const { number, total } = orders().find((order) => order.id === String(id))!;
	return { id: String(id), number, total };
}

/** n8n ends in the middle of its work, and comes back. @returns when */
async function crash(): Promise<string> {
	await here.n8n.kill();
	const at = new Date().toISOString();
	await here.n8n.start();
	return at;
}

/** Once more after a crash: both triggers of shipping read the last day again. @returns what came out of it */
async function afterACrash(): Promise<{ sent: SendingReport[]; tracked: TrackingReport[] }> {
	const seen = await here.newest(SHIPPING);
	const restartedAt = await crash();
	const [sent, tracked]: [SendingReport[], TrackingReport[]] = [[], []];
	for (let after = seen; sent.length === 0 || tracked.length === 0; ) {
		const execution = await here.nextUncrashed(SHIPPING, after);
		after = execution.id;
		if (execution.startedAt < restartedAt) continue;
		for (const output of [0, 1, 2]) {
			sent.push(...(itemsOf(execution, SEND, output) as unknown as SendingReport[]));
			tracked.push(...(itemsOf(execution, CREATE, output) as unknown as TrackingReport[]));
		}
	}
	return { sent, tracked };
}

test("every order of the shop stands in ShipStation once, with its own total, number and buyer's address", async () => {
	const sold = here.business.woocommerce.orders();
	await until(() => sold.every(({ number }) => orderIn(number)), 'Sending every order to ShipStation');
	expect(warehouse().account.orders).toHaveLength(sold.length);
	for (const { number, total } of sold) {
		const order = orderIn(number)!;
		const sum = order.items.reduce((all, { unitPrice, quantity }) => all.plus(new Big(unitPrice ?? 0).times(quantity)), new Big(order.taxAmount).plus(order.shippingAmount));
		expect([number, order.orderStatus, sum.toFixed(2), writesOf(number)]).toEqual([number, 'awaiting_shipment', total, [`create ${number}`]]);
		expect(order.shipTo).toMatchObject({ street1: expect.stringMatching(/./), city: expect.stringMatching(/./), country: 'US' });
	}
});

test('an order is paid, shipped in two parcels and settled with its tracking, whatever n8n is killed over', async () => {
	const { id, number, total } = sell();
	await until(() => orderIn(number) !== undefined, 'Sending the sales order');
	await crash();
	here.business.woocommerce.store.pay(Number(id));
	await until(() => booksOf(id, 'Payment').length > 0 && writesOf(number).includes(`update ${number}`), 'Telling ShipStation of the payment');
	await crash();

	const { orderId, items } = orderIn(number)!;
	const [first] = items.filter(({ adjustment }) => !adjustment);
	warehouse().people.shipInParcels(orderId, [
		{ trackingNumber: 'A1', quantities: { [first!.sku!]: 1 }, shipDate: '2026-03-05' },
		{ trackingNumber: 'A2', shipDate: '2026-03-05' },
	]);
	await until(() => booksOf(id, 'Invoice')[0]?.TrackingNum !== undefined, 'Bringing the tracking back');
	const { sent, tracked } = await afterACrash();
	expect([...sent, ...tracked].map(({ outcome }) => outcome).filter((outcome) => outcome !== 'unchanged')).toEqual([]);

	expect(booksOf(id, 'Estimate')).toMatchObject([{ TxnStatus: 'Closed' }]);
	expect(booksOf(id, 'Invoice')).toMatchObject([{ TotalAmt: Number(total), Balance: 0, TrackingNum: 'A1, A2', ShipDate: '2026-03-05' }]);
	expect(booksOf(id, 'Payment')).toMatchObject([{ TotalAmt: Number(total) }]);
	expect(writesOf(number)).toEqual([`create ${number}`, `update ${number}`]);
	expect(warehouse().account.orders.filter(({ orderNumber }) => orderNumber === number)).toMatchObject([{ orderId, orderStatus: 'shipped' }]);
});

test('an order that ships before it is paid has one invoice, made on the day it left, which its payment closes', async () => {
	const { id, number, total } = sell();
	await until(() => orderIn(number) !== undefined, 'Sending the sales order');
	warehouse().people.buyLabel(orderIn(number)!.orderId, { trackingNumber: 'B1', shipDate: '2026-03-07' });
	await until(() => booksOf(id, 'Invoice').length > 0, 'Invoicing what was shipped');
	await crash();
	here.business.woocommerce.store.pay(Number(id));
	await until(() => booksOf(id, 'Payment').length > 0, 'Booking the payment');
	const { tracked } = await afterACrash();
	expect(tracked.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);

	expect(booksOf(id, 'Estimate')).toMatchObject([{ TxnStatus: 'Closed' }]);
	expect(booksOf(id, 'Invoice')).toMatchObject([{ TxnDate: '2026-03-07', TotalAmt: Number(total), Balance: 0, TrackingNum: 'B1', ShipDate: '2026-03-07' }]);
	expect(booksOf(id, 'Payment')).toHaveLength(1);
	expect(writesOf(number)).toEqual([`create ${number}`]);
});

import { mapItem } from '../../nodes/MapOrderToQbTransaction/map-item';
import { succeed } from '../../nodes/outcome/outcome';
import { orderOf, settingsOf } from '../transaction/order-of';
import { map, MAP, PLANNED } from './canvas';

const ORDERS = 2000;

/** An order as shops send them: five lines, shipping, an address, a discount. */
const ordinary = (index: number) =>
	orderOf({
		id: String(index),
		number: String(1000 + index),
		lines: ['A', 'B', 'C', 'D', 'E'].map((sku) => ({
			id: sku, sku, title: `Hat ${sku}`, quantity: '2', gross: '20.00', discount: '2.00', net: '18.00', tax: '1.26',
		})),
		shipping: [{ title: 'Ground', gross: '5.00', net: '5.00' }],
		billTo: { firstName: 'Jane', lastName: 'Doe', line1: '1 Main Street', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
		totals: { total: '101.30' },
	});

const microseconds = (run: () => void): number => {
	const begun = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / ORDERS;
};

describe('cost', () => {
	test('an order is mapped within two milliseconds, also on a busy machine', () => {
		const orders = Array.from({ length: ORDERS }, (_, index) => ordinary(index));
		const settings = succeed(settingsOf());
		const mapAll = () => orders.forEach((order) => mapItem(order, () => settings));
		mapAll();
		const mapping = microseconds(mapAll);
		const copying = microseconds(() => orders.forEach((order) => JSON.parse(JSON.stringify(order)) as unknown));
		process.stdout.write(`\n  mapping ${mapping.toFixed(0)} µs an order, a deep copy ${copying.toFixed(0)} µs\n`);
		expect(mapping).toBeLessThan(2000);
	});

	test('ten thousand orders pass through the node in one run', async () => {
		const run = await map(Array.from({ length: 10_000 }, (_, index) => ordinary(index)));
		expect(run.items(MAP, PLANNED)).toHaveLength(10_000);
	});
});

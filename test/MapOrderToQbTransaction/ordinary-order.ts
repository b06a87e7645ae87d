import type { Order } from '../../nodes/order/order';
import { orderOf } from '../transaction/order-of';

/** An order as shops send them: five lines, shipping, an address, a discount, a payment. */
export const ordinaryOrder = (index: number): Order =>
	orderOf({
		id: String(index),
		number: String(1000 + index),
		lines: ['A', 'B', 'C', 'D', 'E'].map((sku) => ({
			id: sku, sku, title: `Hat ${sku}`, quantity: '2', gross: '20.00', discount: '2.00', net: '18.00', tax: '1.26',
		})),
		shipping: [{ title: 'Ground', gross: '5.00', net: '5.00' }],
		billTo: { firstName: 'Jane', lastName: 'Doe', line1: '1 Main Street', city: 'Springfield', region: 'IL', postalCode: '62701', country: 'US' },
		payments: [{ id: 'p1', kind: 'sale', status: 'success', method: 'stripe', amount: '101.30', currency: 'USD', at: '2026-03-01T12:00:00Z' }],
		totals: { total: '101.30' },
	});

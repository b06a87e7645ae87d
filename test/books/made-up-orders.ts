import type { WooReading } from '../../nodes/channels/woocommerce/to-order';

/** A tax as the shop lists it: `rate_id`, code, label, percent. */
type Rate = [id: number, code: string, label: string, percent: number];

/** What was charged on an amount, by `rate_id`. */
type Taxes = Record<number, string>;

interface Sold {
	sku: string;
	name: string;
	quantity: number;
	total: string;
	taxes: Taxes;
}

interface MadeUp {
	id: number;
	currency: string;
	country: string;
	state?: string;
	rates: Rate[];
	lines: Sold[];
	shipping: { total: string; taxes: Taxes };
	total: string;
	/** How much of the first line came back. */
	refund?: { quantity: number; total: string; taxes: Taxes; amount: string };
}

const taxSum = (taxes: Taxes): string => Object.values(taxes).reduce((sum, amount) => sum + Number(amount), 0).toFixed(2);
const listed = (taxes: Taxes, sign = '') => Object.entries(taxes).map(([id, total]) => ({ id: Number(id), total: `${sign}${total}`, subtotal: `${sign}${total}` }));

/** An order and its refund as WooCommerce's REST API gives them (wc/v3), prices without tax. */
function wire({ id, currency, country, state = '', rates, lines, shipping, total, refund }: MadeUp): WooReading {
	const charged = (rate: number, taxes: Taxes[]) => taxSum(Object.fromEntries(taxes.flatMap((each, index) => (each[rate] ? [[index, each[rate]]] : []))));
	const address = { first_name: 'Mio', last_name: 'Tester', company: '', address_1: '1 Test Street', address_2: '', city: 'Testville', state, postcode: '12345', country, phone: '' };
	const taxLines = rates.map(([rate_id, rate_code, label, rate_percent], index) => ({
		id: id * 100 + index,
		rate_id,
		rate_code,
		label,
		compound: false,
		rate_percent,
		tax_total: charged(rate_id, lines.map(({ taxes }) => taxes)),
		shipping_tax_total: charged(rate_id, [shipping.taxes]),
	}));
	const [first] = lines;
	return {
		order: {
			id,
			number: String(id),
			status: 'processing',
			currency,
			prices_include_tax: false,
			date_created: '2026-11-22T13:17:45',
			date_created_gmt: '2026-11-22T21:17:45',
			date_modified_gmt: '2026-11-22T21:17:45',
			date_paid_gmt: '2026-11-22T21:17:45',
			total,
			billing: { ...address, email: 'mio@example.test' },
			shipping: address,
			payment_method: 'stripe',
			payment_method_title: 'Credit card',
			transaction_id: `ch_made_up_${id}`,
			created_via: 'checkout',
			line_items: lines.map(({ sku, name, quantity, total: net, taxes }, index) => ({
				id: id * 10 + index,
				name,
				sku,
				product_id: 30 + index,
				variation_id: 0,
				quantity,
				subtotal: net,
				total: net,
				total_tax: taxSum(taxes),
				taxes: listed(taxes),
				meta_data: [],
				price: Number(net) / quantity,
			})),
			tax_lines: taxLines,
			shipping_lines: [{ id: id * 10 + 9, method_title: 'Post', method_id: 'flat_rate', total: shipping.total, total_tax: taxSum(shipping.taxes), taxes: listed(shipping.taxes), meta_data: [] }],
			fee_lines: [],
			coupon_lines: [],
			meta_data: [],
			refunds: refund ? [{ id: id + 1, reason: 'One came back', total: `-${refund.amount}` }] : [],
		},
		refunds: refund
			? [
					{
						id: id + 1,
						date_created_gmt: '2026-11-24T09:00:00',
						amount: refund.amount,
						reason: 'One came back',
						meta_data: [],
						line_items: [
							{
								id: id * 10 + 5,
								name: first!.name,
								sku: first!.sku,
								product_id: 30,
								variation_id: 0,
								quantity: -refund.quantity,
								subtotal: `-${refund.total}`,
								total: `-${refund.total}`,
								total_tax: `-${taxSum(refund.taxes)}`,
								taxes: listed(refund.taxes, '-'),
								meta_data: [{ id: 1, key: '_refunded_item_id', value: String(id * 10) }],
							},
						],
						shipping_lines: [],
						fee_lines: [],
						tax_lines: [],
					},
				]
			: [],
	};
}

/** Two totes and a book in Germany: 19 % and 7 % on one order, shipping at 19 %. One tote came back. */
export const germany = (): WooReading =>
	wire({
		id: 301,
		currency: 'EUR',
		country: 'DE',
		rates: [[1, 'DE-MWST-1', 'MwSt.', 19], [2, 'DE-MWST RED-1', 'MwSt. ermäßigt', 7]],
		lines: [
			{ sku: 'TOTE-1', name: 'Tasche', quantity: 2, total: '49.90', taxes: { 1: '9.48' } },
			{ sku: 'BOOK-1', name: 'Buch', quantity: 1, total: '12.00', taxes: { 2: '0.84' } },
		],
		shipping: { total: '4.20', taxes: { 1: '0.80' } },
		total: '77.22',
		refund: { quantity: 1, total: '24.95', taxes: { 1: '4.74' }, amount: '29.69' },
	});

/** Fans and tea in Japan: 10 % and 8 %, no decimals anywhere, tax rounded up by the shop as by QuickBooks. */
export const japan = (): WooReading =>
	wire({
		id: 401,
		currency: 'JPY',
		country: 'JP',
		state: 'JP13',
		rates: [[1, 'JP-TAX-1', '消費税', 10], [2, 'JP-TAX FOOD-1', '軽減税率', 8]],
		lines: [
			{ sku: 'FAN-1', name: '扇子', quantity: 3, total: '999', taxes: { 1: '100' } },
			{ sku: 'TEA-1', name: '緑茶', quantity: 2, total: '1080', taxes: { 2: '86' } },
		],
		shipping: { total: '500', taxes: { 1: '50' } },
		total: '2815',
		refund: { quantity: 1, total: '333', taxes: { 1: '33' }, amount: '366' },
	});

/** A lamp, and a book on which Quebec charges no tax of its own: GST and QST, GST alone. The lamp came back. */
export const quebec = (): WooReading =>
	wire({
		id: 501,
		currency: 'CAD',
		country: 'CA',
		state: 'QC',
		rates: [[1, 'CA-GST-1', 'GST', 5], [2, 'CA-QC-QST-1', 'QST', 9.975]],
		lines: [
			{ sku: 'LAMP-1', name: 'Lamp', quantity: 1, total: '86.97', taxes: { 1: '4.35', 2: '8.68' } },
			{ sku: 'BOOK-1', name: 'Book', quantity: 1, total: '20.00', taxes: { 1: '1.00' } },
		],
		shipping: { total: '9.50', taxes: { 1: '0.48', 2: '0.95' } },
		total: '131.93',
		refund: { quantity: 1, total: '86.97', taxes: { 1: '4.35', 2: '8.68' }, amount: '100.00' },
	});

import { addsUp } from '../../nodes/order/adds-up';
import { sum } from '../../nodes/order/money';
import type { OrderInput } from '../../nodes/order/order';
import { plannedPayments } from '../../nodes/transaction/parts';
import { inBookingCurrency } from '../../nodes/transaction/booking-currency';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { orderOf, settingsOf } from './order-of';
import { itemLinesOf, payment, planned, refusal, saleOf } from './planned';

/** Two hats and shipping for 110.00 USD, seen and paid by the customer as 100.00 EUR, in two payments; one hat came back. */
const order: Partial<OrderInput> = {
	lines: [
		{ id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '3', gross: '99.99', discount: '9.99', net: '90.00', tax: '9.00' },
		{ id: '2', sku: 'PIN-1', title: 'Pin', quantity: '1', gross: '1.01', net: '1.01' },
	],
	shipping: [{ title: 'Post', gross: '9.99', net: '9.99' }],
	totals: { total: '110.00' },
	payments: [payment('33.33', { id: 'a' }), payment('76.67', { id: 'b' })],
	presentment: { currency: 'EUR', total: '100.00' },
	refunds: [
		{ id: '7', at: '2026-03-05T10:00:00Z', amount: '33.00', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '30.00', tax: '3.00', restocked: true }] },
		{ id: '8', at: '2026-03-06T10:00:00Z', amount: '77.00', currency: 'USD', adjustment: '77.00' },
	],
};
const inEuros: SyncSettingsInput = { currency: { bookIn: 'customer' }, transactionType: 'invoiceAndPayment' };

describe("an order that the customer paid in another currency than the shop's", () => {
	test("is booked in the shop's, and says what the customer paid", () => {
		const plan = planned(order);
		expect(plan.transactions.map(({ currency }) => currency)).toEqual(['USD', 'USD', 'USD']);
		expect(plan.remarks).toContain('The customer saw and paid 100.00 EUR.');
	});

	test('is booked to the cent as the customer paid it, where that is chosen', () => {
		const plan = planned(order, inEuros);
		expect(plan.order).toMatchObject({ currency: 'EUR', total: '100.00', refunded: '100' });
		const sale = saleOf(order, inEuros);
		expect(sale).toMatchObject({ currency: 'EUR', documentTotal: '100.00', tax: { total: '8.18' } });
		expect(plannedPayments(plan).map(({ documentTotal, currency }) => [documentTotal, currency])).toEqual([['30.30', 'EUR'], ['69.70', 'EUR']]);
		const refunds = plan.transactions.filter(({ key }) => key.startsWith('refund'));
		expect(refunds.map(({ documentTotal }) => documentTotal)).toEqual(['30.00', '70.00']);
		expect(plan.remarks[0]).toBe('Booked as the 100.00 EUR that the customer paid; the shop counts 110.00 USD.');
	});

	test('adds up part by part, with what rounding leaves in sight', () => {
		const booked = inBookingCurrency(orderOf(order), settingsOf(inEuros));
		expect(booked.ok && addsUp(booked.value)).toMatchObject({ balanced: true, residual: '0' });
		const sale = saleOf(order, inEuros);
		const rounding = itemLinesOf(sale).filter(({ item }) => item.name === 'Rounding').map(({ amount }) => amount);
		expect(rounding.length).toBeLessThanOrEqual(1);
		expect(Math.abs(Number(sum(rounding)))).toBeLessThanOrEqual(0.03);
	});

	test('keeps its facts, so that a changed choice does not look like a changed order', () => {
		const factsOf = (settings: SyncSettingsInput) => planned(order, { transactionType: 'invoiceAndPayment', ...settings }).transactions.map(({ key, facts }) => [key, facts]);
		expect(factsOf(inEuros)).toEqual(factsOf({}));
	});

	test('has no decimals where the currency has none', () => {
		const sale = saleOf({ ...order, refunds: [], presentment: { currency: 'JPY', total: '16500' } }, inEuros);
		expect(sale).toMatchObject({ currency: 'JPY', documentTotal: '16500', tax: { total: '1350' } });
		expect(itemLinesOf(sale).every(({ amount }) => /^-?\d+$/.test(amount))).toBe(true);
	});

	test('is refused where nothing tells the rate', () => {
		const free: Partial<OrderInput> = {
			lines: [{ id: '1', sku: 'A', title: 'A', quantity: '1', gross: '10.00', discount: '10.00', net: '0.00' }],
			totals: { total: '0.00' },
			payments: [],
			presentment: { currency: 'EUR', total: '0.00' },
		};
		expect(refusal(free, inEuros)).toMatchObject({ reason: 'conversion-unknown', remedy: expect.stringContaining("'Book In'") });
		const told = saleOf({ ...free, presentment: { currency: 'EUR', total: '0.00', rate: '1.25' } }, inEuros);
		expect(told).toMatchObject({ currency: 'EUR', documentTotal: '0.00' });
		expect(told.lines.map(({ amount }) => amount)).toEqual(['8.00', '8.00']);
	});
});

describe('the exchange rate', () => {
	const rateOf = (changes: Partial<OrderInput>, currency: SyncSettingsInput['currency']) => saleOf({ ...order, ...changes }, { currency }).exchangeRate;

	test("is QuickBooks' own unless something else is chosen", () => {
		expect(rateOf({}, {})).toBeUndefined();
	});

	test('of the shop is what it really converted at, either way round', () => {
		expect(rateOf({}, { exchangeRate: 'shop', bookIn: 'customer' })).toEqual({ rate: '1.1', into: 'USD' });
		expect(rateOf({}, { exchangeRate: 'shop' })).toEqual({ rate: '0.9090909091', into: 'EUR' });
		expect(rateOf({ presentment: { currency: 'EUR', total: '100.00', rate: '1.0987' } }, { exchangeRate: 'shop', bookIn: 'customer' })).toEqual({ rate: '1.0987', into: 'USD' });
	});

	test('of a shop that tells none is not guessed', () => {
		expect(rateOf({ presentment: undefined }, { exchangeRate: 'shop' })).toEqual({});
	});

	test('may be given, for payments and refunds too', () => {
		const plan = planned(order, { currency: { exchangeRate: 'fixed', fixedRate: '1.0834' }, transactionType: 'invoiceAndPayment' });
		expect(plan.transactions.map(({ exchangeRate }) => exchangeRate)).toEqual(plan.transactions.map(() => ({ rate: '1.0834' })));
	});
});

import { itemLinesOf, saleOf } from './planned';

/** 10 off a taxed hat of 30, 2 off an untaxed book of 10, free shipping: by a coupon of 11 and one of 1. */
const order = {
	lines: [
		{ id: '1', sku: 'HAT', title: 'Hat', quantity: '1', gross: '30.00', discount: '10.00', net: '20.00', tax: '1.40' },
		{ id: '2', sku: 'BOOK', title: 'Book', quantity: '1', gross: '10.00', discount: '2.00', net: '8.00' },
	],
	shipping: [{ title: 'Ground', gross: '5.00', discount: '5.00', net: '0.00' }],
	discounts: [
		{ code: 'SUMMER', title: 'Summer', amount: '11.00' },
		{ code: '', title: 'Loyalty', amount: '1.00' },
	],
	totals: { total: '29.40' },
};

const linesOf = (settings: Parameters<typeof saleOf>[1]) =>
	itemLinesOf(saleOf(order, settings)).map(({ item, amount, taxable }) => [item.sku ?? item.name, amount, taxable]);

const goods = [['HAT', '30.00', true], ['BOOK', '10.00', false], ['Shipping', '5.00', false]];

test('are one line, taken off before the shop computed its tax', () => {
	const sale = saleOf(order);
	expect(sale.lines.at(-1)).toMatchObject({ kind: 'discount', amount: '17.00', beforeTax: true, description: 'Discount: SUMMER, Loyalty' });
	expect(saleOf(order, { discounts: { beforeTax: false } }).lines.at(-1)).not.toHaveProperty('beforeTax');
});

test('are an item a coupon, apart for taxed and untaxed goods, and one for what no coupon explains', () => {
	expect(linesOf({ discounts: { as: 'itemPerCoupon' } })).toEqual([
		...goods,
		['SUMMER', '-10.00', true],
		['SUMMER', '-1.00', false],
		['Loyalty', '-1.00', false],
		['Discounts', '-5.00', false],
	]);
	expect(linesOf({ discounts: { as: 'itemPerCoupon', beforeTax: false } })).toEqual([
		...goods,
		['SUMMER', '-11.00', false],
		['Loyalty', '-1.00', false],
		['Discounts', '-5.00', false],
	]);
});

test('have items of the discount account, and a coupon told greater than what was taken off names none', () => {
	const settings = { discounts: { as: 'itemPerCoupon' as const }, accounts: { discount: { by: 'id' as const, value: '86' } } };
	const [, , , coupon] = itemLinesOf(saleOf(order, settings));
	expect(coupon!.item).toMatchObject({ name: 'SUMMER', orElse: { item: { type: 'Service', incomeAccount: { value: '86', field: 'Discount Account' } } } });
	const greater = { ...order, discounts: [{ code: 'SUMMER', title: '', amount: '99.00' }] };
	expect(itemLinesOf(saleOf(greater, settings)).slice(3).map(({ item, amount }) => [item.name, amount])).toEqual([
		['Discounts', '-10.00'],
		['Discounts', '-7.00'],
	]);
});

test('lower the prices where that is chosen', () => {
	expect(linesOf({ discounts: { as: 'prices' } })).toEqual([['HAT', '20.00', true], ['BOOK', '8.00', false], ['Shipping', '0.00', false]]);
	expect(saleOf(order, { discounts: { as: 'prices' } }).lines.every(({ kind }) => kind === 'item')).toBe(true);
});

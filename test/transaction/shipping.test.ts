import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { itemLinesOf, saleOf } from './planned';

const parcel = (...shipping: Array<{ title: string; code?: string; gross: string; tax?: string }>) => ({
	lines: [{ sku: 'A', title: 'Hat', quantity: '1', gross: '20', net: '20', tax: '1.40' }],
	shipping: shipping.map((one) => ({ ...one, net: one.gross })),
	totals: { total: shipping.reduce((all, { gross, tax }) => all + Number(gross) + Number(tax ?? 0), 21.4).toFixed(2) },
});

const shippingOf = (order: ReturnType<typeof parcel>, settings: SyncSettingsInput = {}) => itemLinesOf(saleOf(order, settings)).slice(1);

const ground = { title: 'Ground', code: 'flat_rate', gross: '5.00' };
const express = { title: 'Next day', gross: '9.00', tax: '0.63' };

test('is one item for all methods, each told in its line, a free one too', () => {
	const lines = shippingOf(parcel(ground, { title: 'Pick up', gross: '0' }));
	expect(lines.map(({ item, description, amount }) => [item.name, description, amount])).toEqual([
		['Shipping', 'Ground', '5.00'],
		['Shipping', 'Pick up', '0.00'],
	]);
});

test('is an item for each method, of its own name or of the one in the table, created in the shipping income account', () => {
	const shipping = { as: 'itemPerMethod' as const, methods: [{ method: 'FLAT_RATE', item: 'Freight' }] };
	const lines = shippingOf(parcel(ground, express), { shipping, accounts: { shippingIncome: { by: 'id', value: '87' } } });
	expect(lines.map(({ item }) => item)).toMatchObject([
		{ name: 'Freight', orElse: { action: 'create', item: { type: 'Service', incomeAccount: { value: '87', field: 'Shipping Income Account' } } } },
		{ name: 'Next day', orElse: { action: 'create' } },
	]);
	expect(shippingOf(parcel({ title: '', gross: '5.00' }), { shipping })[0]!.item.name).toBe('Shipping');
});

test("in QuickBooks' own field is an amount without price and quantity, one for all that is taxed alike, and nothing when it is free", () => {
	const shipping = { as: 'field' as const };
	const [both, ...none] = shippingOf(parcel(ground, { title: 'Crate', gross: '3.00' }), { shipping });
	expect(both).toEqual({ kind: 'item', item: { field: 'shipping', orElse: { action: 'needsAttention' } }, description: 'Ground, Crate', amount: '8.00', taxable: false });
	expect(none).toEqual([]);
	expect(shippingOf(parcel(ground, express), { shipping }).map(({ amount, taxable }) => [amount, taxable])).toEqual([
		['5.00', false],
		['9.00', true],
	]);
	expect(shippingOf(parcel({ title: 'Free', gross: '0' }), { shipping })).toEqual([]);
});

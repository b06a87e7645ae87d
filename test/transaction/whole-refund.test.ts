import type { OrderInput } from '../../nodes/order/order';
import type { PlannedForm } from '../../nodes/transaction/plan';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { itemLinesOf, planned } from './planned';

type Refund = NonNullable<OrderInput['refunds']>[number];

const vat = (rate: string, amount: string) => [{ name: 'VAT', rate, amount }];

/** Hats and a book with two rates, a gift card, shipping, a tip: 165.50 in all, 22.50 of it tax. */
const sold: Partial<OrderInput> = {
	lines: [
		{ id: '1', sku: 'HAT-1', title: 'Hat', quantity: '2', gross: '100.00', net: '100.00', tax: '20.00', taxes: vat('20', '20.00') },
		{ id: '2', sku: 'BOOK-1', title: 'Book', quantity: '1', gross: '10.00', net: '10.00', tax: '0.50', taxes: vat('5', '0.50') },
		{ id: '3', kind: 'giftCard', title: 'Gift card', quantity: '1', gross: '20.00', net: '20.00' },
	],
	shipping: [{ title: 'Post', gross: '10.00', net: '10.00', tax: '2.00', taxes: vat('20', '2.00') }],
	totals: { total: '165.50', tip: '3.00' },
};
const settings: SyncSettingsInput = { tax: { mode: 'codes', rows: [{ rate: '5', code: 'R' }], taxableCode: 'S', nonTaxableCode: 'No VAT' } };

const refund = (id: string, amount: string, changes: Partial<Refund> = {}): Refund => ({ id, at: `2026-03-0${id}T10:00:00Z`, amount, currency: 'USD', adjustment: amount, ...changes });
const refundsOf = (...refunds: Refund[]) => {
	const plan = planned({ ...sold, refunds }, settings);
	return { remarks: plan.remarks, forms: plan.transactions.filter((one): one is PlannedForm => one.type === 'RefundReceipt') };
};
const lines = (form: PlannedForm) => itemLinesOf(form).map(({ item, amount, taxCode }) => [item.sku ?? item.name, amount, taxCode]);

test('a refund of the whole by amount only gives back every line with its tax, and moves no stock', () => {
	const { forms, remarks } = refundsOf(refund('4', '165.50', { reason: 'Order fully refunded' }));
	expect(forms[0]).toMatchObject({ documentTotal: '165.50', tax: { total: '22.50' } });
	expect(lines(forms[0]!)).toEqual([
		['Refunds', '100.00', 'S'],
		['Refunds', '10.00', 'R'],
		['Gift Card', '20.00', 'No VAT'],
		['Shipping', '10.00', 'S'],
		['Tips', '3.00', 'No VAT'],
	]);
	expect(remarks).toEqual([]);
});

test('a refund of the rest by amount only gives back what a refund by line left', () => {
	const hat = refund('4', '60.00', { adjustment: '0', lines: [{ lineId: '1', quantity: '1', net: '50.00', tax: '10.00', restocked: true }] });
	const { forms } = refundsOf(hat, refund('5', '105.50'));
	expect(forms.map(({ documentTotal, tax }) => [documentTotal, tax.mode === 'none' ? '' : tax.total])).toEqual([['60.00', '10.00'], ['105.50', '12.50']]);
	expect(lines(forms[0]!)).toEqual([['HAT-1', '50.00', 'S']]);
	expect(lines(forms[1]!)[0]).toEqual(['Refunds', '50.00', 'S']);
});

test('a part by amount only gives back no tax, and says so', () => {
	const { forms, remarks } = refundsOf(refund('4', '5.00'));
	expect(forms[0]).toMatchObject({ documentTotal: '5.00', tax: { total: '0.00' } });
	expect(lines(forms[0]!)).toEqual([['Refunds', '5.00', 'No VAT']]);
	expect(remarks).toEqual([expect.stringContaining("the 5.00 USD of refund '4' no tax: none is given back")]);
});

test('the rest after a part by amount only is not guessed apart', () => {
	const { forms, remarks } = refundsOf(refund('4', '5.00'), refund('5', '160.50'));
	expect(forms.map(({ lines: all }) => all.length)).toEqual([1, 1]);
	expect(remarks).toHaveLength(2);
});

import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { itemLinesOf, planned, refusal, saleOf } from './planned';

type Line = OrderInput['lines'][number];
type Tax = NonNullable<Line['taxes']>[number];
type Row = { tax?: string; rate?: string; country?: string; region?: string; code: string };

const vat = (rate: string, amount: string, name = 'VAT'): Tax => ({ name, rate, amount });

/** A line of 100.00 with these taxes. */
const line = (...taxes: Tax[]): Line => {
	const tax = taxes.reduce((all, { amount }) => all + Number(amount), 0).toFixed(2);
	return { id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '1', gross: '100.00', net: '100.00', tax, taxes };
};

const sold = (place: { country?: string; region?: string }, ...lines: Line[]): Partial<OrderInput> => ({
	lines,
	shipTo: place,
	totals: { total: lines.reduce((all, { net, tax }) => all + Number(net) + Number(tax), 0).toFixed(2) },
});

const byCodes = (rows: Row[], more: object = {}): SyncSettingsInput => ({
	tax: { mode: 'codes', rows, nonTaxableCode: 'Exempt', ...more },
});
const codesOf = (order: Partial<OrderInput>, settings: SyncSettingsInput) => itemLinesOf(saleOf(order, settings)).map(({ taxCode }) => taxCode);

describe('the tax code of a line', () => {
	const rows: Row[] = [
		{ tax: 'GST + QST', country: 'CA', region: 'QC', code: 'GST/QST QC' },
		{ rate: '5 + 7', country: 'CA', code: 'GST/PST BC' },
		{ tax: 'HST', rate: '13', code: 'HST ON' },
		{ rate: '0', country: 'US', code: 'Export' },
		{ tax: 'VAT', rate: '20', country: 'GB', code: '20.0% S' },
		{ tax: 'Zero rate', code: '0.0% Z' },
	];

	test.each<[string, { country?: string; region?: string }, Tax[], string]>([
		['by two names and the province', { country: 'CA', region: 'QC' }, [vat('5', '5.00', 'GST'), vat('9.975', '9.98', 'QST')], 'GST/QST QC'],
		['whatever the order and case of the names', { country: 'ca', region: 'qc' }, [vat('9.975', '9.98', 'qst'), vat('5', '5.00', 'gst')], 'GST/QST QC'],
		['by two rates', { country: 'CA', region: 'BC' }, [vat('5.000', '5.00', 'GST'), vat('7', '7.00', 'PST')], 'GST/PST BC'],
		['by name and rate, wherever it goes', { country: 'CA', region: 'ON' }, [vat('13.0000', '13.00', 'HST')], 'HST ON'],
		['by rate and country', { country: 'GB' }, [vat('20', '20.00')], '20.0% S'],
		['of what was sold without tax, by a rate of 0', { country: 'US' }, [], 'Export'],
		['of a tax of nothing, by its name', { country: 'GB' }, [vat('0', '0.00', 'Zero rate')], '0.0% Z'],
		['of all else that is not taxed', { country: 'GB' }, [], 'Exempt'],
	])('is found %s', (_how, place, taxes, code) => {
		expect(codesOf(sold(place, line(...taxes)), byCodes(rows))).toEqual([code]);
	});

	test.each<[string, { country?: string; region?: string }, Tax[]]>([
		['one tax of a row that names two', { country: 'CA', region: 'QC' }, [vat('5', '5.00', 'GST')]],
		['two taxes of a row that names one', { country: 'CA' }, [vat('13', '13.00', 'HST'), vat('1', '1.00', 'Eco')]],
		['another rate', { country: 'GB' }, [vat('5', '5.00')]],
		['another country', { country: 'IE' }, [vat('20', '20.00')]],
		['a tax without a name', { country: 'GB' }, []],
	])('is never guessed: %s', (_what, place, taxes) => {
		const taxed = { ...line(...taxes), tax: '20.00' };
		const order = sold(place, taxes.length > 0 ? line(...taxes) : taxed);
		const failure = refusal(order, byCodes(rows));
		expect(failure).toMatchObject({ cause: 'order-refused', reason: 'tax-not-mapped' });
		expect(`${failure.message} ${failure.remedy}`).toMatch(/'Tax Codes'.*'Taxable Code'/);
	});

	test('is the usual one where no row fits and one is chosen', () => {
		const settings = byCodes([{ tax: 'VAT', rate: '5', code: '5.0% R' }], { taxableCode: '20.0% S' });
		expect(codesOf(sold({ country: 'GB' }, line(vat('20', '20.00')), line(vat('5', '5.00'))), settings)).toEqual(['20.0% S', '5.0% R']);
	});

	test("is found by the sum of the rates, and by the shop's own code of a tax", () => {
		const compound = sold({ country: 'CA' }, line(vat('5', '5.00', 'GST'), vat('9.975', '9.98', 'QST')));
		expect(codesOf(compound, byCodes([{ rate: '14.975 %', code: 'QC' }]))).toEqual(['QC']);
		const coded = sold({ country: 'GB' }, line({ ...vat('20', '20.00'), jurisdiction: 'GB-VAT-1' }));
		expect(codesOf(coded, byCodes([{ tax: 'gb-vat-1', code: '20.0% S' }]))).toEqual(['20.0% S']);
	});

	test('leaves out what a marketplace remits', () => {
		const order = sold({ country: 'GB' }, { ...line(vat('20', '20.00')), taxes: [vat('20', '20.00'), { ...vat('3', '3.00', 'Levy'), remittedBy: 'marketplace' }] });
		expect(codesOf(order, byCodes(rows))).toEqual(['20.0% S']);
	});

	test('of an exempt order may be one of its own, and so may that of what is no sale', () => {
		const order = { ...sold({ country: 'DE' }, { ...line(), tax: '0' }), taxExempt: true, totals: { total: '105.00', tip: '5.00' } };
		expect(codesOf(order, byCodes([], { taxableCode: 'S', exemptCode: 'EU goods', outOfScopeCode: 'No VAT' }))).toEqual(['EU goods', 'No VAT']);
		expect(codesOf(order, byCodes([], { taxableCode: 'S' }))).toEqual(['Exempt', 'Exempt']);
	});

	test('of a refund is that of what was sold', () => {
		const order: Partial<OrderInput> = {
			...sold({ country: 'CA', region: 'QC' }, line(vat('5', '5.00', 'GST'), vat('9.975', '9.98', 'QST'))),
			refunds: [
				{ id: '7', at: '2026-03-05T10:00:00Z', amount: '57.49', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '50.00', tax: '7.49', restocked: true }] },
			],
		};
		const refund = planned(order, byCodes(rows)).transactions.find(({ key }) => key === 'refund 7');
		expect(refund).toMatchObject({
			tax: { mode: 'codes', total: '7.49' },
			lines: [{ amount: '50.00', taxCode: 'GST/QST QC', taxes: [{ name: 'GST', amount: '2.500000' }, { name: 'QST', amount: '4.99' }] }],
		});
	});
});

describe('the tax rate of a US document', () => {
	const usCodes = (rows: Row[], usualCode = ''): SyncSettingsInput => ({ tax: { mode: 'usCodes', rows, usualCode } });
	const ca = sold({ country: 'US', region: 'CA' }, line(vat('8', '8.00', 'CA State Tax')));

	test('is one for all its lines, which say only whether they were taxed', () => {
		const sale = saleOf({ ...ca, lines: [...ca.lines!, { ...line(), sku: 'B', tax: '0' }], totals: { total: '208.00' } }, usCodes([{ region: 'CA', code: 'California' }]));
		expect(sale.tax).toEqual({ mode: 'override', total: '8.00', code: 'California' });
		expect(itemLinesOf(sale).map(({ taxable, taxCode }) => [taxable, taxCode])).toEqual([[true, undefined], [false, undefined]]);
	});

	test('is not needed where nothing was taxed', () => {
		const { shipTo } = ca;
		expect(saleOf({ lines: [{ ...line(), tax: '0' }], shipTo, totals: { total: '100.00' } }, usCodes([], 'California')).tax).toEqual({ mode: 'override', total: '0.00' });
	});

	test('is never guessed, and two do not fit one document', () => {
		expect(refusal(ca, usCodes([{ region: 'NY', code: 'New York' }]))).toMatchObject({ reason: 'tax-not-mapped', remedy: expect.stringContaining("'Tax Rate'") });
		const two = sold({ country: 'US', region: 'CA' }, line(vat('8', '8.00')), line(vat('2', '2.00')));
		expect(refusal(two, usCodes([{ rate: '2', code: 'Food' }], 'California'))).toMatchObject({ reason: 'several-tax-rates' });
	});
});

describe('a company that charges no tax', () => {
	test('books orders without it, and leaves an order with tax to a person', () => {
		const settings: SyncSettingsInput = { tax: { mode: 'none' } };
		expect(saleOf({ lines: [{ ...line(), tax: '0' }], totals: { total: '100.00' } }, settings).tax).toEqual({ mode: 'none' });
		expect(refusal(sold({}, line(vat('20', '20.00'))), settings)).toMatchObject({ reason: 'tax-not-expected' });
	});
});

describe('discounts and tax', () => {
	const discounted: Partial<OrderInput> = {
		lines: [{ ...line(vat('20', '20.00')), discount: '10.00', net: '90.00' }],
		discounts: [{ code: 'TENOFF', title: 'Ten off', amount: '10.00' }],
		totals: { total: '110.00' },
	};

	test('after the tax leave the taxed price alone and are a line of their own', () => {
		const sale = saleOf(discounted, { ...byCodes([], { taxableCode: 'S', outOfScopeCode: 'No VAT' }), discounts: { beforeTax: false } });
		expect(itemLinesOf(sale).map(({ amount, taxCode, description }) => [amount, taxCode, description])).toEqual([
			['100.00', 'S', 'Straw hat'],
			['-10.00', 'No VAT', 'Discount: TENOFF'],
		]);
		expect(sale.documentTotal).toBe('110.00');
	});

	test('before the tax are inside the prices by code, whatever else is chosen for them', () => {
		for (const as of ['line', 'itemPerCoupon', 'prices'] as const) {
			expect(itemLinesOf(saleOf(discounted, { ...byCodes([], { taxableCode: 'S' }), discounts: { as } })).map(({ amount }) => amount)).toEqual(['90.00']);
		}
	});

	test('after the tax are one line a coupon where that is chosen', () => {
		const settings = { ...byCodes([], { taxableCode: 'S' }), discounts: { as: 'itemPerCoupon' as const, beforeTax: false } };
		expect(itemLinesOf(saleOf(discounted, settings)).map(({ amount, taxCode, item }) => [amount, taxCode, item.name])).toEqual([
			['100.00', 'S', undefined],
			['-10.00', 'Exempt', 'TENOFF'],
		]);
	});
});

test('a cent a taxed line may be closed by a rounding line, unless the settings say otherwise', () => {
	const order = sold({ country: 'GB' }, line(vat('20', '20.00')), line(vat('20', '20.00')), { ...line(), tax: '0' });
	expect(saleOf(order, byCodes([], { taxableCode: 'S' })).rounding).toMatchObject({ tolerance: '0.02', taxCode: 'Exempt' });
	expect(saleOf(order, byCodes([], { taxableCode: 'S', tolerance: '0.05' })).rounding).toMatchObject({ tolerance: '0.05' });
	expect(saleOf(order, byCodes([], { taxableCode: 'S', tolerance: '0' })).rounding).toBeUndefined();
	expect(saleOf(order).rounding).toBeUndefined();
	expect(saleOf(order, { tax: { mode: 'override', tolerance: '0.01' } }).rounding).toMatchObject({ tolerance: '0.01' });
});

import type { INodeParameters } from 'n8n-workflow';
import type { Posting } from '../../nodes/postings/posting';
import { mainForm } from '../../nodes/transaction/parts';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { orderOf } from '../transaction/order-of';
import { map, MAP, NEEDS_ATTENTION, PLANNED } from './canvas';

const name = (value: string) => ({ __rl: true, mode: 'name', value });

const taxed = (number: string, country: string, rate: string) => {
	const lines = [{ id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '1', gross: '100.00', net: '100.00', tax: rate, taxes: [{ name: 'VAT', rate, amount: rate }] }];
	return orderOf({ id: number, number, shipTo: { country }, lines, totals: { total: `1${rate}.00` } });
};

const byCode = (taxOptions: INodeParameters, more: INodeParameters = {}): INodeParameters => ({
	salesTax: 'codes',
	taxableCode: name(''),
	nonTaxableCode: name('Exempt'),
	taxOptions,
	...more,
});

const codes = (plans: TransactionPlan[]) => plans.map((plan) => mainForm(plan).lines.map((line) => line.kind === 'item' && line.taxCode));

test('the rows of the table and those of a list become the codes of the lines, the list first', async () => {
	const run = await map([taxed('1', 'GB', '20'), taxed('2', 'DE', '19'), taxed('3', 'FR', '20')], byCode({
		taxCodes: {
			rows: [
				{ country: 'GB', region: '', tax: 'VAT', rate: '20', code: name('20.0% S') },
				{ country: '', region: '', tax: '', rate: '20', code: { __rl: true, mode: 'list', value: '9', cachedResultName: 'Elsewhere' } },
			],
		},
		taxCodesJson: '[{ "country": "DE", "rate": 19, "code": "19% USt" }]',
	}));
	expect(run.error).toBeUndefined();
	expect(codes(run.json<TransactionPlan>(MAP, PLANNED))).toEqual([['20.0% S'], ['19% USt'], ['9']]);
});

test('a tax that no row names goes to Needs Attention, and the sentence names the setting', async () => {
	const run = await map([taxed('1', 'IE', '23')], byCode({ taxCodesJson: '={{ [{ "country": "DE", "code": "19% USt" }] }}' }));
	expect(run.json<Posting>(MAP, NEEDS_ATTENTION)[0]!.attention).toMatchObject({
		reason: 'tax-not-mapped',
		message: "Line 'Straw hat' of order '1' has the tax 'VAT' of 23 % in IE, which no row of 'Tax Codes' names, and 'Taxable Code' is empty",
		remedy: expect.stringContaining("'Tax Codes' in Tax Options"),
	});
});

test.each([
	['nothing at all', byCode({}), "'Taxable Code' is empty, and there is no row in 'Tax Codes' either"],
	['a row without a code', byCode({ taxCodesJson: '[{ "country": "DE" }]' }), "must name a tax code in every row of 'Tax Codes'"],
	['text that is no list', byCode({ taxCodesJson: 'DE=19%' }), 'tax.rows'],
	['a tolerance that is no amount', byCode({ taxTolerance: 'a cent' }, { taxableCode: name('S') }), 'tax.tolerance'],
	['no rate of a US company', { salesTax: 'usCodes', usualTaxRate: name('') }, "'Tax Rate' is empty"],
])('%s stops the run and says so', async (_what, parameters, message) => {
	expect((await map([taxed('1', 'DE', '19')], parameters)).error?.message).toContain(message);
});

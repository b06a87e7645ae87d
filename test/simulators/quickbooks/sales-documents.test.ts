import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf } from './wire-values';

describe('sales documents', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => {
		expect(quickbooks.audit()).toEqual([]);
		await quickbooks.close();
	});

	const balanceOf = (account: string): string => {
		const row = quickbooks.trialBalance().rows.find((each) => each.account === account);
		return row === undefined ? '0.00' : row.debit === '0.00' ? `-${row.credit}` : row.debit;
	};

	test('a sales receipt with shipping, a discount and stated tax moves every account it concerns', async () => {
		const receipt = await client.create('SalesReceipt', {
			DocNumber: 'WOO-1001',
			TxnDate: '2026-03-02',
			CustomerRef: { value: '1' },
			PrivateNote: 'order 1001',
			DepositToAccountRef: { value: '71' },
			Line: [
				line('7', 2, 24, { TaxCodeRef: { value: 'TAX' } }),
				{
					DetailType: 'SalesItemLineDetail',
					Amount: 6,
					SalesItemLineDetail: { ItemRef: { value: 'SHIPPING_ITEM_ID' } },
				},
				{ DetailType: 'DiscountLineDetail', Amount: 4.8, DiscountLineDetail: { PercentBased: false } },
			],
			TxnTaxDetail: { TotalTax: 3.46 },
		});
		expect(receipt).toMatchObject({ DocNumber: 'WOO-1001', TotalAmt: 52.66, Balance: 0, SyncToken: '0' });
		expect(objectOf(receipt.TxnTaxDetail).TotalTax).toBe(3.46);
		expect(listOf(receipt.Line).map(({ DetailType, Amount }) => [DetailType, Amount])).toEqual([
			['SalesItemLineDetail', 48],
			['SalesItemLineDetail', 6],
			['SubTotalLineDetail', 54],
			['DiscountLineDetail', 4.8],
		]);
		expect(balanceOf('Stripe Clearing')).toBe('52.66');
		expect(balanceOf('Sales of Product Income')).toBe('-48.00');
		expect(balanceOf('Shipping Income')).toBe('-6.00');
		expect(balanceOf('Discounts given')).toBe('4.80');
		expect(balanceOf('Sales Tax Payable')).toBe('-3.46');
	});

	test('without a deposit account the money is in Undeposited Funds', async () => {
		const receipt = await client.create('SalesReceipt', { Line: [line('8', 1, 12.5)] });
		expect(receipt.DepositToAccountRef).toEqual({ value: '4', name: 'Undeposited Funds' });
		expect(balanceOf('Undeposited Funds')).toBe('12.50');
	});

	test('a sold inventory item leaves the stock at its cost', async () => {
		await client.create('SalesReceipt', { Line: [line('9', 2, 275)] });
		expect((await client.read('Item', '9')).QtyOnHand).toBe(48);
		expect(balanceOf('Cost of Goods Sold')).toBe('250.00');
	});

	test('an amount that is not price times quantity, rounded half up, is refused with 6070', async () => {
		const priced = (Amount: number): object => ({
			Line: [
				{
					DetailType: 'SalesItemLineDetail',
					Amount,
					SalesItemLineDetail: { ItemRef: { value: '7' }, UnitPrice: 128.35, Qty: 14.5 },
				},
			],
		});
		expect(await client.refusal('SalesReceipt', { ...priced(1861.07) })).toBe('6070');
		expect((await client.create('SalesReceipt', { ...priced(1861.08) })).TotalAmt).toBe(1861.08);
	});

	test('a number that is taken is refused with its holder, unless duplicates are allowed', async () => {
		const first = await client.create('SalesReceipt', { DocNumber: '55', Line: [line('8', 1, 12.5)] });
		const again = await client.send('POST', 'salesreceipt', { DocNumber: '55', Line: [line('8', 1, 12.5)] });
		expect(again.code).toBe('6140');
		expect(again.detail).toContain(
			`DocNumber=55 is assigned to TxnType=Sales Receipt with TxnId=${String(first.Id)}`,
		);
		const allowed = await client.send('POST', 'salesreceipt?include=allowduplicatedocnum', {
			DocNumber: '55',
			Line: [line('8', 1, 12.5)],
		});
		expect(allowed.code).toBeUndefined();
		expect(quickbooks.company.byDocNumber('55')).toHaveLength(2);
	});

	test('a company that numbers by itself ignores the number sent', async () => {
		quickbooks.company.settings.customTxnNumbers = false;
		const [first, second] = [
			await client.create('Invoice', {
				DocNumber: 'WOO-1',
				CustomerRef: { value: '1' },
				Line: [line('8', 1, 12.5)],
			}),
			await client.create('SalesReceipt', { DocNumber: 'WOO-1', Line: [line('8', 1, 12.5)] }),
		];
		expect([first.DocNumber, second.DocNumber]).toEqual(['1001', '1002']);
	});

	test.each([
		['an unknown property', { BadJson: true, Line: [line('8', 1, 12.5)] }, '2010'],
		['an unknown property of a line', { Line: [{ ...line('8', 1, 12.5), Quantity: 1 }] }, '2010'],
		['no line', { Line: [] }, '2020'],
		['a line without a type', { Line: [{ Amount: 1 }] }, '2020'],
		['a number of 22 characters', { DocNumber: 'x'.repeat(22), Line: [line('8', 1, 12.5)] }, '2050'],
		['an item that does not exist', { Line: [line('999', 1, 1)] }, '2500'],
		[
			'an account that takes no deposits',
			{ DepositToAccountRef: { value: '1' }, Line: [line('8', 1, 12.5)] },
			'6430',
		],
		['a negative total', { Line: [line('8', 1, -12.5)] }, '6000'],
		['an amount written as a text', { Line: [{ ...line('8', 1, 12.5), Amount: '12.50' }] }, '2080'],
		['tax without a taxable line', { Line: [line('8', 1, 12.5)], TxnTaxDetail: { TotalTax: 1 } }, '6000'],
		[
			'a tax code that is neither TAX nor NON',
			{ Line: [line('8', 1, 12.5, { TaxCodeRef: { value: '2' } })] },
			'6100',
		],
		[
			'a tracked item without a quantity',
			{ Line: [{ DetailType: 'SalesItemLineDetail', Amount: 1, SalesItemLineDetail: { ItemRef: { value: '9' } } }] },
			'6520',
		],
		['a sale before the stock was there', { TxnDate: '2019-12-31', Line: [line('9', 1, 275)] }, '6270'],
		['another currency in a company with one', { CurrencyRef: { value: 'EUR' }, Line: [line('8', 1, 12.5)] }, '6000'],
	])('%s is refused and writes nothing', async (_what, body, code) => {
		expect(await client.refusal('SalesReceipt', body)).toBe(code);
		expect(quickbooks.company.documents()).toEqual([]);
		expect(quickbooks.counters.refused).toBe(1);
	});

	test('books that are closed, and a company that can only be read, refuse writes', async () => {
		quickbooks.company.settings.bookCloseDate = '2026-01-31';
		expect(await client.refusal('SalesReceipt', { TxnDate: '2026-01-31', Line: [line('8', 1, 12.5)] })).toBe('6210');
		expect(
			(await client.create('SalesReceipt', { TxnDate: '2026-02-01', Line: [line('8', 1, 12.5)] })).TotalAmt,
		).toBe(12.5);
		quickbooks.company.settings.readOnly = true;
		expect(await client.refusal('SalesReceipt', { TxnDate: '2026-02-01', Line: [line('8', 1, 12.5)] })).toBe('6190');
	});

	test('a sales order has no place in this API', async () => {
		expect(await client.refusal('SalesOrder', { Line: [] })).toBe('500');
	});
});

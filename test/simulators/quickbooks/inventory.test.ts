import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import type { Json } from './wire-values';

describe('inventory, first in, first out', () => {
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

	const accounts = {
		AssetAccountRef: { value: '81' },
		ExpenseAccountRef: { value: '80' },
		IncomeAccountRef: { value: '79' },
	};
	const widget = async (QtyOnHand: number, PurchaseCost: number): Promise<string> => {
		const stock = { Type: 'Inventory', TrackQtyOnHand: true, InvStartDate: '2026-01-01', QtyOnHand, PurchaseCost };
		return String((await client.create('Item', { Name: 'Widget', ...stock, ...accounts })).Id);
	};
	const sell = async (item: string, quantity: number, TxnDate = '2026-03-10', type = 'SalesReceipt'): Promise<Json> =>
		await client.create(type, {
			CustomerRef: { value: '2' },
			TxnDate,
			Line: [line(item, quantity, 20)],
			...(type === 'RefundReceipt' ? { DepositToAccountRef: { value: '35' } } : {}),
		});
	const costOfGoodsSold = (): string => quickbooks.company.balanceOf('Cost of Goods Sold');
	const worth = (item: string): string => quickbooks.company.inventory.valueOf(item).toFixed(2);

	test("the scenario of Intuit's guide: 20 at 6.00 and 30 at 7.00, of which 15 and 20 are sold", async () => {
		const item = await widget(20, 6);
		quickbooks.byHand.buyStock(item, 30, '7.00', '2026-02-01');
		expect(worth(item)).toBe('330.00');
		await sell(item, 15);
		expect(costOfGoodsSold()).toBe('90.00');
		await sell(item, 20);
		expect(costOfGoodsSold()).toBe('225.00');
		expect(worth(item)).toBe('105.00');
		expect((await client.read('Item', item)).QtyOnHand).toBe(15);
	});

	test('a sale dated back takes the older goods, and later sales cost what is left for them', async () => {
		const item = await widget(10, 6);
		quickbooks.byHand.buyStock(item, 10, '9.00', '2026-02-01');
		await sell(item, 10, '2026-03-10');
		expect(costOfGoodsSold()).toBe('60.00');
		const earlier = await sell(item, 5, '2026-03-01');
		expect(costOfGoodsSold()).toBe('105.00');
		await client.operate('void', 'SalesReceipt', { Id: earlier.Id, SyncToken: '0' });
		expect(costOfGoodsSold()).toBe('60.00');
	});

	test('what is sold before it is there costs the usual price until it is bought', async () => {
		const item = await widget(2, 6);
		await sell(item, 5);
		expect(costOfGoodsSold()).toBe('30.00');
		expect(worth(item)).toBe('-18.00');
		quickbooks.byHand.buyStock(item, 10, '8.00', '2026-03-20');
		expect(costOfGoodsSold()).toBe('36.00');
		expect(worth(item)).toBe('56.00');
	});

	test.each(['RefundReceipt', 'CreditMemo'])('a %s brings goods back at what they had cost', async (type) => {
		const item = await widget(10, 6);
		quickbooks.byHand.buyStock(item, 10, '9.00', '2026-02-01');
		await sell(item, 12);
		expect(costOfGoodsSold()).toBe('78.00');
		await sell(item, 2, '2026-03-12', type);
		expect(costOfGoodsSold()).toBe('60.00');
		expect((await client.read('Item', item)).QtyOnHand).toBe(10);
		expect(worth(item)).toBe('90.00');
	});

	test('thirds of a cent are lost neither in the inventory nor in the cost', async () => {
		const item = await widget(0, 0);
		quickbooks.byHand.buyStock(item, 3, '3.3333', '2026-02-01');
		expect(worth(item)).toBe('10.00');
		for (let sold = 1; sold <= 3; sold += 1) await sell(item, 1);
		expect(costOfGoodsSold()).toBe('10.00');
		expect(worth(item)).toBe('0.00');
	});

	test('an estimate moves no goods, and an invoice of it does', async () => {
		const estimate = await sell('9', 2, '2026-03-10', 'Estimate');
		expect((await client.read('Item', '9')).QtyOnHand).toBe(50);
		await client.create('Invoice', {
			CustomerRef: { value: '2' },
			Line: [line('9', 2, 20)],
			LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }],
		});
		expect((await client.read('Item', '9')).QtyOnHand).toBe(48);
		expect((await client.read('Account', '81')).CurrentBalance).toBe(7000);
	});

	test('a later purchase cost does not change what the first stock is worth', async () => {
		const item = await widget(4, 10);
		const { SyncToken } = await client.read('Item', item);
		await client.operate('update', 'Item', { sparse: true, Id: item, SyncToken, PurchaseCost: 99 });
		await sell(item, 1);
		expect(costOfGoodsSold()).toBe('10.00');
	});
});

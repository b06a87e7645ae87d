import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

describe('bundles', () => {
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

	const kit = (Quantity: number, components?: Json[]): Json => ({
		DetailType: 'GroupLineDetail',
		GroupLineDetail: { GroupItemRef: { value: '11' }, Quantity, ...(components ? { Line: components } : {}) },
	});

	test('a bundle is written out into its components at their own prices, and they leave the stock', async () => {
		const receipt = await client.create('SalesReceipt', { Line: [kit(2), line('8', 1, 12.5)] });
		expect(receipt.TotalAmt).toBe(592.5);
		const [bundle, mug] = listOf(receipt.Line);
		expect(bundle).toMatchObject({ Id: '1', Amount: 0, GroupLineDetail: { GroupItemRef: { name: 'Fountain Kit' } } });
		expect(listOf(objectOf(bundle?.GroupLineDetail).Line)).toMatchObject([
			{ Id: '2', Amount: 550, SalesItemLineDetail: { ItemRef: { value: '9' }, Qty: 2 } },
			{ Id: '3', Amount: 30, SalesItemLineDetail: { ItemRef: { value: '10' }, Qty: 2 } },
		]);
		expect(mug).toMatchObject({ Id: '4', LineNum: 4 });
		expect((await client.read('Item', '9')).QtyOnHand).toBe(48);
		expect((await client.read('Item', '10')).QtyOnHand).toBe(98);
		expect((await client.read('Account', '80')).CurrentBalance).toBe(270);
	});

	const cheaper = [line('9', 1, 250, { TaxCodeRef: { value: 'TAX' } }), line('10', 1, 9.5)];

	test.each([
		['taken', 259.5],
		['own', 290],
	] as const)('component lines that were sent are %s', async (bundleLines, total) => {
		quickbooks.company.behaviour.bundleLines = bundleLines;
		const receipt = await client.create('SalesReceipt', { Line: [kit(1, cheaper)], TxnTaxDetail: { TotalTax: 0 } });
		expect(receipt.TotalAmt).toBe(total);
	});

	test('tax, discount and a void reach the components', async () => {
		const receipt = await client.create('SalesReceipt', {
			Line: [
				kit(1, cheaper),
				{
					DetailType: 'DiscountLineDetail',
					Amount: 0,
					DiscountLineDetail: { PercentBased: true, DiscountPercent: 10 },
				},
			],
			TxnTaxDetail: { TotalTax: 18.75 },
		});
		expect(receipt.TotalAmt).toBe(252.3);
		const voided = await client.operate('void', 'SalesReceipt', { Id: receipt.Id, SyncToken: '0' });
		expect(listOf(objectOf(listOf(voided.Line)[0]?.GroupLineDetail).Line)).toMatchObject([
			{ Amount: 0, SalesItemLineDetail: { Qty: 0 } },
			{ Amount: 0, SalesItemLineDetail: { Qty: 0 } },
		]);
		expect((await client.read('Item', '9')).QtyOnHand).toBe(50);
		expect((await client.read('Account', '79')).CurrentBalance).toBe(0);
	});

	test('a bundle can be found and sold, but neither made over the API nor sold on an item line', async () => {
		const found = listOf((await client.query("select * from Item where Sku = 'KIT-01'")).Item);
		expect(found).toMatchObject([{ Type: 'Group', Name: 'Fountain Kit' }]);
		const group = { Name: 'Tea Set', Type: 'Group', ItemGroupDetail: found[0]?.ItemGroupDetail };
		expect(await client.refusal('Item', group)).toBe('2170');
		expect(await client.refusal('SalesReceipt', { Line: [line('11', 1, 290)] })).toBe('6000');
		const noBundle = { ...kit(1), GroupLineDetail: { GroupItemRef: { value: '8' } } };
		expect(await client.refusal('SalesReceipt', { Line: [noBundle] })).toBe('2500');
	});
});

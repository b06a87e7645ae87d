import { startQuickBooks, type ShopOrder } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';

describe('the page with the books', () => {
	const order = (id: string, number: string, total: string, more: Partial<ShopOrder> = {}): ShopOrder => ({
		id,
		number,
		placedAt: '2026-03-01T10:00:00Z',
		currency: 'USD',
		total,
		status: 'completed',
		...more,
	});

	test('sets every order beside its document and says what differs', async () => {
		const orders = [
			order('5001', '1001', '12.50'),
			order('5002', '1002', '24.00', { tenders: [{ name: 'Gift card', amount: '10.00' }] }),
			order('5003', '1003', '7.00'),
			order('5004', '1004', '9.00', { status: 'cancelled' }),
		];
		const quickbooks = await startQuickBooks({ shops: () => [{ shop: 'Shop <One>', orders }] });
		const client = new SimulatedClient(quickbooks);
		await client.create('SalesReceipt', { DocNumber: 'W-1001', Line: [line('8', 1, 12.5)] });
		await client.create('SalesReceipt', {
			DocNumber: 'X',
			PrivateNote: 'shop one 5002 ab',
			Line: [line('7', 1, 24), line('5', 1, -10)],
		});
		const html = await (await fetch(`${quickbooks.url}/books`)).text();
		await quickbooks.close();
		const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
			row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
		);
		expect(html).toContain('Shop &lt;One&gt; beside the books');
		expect(rows).toContain('|1001|2026-03-01|completed|12.50 USD|Sales Receipt W-1001|12.50|0.00|');
		expect(rows).toContain('|1002|2026-03-01|completed|24.00 USD|10.00|Sales Receipt X|14.00|0.00|');
		expect(rows).toContain('|1003|2026-03-01|completed|7.00 USD|not in the books|7.00|');
		expect(rows).toContain('|1004|2026-03-01|cancelled|9.00 USD|not in the books|0.00|');
		expect(rows).toContain('|All differences|7.00|');
		expect(rows).toContain('|Gift Card Liability|10.00|');
	});

	test('without shops it shows the company alone', async () => {
		const quickbooks = await startQuickBooks();
		const html = await (await fetch(quickbooks.url)).text();
		await quickbooks.close();
		expect(html).toContain('Nothing has been posted yet.');
		expect(html).not.toContain('beside the books');
	});
});

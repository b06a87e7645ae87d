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

	/** The rows of the page's tables, cells between bars. */
	const rowsOf = (html: string): string[] =>
		[...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) => row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'));

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
		const rows = rowsOf(html);
		expect(html).toContain('Shop &lt;One&gt; beside the books');
		expect(rows).toContain('|1001|2026-03-01|completed|12.50 USD|Sales Receipt W-1001|12.50|0.00|');
		expect(rows).toContain('|1002|2026-03-01|completed|24.00 USD|10.00|Sales Receipt X|14.00|0.00|');
		expect(rows).toContain('|1003|2026-03-01|completed|7.00 USD|not in the books|7.00|');
		expect(rows).toContain('|1004|2026-03-01|cancelled|9.00 USD|not in the books|0.00|');
		expect(rows).toContain('|All differences|7.00|');
		expect(rows).toContain('|Gift Card Liability|10.00|');
	});

	test('sets documents beside their orders in the warehouse, and says where a total or a tracking number is missing', async () => {
		const order = { status: 'shipped', total: '12.50', trackingNumbers: ['1Z1', '1Z2'] };
		const orders = [
			{ ...order, number: 'A', documents: ['SalesReceipt-1'] },
			{ ...order, number: 'B', documents: ['SalesReceipt-2'] },
			{ ...order, number: 'C', documents: ['SalesReceipt-3'], status: 'awaiting_shipment', total: '12.00', trackingNumbers: [] },
		];
		const quickbooks = await startQuickBooks({ warehouse: () => ({ name: 'ShipStation', orders }) });
		const client = new SimulatedClient(quickbooks);
		const sale = (DocNumber: string, more: object = {}) => client.create('SalesReceipt', { DocNumber, TxnDate: '2026-03-01', Line: [line('8', 1, 12.5)], ...more });
		await sale('1', { TrackingNum: '1Z1, 1Z2', ShipDate: '2026-03-02' });
		await sale('2', { TrackingNum: '1Z1' });
		await sale('3');
		await sale('4', { ClassRef: { value: '200000000002' } });
		await sale('5');
		const html = await (await fetch(`${quickbooks.url}/books`)).text();
		await quickbooks.close();
		const section = html.slice(html.indexOf('QuickBooks beside ShipStation'), html.indexOf('</section>', html.indexOf('QuickBooks beside ShipStation')));
		expect(rowsOf(section).slice(1)).toEqual([
			'|Sales Receipt 4|12.50|not sent|',
			'|Sales Receipt 3|12.50|C|awaiting shipment|12.00|',
			'|Sales Receipt 2|12.50|B|shipped|12.50|1Z1|1Z2|1Z1|one is missing|',
			'|Sales Receipt 1|12.50|A|shipped|12.50|2026-03-02|1Z1|1Z2|1Z1|1Z2|',
		]);
		expect(section.match(/class="(same|differs)"/g)).toEqual(['class="differs"', 'class="same"', 'class="differs"', 'class="same"', 'class="same"']);
	});

	test('shows accounts, what customers owe, stock, and documents with what they are linked to', async () => {
		const quickbooks = await startQuickBooks();
		const client = new SimulatedClient(quickbooks);
		const customer = { CustomerRef: { value: '2' } };
		const goods = { ...customer, TxnDate: '2026-03-01', Line: [line('9', 2, 275)] };
		const estimate = await client.create('Estimate', { ...goods, DocNumber: 'W-1', TxnStatus: 'Accepted' });
		const LinkedTxn = [{ TxnId: estimate.Id, TxnType: 'Estimate' }];
		const invoice = await client.create('Invoice', { ...goods, DocNumber: 'W-1', LinkedTxn });
		const payment = await client.create('Payment', {
			...customer,
			TxnDate: '2026-03-02',
			TotalAmt: 520,
			Line: [{ Amount: 500, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }],
		});
		quickbooks.byHand.deposit([{ type: 'Payment', id: String(payment.Id) }], { date: '2026-03-03' });
		const rows = rowsOf(await (await fetch(quickbooks.url)).text());
		await quickbooks.close();
		expect(rows).toEqual(
			expect.arrayContaining([
				'|Accounts Receivable (A/R)|30.00|',
				'|Checking|520.00|',
				'|Cost of Goods Sold|250.00|',
				"|Amelia's Garden Studio|50.00|20.00|30.00|",
				'|Rock Fountain|48|6,000.00|',
				"|Estimate W-1 · Closed|2026-03-01|Amelia's Garden Studio|550.00|Invoice W-1|",
				"|Invoice W-1|2026-03-01|Amelia's Garden Studio|550.00|50.00|Payment #3|, |Estimate W-1|",
				"|Payment #3|2026-03-02|Amelia's Garden Studio|520.00|20.00|Invoice W-1|, |Deposit #4|",
				'|Deposit #4|2026-03-03|520.00|Payment #3|',
			]),
		);
	});

	test('of many documents it shows the newest and counts the others', async () => {
		const quickbooks = await startQuickBooks();
		for (let made = 1; made <= 203; made += 1)
			quickbooks.byHand.create('SalesReceipt', { DocNumber: `R-${made}`, Line: [line('8', 1, 12.5)] });
		const html = await (await fetch(quickbooks.url)).text();
		await quickbooks.close();
		expect(html).toContain('The newest 200; 3 older ones are not shown.');
		expect(html).toContain('Sales Receipt R-203');
		expect(html).not.toContain('Sales Receipt R-3<');
	});

	test('without shops it shows the company alone', async () => {
		const quickbooks = await startQuickBooks();
		const html = await (await fetch(quickbooks.url)).text();
		await quickbooks.close();
		expect(html).toContain('Nothing has been posted yet.');
		expect(html).not.toContain('beside the books');
	});
});

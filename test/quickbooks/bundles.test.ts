import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { PlannedItemLine } from '../../nodes/transaction/plan';
import { mainForm } from '../../nodes/transaction/parts';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

type Lines = OrderInput['lines'];

/** The company's bundle `KIT-01` holds a fountain (`FOUNTAIN-01`, list price 275.00) and a pump (`PUMP-01`, 15.00). */
const kit = (gross: string, quantity = '1', tax = '0') => ({ id: 'kit', sku: 'KIT-01', title: 'Fountain kit', quantity, gross, net: gross, tax });
const part = (sku: string, gross: string, tax = '0') => ({ id: sku, parentLineId: 'kit', sku, title: sku, quantity: '1', gross, net: gross, tax });

const orderOf = (...lines: Lines): Partial<OrderInput> => {
	const total = lines.reduce((all, { net, tax }) => all + Number(net) + Number(tax ?? 0), 0).toFixed(2);
	return { lines, shipping: [], totals: { total }, payments: [{ ...makeOrder('1001').payments![0]!, amount: total }] };
};

interface Line {
	Description?: string;
	Amount: number;
	DetailType: string;
	SalesItemLineDetail?: { ItemRef: { name: string }; Qty: number; TaxCodeRef: { value: string } };
	GroupLineDetail?: { Quantity: number; Line: Line[] };
}

describe('bundles', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(async () => {
		expect(bench.company.audit()).toEqual([]);
		await bench.close();
	});

	const books = () => bench.company.company;
	const post = (changes: Partial<OrderInput>, settings: SyncSettingsInput = {}) =>
		bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })]).then(only);
	const lines = (type: 'SalesReceipt' | 'RefundReceipt' = 'SalesReceipt') =>
		(books().documents(type)[0]!.Line as Line[]).filter(({ DetailType }) => DetailType !== 'SubTotalLineDetail');
	const inside = ({ GroupLineDetail }: Line) =>
		GroupLineDetail!.Line.map(({ Amount, SalesItemLineDetail }) => [SalesItemLineDetail!.ItemRef.name, SalesItemLineDetail!.Qty, Amount]);
	const stock = () => ['9', '10'].map((item) => Number(books().inventory.quantityOf(item)));

	test('of the company are sold as such, at prices that add up to the line of the shop, and their parts leave the stock', async () => {
		expect(await post(orderOf(kit('400.01', '2')))).toMatchObject({ outcome: 'posted', booksTotal: '400.01', difference: '0' });
		const [bundle, ...others] = lines();
		expect(bundle).toMatchObject({ DetailType: 'GroupLineDetail', Description: 'Fountain kit', GroupLineDetail: { Quantity: 2 } });
		expect(inside(bundle!)).toEqual([['Rock Fountain', 2, 379.32], ['Fountain Pump', 2, 20.69]]);
		expect(others).toEqual([]);
		expect(stock()).toEqual([48, 98]);
		expect(books().balanceOf('Cost of Goods Sold')).toBe('270.00');
		expect(await post(orderOf(kit('400.01', '2')))).toMatchObject({ outcome: 'unchanged' });
	});

	test.each([
		['with the price on the bundle', kit('200.00'), part('FOUNTAIN-01', '0'), part('PUMP-01', '0')],
		['with the prices on the parts', kit('0'), part('FOUNTAIN-01', '190.00'), part('PUMP-01', '10.00')],
	])('that the shop lists with their parts count once, %s', async (_, ...order) => {
		expect(await post(orderOf(...order))).toMatchObject({ outcome: 'posted', booksTotal: '200' });
		expect(lines()).toHaveLength(1);
		expect(stock()).toEqual([49, 99]);
	});

	test('leave an add-on that they do not hold a line of its own', async () => {
		await post(orderOf(kit('200.00'), part('FOUNTAIN-01', '0'), part('MUG-01', '12.50')));
		expect(lines().map(({ DetailType, Amount }) => [DetailType, Amount])).toEqual([['GroupLineDetail', 0], ['SalesItemLineDetail', 12.5]]);
	});

	test('do not create products for parts that they hold under other SKUs', async () => {
		expect(await post(orderOf(kit('200.00'), part('SHOP-FOUNTAIN', '0')))).toMatchObject({ outcome: 'posted' });
		expect(books().items.find(({ Sku }) => Sku === 'SHOP-FOUNTAIN')).toBeUndefined();
	});

	test('that QuickBooks does not have are booked line by line, parts of nothing included', async () => {
		const other = { ...kit('200.00'), sku: 'SHOP-KIT' };
		await post(orderOf(other, part('FOUNTAIN-01', '0'), part('PUMP-01', '0')));
		expect(lines().map(({ SalesItemLineDetail, Amount }) => [SalesItemLineDetail!.ItemRef.name, Amount])).toEqual([
			['SHOP-KIT', 200],
			['Rock Fountain', 0],
			['Fountain Pump', 0],
		]);
		expect(stock()).toEqual([49, 99]);
	});

	test('are taxed as the shop taxed them, and go to a person when their parts are taxed differently', async () => {
		await post(orderOf(kit('200.00', '1', '14.00')));
		expect(lines()[0]!.GroupLineDetail!.Line.map(({ SalesItemLineDetail }) => SalesItemLineDetail!.TaxCodeRef.value)).toEqual(['TAX', 'TAX']);
		const mixed = orderOf(kit('0'), part('FOUNTAIN-01', '190.00', '13.30'), part('PUMP-01', '10.00'));
		const posting = only(await bench.post([planFor(makeOrder('1002', mixed))]));
		expect(posting.attention).toMatchObject({ reason: 'bundle-taxed-differently', message: expect.stringContaining('Fountain kit') });
	});

	test('bring their parts back to the stock when they come back', async () => {
		const sold = orderOf(kit('200.00'), part('FOUNTAIN-01', '0'));
		await post(sold);
		const refund = {
			id: '7', at: '2026-03-05T10:00:00Z', amount: '200.00', currency: 'USD',
			lines: [{ lineId: 'kit', quantity: '1', net: '200.00', restocked: true }, { lineId: 'FOUNTAIN-01', quantity: '1', net: '0', restocked: true }],
		};
		expect(await post({ ...sold, totals: { total: '200.00', refunded: '200.00' }, refunds: [refund] })).toMatchObject({ outcome: 'posted' });
		expect(inside(lines('RefundReceipt')[0]!)).toEqual([['Rock Fountain', 1, 189.66], ['Fountain Pump', 1, 10.34]]);
		expect(stock()).toEqual([50, 100]);
	});

	test('that QuickBooks insists on pricing at list do not stand with another total: a person is told', async () => {
		bench.company.company.behaviour.bundleLines = 'own';
		expect((await post(orderOf(kit('200.00')))).attention).toMatchObject({ reason: 'total-does-not-agree', evidence: { shopTotal: '200.00', booksTotal: '290' } });
		expect(books().documents('SalesReceipt')).toMatchObject([{ TotalAmt: 0 }]);
		const atList = only(await bench.post([planFor(makeOrder('1002', orderOf(kit('290.00'))))]));
		expect(atList).toMatchObject({ outcome: 'posted', booksTotal: '290' });
		expect(only(await bench.post([planFor(makeOrder('1002', orderOf(kit('290.00'))))]))).toMatchObject({ outcome: 'unchanged' });
	});

	test('with a part that is inactive in QuickBooks go to a person', async () => {
		bench.company.byHand.deactivate('Item', '10');
		expect((await post(orderOf(kit('200.00')))).attention).toMatchObject({ reason: 'bundle-component-inactive', message: expect.stringContaining('Fountain Pump') });
	});

	test('cost one look-up for all of a run, and none where there are none', async () => {
		const callsFor = async (...orders: Array<Partial<OrderInput>>) => {
			bench.company.resetCounters();
			await bench.post(orders.map((order, index) => planFor(makeOrder(`${1001 + index}`, order))), {}, 'preview');
			return bench.company.counters.calls;
		};
		const mug = orderOf({ id: 'mug', sku: 'MUG-01', title: 'Mug', quantity: '1', gross: '12.50', net: '12.50' });
		const without = await callsFor(mug, mug, mug);
		expect(await callsFor(mug, orderOf(kit('200.00')), orderOf(kit('100.00')))).toBe(without + 1);
	});
});

test('a plan says which line is a bundle and which its part', () => {
	const { lines } = mainForm(planFor(makeOrder('1', orderOf(kit('200.00'), part('PUMP-01', '0'), { title: 'Other', quantity: '1', gross: '0', net: '0', parentLineId: 'gone' }))));
	expect((lines as PlannedItemLine[]).map(({ bundle, partOf }) => [bundle, partOf])).toEqual([['kit', undefined], [undefined, 'kit'], [undefined, undefined]]);
});

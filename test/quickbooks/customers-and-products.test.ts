import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { Posting } from '../../nodes/postings/posting';
import { makeOrder, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

const BY_NAME: SyncSettingsInput = { customer: { mode: 'byName' } };
const BY_EMAIL: SyncSettingsInput = { customer: { mode: 'byEmail' } };

/** Every test posts a second order, which nothing is in the way of: it always stands. */
describe('customers and products that are in the way of an order', () => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench();
	});
	afterEach(() => bench.close());

	const all = (type: string) => bench.company.company.all(type);
	const enter = (type: string, content: Record<string, unknown>) => bench.company.byHand.create(type, content);
	const item = (Name: string, more: Record<string, unknown> = {}) => enter('Item', { Name, Type: 'NonInventory', IncomeAccountRef: { value: '1' }, ...more });

	async function post(changes: Partial<OrderInput>, settings: SyncSettingsInput = {}): Promise<Posting> {
		const good = makeOrder('2', { customer: { firstName: 'Good', lastName: 'Order', email: 'good@example.com' }, lines: [{ id: '1', sku: 'GOOD-1', title: 'Good', quantity: '1', gross: '54.75', net: '54.75' }] });
		const run = await bench.post([makeOrder('1', changes), good].map((order) => planFor(order, { ...SETTINGS, ...settings })));
		expect(run.postings[1]).toMatchObject({ outcome: expect.stringMatching(/^(posted|unchanged)$/) });
		return run.postings[0]!;
	}
	const receipts = () => bench.company.company.documents('SalesReceipt').filter(({ DocNumber }) => DocNumber === '1');

	/** Someone changes the books between our look-up of this list and what we write. */
	const meanwhile = (list: 'Customer' | 'Item', change: () => unknown) =>
		bench.company.faults.add({
			matches: ({ body }) => body.includes(`from ${list} where`),
			effect: (answer) => {
				change();
				return answer;
			},
		});

	describe('a customer', () => {
		test.each([
			['a vendor', 'Norton Lumber and Building Materials', '30'],
			['an employee', 'Emma Plath', '40'],
		])('whose name %s has is not made, and a person is told who it is, run after run', async (who, name, id) => {
			const customers = all('Customer').length;
			for (let run = 0; run < 2; run += 1) {
				const { attention } = await post({ customer: { company: name } }, BY_NAME);
				expect(attention).toMatchObject({
					reason: 'name-held-by-another',
					message: `QuickBooks could not create the customer '${name}': ${who.replace(/^an? /, 'the ')} '${name}' (id ${id}) has that name`,
				});
			}
			expect(receipts()).toEqual([]);
			expect(all('Customer')).toHaveLength(customers + 1);
		});

		test('of an e-mail address that two active ones have goes to a person, who is told both', async () => {
			enter('Customer', { Id: '71', DisplayName: 'Ana One', PrimaryEmailAddr: { Address: 'Ana@Example.com' } });
			enter('Customer', { Id: '72', DisplayName: 'Ana Two', PrimaryEmailAddr: { Address: 'ana@example.com' } });
			const { attention } = await post({}, BY_EMAIL);
			expect(attention).toMatchObject({ reason: 'customer-ambiguous', message: expect.stringMatching(/'Ana One' \(id 71\) and 'Ana Two' \(id 72\)/) });
			expect(receipts()).toEqual([]);
		});

		test('of an e-mail address that one active and one inactive have is the active one', async () => {
			enter('Customer', { Id: '71', DisplayName: 'Ana One', PrimaryEmailAddr: { Address: 'ana@example.com' } });
			enter('Customer', { Id: '72', DisplayName: 'Ana Two', PrimaryEmailAddr: { Address: 'ana@example.com' } });
			bench.company.byHand.deactivate('Customer', '71');
			expect(await post({}, BY_EMAIL)).toMatchObject({ outcome: 'posted' });
			expect(receipts()).toMatchObject([{ CustomerRef: { value: '72' } }]);
		});

		test.each([
			['e-mail address', BY_EMAIL],
			['name', BY_NAME],
		])('found by its %s and inactive stays so, and a person is told', async (_by, settings) => {
			enter('Customer', { Id: '71', DisplayName: 'Ana Tester', PrimaryEmailAddr: { Address: 'ana@example.com' } });
			bench.company.byHand.deactivate('Customer', '71');
			const { attention } = await post({}, settings);
			expect(attention).toMatchObject({ reason: 'customer-inactive', message: expect.stringContaining('(id 71)'), remedy: expect.stringContaining('Make the customer active again') });
			expect(bench.company.company.get('Customer', '71')).toMatchObject({ Active: false });
			expect(receipts()).toEqual([]);
		});

		test('that somebody else makes while we look is used, not made twice', async () => {
			meanwhile('Customer', () => enter('Customer', { Id: '71', DisplayName: 'Ana Tester (ana@example.com)', PrimaryEmailAddr: { Address: 'ana@example.com' } }));
			expect(await post({}, BY_EMAIL)).toMatchObject({ outcome: 'posted' });
			expect(receipts()).toMatchObject([{ CustomerRef: { value: '71' } }]);
			expect(all('Customer').filter(({ DisplayName }) => String(DisplayName).startsWith('Ana Tester'))).toHaveLength(1);
		});

		test('of the same name and another e-mail address that somebody makes while we look is somebody else', async () => {
			meanwhile('Customer', () => enter('Customer', { Id: '71', DisplayName: 'Ana Tester (ana@example.com)', PrimaryEmailAddr: { Address: 'other@example.com' } }));
			expect((await post({}, BY_EMAIL)).attention).toMatchObject({ reason: 'name-held-by-another' });
			expect(receipts()).toEqual([]);
		});

		test('that is made inactive while we look keeps its order from being posted, until it is active again', async () => {
			enter('Customer', { Id: '71', DisplayName: 'Ana Tester', PrimaryEmailAddr: { Address: 'ana@example.com' } });
			meanwhile('Customer', () => bench.company.byHand.deactivate('Customer', '71'));
			expect((await post({}, BY_EMAIL)).attention).toMatchObject({ reason: 'quickbooks-610', remedy: expect.stringContaining('make it active again') });
			bench.company.byHand.edit('Customer', '71', { Active: true });
			expect(await post({}, BY_EMAIL)).toMatchObject({ outcome: 'posted' });
		});
	});

	describe('a product', () => {
		test('of a SKU that two have goes to a person, who is told both', async () => {
			item('Shirt red', { Id: '71', Sku: 'SHIRT-1' });
			item('Shirt blue', { Id: '72', Sku: 'shirt-1' });
			const { attention } = await post({});
			expect(attention).toMatchObject({ reason: 'item-ambiguous', message: expect.stringMatching(/SKU 'SHIRT-1': (?=.*'Shirt red' \(id 71\))(?=.*'Shirt blue' \(id 72\))/) });
			expect(receipts()).toEqual([]);
		});

		test.each([
			['SKU', { sku: 'SHIRT-1', title: 'Shirt' }],
			['name', { title: 'Shirt' }],
		])('found by its %s and inactive, which is what deleting one does, stays so, and a person is told', async (by, product) => {
			item('Shirt', { Id: '71', Sku: by === 'SKU' ? 'SHIRT-1' : undefined });
			bench.company.byHand.deactivate('Item', '71');
			const { attention } = await post({ lines: [{ id: '1', quantity: '1', gross: '54.75', net: '54.75', ...product }] });
			expect(attention).toMatchObject({ reason: 'item-inactive', message: expect.stringContaining(`with the ${by} '`), remedy: expect.stringContaining('active again') });
			expect(receipts()).toEqual([]);
			expect(all('Item').filter(({ Name }) => Name === 'Shirt')).toEqual([]);
		});

		test('that is made inactive while we look keeps its order from being posted, and says so', async () => {
			item('Shirt', { Id: '71', Sku: 'SHIRT-1' });
			meanwhile('Item', () => bench.company.byHand.deactivate('Item', '71'));
			const { attention } = await post({});
			expect(attention).toMatchObject({ reason: 'quickbooks-610', message: expect.stringContaining('Sales Receipt 1'), remedy: expect.stringContaining('make it active again') });
			expect(receipts()).toEqual([]);
		});

		test('that somebody else makes while we look is used, not made twice', async () => {
			meanwhile('Item', () => item('SHIRT-1', { Id: '71', Sku: 'SHIRT-1' }));
			expect(await post({})).toMatchObject({ outcome: 'posted' });
			expect(JSON.stringify(receipts()[0]!.Line)).toContain('"value":"71"');
			expect(all('Item').filter(({ Sku }) => Sku === 'SHIRT-1')).toHaveLength(1);
		});

		test.each([
			['another SKU', { Sku: 'OTHER-1' }, 'item-name-taken'],
			['no SKU', {}, 'item-name-taken'],
		])('whose name belongs to one of %s is not taken for it', async (_what, other, reason) => {
			item('SHIRT-1', { Id: '71', ...other });
			expect((await post({})).attention).toMatchObject({ reason, message: expect.stringContaining("'SHIRT-1'"), remedy: expect.stringContaining("write the SKU 'SHIRT-1' into it") });
			expect(receipts()).toEqual([]);
		});

		test('whose name somebody gives to another one while we look is not taken for it', async () => {
			meanwhile('Item', () => item('SHIRT-1', { Id: '71', Sku: 'OTHER-1' }));
			expect((await post({})).attention).toMatchObject({ reason: 'name-held-by-another', remedy: expect.stringContaining('give the existing one its SKU') });
			expect(receipts()).toEqual([]);
		});
	});
});

import type { OrderInput } from '../../nodes/order/order';
import type { PostingChoices } from '../../nodes/quickbooks/decision';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

let bench: PostingBench;
beforeEach(async () => {
	bench = await startPostingBench();
});
afterEach(() => bench.close());

const books = () => bench.company.company;
const count = () => ['Estimate', 'Invoice', 'SalesReceipt', 'Payment'].map((type) => books().all(type).length);
const post = (settings: SyncSettingsInput, changes: Partial<OrderInput> = {}, choices: Partial<PostingChoices> = {}) =>
	bench.post([planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings })], choices).then(only);

const unpaid: Partial<OrderInput> = { payments: [], paymentStatus: 'unpaid' };

describe('a rule that makes invoices of unpaid orders', () => {
	const settings: SyncSettingsInput = { typeRules: [{ paymentStatuses: ['unpaid', 'partial'], transactionType: 'invoice' }] };

	test('makes a receipt of a paid one', async () => {
		expect(await post(settings)).toMatchObject({ outcome: 'posted', booksTotal: '60.74' });
		expect(count()).toEqual([0, 0, 1, 0]);
	});

	test('and when the money comes, it settles the invoice: no receipt beside it', async () => {
		await post(settings, unpaid);
		expect(count()).toEqual([0, 1, 0, 0]);
		expect(await post(settings)).toMatchObject({ outcome: 'posted', action: 'updated' });
		expect(count()).toEqual([0, 1, 0, 1]);
		expect(books().documents('Invoice')[0]).toMatchObject({ Balance: 0 });
		expect(await post(settings)).toMatchObject({ outcome: 'unchanged' });
		expect(bench.company.trialBalance().rows).toEqual(
			expect.arrayContaining([
				{ account: 'Undeposited Funds', debit: '60.74', credit: '0.00' },
				{ account: 'Accounts Receivable (A/R)', debit: '0.00', credit: '0.00' },
				{ account: 'Sales', debit: '0.00', credit: '49.99' },
			]),
		);
	});

	test('the same where an expression chose the type of each reading', async () => {
		await post({ transactionType: 'invoice', typeByOrder: true }, unpaid);
		await post({ transactionType: 'salesReceipt', typeByOrder: true });
		expect(count()).toEqual([0, 1, 0, 1]);
		expect(books().documents('Invoice')[0]).toMatchObject({ Balance: 0 });
	});
});

describe('an order that a filter leaves out', () => {
	const settings: SyncSettingsInput = { filters: { countries: ['US'] } };
	const toCanada: Partial<OrderInput> = { shipTo: { country: 'CA' } };

	test('is not posted, and the reason is told', async () => {
		expect(await post(settings, toCanada)).toMatchObject({
			outcome: 'unchanged',
			action: 'held',
			summary: "Order '1001' is left out by 'Only Countries': it goes to CA.",
		});
		expect(count()).toEqual([0, 0, 0, 0]);
		expect(await post(settings, { shipTo: { country: 'US' } })).toMatchObject({ outcome: 'posted' });
	});

	test('is compared all the same when it stands, and never rewritten', async () => {
		await post({}, toCanada);
		expect(await post(settings, toCanada)).toMatchObject({ outcome: 'unchanged', action: 'none', booksTotal: '60.74', difference: '0' });
		const dearer: Partial<OrderInput> = {
			...toCanada,
			lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '3', gross: '60.00', net: '60.00', tax: '0.74' }],
			shipping: [],
		};
		const posting = await post(settings, dearer, { whenChanged: 'update' });
		expect(posting.attention).toMatchObject({ reason: 'changed-in-shop' });
		expect(count()).toEqual([0, 0, 1, 0]);
	});
});

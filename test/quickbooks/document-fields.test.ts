import type { OrderInput } from '../../nodes/order/order';
import type { PostingChoices } from '../../nodes/quickbooks/decision';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

let bench: PostingBench;
afterEach(() => bench.close());

const start = async (options: QuickBooksOptions = {}) => {
	bench = await startPostingBench(options);
};
const books = () => bench.company.company;
const last = (type: 'SalesReceipt' | 'Invoice' | 'Estimate' | 'Payment' | 'RefundReceipt' | 'CreditMemo') => books().documents(type).at(-1)!;
const named = (value: string) => ({ by: 'name' as const, value });
const id = (value: string) => ({ by: 'id' as const, value });
const plan = (settings: SyncSettingsInput, changes: Partial<OrderInput> = {}) =>
	planFor(makeOrder('1001', changes), { ...SETTINGS, ...settings, accounts: { ...SETTINGS.accounts, ...settings.accounts } });
const post = (settings: SyncSettingsInput, changes: Partial<OrderInput> = {}, choices: Partial<PostingChoices> = {}) =>
	bench.post([plan(settings, changes)], choices).then(only);

const refunded: Partial<OrderInput> = {
	refunds: [{ id: 'r1', at: '2026-03-05T10:00:00Z', amount: '21.89', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '19.99', tax: '1.90', restocked: true }] }],
	totals: { total: '60.74', refunded: '21.89' },
};

describe('class and location', () => {
	const fields: SyncSettingsInput['fields'] = { class: named('web store'), location: id('1') };

	test('stand on the sale and on what takes it back, so that a class nets what was given back', async () => {
		await start();
		await post({ fields }, refunded);
		const kept = { ClassRef: { value: '200000000001', name: 'Web Store' }, DepartmentRef: { value: '1', name: 'Online' } };
		expect(last('SalesReceipt')).toMatchObject(kept);
		expect(last('RefundReceipt')).toMatchObject(kept);
		await bench.post([planFor(makeOrder('1002'), { ...SETTINGS, transactionType: 'salesOrderInvoicePayment', fields })]);
		expect(last('Estimate')).toMatchObject(kept);
		expect(last('Invoice')).toMatchObject(kept);
	});

	test('the class stands on every line where the company keeps it there, the discount included', async () => {
		await start({ company: { classTrackingPerTxn: false, classTrackingPerTxnLine: true } });
		const lines = [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '1', gross: '20.00', discount: '2.00', net: '18.00' }];
		await post({ fields }, { lines, totals: { total: '23.99' } });
		const receipt = last('SalesReceipt');
		expect(receipt).not.toHaveProperty('ClassRef');
		const details = (receipt.Line as Array<Record<string, unknown>>).flatMap((line) => (line.DetailType === 'SubTotalLineDetail' ? [] : [line[String(line.DetailType)]]));
		expect(details).toHaveLength(3);
		for (const detail of details) expect(detail).toMatchObject({ ClassRef: { value: '200000000001' } });
	});

	test('go by rules, and a child is found by its whole name', async () => {
		await start();
		const parent = bench.company.byHand.create('Class', { Name: 'Channels', FullyQualifiedName: 'Channels' });
		bench.company.byHand.create('Class', { Name: 'Web Store', FullyQualifiedName: 'Channels:Web Store', ParentRef: { value: parent.Id } });
		const rules = [{ channels: ['shopify'], class: named('Channels:Web Store') }];
		await post({ fields: { class: id('200000000002'), rules } }, { channel: 'shopify' });
		expect(last('SalesReceipt')).toMatchObject({ ClassRef: { name: 'Channels:Web Store' } });
		await bench.post([planFor(makeOrder('1002'), { ...SETTINGS, fields })]);
		expect(last('SalesReceipt')).toMatchObject({ ClassRef: { value: '200000000001', name: 'Web Store' } });
	});

	test('two children of one name are not guessed between', async () => {
		await start();
		for (const Name of ['Channels', 'Regions']) {
			const parent = bench.company.byHand.create('Class', { Name, FullyQualifiedName: Name });
			bench.company.byHand.create('Class', { Name: 'West', FullyQualifiedName: `${Name}:West`, ParentRef: { value: parent.Id } });
		}
		await expect(post({ fields: { class: named('West') } })).rejects.toThrow("'Class' names the class 'West', and QuickBooks has 2 of that name");
	});

	test.each<[string, SyncSettingsInput['fields'], QuickBooksOptions['company'], string]>([
		['a class when classes are off', { class: named('Web Store') }, { classTrackingPerTxn: false }, "'Class' names a class, and class tracking is switched off in this QuickBooks company"],
		['a location when locations are off', { location: named('Online') }, { trackDepartments: false }, "'Location' names a location, and location tracking is switched off in this QuickBooks company"],
		['a class that is not there', { class: named('Webshop') }, {}, "'Class' names the class 'Webshop', which this QuickBooks company does not have"],
		['a location by rule that is not there', { rules: [{ location: named('Mars') }] }, {}, "'Field Rules' names the location 'Mars', which this QuickBooks company does not have"],
		['terms that are not there', { terms: named('Net 90') }, {}, "'Terms' names the terms 'Net 90', which this QuickBooks company does not have"],
		['a custom field that is not there', { customFields: [{ field: 'Region', value: 'West' }] }, {}, "'Custom Fields' names 'Region', and the sales forms of this QuickBooks company have only 'Sales Rep' (1)"],
		['a custom field where none is on', { customFields: [{ field: '1', value: 'West' }] }, { customFields: [] }, "'Custom Fields' names '1', and the sales forms of this QuickBooks company have no custom field"],
	])('%s stops before anything is written, and the field is named', async (_, wrong, company, message) => {
		await start({ company });
		await expect(post({ transactionType: 'invoice', fields: wrong })).rejects.toThrow(message);
		expect(bench.company.counters.writes).toBe(0);
	});

	test('one that is inactive is said, and stops only the orders that need it', async () => {
		await start();
		bench.company.byHand.deactivate('Class', '200000000002');
		const rules = [{ tags: ['shipped'], class: named('ShipStation') }];
		const run = await bench.post([plan({ fields: { rules } }), planFor(makeOrder('1002', { tags: ['shipped'] }), { ...SETTINGS, fields: { rules } })]);
		expect(run.postings.map(({ outcome, attention }) => attention?.reason ?? outcome)).toEqual(['posted', 'class-inactive']);
		expect(run.stoppedBy).toMatchObject({ remedy: "Make it active in QuickBooks, or choose another class in 'Field Rules'" });
	});

	test('are asked for once a run, and only where something names them', async () => {
		await start();
		await bench.post(['1', '2', '3'].map((number) => planFor(makeOrder(number), { ...SETTINGS, fields })));
		const asked = JSON.stringify(bench.company.requests);
		expect(asked.match(/from Class/g)).toHaveLength(1);
		expect(asked.match(/from Department/g)).toHaveLength(1);
		expect(asked).not.toContain('from Term');
		expect(asked).not.toContain('from PaymentMethod');
	});
});

describe('terms and due date', () => {
	const unpaid: Partial<OrderInput> = { payments: [], paymentStatus: 'unpaid' };

	test('terms say when an invoice is due', async () => {
		await start();
		await post({ transactionType: 'invoice', fields: { terms: named('Net 15') } }, unpaid);
		expect(last('Invoice')).toMatchObject({ SalesTermRef: { name: 'Net 15' }, TxnDate: '2026-03-01', DueDate: '2026-03-16' });
	});

	test('a due date goes before them', async () => {
		await start();
		await post({ transactionType: 'invoice', fields: { terms: named('Net 15'), dueDate: '2026-03-04' } }, unpaid);
		expect(last('Invoice')).toMatchObject({ SalesTermRef: { name: 'Net 15' }, DueDate: '2026-03-04' });
	});
});

describe('custom and shipping fields', () => {
	test('stand on the document, by name or by number', async () => {
		await start({ company: { customFields: ['Sales Rep', '', 'Order Source'] } });
		const customFields = [{ field: 'sales rep', value: 'Ana Łaska' }, { field: '3', value: 'Instagram' }];
		await post({ fields: { customFields, shipDate: '2026-03-02', shipMethod: 'Flat rate', trackingNumber: '1Z999' } });
		expect(last('SalesReceipt')).toMatchObject({
			CustomField: [
				{ DefinitionId: '1', Name: 'Sales Rep', StringValue: 'Ana Laska' },
				{ DefinitionId: '3', Name: 'Order Source', StringValue: 'Instagram' },
			],
			ShipDate: '2026-03-02',
			ShipMethodRef: { value: 'Flat rate' },
			TrackingNum: '1Z999',
		});
	});

	test('are left to a person once they are written: rewriting a changed order keeps what was entered there', async () => {
		await start();
		const settings: SyncSettingsInput = { fields: { class: named('Web Store'), customFields: [{ field: '1', value: 'Ana' }], trackingNumber: '1Z' } };
		await post(settings);
		const byHand = { ClassRef: { value: '200000000002' }, CustomField: [{ DefinitionId: '1', StringValue: 'Bo' }], TrackingNum: '2Z', TxnTaxDetail: { TotalTax: 4.76 } };
		bench.company.byHand.edit('SalesReceipt', last('SalesReceipt').Id, byHand);
		const dearer: Partial<OrderInput> = {
			lines: [{ id: '1', sku: 'SHIRT-1', title: 'Shirt', quantity: '3', gross: '60.00', net: '60.00', tax: '0.74' }],
			shipping: [],
		};
		expect(await post(settings, dearer, { whenChanged: 'update' })).toMatchObject({ outcome: 'posted', action: 'updated' });
		expect(last('SalesReceipt')).toMatchObject({ ClassRef: { name: 'ShipStation' }, CustomField: [{ StringValue: 'Bo' }], TrackingNum: '2Z' });
	});
});

describe('ways of paying', () => {
	const paymentMethods: SyncSettingsInput['paymentMethods'] = [
		{ methods: ['card'], method: named('Visa'), deposit: named('Stripe Clearing') },
		{ methods: ['paypal'], method: named('paypal'), deposit: id('35') },
	];
	const pay = (identity: string, method: string, amount: string) => ({ id: identity, kind: 'sale' as const, status: 'success' as const, method, amount, currency: 'USD', at: '2026-03-01T16:00:00Z' });
	const balanceOf = (account: string) => {
		const row = bench.company.trialBalance().rows.find((one) => one.account === account);
		return row ? [row.debit, row.credit] : undefined;
	};
	beforeEach(() => start());

	test("send a receipt's money to the account of its method, and a refund takes it from there again", async () => {
		await post({ paymentMethods }, refunded);
		expect(last('SalesReceipt')).toMatchObject({ DepositToAccountRef: { name: 'Stripe Clearing' }, PaymentMethodRef: { name: 'Visa' } });
		expect(last('RefundReceipt')).toMatchObject({ DepositToAccountRef: { name: 'Stripe Clearing' }, PaymentMethodRef: { name: 'Visa' } });
		expect(balanceOf('Stripe Clearing')).toEqual(['38.85', '0.00']);
		expect(balanceOf('Undeposited Funds')).toBeUndefined();
	});

	test('send each payment of an invoice to its own', async () => {
		const payments = [pay('a', 'card', '40.74'), pay('b', 'paypal', '15.00'), pay('c', 'cash', '5.00')];
		expect(await post({ transactionType: 'invoiceAndPayment', paymentMethods }, { payments })).toMatchObject({ outcome: 'posted' });
		expect(books().documents('Payment').map(({ TotalAmt, PaymentMethodRef }) => [TotalAmt, (PaymentMethodRef as { name: string } | undefined)?.name])).toEqual([[40.74, 'Visa'], [15, 'PayPal'], [5, undefined]]);
		expect([balanceOf('Stripe Clearing'), balanceOf('Checking'), balanceOf('Undeposited Funds')]).toEqual([['40.74', '0.00'], ['15.00', '0.00'], ['5.00', '0.00']]);
		expect(balanceOf('Accounts Receivable (A/R)')).toEqual(['0.00', '0.00']);
	});

	test.each<[string, NonNullable<SyncSettingsInput['paymentMethods']>[number], string]>([
		['an account', { methods: ['card'], deposit: named('Klarna Clearing') }, "'Payment Methods' names the account 'Klarna Clearing', which this QuickBooks company does not have"],
		['an account of another type', { methods: ['card'], deposit: named('Sales') }, "The account 'Sales' in 'Payment Methods' is of the type Income; QuickBooks takes Bank or Other Current Asset here"],
		['a payment method', { methods: ['card'], method: named('Klarna') }, "'Payment Methods' names the payment method 'Klarna', which this QuickBooks company does not have"],
	])('%s that is not there stops before anything is written', async (_, row, message) => {
		await expect(post({ paymentMethods: [row] })).rejects.toThrow(message);
		await expect(post({ transactionType: 'invoiceAndPayment', paymentMethods: [row] })).rejects.toThrow(message);
		expect(bench.company.counters.writes).toBe(0);
	});
});

describe("QuickBooks' own numbers", () => {
	const settings: SyncSettingsInput = { docNumber: { by: 'quickBooks' } };

	test('are given in sequence, and each order is found again by its mark, refunds included', async () => {
		await start({ company: { customTxnNumbers: false } });
		bench.company.byHand.create('SalesReceipt', { Line: [{ DetailType: 'SalesItemLineDetail', Amount: 1, SalesItemLineDetail: { ItemRef: { value: '1' } } }] });
		expect(await post(settings, refunded)).toMatchObject({ outcome: 'posted' });
		expect(last('SalesReceipt').DocNumber).toBe('1002');
		expect(last('RefundReceipt').DocNumber).toBe('1003');
		expect(String(last('SalesReceipt').PrivateNote)).toContain('woocommerce order 1001');
		bench.forget();
		const again = await bench.post([plan(settings, refunded)]);
		expect(only(again)).toMatchObject({ outcome: 'unchanged' });
		expect(again.hints).toEqual([]);
		expect(books().documents().length).toBe(3);
	});

	test('are refused where the company numbers by hand: such documents would have no number at all', async () => {
		await start();
		await expect(post(settings)).rejects.toThrow("'Doc Numbers' leaves the numbers to QuickBooks, and this company has 'Custom transaction numbers' switched on");
		expect(bench.company.counters.writes).toBe(0);
	});

	test('an order that stands under its own number stays, whatever numbers are chosen later', async () => {
		await start();
		await post({});
		expect(await post(settings)).toMatchObject({ outcome: 'unchanged' });
		expect(last('SalesReceipt').DocNumber).toBe('1001');
	});
});

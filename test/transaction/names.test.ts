import { mainForm } from '../../nodes/transaction/parts';
import { planSchema } from '../../nodes/transaction/plan';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { settingsOf } from './order-of';
import { itemLinesOf, planned, refusal, saleOf } from './planned';

const line = (changes: object) => ({ title: 'Straw hat', quantity: '1', gross: '10', net: '10', ...changes });
const order = (...lines: object[]) => ({ lines: lines.map(line), totals: { total: String(10 * lines.length) } });

describe('products', () => {
	const created = (...lines: object[]) =>
		itemLinesOf(saleOf(order(...lines))).map(({ item }) => (item.orElse.action === 'create' ? item.orElse.item.name : undefined));

	test('are sought by SKU and named after it: two of one title stay two', () => {
		const [first] = itemLinesOf(saleOf(order({ sku: 'HAT-S' }, { sku: 'HAT-L' })));
		expect(first!.item).toMatchObject({
			sku: 'HAT-S',
			orElse: { action: 'create', item: { name: 'HAT-S', sku: 'HAT-S', description: 'Straw hat', type: 'NonInventory' } },
		});
		expect(first!.item.name).toBeUndefined();
		expect(created({ sku: 'HAT-S' }, { sku: 'HAT-L' })).toEqual(['HAT-S', 'HAT-L']);
	});

	test('whose SKUs a name cannot hold stay apart', () => {
		const names = created({ sku: 'HAT:S' }, { sku: 'HAT - S' }, { sku: `${'x'.repeat(200)}1` }, { sku: `${'x'.repeat(200)}2` });
		expect(new Set(names).size).toBe(4);
		for (const name of names) {
			expect(name).not.toMatch(/[:\t\n]/);
			expect(name!.length).toBeLessThanOrEqual(100);
		}
	});

	test('without a SKU are sought by title', () => {
		const [only] = itemLinesOf(saleOf(order({ title: 'Hat: straw\tyellow' })));
		expect(only!.item).toMatchObject({ name: 'Hat - straw yellow', orElse: { item: { description: 'Hat: straw\tyellow' } } });
	});

	test('without either are a matter for a person', () => {
		expect(refusal(order({ sku: 'A' }, { title: ' ' }))).toMatchObject({
			reason: 'product-unidentified',
			message: expect.stringContaining('Line 2'),
		});
	});

	test('of an inventory start with the order that sells them', () => {
		const account = { by: 'name' as const, value: 'x' };
		const [only] = itemLinesOf(
			saleOf(order({ sku: 'A' }), { products: { type: 'Inventory' }, accounts: { itemAsset: account, itemCogs: account } }),
		);
		expect(only!.item.orElse).toMatchObject({ item: { type: 'Inventory', startDate: '2026-03-01', quantityOnHand: '0' } });
	});
});

describe('customers', () => {
	test('of receipts are one for all, with nothing of any shopper', () => {
		expect(saleOf().customer).toEqual({
			match: 'name',
			value: 'Web Store',
			orElse: { action: 'create', customer: { displayName: 'Web Store' } },
		});
	});

	test.each(['invoice', 'invoiceAndPayment', 'salesOrder', 'salesOrderInvoicePayment'] as const)(
		'who have an account, as with %s, are matched by email when nothing is said',
		(transactionType) => {
			expect(saleOf({}, { transactionType }).customer).toMatchObject({ match: 'email', value: 'jane.doe@example.com' });
		},
	);

	test('are one for invoices, too, where that is said', () => {
		expect(saleOf({}, { transactionType: 'invoice', customer: { mode: 'one' } }).customer).toMatchObject({ match: 'name', value: 'Web Store' });
	});

	test('by email carry it in their name, so that two of one name stay two', () => {
		expect(saleOf({}, { customer: { mode: 'byEmail' } }).customer).toMatchObject({
			match: 'email',
			value: 'jane.doe@example.com',
			orElse: { customer: { displayName: 'Jane Doe (jane.doe@example.com)', givenName: 'Jane', familyName: 'Doe' } },
		});
	});

	test('by company, and by name where there is none', () => {
		const customer = { firstName: 'Jane', lastName: 'Doe', company: 'Hats: Retail' };
		expect(saleOf({ customer }, { customer: { mode: 'byCompany' } }).customer).toMatchObject({ match: 'company', value: 'Hats - Retail' });
		expect(saleOf({}, { customer: { mode: 'byCompany' } }).customer).toMatchObject({ match: 'name', value: 'Jane Doe' });
	});

	test('by last and first name, and by those who pay or receive', () => {
		const order = {
			billTo: { firstName: 'Bill', lastName: 'Payer', company: 'Payers Ltd' },
			shipTo: { lastName: 'Receiver' },
			customer: { firstName: 'Jane', lastName: 'Doe', email: 'Jane@example.com, office@example.com' },
		};
		const of = (mode: NonNullable<SyncSettingsInput['customer']>['mode'], changes = {}) => saleOf({ ...order, ...changes }, { customer: { mode } }).customer;
		expect(of('byLastName')).toMatchObject({ match: 'name', value: 'Doe, Jane', orElse: { customer: { displayName: 'Doe, Jane', givenName: 'Jane' } } });
		expect(of('byLastName', { customer: { lastName: 'Doe' } })).toMatchObject({ value: 'Doe' });
		expect(of('byBillingName')).toMatchObject({ value: 'Bill Payer', orElse: { customer: { givenName: 'Bill', familyName: 'Payer', email: 'jane@example.com' } } });
		expect(of('byBillingName', { billTo: { company: 'Payers: Ltd' } })).toMatchObject({ value: 'Payers - Ltd' });
		expect(of('byShippingName')).toMatchObject({ value: 'Receiver' });
		expect(of('byShippingName', { shipTo: { line1: 'Main Street 1' } })).toMatchObject({ value: 'Bill Payer' });
		expect(refusal({ customer: order.customer }, { customer: { mode: 'byBillingName' } })).toMatchObject({ reason: 'customer-unidentified', message: expect.stringContaining('has no billing name') });
	});

	test('of a store are one for each currency, with nothing of any shopper', () => {
		const payments = [{ id: 'p', kind: 'sale' as const, status: 'success' as const, method: 'card', amount: '21.40', currency: 'EUR' }];
		expect(saleOf({ currency: 'EUR', payments }, { customer: { mode: 'store', name: 'Web Store' } }).customer).toEqual({
			match: 'name',
			value: 'Web Store EUR',
			orElse: { action: 'create', customer: { displayName: 'Web Store EUR' } },
		});
	});

	test('carry the suffix that tells them from a vendor, where one is chosen', () => {
		expect(saleOf({}, { customer: { mode: 'byName', suffix: ' (C)' } }).customer.orElse).toMatchObject({ suffix: ' (C)' });
		expect(saleOf({}, { customer: { mode: 'byName' } }).customer.orElse).not.toHaveProperty('suffix');
	});

	test('that cannot be told go to a person, or to the fallback that was named', () => {
		const customer = { firstName: 'Jane' };
		expect(refusal({ customer }, { customer: { mode: 'byEmail' } })).toMatchObject({ reason: 'customer-unidentified' });
		const settings = { customer: { mode: 'byEmail' as const, whenMissing: 'fallback' as const, fallback: 'Walk-in' } };
		expect(saleOf({ customer }, settings).customer).toEqual({ match: 'name', value: 'Walk-in', orElse: { action: 'needsAttention' } });
		expect(saleOf({}, settings).customer.orElse).toEqual({ action: 'fallback', name: 'Walk-in' });
	});
});

describe('numbers', () => {
	test('have a prefix and a suffix', () => {
		expect(saleOf({}, { docNumber: { prefix: 'WEB-', suffix: '-US' } }).docNumber).toBe('WEB-1001-US');
	});

	test('are never cut', () => {
		const failure = refusal({ number: '12345678901234567890' }, { docNumber: { prefix: 'WEB-' } });
		expect(failure).toMatchObject({ reason: 'doc-number-too-long', remedy: expect.stringContaining("'Doc Number Prefix'") });
		expect(refusal({ number: 'x'.repeat(22) }).remedy).toContain("'number'");
		expect(refusal({ number: '10\n01' })).toMatchObject({ reason: 'doc-number-characters' });
	});
});

describe('long and strange texts', () => {
	const long = '😀'.repeat(2500);

	test('are cut between characters and within the limits, and it is said', () => {
		const customer = { firstName: long, lastName: `O'Brien \\ "x"`, company: `a:b\n${'c'.repeat(5000)}`, email: 'x@example.com' };
		const plan = planned(
			{
				...order({ title: long }, { sku: 'ok', title: 'lone \uD83D half' }),
				customer,
				billTo: { ...customer, line1: long, postalCode: 'z'.repeat(99) },
				note: long,
				url: `https://hats.example.com/${'p'.repeat(5000)}`,
			},
			{ customer: { mode: 'byCompany' }, memo: { orderNote: true } },
		);
		expect(planSchema.parse(plan)).toEqual(plan);
		expect(JSON.stringify(plan)).not.toMatch(/\\ud[89a-f]/i);
		const sale = mainForm(plan);
		expect(sale.customerMemo).toMatch(/^(😀)+…$/u);
		expect(sale.customer.value.length).toBeLessThanOrEqual(100);
		expect(sale.billTo!.postalCode).toHaveLength(30);
		expect(plan.remarks).toEqual([
			'The title of line 1 was cut to 4000 characters.',
			'The product name of line 1 was cut to 100 characters.',
			"The customer's name was cut to 500 characters.",
			"The customer's memo was cut to 1000 characters.",
		]);
	});
});

describe('settings', () => {
	test('name the field that is missing', () => {
		const told = (input: object) => {
			const outcome = readSettings(input);
			return outcome.ok ? 'fits' : outcome.failure.message;
		};
		const picked = { by: 'name', value: 'x' };
		expect(told({})).toBe("'Deposit Account' is empty, and a Sales Receipt needs it");
		expect(told({ accounts: { deposit: picked } })).toContain("'Income Account'");
		expect(told({ accounts: { deposit: picked, income: picked }, products: { type: 'Inventory' } })).toContain("'Inventory Asset Account'");
		expect(told({ transactionType: 'invoice', products: { whenMissing: 'needsAttention' } })).toBe('fits');
		expect(told({ ...settingsOf(), customer: { mode: 'store', name: ' ' } })).toContain("'Store Name'");
		expect(told({ ...settingsOf(), customer: { whenMissing: 'fallback' } })).toContain("'Fallback Customer'");
	});
});

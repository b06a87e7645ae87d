import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { objectOf } from './wire-values';

describe('updates and lists', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;

	beforeEach(async () => {
		quickbooks = await startQuickBooks();
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => await quickbooks.close());

	test('a sparse update changes what is sent and nothing else; a stale one is refused', async () => {
		const receipt = await client.create('SalesReceipt', { DocNumber: '7', Line: [line('8', 1, 12.5)] });
		const sparse = { sparse: true, Id: receipt.Id, SyncToken: '0', TrackingNum: '1Z999' };
		expect(await client.operate('update', 'SalesReceipt', sparse)).toMatchObject({
			DocNumber: '7',
			TrackingNum: '1Z999',
			TotalAmt: 12.5,
			SyncToken: '1',
		});
		expect((await client.send('POST', 'salesreceipt', sparse)).code).toBe('5010');
	});

	test('a full update clears what is not sent', async () => {
		const receipt = await client.create('SalesReceipt', {
			DocNumber: '7',
			PrivateNote: 'n',
			Line: [line('8', 1, 12.5)],
		});
		const full = await client.operate('update', 'SalesReceipt', {
			Id: receipt.Id,
			SyncToken: '0',
			Line: [line('8', 2, 12.5)],
		});
		expect(full.TotalAmt).toBe(25);
		expect(full.PrivateNote).toBeUndefined();
		expect(full.DocNumber).toBeUndefined();
	});

	test('with automated sales tax an update without the stated tax lets QuickBooks compute it anew', async () => {
		const receipt = await client.create('SalesReceipt', {
			Line: [line('7', 1, 100, { TaxCodeRef: { value: 'TAX' } })],
			TxnTaxDetail: { TotalTax: 7.11 },
		});
		expect(receipt.TotalAmt).toBe(107.11);
		const tracked = await client.operate('update', 'SalesReceipt', {
			sparse: true,
			Id: receipt.Id,
			SyncToken: '0',
			TrackingNum: '1',
		});
		expect(tracked.TotalAmt).toBe(108);
		const stated = { sparse: true, Id: receipt.Id, SyncToken: '1', TxnTaxDetail: { TotalTax: 7.11 } };
		expect((await client.operate('update', 'SalesReceipt', stated)).TotalAmt).toBe(107.11);
	});

	test('an update changes the books by the difference only', async () => {
		const receipt = await client.create('SalesReceipt', { Line: [line('9', 1, 275)] });
		await client.operate('update', 'SalesReceipt', {
			sparse: true,
			Id: receipt.Id,
			SyncToken: '0',
			Line: [line('9', 3, 275)],
		});
		expect((await client.read('Account', '4')).CurrentBalance).toBe(825);
		expect((await client.read('Item', '9')).QtyOnHand).toBe(47);
	});

	test('names are unique over customers, vendors and employees, whatever their case', async () => {
		expect(await client.refusal('Customer', { DisplayName: 'pacific fabrics' })).toBe('6240');
		expect(await client.refusal('Customer', { GivenName: 'Emma', FamilyName: 'Plath' })).toBe('6240');
		expect((await client.create('Customer', { GivenName: 'Ida', FamilyName: 'Kroll' })).DisplayName).toBe(
			'Ida Kroll',
		);
		expect(await client.refusal('Customer', { CompanyName: 'x' })).toBe('6080');
		expect(await client.refusal('Customer', { DisplayName: 'a:b' })).toBe('2040');
	});

	test('a deactivated entry is renamed, leaves the queries and can be used no more', async () => {
		const { Id } = await client.create('Customer', { DisplayName: 'Short Lived' });
		const gone = await client.operate('update', 'Customer', { sparse: true, Id, SyncToken: '0', Active: false });
		expect(gone).toMatchObject({ Active: false, DisplayName: 'Short Lived (deleted)' });
		expect(await client.query("select * from Customer where DisplayName like 'Short%'")).toEqual({});
		expect(
			await client.query(
				"select count(*) from Customer where DisplayName like 'Short%' and Active in (true, false)",
			),
		).toEqual({ totalCount: 1 });
		expect(await client.refusal('Invoice', { CustomerRef: { value: Id }, Line: [line('8', 1, 12.5)] })).toBe('610');
	});

	test('items need the accounts that suit their type', async () => {
		expect(await client.refusal('Item', { Name: 'Lamp', Type: 'NonInventory' })).toBe('2020');
		expect(
			await client.refusal('Item', { Name: 'Lamp', Type: 'NonInventory', IncomeAccountRef: { value: '84' } }),
		).toBe('6430');
		expect(await client.refusal('Item', { Name: 'Lamp', Type: 'Group' })).toBe('2170');
		expect(
			await client.refusal('Item', { Name: 'canvas tote', Type: 'Service', IncomeAccountRef: { value: '1' } }),
		).toBe('6240');
		const stocked = {
			Name: 'Lamp',
			Type: 'Inventory',
			TrackQtyOnHand: true,
			QtyOnHand: 4,
			InvStartDate: '2026-01-01',
			PurchaseCost: 10,
			AssetAccountRef: { value: '81' },
			ExpenseAccountRef: { value: '80' },
			IncomeAccountRef: { value: '79' },
		};
		expect(await client.refusal('Item', { ...stocked, IncomeAccountRef: { value: '82' } })).toBe('6430');
		expect((await client.create('Item', stocked)).QtyOnHand).toBe(4);
		const { debit, credit } = quickbooks.trialBalance();
		expect(debit).toBe(credit);
	});

	test('the company says which country it is in', async () => {
		const elsewhere = await startQuickBooks({ company: { country: 'CA', homeCurrency: 'CAD' } });
		const other = new SimulatedClient(elsewhere);
		expect(await other.read('CompanyInfo', elsewhere.realmId)).toMatchObject({ Country: 'CA' });
		expect(await other.query('select * from CompanyInfo')).toMatchObject({ CompanyInfo: [{ Country: 'CA' }] });
		await elsewhere.close();
	});

	test('company and preferences say how the company is set', async () => {
		quickbooks.company.settings.bookCloseDate = '2025-12-31';
		expect(await client.read('CompanyInfo', quickbooks.realmId)).toMatchObject({
			CompanyName: 'Hartwell Outdoor Goods',
			Country: 'US',
		});
		const preferences = objectOf((await client.send('GET', 'preferences')).body.Preferences);
		expect(preferences).toMatchObject({
			AccountingInfoPrefs: { BookCloseDate: '2025-12-31' },
			SalesFormsPrefs: { CustomTxnNumbers: true, AllowShipping: true },
			TaxPrefs: { UsingSalesTax: true, PartnerTaxEnabled: true },
		});
		expect(await client.query('select * from Preferences')).toMatchObject({ maxResults: 1 });
	});

	test('characters outside ISO-8859-1 become question marks in a US company', async () => {
		const { Id } = await client.create('Customer', { DisplayName: 'Café 🌻 Łódź' });
		expect((await client.read('Customer', String(Id))).DisplayName).toBe('Café ? ?ód?');
		quickbooks.company.behaviour.encoding = 'utf8';
		expect((await client.create('Customer', { DisplayName: 'Sonne 🌻' })).DisplayName).toBe('Sonne 🌻');
	});

	test('reading what is not there is 610, an id that is no number 2030', async () => {
		expect((await client.send('GET', 'invoice/999')).code).toBe('610');
		expect((await client.send('GET', 'invoice/1.5')).code).toBe('2030');
		expect((await client.send('GET', 'invoice/1/5')).code).toBe('500');
		expect((await client.send('POST', 'customer?operation=delete', { Id: '2', SyncToken: '0' })).code).toBe('500');
	});
});

import { startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

describe('what a sales form carries besides its lines', () => {
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

	const customer = { CustomerRef: { value: '2' } };
	const mug = { Line: [line('8', 1, 12.5)] };
	const special = (value: string, Amount: number): Json => ({
		DetailType: 'SalesItemLineDetail',
		Amount,
		SalesItemLineDetail: { ItemRef: { value } },
	});

	test.each([
		['allowShipping', 'SHIPPING_ITEM_ID', '87'],
		['allowGratuity', 'GRATUITY_ITEM_ID', '93'],
	] as const)(
		'with %s the field %s is an amount of its own account, without it refused',
		async (setting, id, account) => {
			quickbooks.company.settings[setting] = true;
			const receipt = await client.create('SalesReceipt', { Line: [line('8', 1, 12.5), special(id, 4)] });
			expect(receipt.TotalAmt).toBe(16.5);
			expect((await client.read('Account', account)).CurrentBalance).toBe(4);
			quickbooks.company.settings[setting] = false;
			expect(await client.refusal('SalesReceipt', { Line: [special(id, 4)] })).toBe('6000');
		},
	);

	test('the preferences say whether there are tips', async () => {
		const tips = async (): Promise<unknown> => {
			const { OtherPrefs } = objectOf((await client.send('GET', 'preferences')).body.Preferences);
			const values = listOf(objectOf(OtherPrefs).NameValue);
			return values.find(({ Name }) => Name === 'SalesFormsPrefs.AllowGratuity')?.Value;
		};
		expect(await tips()).toBe('false');
		quickbooks.company.settings.allowGratuity = true;
		expect(await tips()).toBe('true');
	});

	test('a line without an item is documentation, and its amount counts for nothing', async () => {
		const remark = {
			DetailType: 'SalesItemLineDetail',
			Amount: 99,
			Description: 'Thank you',
			SalesItemLineDetail: {},
		};
		const receipt = await client.create('SalesReceipt', { Line: [line('8', 1, 12.5), remark] });
		expect(receipt.TotalAmt).toBe(12.5);
		expect(listOf(receipt.Line)[1]).toMatchObject({ DetailType: 'DescriptionOnly', Description: 'Thank you' });
	});

	const shipped = { ShipDate: '2026-03-04', TrackingNum: '1Z999', ShipMethodRef: { value: 'UPS Ground' } };

	test.each(['SalesReceipt', 'Invoice'])('a %s keeps ship date, method and tracking number', async (type) => {
		expect(await client.create(type, { ...customer, ...mug, ...shipped })).toMatchObject({
			ShipDate: '2026-03-04',
			TrackingNum: '1Z999',
			ShipMethodRef: { value: 'UPS Ground', name: 'UPS Ground' },
		});
	});

	test.each([
		[false, undefined],
		[true, '1Z999'],
	])(
		'an estimate keeps ship date and method, the tracking number only where it is stored (%s)',
		async (keeps, kept) => {
			quickbooks.company.behaviour.estimateKeepsTracking = keeps;
			const estimate = await client.create('Estimate', { ...customer, ...mug, ...shipped });
			expect(estimate).toMatchObject({ ShipDate: '2026-03-04', ShipMethodRef: { value: 'UPS Ground' } });
			expect(estimate.TrackingNum).toBe(kept);
		},
	);

	test('class and location are kept where they are tracked, and dropped where not', async () => {
		const tracked = {
			ClassRef: { value: '200000000001' },
			DepartmentRef: { value: '1' },
			Line: [line('8', 1, 12.5, { ClassRef: { value: '200000000002' } })],
		};
		const lineClass = (document: Json): unknown =>
			objectOf(objectOf(listOf(document.Line)[0]).SalesItemLineDetail).ClassRef;
		const perTransaction = await client.create('SalesReceipt', tracked);
		expect(perTransaction).toMatchObject({ ClassRef: { name: 'Web Store' }, DepartmentRef: { name: 'Online' } });
		expect(lineClass(perTransaction)).toBeUndefined();
		Object.assign(quickbooks.company.settings, {
			classTrackingPerTxn: false,
			classTrackingPerTxnLine: true,
			trackDepartments: false,
		});
		const perLine = await client.create('SalesReceipt', tracked);
		expect(perLine.ClassRef).toBeUndefined();
		expect(perLine.DepartmentRef).toBeUndefined();
		expect(lineClass(perLine)).toEqual({ value: '200000000002', name: 'ShipStation' });
		expect(await client.refusal('SalesReceipt', { Line: [line('8', 1, 1, { ClassRef: { value: '9' } })] })).toBe(
			'2500',
		);
	});

	test.each([
		['no terms', {}, '2026-02-14'],
		['days', { SalesTermRef: { value: '2' } }, '2026-01-30'],
		['due on receipt', { SalesTermRef: { value: '1' } }, '2026-01-15'],
		['a date of its own', { SalesTermRef: { value: '2' }, DueDate: '2026-05-01' }, '2026-05-01'],
	])('an invoice with %s is due on the right day', async (_what, terms, due) => {
		const invoice = await client.create('Invoice', { ...customer, ...mug, TxnDate: '2026-01-15', ...terms });
		expect(invoice.DueDate).toBe(due);
	});

	test.each([
		['2026-01-15', '2026-01-31'],
		['2026-01-28', '2026-02-28'],
		['2026-01-31', '2026-02-28'],
	])('terms by the day of the month make an invoice of %s due on %s', async (TxnDate, due) => {
		const term = { Name: 'End of month', DayOfMonthDue: 31, DueNextMonthDays: 5 };
		const { Id } = await client.create('Term', term);
		const invoice = await client.create('Invoice', { ...customer, ...mug, TxnDate, SalesTermRef: { value: Id } });
		expect(invoice.DueDate).toBe(due);
	});

	test.each([
		['Class', { Name: 'Wholesale' }, { FullyQualifiedName: 'Wholesale', SubClass: false }],
		['Department', { Name: 'Popup', ParentRef: { value: '1' } }, { FullyQualifiedName: 'Online:Popup' }],
		['Term', { Name: 'Net 60', DueDays: 60 }, { DueDays: 60 }],
		['PaymentMethod', { Name: 'Gift Card', Type: 'NON_CREDIT_CARD' }, { Type: 'NON_CREDIT_CARD' }],
	])('a new %s can be found by its name at once, and its name is taken', async (type, body, made) => {
		expect(await client.create(type, body)).toMatchObject(made);
		const found = await client.query(`select * from ${type} where Name = '${String(body.Name)}' and Active = true`);
		expect(listOf(found[type])).toHaveLength(1);
		expect(await client.refusal(type, body)).toBe('6240');
	});

	describe('custom fields', () => {
		test('every field that is on comes back, with the value that was sent', async () => {
			quickbooks.company.settings.customFields = ['Sales Rep', '', 'Channel'];
			const CustomField = [{ DefinitionId: '3', StringValue: 'Etsy' }];
			const receipt = await client.create('SalesReceipt', { ...mug, CustomField });
			expect(receipt.CustomField).toEqual([
				{ DefinitionId: '1', Name: 'Sales Rep', Type: 'StringType' },
				{ DefinitionId: '3', Name: 'Channel', Type: 'StringType', StringValue: 'Etsy' },
			]);
			const other = { ...mug, CustomField: [{ DefinitionId: '2', StringValue: 'x' }] };
			expect(await client.refusal('SalesReceipt', other)).toBe('3000');
		});

		test('a sparse update of something else keeps their values', async () => {
			const CustomField = [{ DefinitionId: '1', StringValue: 'Ida' }];
			const { Id } = await client.create('Invoice', { ...customer, ...mug, CustomField });
			const update = { sparse: true, Id, SyncToken: '0', PrivateNote: 'n' };
			expect((await client.operate('update', 'Invoice', update)).CustomField).toMatchObject(CustomField);
		});

		test('the preferences name them', async () => {
			quickbooks.company.settings.customFields = ['Sales Rep', '', 'Channel'];
			const { SalesFormsPrefs } = objectOf((await client.send('GET', 'preferences')).body.Preferences);
			const [switches, names] = listOf(objectOf(SalesFormsPrefs).CustomField);
			expect(listOf(switches?.CustomField).map(({ BooleanValue }) => BooleanValue)).toEqual([true, false, true]);
			expect(names?.CustomField).toEqual([
				{ Name: 'SalesFormsPrefs.SalesCustomName1', Type: 'StringType', StringValue: 'Sales Rep' },
				{ Name: 'SalesFormsPrefs.SalesCustomName3', Type: 'StringType', StringValue: 'Channel' },
			]);
		});
	});
});

import fc from '../../repeatable';
import { answerSchemasAreThere, answersChecked, checkAnswer, createSchemaErrors, entityErrors } from './answer-schemas';
import { bookkeepingEvents } from './bookkeeping-events';
import { ByHand } from './by-hand';
import type { CompanySettings } from './company-settings';
import { QuickBooksFault } from './faults';
import { newCompany } from './new-company';
import { MovableClock, startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { readBack } from './read-back';
import { codeIn, line, SimulatedClient } from './simulated-client';
import { listOf, type Json } from './wire-values';

const whenSchemasAreThere = answerSchemasAreThere ? test : test.skip;

const lists = [
	'Account',
	'Class',
	'CompanyInfo',
	'Customer',
	'Department',
	'Employee',
	'Item',
	'PaymentMethod',
	'Preferences',
	'TaxAgency',
	'TaxCode',
	'TaxRate',
	'Term',
	'Vendor',
];
const documents = ['SalesReceipt', 'Invoice', 'Estimate', 'Payment', 'CreditMemo', 'RefundReceipt', 'Deposit'];

describe('the form of answers (skipped where the reference schemas are missing)', () => {
	const companies: ReadonlyArray<readonly [string, Partial<CompanySettings>, code: string, currency: string]> = [
		['the United States', { allowGratuity: true, customFields: ['Sales Rep', 'Channel', ''] }, 'TAX', 'USD'],
		[
			'Great Britain with several currencies',
			{
				country: 'GB',
				homeCurrency: 'GBP',
				multiCurrency: true,
				allowGratuity: true,
				classTrackingPerTxnLine: true,
			},
			'4',
			'GBP',
		],
		['Quebec', { country: 'CA', homeCurrency: 'CAD', allowGratuity: true }, '8', 'CAD'],
	];

	/** One of each document, with everything a form can carry. */
	async function busyDay(quickbooks: QuickBooksSimulator, code: string, currency: string): Promise<void> {
		const client = new SimulatedClient(quickbooks);
		const TaxCodeRef = { value: code };
		const special = (value: string): Json => ({
			DetailType: 'SalesItemLineDetail',
			Amount: 4,
			SalesItemLineDetail: { ItemRef: { value }, TaxCodeRef },
		});
		const party = { CustomerRef: { value: '2' }, CurrencyRef: { value: currency } };
		const sale = {
			...party,
			Line: [
				line('9', 1, 275, { TaxCodeRef, ClassRef: { value: '200000000002' }, ServiceDate: '2026-03-01' }),
				{
					DetailType: 'GroupLineDetail',
					GroupLineDetail: {
						GroupItemRef: { value: '11' },
						Quantity: 1,
						Line: [line('10', 1, 15, { TaxCodeRef })],
					},
				},
				special('SHIPPING_ITEM_ID'),
				special('GRATUITY_ITEM_ID'),
				{ DetailType: 'DescriptionOnly', Description: 'Thank you', DescriptionLineDetail: {} },
				{
					DetailType: 'DiscountLineDetail',
					Amount: 10,
					DiscountLineDetail: { PercentBased: false, DiscountAccountRef: { value: '86' } },
				},
			],
			TxnDate: '2026-03-01',
			ShipDate: '2026-03-02',
			ShipMethodRef: { value: 'UPS' },
			ClassRef: { value: '200000000001' },
			DepartmentRef: { value: '1' },
			CustomField: [{ DefinitionId: '1', StringValue: 'Ida' }],
			CustomerMemo: { value: 'Thank you' },
			PrivateNote: 'order 1001',
			BillEmail: { Address: 'amelia@example.com' },
			BillAddr: { Line1: '1 Example Street', City: 'Bayview', Country: 'USA' },
			ShipAddr: { Line1: '1 Example Street', City: 'Bayview', Country: 'USA' },
		};
		const paid = { DepositToAccountRef: { value: '4' }, PaymentMethodRef: { value: '3' }, PaymentRefNum: 'ch_1' };
		const bodies: Readonly<Record<string, Json>> = {
			Estimate: { ...sale, TxnStatus: 'Accepted', ExpirationDate: '2026-04-01' },
			Invoice: {
				...sale,
				TrackingNum: '1Z9',
				SalesTermRef: { value: '2' },
				Deposit: 20,
				DepositToAccountRef: { value: '4' },
			},
			SalesReceipt: { ...sale, ...paid, TrackingNum: '1Z9' },
			CreditMemo: sale,
			RefundReceipt: { ...sale, ...paid },
		};
		const made = new Map<string, Json>();
		for (const [type, body] of Object.entries(bodies)) {
			const { ShipDate, ShipMethodRef, ...rest } = body;
			const refund = type === 'CreditMemo' || type === 'RefundReceipt';
			const linked =
				type === 'Invoice' ? { LinkedTxn: [{ TxnId: made.get('Estimate')?.Id, TxnType: 'Estimate' }] } : {};
			const sent = { ...rest, ...(refund ? {} : { ShipDate, ShipMethodRef }), ...linked };
			expect(createSchemaErrors(type, sent)).toBeUndefined();
			made.set(type, await client.create(type, sent));
		}
		const [invoice, memo] = [made.get('Invoice'), made.get('CreditMemo')];
		const pay = (Amount: number, TxnType: string, document: Json | undefined): Json => ({
			Amount,
			LinkedTxn: [{ TxnId: document?.Id, TxnType }],
		});
		const payment = { ...party, TotalAmt: 30, Line: [pay(40, 'Invoice', invoice), pay(20, 'CreditMemo', memo)] };
		expect(createSchemaErrors('Payment', payment)).toBeUndefined();
		await client.create('Payment', payment);
		quickbooks.byHand.deposit([{ type: 'SalesReceipt', id: String(made.get('SalesReceipt')?.Id) }], {
			fee: { amount: '1.00', account: '60' },
		});
		for (const type of ['Invoice', 'SalesReceipt'] as const) {
			const { Id, SyncToken } = await client.create(type, bodies[type] ?? {});
			const tracked = await client.operate('update', type, { Id, SyncToken, sparse: true, TrackingNum: '1Z8' });
			await client.operate('void', type, { Id, SyncToken: tracked.SyncToken });
		}
		const { Id, SyncToken } = await client.create('Estimate', bodies.Estimate ?? {});
		expect(await client.operate('delete', 'Estimate', { Id, SyncToken })).toMatchObject({ status: 'Deleted' });
		await client.operate('update', 'Customer', { Id: '1', SyncToken: '0', sparse: true, Active: false });
	}

	whenSchemasAreThere.each(companies)('%s: every list and every document', async (_where, company, code, currency) => {
		const quickbooks = await startQuickBooks({ company });
		const client = new SimulatedClient(quickbooks);
		const before = answersChecked;
		await busyDay(quickbooks, code, currency);
		for (const type of [...lists, ...documents]) {
			const rows = listOf((await client.query(`select * from ${type}`))[type]);
			expect([type, rows.length > 0]).toEqual([type, true]);
			for (const row of rows) expect(entityErrors(type, row)).toBeUndefined();
			const one = type === 'Preferences' ? 'preferences' : `${type.toLowerCase()}/${String(rows[0]?.Id)}`;
			expect((await client.send('GET', one)).status).toBe(200);
		}
		expect(await client.query('select * from Bill')).toEqual({});
		expect(answersChecked - before).toBeGreaterThan(50);
		expect(quickbooks.audit()).toEqual([]);
		await quickbooks.close();
	});

	whenSchemasAreThere('batches, changes, faults and a refused token', async () => {
		const quickbooks = await startQuickBooks({ clock: new MovableClock('2026-03-01T12:00:00Z') });
		const client = new SimulatedClient(quickbooks);
		const before = answersChecked;
		const receipt = { Line: [line('8', 1, 12.5)] };
		const items = await client.batch([
			{ bId: '1', operation: 'create', SalesReceipt: { ...receipt, DocNumber: 'A-1' } },
			{ bId: '2', operation: 'create', SalesReceipt: { Line: [line('999', 1, 1)] } },
			{ bId: '3', Query: 'select * from Customer' },
			{ bId: '4', Query: 'select count(*) from Customer' },
			{ bId: '5', Query: 'select from' },
		]);
		expect(items.map(codeIn)).toEqual([undefined, '2500', undefined, undefined, '4000']);
		const { Id } = quickbooks.byHand.create('Estimate', { CustomerRef: { value: '2' }, ...receipt });
		quickbooks.byHand.delete('Estimate', Id);
		const cdc = await client.send('GET', 'cdc?entities=SalesReceipt,Estimate,Customer&changedSince=2026-02-28');
		expect(listOf(listOf(cdc.body.CDCResponse)[0]?.QueryResponse)).toMatchObject([
			{ SalesReceipt: [{ DocNumber: 'A-1' }] },
			{ Estimate: [{ Id, status: 'Deleted' }] },
			{ Customer: [{ Id: '1' }, { Id: '2' }] },
		]);
		expect(await client.refusal('SalesReceipt', { ...receipt, Unknown: 1 })).toBe('2010');
		quickbooks.faults.throttle();
		expect((await client.send('GET', 'customer/1')).status).toBe(429);
		client.use('no token');
		expect((await client.send('GET', 'customer/1')).status).toBe(401);
		expect(answersChecked - before).toBe(5);
		await quickbooks.close();
	});

	whenSchemasAreThere('whatever happens in the books, every document keeps its form', () => {
		let checked = 0;
		for (const [, company, code, currency] of companies) {
			fc.assert(
				fc.property(bookkeepingEvents([code]), (events) => {
					const books = newCompany({ company });
					const byHand = new ByHand(books);
					byHand.create('Customer', { DisplayName: 'Someone', CurrencyRef: { value: currency } });
					for (const event of events) {
						try {
							event(books, byHand);
						} catch (error) {
							if (!(error instanceof QuickBooksFault)) throw error;
						}
					}
					for (const document of books.documents()) {
						const type = books.typeOf(document) ?? '';
						expect(entityErrors(type, readBack(books, type, document))).toBeUndefined();
						checked += 1;
					}
				}),
				{ numRuns: 20 },
			);
		}
		expect(checked).toBeGreaterThan(200);
	});

	whenSchemasAreThere('an answer with an unknown property would be noticed', () => {
		expect(() => checkAnswer({ Invoice: { Id: '1', Totally: 'invented' } })).toThrow(/additional properties/);
		expect(entityErrors('Invoice', { Id: '1', Totally: 'invented' })).toMatch(/additional properties/);
	});
});

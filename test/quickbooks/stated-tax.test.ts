import { documentKey } from '../../nodes/qb-documents/document-key';
import type { DocumentType } from '../../nodes/qb-documents/qb-document';
import { addTracking } from '../../nodes/quickbooks/tracking/add-tracking';
import { shippedOrderSchema } from '../../nodes/shipstation/shipped-order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { listOf, type Entity } from '../simulators/quickbooks/wire-values';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

interface Place {
	company: NonNullable<QuickBooksOptions['company']>;
	tax: NonNullable<SyncSettingsInput['tax']>;
	/** What must be said beside the total, or QuickBooks computes 20.00. */
	beside?: 'TaxLine' | 'TxnTaxCodeRef';
	taxInclusive?: true;
}

const GB: Place = {
	company: { country: 'GB', homeCurrency: 'GBP', partnerTaxEnabled: undefined },
	tax: { mode: 'codes', taxableCode: '20.0% S', nonTaxableCode: 'No VAT' },
	beside: 'TaxLine',
};

/** Where what was stated is not what QuickBooks would compute: 20 % of 100.00 is 20.00, and the shop charged 19.99. */
const PLACES: Record<string, Place> = {
	'the UK': GB,
	'the UK, at prices that contain it': { ...GB, taxInclusive: true },
	'the US with automated tax': { company: {}, tax: { mode: 'override' } },
	'the US with own rates': { company: { partnerTaxEnabled: undefined }, tax: { mode: 'usCodes', usualCode: 'California' }, beside: 'TxnTaxCodeRef' },
};

describe.each(Object.entries(PLACES))('tax as the shop charged it, in a company in %s', (_name, { company, tax, beside, taxInclusive }) => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench({ company, behaviour: { taxOverride: beside === 'TxnTaxCodeRef' ? 'withCode' : 'either', taxInclusive: 'net' } });
	});
	afterEach(async () => {
		expect(bench.company.audit()).toEqual([]);
		await bench.close();
	});

	const currency = company.homeCurrency ?? 'USD';
	const sold = (net = '100.00', total = '119.99') =>
		makeOrder('1001', { currency, taxInclusive, lines: [{ id: '1', sku: 'LAMP', title: 'Lamp', quantity: '1', gross: net, net, tax: '19.99' }], shipping: [], totals: { total } });
	const post = (order = sold(), settings: SyncSettingsInput = {}, whenChanged: 'leave' | 'update' = 'leave') =>
		bench.post([planFor(order, { ...SETTINGS, tax, ...settings })], { whenChanged, whenNumberTaken: 'adopt' }).then(only);
	const documents = (type: 'SalesReceipt' | 'Invoice' | 'Estimate') => bench.company.company.documents(type);

	async function ship(type: DocumentType, { Id: id }: Entity, invoiceSalesOrders = false): Promise<void> {
		const qbDocument = { realmId: bench.company.realmId, type, id };
		const order = { orderId: 1, orderKey: documentKey(qbDocument), orderNumber: '1001' };
		const parcels = [{ kind: 'label', id: 1, trackingNumber: '1Z111', service: 'UPS Ground', shipDate: '2026-03-05' }];
		const shipped = shippedOrderSchema.parse({ document: 'shippedOrder', qbDocument, order, parcels, complete: true });
		const run = await addTracking([shipped], { invoiceSalesOrders, writeSamples: false }, { quickbooks: bench.gateway(), clock: bench.clock });
		expect(run.ok && run.value.reports.map(({ outcome }) => outcome)).toEqual(['posted']);
	}

	test('stays when tracking is written', async () => {
		await post();
		await ship('SalesReceipt', documents('SalesReceipt')[0]!);
		expect(documents('SalesReceipt')).toMatchObject([{ TrackingNum: '1Z111', TotalAmt: 119.99, TxnTaxDetail: { TotalTax: 19.99 } }]);
		expect(await post()).toMatchObject({ outcome: 'unchanged', remarks: [] });
	});

	test('goes from a sales order into the invoice that its shipment makes', async () => {
		await post(sold(), { transactionType: 'salesOrder' });
		await ship('Estimate', documents('Estimate')[0]!, true);
		expect(documents('Invoice')).toMatchObject([{ TotalAmt: 119.99, TxnTaxDetail: { TotalTax: 19.99 } }]);
	});

	test('stays on an invoice that a person made of the sales order, when that is taken for the order\'s own', async () => {
		await post(sold(), { transactionType: 'salesOrder' });
		const [estimate] = documents('Estimate');
		const { CustomerRef, CurrencyRef, GlobalTaxCalculation, Line, TxnTaxDetail, Id } = estimate!;
		const lines = listOf(Line).filter(({ DetailType }) => DetailType !== 'SubTotalLineDetail');
		bench.company.byHand.create('Invoice', { CustomerRef, CurrencyRef, GlobalTaxCalculation, Line: lines, TxnTaxDetail, LinkedTxn: [{ TxnId: Id, TxnType: 'Estimate' }] });
		const chain = { transactionType: 'salesOrderInvoicePayment' as const };
		expect(await post(sold(), chain)).toMatchObject({ outcome: 'posted', summary: expect.stringMatching(/adopted, Payment of 119.99 created/) });
		expect(documents('Invoice')).toMatchObject([{ TotalAmt: 119.99, Balance: 0, TxnTaxDetail: { TotalTax: 19.99 } }]);
		expect(await post(sold(), chain)).toMatchObject({ outcome: 'unchanged' });
	});

	test('goes from a sales order into the invoice and onto its payment, posted at once', async () => {
		expect(await post(sold(), { transactionType: 'salesOrderInvoicePayment' })).toMatchObject({ outcome: 'posted', difference: '0' });
		expect(documents('Estimate')).toMatchObject([{ TxnStatus: 'Closed', TotalAmt: 119.99 }]);
		expect(documents('Invoice')).toMatchObject([{ TotalAmt: 119.99, Balance: 0, TxnTaxDetail: { TotalTax: 19.99 } }]);
	});

	test('is said again when the order is rewritten, and goes when it is planned without', async () => {
		await post();
		const dearer = sold('100.01', '120.00');
		expect(await post(dearer, {}, 'update')).toMatchObject({ outcome: 'posted', action: 'updated', booksTotal: '120' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 120, TxnTaxDetail: { TotalTax: 19.99 } }]);
		const free = makeOrder('1001', { currency, lines: [{ id: '1', sku: 'LAMP', title: 'Lamp', quantity: '1', gross: '90.00', net: '90.00' }], shipping: [], totals: { total: '90.00' } });
		expect(await post(free, { tax: { mode: 'none' } }, 'update')).toMatchObject({ outcome: 'posted', booksTotal: '90' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 90, TxnTaxDetail: { TotalTax: 0 } }]);
	});

	test("stays as it was when a person's document is taken for the order's own", async () => {
		await post();
		const [receipt] = documents('SalesReceipt');
		bench.company.byHand.edit('SalesReceipt', receipt!.Id, { PrivateNote: 'Entered by Ann', TxnTaxDetail: receipt!.TxnTaxDetail });
		bench.forget();
		expect(await post()).toMatchObject({ outcome: 'posted', action: 'adopted' });
		expect(documents('SalesReceipt')).toMatchObject([{ TotalAmt: 119.99, TxnTaxDetail: { TotalTax: 19.99 } }]);
	});
});

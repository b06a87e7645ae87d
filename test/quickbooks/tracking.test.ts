import { documentKey } from '../../nodes/qb-documents/document-key';
import type { DocumentType } from '../../nodes/qb-documents/qb-document';
import { noteWithTracking, numbersInNote, withoutTracking } from '../../nodes/quickbooks/tracking/tracking-note';
import { addTracking, type TrackingChoices } from '../../nodes/quickbooks/tracking/add-tracking';
import type { TrackingReport } from '../../nodes/quickbooks/tracking/tracking-report';
import { shippedOrderSchema, type ShippedOrder } from '../../nodes/shipstation/shipped-order';
import { startDocumentsBench, type DocumentsBench } from '../qb-documents/documents-bench';
import { line } from '../simulators/quickbooks/simulated-client';
import { fault, isBatch } from '../simulators/quickbooks/quickbooks-simulator';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { makeOrder, planFor } from './posting-bench';

let bench: DocumentsBench;
const open = async (options: QuickBooksOptions = {}) => {
	bench = await startDocumentsBench(options);
};
afterEach(async () => await bench.close());

const CHOICES: TrackingChoices = { invoiceSalesOrders: false, writeSamples: false };

const parcel = (trackingNumber: string, more: object = {}) => ({ kind: 'label' as const, id: Number(trackingNumber.replace(/\D/g, '')) || 1, trackingNumber, service: 'UPS Ground', shipDate: '2026-03-05', ...more });

/** What ShipStation shipped of a document. */
function shipped(document: Pick<Entity, 'Id'>, type: DocumentType = 'Invoice', more: object = {}): ShippedOrder {
	const qbDocument = { realmId: bench.company.realmId, type, id: document.Id };
	const order = { orderId: 1, orderKey: documentKey(qbDocument), orderNumber: '1042' };
	return shippedOrderSchema.parse({ document: 'shippedOrder', qbDocument, order, parcels: [parcel('1Z111')], complete: true, ...more });
}

async function add(orders: ShippedOrder[], choices: Partial<TrackingChoices> = {}): Promise<TrackingReport[]> {
	const run = await addTracking(orders, { ...CHOICES, ...choices }, { quickbooks: bench.gateway(), clock: bench.clock });
	if (!run.ok) throw new Error(`${run.failure.reason}: ${run.failure.message}`);
	return run.value.reports;
}

const now = (type: DocumentType, { Id }: Pick<Entity, 'Id'>) => bench.company.company.get(type, Id)!;

describe('tracking, ship date and method', () => {
	beforeEach(async () => await open());

	test('are written once; running twice changes nothing', async () => {
		const invoice = bench.enter('Invoice', { DocNumber: '1042' });
		expect(await add([shipped(invoice)])).toMatchObject([
			{
				document: 'tracking',
				outcome: 'posted',
				action: 'updated',
				summary: 'Invoice 1042: tracking, ship date, ship method written (1Z111)',
				transaction: { type: 'Invoice', trackingNumber: '1Z111', shipDate: '2026-03-05', shipMethod: 'UPS Ground' },
			},
		]);
		const { SyncToken } = now('Invoice', invoice);
		expect(now('Invoice', invoice)).toMatchObject({ TrackingNum: '1Z111', ShipDate: '2026-03-05', ShipMethodRef: { value: 'UPS Ground' }, TotalAmt: 49 });
		expect(await add([shipped(invoice)])).toMatchObject([{ outcome: 'unchanged', summary: 'Invoice 1042: its tracking stands already' }]);
		expect(now('Invoice', invoice).SyncToken).toBe(SyncToken);
	});

	test('two parcels, at once or one after the other, stand side by side; date and method are those of the first', async () => {
		const [together, apart] = [bench.enter('Invoice'), bench.enter('SalesReceipt')];
		await add([shipped(together, 'Invoice', { parcels: [parcel('A1'), parcel('A2', { shipDate: '2026-03-06' })] }), shipped(apart, 'SalesReceipt', { parcels: [parcel('B1')] })]);
		await add([shipped(apart, 'SalesReceipt', { parcels: [parcel('B2', { shipDate: '2026-03-09', service: 'FedEx' })] })]);
		expect(now('Invoice', together)).toMatchObject({ TrackingNum: 'A1, A2', ShipDate: '2026-03-05' });
		expect(now('SalesReceipt', apart)).toMatchObject({ TrackingNum: 'B1, B2', ShipDate: '2026-03-05', ShipMethodRef: { value: 'UPS Ground' } });
	});

	test('of a person are never replaced', async () => {
		const invoice = bench.enter('Invoice', { TrackingNum: 'picked up by Joe', ShipDate: '2026-02-28', ShipMethodRef: { value: 'Courier' } });
		await add([shipped(invoice)]);
		expect(now('Invoice', invoice)).toMatchObject({ TrackingNum: 'picked up by Joe, 1Z111', ShipDate: '2026-02-28', ShipMethodRef: { value: 'Courier' } });
	});

	test('of a label that was voided are taken out again', async () => {
		const invoice = bench.enter('Invoice');
		await add([shipped(invoice, 'Invoice', { parcels: [parcel('WRONG1'), parcel('OK2')] })]);
		await add([shipped(invoice, 'Invoice', { parcels: [], voidedNumbers: ['WRONG1'] })]);
		expect(now('Invoice', invoice).TrackingNum).toBe('OK2');
		expect(await add([shipped(invoice, 'Invoice', { parcels: [], voidedNumbers: ['WRONG1'] })])).toMatchObject([{ outcome: 'unchanged' }]);
	});

	test('stand outside of what tells a document as posted by us from one that a person edited', async () => {
		const plan = planFor(makeOrder('1001'));
		await bench.post([plan]);
		const [receipt] = bench.company.company.documents('SalesReceipt');
		await add([shipped(receipt!, 'SalesReceipt')]);
		expect(now('SalesReceipt', receipt!)).toMatchObject({ TrackingNum: '1Z111', TotalAmt: 60.74 });
		const changed = planFor(makeOrder('1001', { totals: { total: '70.74' }, shipping: [{ title: 'Flat rate', gross: '15.99', net: '15.99' }] }));
		const again = await bench.post([changed], { whenChanged: 'update' });
		expect(again.postings).toMatchObject([{ outcome: 'posted', action: 'updated', booksTotal: '70.74' }]);
		expect(now('SalesReceipt', receipt!).TrackingNum).toBe('1Z111');
	});

	test('of an automated tax company leave its tax as it was', async () => {
		const invoice = bench.enter('Invoice', { Line: [line('7', 1, 24, { TaxCodeRef: { value: 'TAX' } })], TxnTaxDetail: { TotalTax: 1.23 } });
		await add([shipped(invoice)]);
		expect(now('Invoice', invoice)).toMatchObject({ TxnTaxDetail: { TotalTax: 1.23 }, TotalAmt: 25.23, TrackingNum: '1Z111' });
		expect(bench.company.payloads().filter(({ operation }) => operation === 'update')).toMatchObject([{ body: { TxnTaxDetail: { TotalTax: 1.23 }, sparse: true } }]);
	});

	test('that QuickBooks finds too long go into the private note, behind the first', async () => {
		const invoice = bench.enter('Invoice', { PrivateNote: 'Fragile' });
		bench.company.faults.failItem(fault('2050', 'The string is too long', 'TrackingNum'), (item) => JSON.stringify(item).includes('"A1, A2"'));
		const two = shipped(invoice, 'Invoice', { parcels: [parcel('A1'), parcel('A2')] });
		expect(await add([two])).toMatchObject([{ outcome: 'posted' }]);
		expect(now('Invoice', invoice)).toMatchObject({ TrackingNum: 'A1', PrivateNote: 'Fragile\nTracking: A2', ShipDate: '2026-03-05' });
		expect(await add([two])).toMatchObject([{ outcome: 'unchanged' }]);
	});

	test.each(['reset', 'truncate'] as const)('whose answer is lost (%s) are looked for and not written twice', async (effect) => {
		const invoices = [bench.enter('Invoice'), bench.enter('Invoice')];
		bench.company.faults[effect]({ when: 'after', times: 1, matches: (request) => isBatch(request) && JSON.stringify(request.body).includes('TrackingNum') });
		expect((await add(invoices.map((invoice) => shipped(invoice)))).map(({ outcome }) => outcome)).toEqual(['posted', 'posted']);
		expect(invoices.map((invoice) => [now('Invoice', invoice).TrackingNum, now('Invoice', invoice).SyncToken])).toEqual([['1Z111', '1'], ['1Z111', '1']]);
	});

	test('are for a person when the document was voided, deleted, or belongs to another company', async () => {
		const [voided, gone] = [bench.enter('Invoice'), bench.enter('Invoice')];
		bench.company.byHand.void('Invoice', voided.Id);
		bench.company.byHand.delete('Invoice', gone.Id);
		const other = shipped({ Id: '1' });
		other.qbDocument.realmId = '999';
		expect((await add([shipped(voided), shipped(gone), other])).map(({ attention }) => attention?.reason)).toEqual(['shipped-and-voided', 'shipped-and-deleted', 'another-company']);
	});

	test('are not written into closed books', async () => {
		const invoice = bench.enter('Invoice', { TxnDate: '2026-01-15' });
		bench.company.company.settings.bookCloseDate = '2026-01-31';
		bench.company.resetCounters();
		expect(await add([shipped(invoice)])).toMatchObject([{ outcome: 'needsAttention', attention: { reason: 'books-closed' } }]);
		expect(bench.company.counters.writes).toBe(0);
	});

	test('of samples are only previewed, unless that is told', async () => {
		const invoice = bench.enter('Invoice');
		expect(await add([shipped(invoice, 'Invoice', { sample: true })])).toMatchObject([{ outcome: 'preview', payload: { TrackingNum: '1Z111' } }]);
		expect(now('Invoice', invoice).TrackingNum).toBeUndefined();
		expect(await add([shipped(invoice, 'Invoice', { sample: true })], { writeSamples: true })).toMatchObject([{ outcome: 'posted' }]);
	});

	test('of a hundred documents cost at most six calls', async () => {
		const invoices = Array.from({ length: 100 }, () => bench.enter('Invoice'));
		bench.company.resetCounters();
		expect((await add(invoices.map((invoice, index) => shipped(invoice, 'Invoice', { parcels: [parcel(`T${index}`)] })))).every(({ outcome }) => outcome === 'posted')).toBe(true);
		expect(bench.company.counters.calls).toBeLessThanOrEqual(6);
	});
});

test('somebody who edits a document at the same moment is not undone', async () => {
	await open();
	const invoice = bench.enter('Invoice');
	const quickbooks = bench.gateway();
	const real = quickbooks.batch.bind(quickbooks);
	let edited = false;
	quickbooks.batch = async (items, requestId) => {
		if (!edited && items.some((item) => item.kind === 'write')) {
			edited = true;
			bench.company.byHand.edit('Invoice', invoice.Id, { CustomerMemo: { value: 'Thank you' }, TrackingNum: 'BY-HAND' });
		}
		return await real(items, requestId);
	};
	const run = await addTracking([shipped(invoice)], CHOICES, { quickbooks, clock: bench.clock });
	expect(run).toMatchObject({ ok: true, value: { reports: [{ outcome: 'posted' }] } });
	expect(now('Invoice', invoice)).toMatchObject({ CustomerMemo: { value: 'Thank you' }, TrackingNum: 'BY-HAND, 1Z111' });
});

describe.each([false, true])('a sales order, where QuickBooks keeps a tracking number on it: %s', (estimateKeepsTracking) => {
	beforeEach(async () => await open({ behaviour: { estimateKeepsTracking } }));

	test('has its tracking somewhere, once', async () => {
		const mark = '[order-sync] woocommerce | shop.example.test | 77 | part sales-order | facts 0123456789ab | posted ba9876543210';
		const estimate = bench.enter('Estimate', { TxnStatus: 'Accepted', PrivateNote: `Fragile\n${mark}` });
		expect(await add([shipped(estimate, 'Estimate')])).toMatchObject([{ outcome: 'posted' }]);
		const standing = now('Estimate', estimate);
		expect([standing.TrackingNum, standing.PrivateNote]).toEqual(estimateKeepsTracking ? ['1Z111', `Fragile\n${mark}`] : [undefined, `Fragile\nTracking: 1Z111\n${mark}`]);
		expect(await add([shipped(estimate, 'Estimate')])).toMatchObject([{ outcome: 'unchanged' }]);
		const [read] = (await bench.read(new Date(bench.company.clock.now() - 60_000).toISOString())).filter(({ type }) => type === 'Estimate');
		expect(read).toMatchObject({ trackingNumber: '1Z111', note: 'Fragile', mark: { id: '77' } });
	});

	test('that was invoiced has it on the invoice', async () => {
		const estimate = bench.enter('Estimate', { TxnStatus: 'Accepted' });
		const invoice = bench.enter('Invoice', { LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }] });
		expect(await add([shipped(estimate, 'Estimate')])).toMatchObject([{ outcome: 'posted', transaction: { type: 'Invoice', id: invoice.Id } }]);
		expect(now('Invoice', invoice).TrackingNum).toBe('1Z111');
	});

	test('gets its invoice when all of it has left, where that is chosen: same total, linked, dated on that day', async () => {
		const estimate = bench.enter('Estimate', {
			TxnStatus: 'Accepted',
			DocNumber: 'E-7',
			Line: [line('7', 1, 24, { TaxCodeRef: { value: 'TAX' } }), line('8', 2, 12.5, { TaxCodeRef: { value: 'NON' } })],
			TxnTaxDetail: { TotalTax: 1.5 },
			CustomerMemo: { value: 'Thank you' },
		});
		const part = shipped(estimate, 'Estimate', { complete: false, parcels: [parcel('A1')] });
		expect(await add([part], { invoiceSalesOrders: true })).toMatchObject([{ action: 'updated', transaction: { type: 'Estimate' } }]);
		const whole = shipped(estimate, 'Estimate', { parcels: [parcel('A2', { shipDate: '2026-03-07' })] });
		const [made] = await add([whole], { invoiceSalesOrders: true });
		expect(made).toMatchObject({ outcome: 'posted', action: 'invoiced', summary: 'Invoice E-7 made of Estimate E-7, with its tracking', transaction: { type: 'Invoice', total: '50.5' } });
		const invoice = now('Invoice', { Id: made!.transaction!.id });
		expect(invoice).toMatchObject({ TxnDate: '2026-03-07', TotalAmt: 50.5, Balance: 50.5, CustomerMemo: { value: 'Thank you' }, LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }] });
		expect([invoice.TrackingNum, ...numbersInNote(invoice.PrivateNote)].join()).toContain('A2');
		expect(now('Estimate', estimate).TxnStatus).toBe('Closed');

		expect(await add([whole], { invoiceSalesOrders: true })).toMatchObject([{ outcome: 'unchanged' }]);
		expect(bench.company.company.documents('Invoice')).toHaveLength(1);
	});
});

describe('what a label cost', () => {
	beforeEach(async () => await open());
	const cost = { by: 'name', value: 'Shipping' } as const;
	const withCost = { parcels: [parcel('A71', { cost: '7.25' })] };

	test('is added only by choice, as a line, once', async () => {
		const invoice = bench.enter('Invoice');
		await add([shipped(invoice, 'Invoice', withCost)]);
		expect(now('Invoice', invoice).TotalAmt).toBe(49);
		expect(await add([shipped(invoice, 'Invoice', withCost)], { cost })).toMatchObject([{ outcome: 'posted' }]);
		expect(now('Invoice', invoice)).toMatchObject({ TotalAmt: 56.25, TrackingNum: 'A71' });
		expect(await add([shipped(invoice, 'Invoice', withCost)], { cost })).toMatchObject([{ outcome: 'unchanged' }]);
	});

	test('is never added to a paid document, in part too, nor to one that an order of a selling channel made', async () => {
		const receipt = bench.enter('SalesReceipt');
		const partly = bench.enter('Invoice');
		bench.company.byHand.create('Payment', { CustomerRef: { value: '2' }, TotalAmt: 10, Line: [{ Amount: 10, LinkedTxn: [{ TxnId: partly.Id, TxnType: 'Invoice' }] }] });
		const marked = bench.enter('Invoice', { PrivateNote: '[order-sync] woocommerce | shop.example.test | 77 | facts 0123456789ab | posted ba9876543210' });
		const reports = await add([shipped(receipt, 'SalesReceipt', withCost), shipped(partly, 'Invoice', withCost), shipped(marked, 'Invoice', withCost)], { cost });
		expect(reports.map(({ outcome, remarks }) => [outcome, remarks.length])).toEqual([['posted', 1], ['posted', 1], ['posted', 1]]);
		expect([now('SalesReceipt', receipt), now('Invoice', partly), now('Invoice', marked)].map(({ TotalAmt, TrackingNum }) => [TotalAmt, TrackingNum])).toEqual([[49, 'A71'], [49, 'A71'], [49, 'A71']]);
		expect(now('Invoice', partly).Balance).toBe(39);
	});

	test('is not added where the item does not exist: the run stops by name', async () => {
		await expect(add([shipped(bench.enter('Invoice'), 'Invoice', withCost)], { cost: { by: 'name', value: 'Freight' } })).rejects.toThrow("'Shipping Cost Item' names 'Freight'");
	});
});

test('the line in a note is found, replaced and taken out, wherever a person put it', async () => {
	await open();
	const note = 'Tracking: A, B\nFragile';
	expect(numbersInNote(note)).toEqual(['A', 'B']);
	expect(withoutTracking(note)).toBe('Fragile');
	expect(noteWithTracking(note, ['C'])).toBe('Fragile\nTracking: C');
	expect(noteWithTracking('x'.repeat(5000), ['C'])).toHaveLength(4000);
	expect(noteWithTracking(undefined, ['C'])).toBe('Tracking: C');
});

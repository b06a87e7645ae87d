import type { QbDocument } from '../../nodes/qb-documents/qb-document';
import { line } from '../simulators/quickbooks/simulated-client';
import { startDocumentsBench, type DocumentsBench } from './documents-bench';

const DAY = 24 * 60 * 60_000;

let bench: DocumentsBench;
beforeEach(async () => {
	bench = await startDocumentsBench();
});
afterEach(async () => await bench.close());

const named = (documents: QbDocument[]) => documents.map(({ type, id }) => `${type}-${id}`);
const noTax = { TaxCodeRef: { value: 'NON' } };

test('new and changed documents come in the order of their changes, with customer, products and payment', async () => {
	const from = bench.now();
	const invoice = bench.enter('Invoice', { DocNumber: '1' });
	const receipt = bench.enter('SalesReceipt', { DocNumber: '2' });
	bench.wait(1_000);
	bench.company.byHand.create('Payment', { CustomerRef: { value: '2' }, TotalAmt: 49, TxnDate: '2026-03-05', Line: [{ Amount: 49, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }] });

	const documents = await bench.read(from);
	expect(named(documents)).toEqual([`SalesReceipt-${receipt.Id}`, `Invoice-${invoice.Id}`]);
	expect(documents[1]).toMatchObject({
		docNumber: '1',
		paid: true,
		amountPaid: '49',
		paidOn: '2026-03-05',
		customer: { name: "Amelia's Garden Studio", givenName: 'Amelia', email: 'amelia@example.com' },
		lines: [{ sku: 'TOTE-01', quantity: '1' }, { sku: 'MUG-01', quantity: '2' }],
		company: { currency: 'USD', country: 'US' },
	});
});

test('a voided and a deleted document come as such', async () => {
	const voided = bench.enter('Invoice');
	const deleted = bench.enter('Invoice');
	bench.wait(5_000);
	const from = bench.now();
	bench.company.byHand.void('Invoice', voided.Id);
	bench.wait(1_000);
	bench.company.byHand.delete('Invoice', deleted.Id);
	expect((await bench.read(from)).map(({ id, status }) => [id, status])).toEqual([
		[voided.Id, 'voided'],
		[deleted.Id, 'deleted'],
	]);
});

test('an invoice of a sales order knows it, and the sales order comes along, closed', async () => {
	const from = bench.now();
	const estimate = bench.enter('Estimate', { TxnStatus: 'Accepted', DocNumber: 'E-1' });
	const invoice = bench.enter('Invoice', { LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }] });
	const documents = await bench.read(from);
	expect(documents).toMatchObject([
		{ type: 'Estimate', estimateStatus: 'Closed', links: [{ type: 'Invoice', id: invoice.Id }] },
		{ type: 'Invoice', estimate: { id: estimate.Id, docNumber: 'E-1', status: 'Closed', invoices: [invoice.Id] } },
	]);
});

describe('what was given back', () => {
	const refundsOf = (documents: QbDocument[]) => documents.map((document) => ('refunds' in document ? document.refunds.map(({ type, total }) => [type, total]) : []));

	test('a credit memo that was applied to the invoice of the same products belongs to it', async () => {
		const from = bench.now();
		const invoice = bench.enter('Invoice');
		const memo = bench.enter('CreditMemo', { Line: [line('8', 1, 12.5, noTax)] });
		bench.company.byHand.create('Payment', {
			CustomerRef: { value: '2' },
			TotalAmt: 0,
			Line: [
				{ Amount: 12.5, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
				{ Amount: 12.5, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] },
			],
		});
		expect(refundsOf(await bench.read(from))).toEqual([[['CreditMemo', '12.5']]]);
	});

	test('a credit of an older order that pays for a newer one is a way to pay', async () => {
		const memo = bench.enter('CreditMemo', { Line: [line('8', 1, 12.5, noTax)] });
		bench.wait(5_000);
		const from = bench.now();
		const invoice = bench.enter('Invoice');
		bench.company.byHand.create('Payment', {
			CustomerRef: { value: '2' },
			TotalAmt: 0,
			Line: [
				{ Amount: 12.5, LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] },
				{ Amount: 12.5, LinkedTxn: [{ TxnId: memo.Id, TxnType: 'CreditMemo' }] },
			],
		});
		expect(refundsOf((await bench.read(from)).filter(({ type }) => type === 'Invoice'))).toEqual([[]]);
	});

	test('a refund of an order of ours brings the sale again, although that did not change', async () => {
		const mark = (part: string) => `[order-sync] woocommerce | shop.example.test | 77 |${part} facts 0123456789ab | posted ba9876543210`;
		const sale = bench.enter('SalesReceipt', { DocNumber: '1001', PrivateNote: mark('') });
		bench.wait(DAY);
		const from = bench.now();
		bench.enter('RefundReceipt', { DocNumber: '1001-R1', PrivateNote: mark(' part refund%209 |'), Line: [line('7', 1, 24, noTax)] });
		const documents = await bench.read(from);
		expect(named(documents)).toEqual([`SalesReceipt-${sale.Id}`]);
		expect(refundsOf(documents)).toEqual([[['RefundReceipt', '24']]]);
		expect(documents[0]?.updatedAt?.slice(0, 10)).toBe(bench.now().slice(0, 10));
	});
});

test('a thousand documents of a thousand customers cost at most eight calls', async () => {
	const from = bench.now();
	for (let count = 0; count < 1_000; count += 1) {
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: `Customer ${count}` });
		bench.enter(count % 3 === 0 ? 'SalesReceipt' : 'Invoice', { CustomerRef: { value: Id } });
	}
	bench.company.resetCounters();
	const documents = await bench.read(from);
	expect(new Set(named(documents)).size).toBe(1_000);
	expect(documents.every((document) => 'customer' in document && document.customer?.name.startsWith('Customer'))).toBe(true);
	expect(bench.company.counters.calls).toBeLessThanOrEqual(8);
});

test('more than a thousand changes in one second, and more than a page holds, are read to the end', async () => {
	const from = bench.now();
	bench.wait(1_000);
	for (let count = 0; count < 1_050; count += 1) {
		bench.company.byHand.create('Invoice', { CustomerRef: { value: '2' }, Line: [line('7', 1, 24, noTax)] });
	}
	for (let count = 0; count < 30; count += 1) bench.enter('SalesReceipt');
	const documents = await bench.read(from, 400);
	expect(new Set(named(documents)).size).toBe(1_080);
	expect(documents).toHaveLength(1_080);
});

test('changes of longer ago than change data capture reaches are queried', async () => {
	const from = bench.now();
	const invoice = bench.enter('Invoice');
	bench.wait(60 * DAY);
	const receipt = bench.enter('SalesReceipt');
	expect(named(await bench.read(from))).toEqual([`Invoice-${invoice.Id}`, `SalesReceipt-${receipt.Id}`]);
});

test('a page mark that this version did not write is refused, so that reading begins again', async () => {
	const page = await bench.fetchPage({ by: 'updated', order: 'oldest', statuses: [], pageSize: 10, pageToken: 'from another version' });
	expect(page).toMatchObject({ ok: false, failure: { cause: 'configuration-invalid', reason: 'page-mark-unknown' } });
});

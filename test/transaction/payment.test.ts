import { mainForm } from '../../nodes/transaction/parts';
import { payment, planned, refusal, saleOf } from './planned';

const authorised = payment('21.40', { kind: 'authorization' });

describe('a Sales Receipt', () => {
	test('of a paid order is posted', () => {
		expect(planned().hold).toBeUndefined();
	});

	test.each([
		['nothing is paid', [], '0.00 USD of 21.40 USD: 21.40 USD is still to be paid.'],
		['it is only authorised', [authorised], '21.40 USD is still to be paid; an authorisation is not a payment yet.'],
		['a part is paid', [payment('20.00')], '20.00 USD of 21.40 USD: 1.40 USD is still to be paid.'],
		['the payment is pending', [payment('21.40', { status: 'pending' })], '21.40 USD is still to be paid.'],
		['the payment was declined', [payment('21.40', { status: 'failure' })], '21.40 USD is still to be paid.'],
	])('waits when %s', (_, payments, told) => {
		const plan = planned({ payments, paymentStatus: payments.length > 0 ? 'paid' : 'unpaid' });
		expect(plan.hold).toMatchObject({ reason: 'waiting-for-payment', message: expect.stringContaining(told) });
		expect(mainForm(plan).type).toBe('SalesReceipt');
	});

	test('becomes an Invoice when told so', () => {
		const plan = planned({ payments: [authorised] }, { unpaidReceipt: 'invoice' });
		expect(plan.hold).toBeUndefined();
		expect(mainForm(plan)).toMatchObject({ type: 'Invoice', documentTotal: '21.40' });
		expect(mainForm(plan).depositAccount).toBeUndefined();
	});

	test('trusts the word of a shop that lists no payments', () => {
		const plan = planned({ payments: [], paymentStatus: 'paid' });
		expect(plan.hold).toBeUndefined();
		expect(plan.remarks).toEqual(['The order lists no payments; it is taken as paid because the shop says so.']);
	});

	test('is not made from money of another currency', () => {
		expect(refusal({ payments: [payment('21.40', { currency: 'CAD' })] })).toMatchObject({ reason: 'payment-unclear' });
	});

	test('carries a reference that QuickBooks can hold; a longer one is in the note', () => {
		expect(saleOf({ payments: [payment('21.40', { reference: 'ch_123' })] }).paymentReference).toBe('ch_123');
		const sale = saleOf({ payments: [payment('21.40', { reference: 'pi_3NxYzAbCdEfGhIjKlMnOpQrS' })] });
		expect(sale.paymentReference).toBeUndefined();
		expect(sale.privateNote).toContain('Payment reference: pi_3NxYzAbCdEfGhIjKlMnOpQrS');
	});

});

describe('an order that is not to be posted now is planned all the same', () => {
	test.each([
		['cancelled', { status: 'cancelled' as const, cancelledAt: '2026-03-02T10:00:00Z' }],
		['draft', { status: 'draft' as const }],
		['test-order', { isTest: true }],
	])('%s', (reason, changes) => {
		const plan = planned(changes);
		expect(plan.hold).toMatchObject({ reason });
		expect(mainForm(plan).documentTotal).toBe('21.40');
	});

	test('but a test order is posted when told so', () => {
		expect(planned({ isTest: true }, { testOrders: 'post' }).hold).toBeUndefined();
	});
});

import { mainForm, plannedPayments, plannedSalesOrder } from '../../nodes/transaction/parts';
import { itemLinesOf, payment, planned, refusal } from './planned';

const fees = { channelFees: [{ type: 'Commission', amount: '2.00', currency: 'USD' }], payments: [payment('21.40', { fee: '0.92' })] };
const line = { channelFees: 'line' as const };

describe('what channel and processor keep', () => {
	test('is left out when nothing is chosen', () => {
		const plan = planned(fees);
		expect(mainForm(plan).documentTotal).toBe('21.40');
		expect(plan).toMatchObject({ tenders: [], channelFees: '2.92' });
	});

	test('is a negative untaxed line each on a receipt, which then comes to what arrives', () => {
		const plan = planned(fees, { ...line, accounts: { channelFees: { by: 'id', value: '60' } } });
		const sale = mainForm(plan);
		expect(itemLinesOf(sale).slice(1).map(({ item, description, amount, taxable }) => [item.name, description, amount, taxable])).toEqual([
			['Channel Fees', 'Commission', '-2.00', false],
			['Channel Fees', 'Fee of stripe', '-0.92', false],
		]);
		expect(itemLinesOf(sale)[1]!.item.orElse).toMatchObject({ item: { incomeAccount: { value: '60', field: 'Channel Fees Account' } } });
		expect(sale.documentTotal).toBe('18.48');
		expect(sale.tax).toEqual({ mode: 'override', total: '1.40' });
		expect(plan.tenders).toMatchObject([{ kind: 'channelFee', amount: '2.00' }, { kind: 'channelFee', amount: '0.92' }]);
	});

	test('stays off invoices and sales orders, which say what the customer owes, and that is told', () => {
		const plan = planned(fees, { ...line, transactionType: 'salesOrderInvoicePayment' });
		expect([plannedSalesOrder(plan)!, mainForm(plan)].map(({ documentTotal }) => documentTotal)).toEqual(['21.40', '21.40']);
		expect(plannedPayments(plan)).toMatchObject([{ documentTotal: '21.40', applied: '21.40' }]);
		expect(plan.remarks).toContain('Fees of 2.92 USD are left out: an invoice says what the customer owes.');
	});

	test('does not lower the payments of an order that stands as an invoice by now', () => {
		const plan = planned(fees, { ...line, unpaidReceipt: 'invoice' });
		expect(mainForm(plan)).toMatchObject({ type: 'SalesReceipt', documentTotal: '18.48' });
		expect(plannedPayments(plan)).toMatchObject([{ documentTotal: '21.40', applied: '21.40' }]);
	});

	test('goes to a person in another currency, and beyond the order', () => {
		expect(refusal({ channelFees: [{ type: 'Commission', amount: '2.00', currency: 'EUR' }] }, line)).toMatchObject({
			reason: 'channel-fee-unclear',
			remedy: expect.stringContaining("'Channel Fees'"),
		});
		expect(refusal({ channelFees: [{ type: 'Commission', amount: '22.00', currency: 'USD' }] }, line).reason).toBe('channel-fees-exceed-total');
	});
});

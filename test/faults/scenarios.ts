import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { makeOrder, planFor, SETTINGS } from '../quickbooks/posting-bench';

/** What the books must hold of one order in the end: the totals of its documents, by type. */
export type Expected = Partial<Record<'Estimate' | 'SalesReceipt' | 'Invoice' | 'Payment' | 'RefundReceipt' | 'CreditMemo', string[]>>;

/** A run that a fault strikes, with what was posted before it in peace. */
export interface Scenario {
	name: string;
	before?: TransactionPlan[];
	plans: TransactionPlan[];
	expected: Expected;
	/** What is open on the order's invoice in the end. */
	balance?: string;
}

const NUMBERS = ['1001', '1002', '1003'];
const TOTAL = '60.74';

/** Orders of three people whom QuickBooks does not know, and of products it does not have. */
const plansOf = (settings: SyncSettingsInput, changes: (number: string) => Partial<OrderInput> = () => ({})): TransactionPlan[] =>
	NUMBERS.map((number) =>
		planFor(
			makeOrder(number, { customer: { firstName: 'Bo', lastName: `N${number}`, email: `bo${number}@example.com` }, ...changes(number) }),
			{ ...SETTINGS, customer: { mode: 'byEmail' }, ...settings },
		),
	);

const unpaid = () => ({ paymentStatus: 'unpaid' as const, payments: [] });
const inTwoParts = (number: string): Partial<OrderInput> => ({
	payments: ['40.00', '20.74'].map((amount, index) => ({
		id: `part-${index}-${number}`,
		kind: 'sale',
		status: 'success',
		method: 'card',
		amount,
		currency: 'USD',
		at: `2026-03-0${index + 1}T15:31:00Z`,
		reference: `ref-${number}-${index}`,
	})),
});
const refunded = (number: string): Partial<OrderInput> => ({
	totals: { total: TOTAL, refunded: '26.89' },
	refunds: [
		{ id: `a${number}`, at: '2026-03-05T10:00:00Z', amount: '21.89', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '19.99', tax: '1.90', restocked: true }] },
		{ id: `b${number}`, at: '2026-03-06T10:00:00Z', amount: '5.00', currency: 'USD', adjustment: '5.00' },
	],
});
const cancelled = () => ({ status: 'cancelled' as const, cancelledAt: '2026-03-10T10:00:00Z' });

const chain: SyncSettingsInput = { transactionType: 'salesOrderInvoicePayment' };

/** Each transaction type, and what comes to an order later. */
export const SCENARIOS: Scenario[] = [
	{ name: 'sales receipts', plans: plansOf({}), expected: { SalesReceipt: [TOTAL] } },
	{ name: 'invoices', plans: plansOf({ transactionType: 'invoice' }, unpaid), expected: { Invoice: [TOTAL] }, balance: TOTAL },
	{ name: 'invoices and payments', plans: plansOf({ transactionType: 'invoiceAndPayment' }, inTwoParts), expected: { Invoice: [TOTAL], Payment: ['40.00', '20.74'] }, balance: '0.00' },
	{ name: 'sales orders', plans: plansOf({ transactionType: 'salesOrder' }), expected: { Estimate: [TOTAL] } },
	{ name: 'sales orders, invoices and payments', plans: plansOf(chain), expected: { Estimate: [TOTAL], Invoice: [TOTAL], Payment: [TOTAL] }, balance: '0.00' },
	{
		name: 'payments that come later',
		before: plansOf({ transactionType: 'invoiceAndPayment' }, unpaid),
		plans: plansOf({ transactionType: 'invoiceAndPayment' }, inTwoParts),
		expected: { Invoice: [TOTAL], Payment: ['40.00', '20.74'] },
		balance: '0.00',
	},
	{
		name: 'invoices of sales orders that come later',
		before: plansOf({ ...chain, invoiceWhen: 'whenPaid' }, unpaid),
		plans: plansOf({ ...chain, invoiceWhen: 'whenPaid' }),
		expected: { Estimate: [TOTAL], Invoice: [TOTAL], Payment: [TOTAL] },
		balance: '0.00',
	},
	{ name: 'refund receipts', before: plansOf({}), plans: plansOf({}, refunded), expected: { SalesReceipt: [TOTAL], RefundReceipt: ['21.89', '5.00'] } },
	{
		name: 'credit memos',
		before: plansOf({ refunds: { as: 'creditMemo' } }),
		plans: plansOf({ refunds: { as: 'creditMemo' } }, refunded),
		expected: { SalesReceipt: [TOTAL], CreditMemo: ['21.89', '5.00'] },
	},
	{
		name: 'cancellations',
		before: plansOf({ transactionType: 'invoice' }, unpaid),
		plans: plansOf({ transactionType: 'invoice', cancellations: 'reverse' }, () => ({ ...unpaid(), ...cancelled() })),
		expected: {},
	},
];

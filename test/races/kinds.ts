import type { OrderInput } from '../../nodes/order/order';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { makeOrder, planFor, SETTINGS } from '../quickbooks/posting-bench';

export const TOTAL = '60.74';

/** What the books must hold of each order in the end: the totals of its documents, by type; of one type only, where several are named. */
export type Expected = Record<string, string[]>;

/** Orders that two workflows post, with the same settings or with others. */
export interface Kind {
	name: string;
	settings: SyncSettingsInput;
	/** Of the second workflow. */
	otherSettings?: SyncSettingsInput;
	changes?: (number: string) => Partial<OrderInput>;
	/** What was posted in peace before. */
	before?: (number: string) => Partial<OrderInput>;
	expected: Expected;
	/** What is open on each order's invoice. */
	balance?: string;
	/** Whether there may be a Payment where the order stands as an Invoice, which it then pays. */
	mayBePaid?: boolean;
}

const unpaid = () => ({ paymentStatus: 'unpaid' as const, payments: [] });
const refunded = (number: string): Partial<OrderInput> => ({
	totals: { total: TOTAL, refunded: '21.89' },
	refunds: [{ id: `r${number}`, at: '2026-03-05T10:00:00Z', amount: '21.89', currency: 'USD', lines: [{ lineId: '1', quantity: '1', net: '19.99', tax: '1.90', restocked: true }] }],
});

export const KINDS: Kind[] = [
	{ name: 'sales receipts', settings: {}, expected: { SalesReceipt: [TOTAL] } },
	{ name: 'invoices and payments', settings: { transactionType: 'invoiceAndPayment' }, expected: { Invoice: [TOTAL], Payment: [TOTAL] }, balance: '0.00' },
	{
		name: 'sales orders, invoices and payments',
		settings: { transactionType: 'salesOrderInvoicePayment' },
		expected: { Estimate: [TOTAL], Invoice: [TOTAL], Payment: [TOTAL] },
		balance: '0.00',
	},
	{
		name: 'receipts by one, invoices by the other',
		settings: {},
		otherSettings: { transactionType: 'invoice' },
		expected: { 'SalesReceipt|Invoice': [TOTAL] },
		mayBePaid: true,
	},
	{
		name: 'payments that come later',
		settings: { transactionType: 'invoiceAndPayment' },
		before: unpaid,
		expected: { Invoice: [TOTAL], Payment: [TOTAL] },
		balance: '0.00',
	},
	{ name: 'refunds', settings: {}, before: () => ({}), changes: refunded, expected: { SalesReceipt: [TOTAL], RefundReceipt: ['21.89'] } },
];

/** Ten orders a customer, so that the same customers are made at the same moment, too. */
const customerOf = (number: string) => ({ firstName: 'Bo', lastName: `N${number.slice(0, -1)}`, email: `bo${number.slice(0, -1)}@example.com` });

export function plansOf(numbers: string[], settings: SyncSettingsInput, changes: (number: string) => Partial<OrderInput> = () => ({})): TransactionPlan[] {
	return numbers.map((number) => planFor(makeOrder(number, { customer: customerOf(number), ...changes(number) }), { ...SETTINGS, customer: { mode: 'byEmail' }, ...settings }));
}

/** Far from where QuickBooks begins to count by itself. */
export const numbersOf = (orders: number): string[] => Array.from({ length: orders }, (_, index) => String(700_000 + index));

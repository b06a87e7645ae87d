import { z } from '../../vendor/zod';
import { conditionsSchema } from './conditions';

/** What an order can become, and what the editor calls it. */
export const transactionTypeNames = {
	invoice: 'Invoice',
	invoiceAndPayment: 'Invoice and Payment if Paid',
	salesOrder: 'Sales Order',
	salesOrderInvoicePayment: 'Sales Order, Invoice and Payment if Paid',
	salesReceipt: 'Sales Receipt',
} as const;

export type TransactionType = keyof typeof transactionTypeNames;

const types = Object.keys(transactionTypeNames) as [TransactionType, ...TransactionType[]];

const transactionTypeSchema = z.enum(types, {
	error: ({ input }) =>
		`must be one of ${Object.values(transactionTypeNames).map((name) => `'${name}'`).join(', ')}, and is '${String(input)}'`,
});

/** What an order becomes. */
export const typeChoice = {
	transactionType: transactionTypeSchema.default('salesReceipt'),
	/** When the invoice of a sales order comes. */
	invoiceWhen: z.enum(['atOnce', 'whenPaid', 'whenFulfilled']).default('atOnce'),
	/** What becomes of an unpaid order when Sales Receipts are wanted. */
	unpaidReceipt: z.enum(['wait', 'invoice']).default('wait'),
};

/** The first rule whose conditions an order meets says what it becomes. */
export const typeRulesSchema = z.array(conditionsSchema.extend(typeChoice)).default([]);

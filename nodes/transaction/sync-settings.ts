import { describeIssues } from '../order/describe-issues';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import type { AccountChoice } from './plan';
import { accountFields, accountsSchema, type AccountRole } from './settings/accounts';
import { customerSchema } from './settings/customers';
import { docNumberSchema, memoSchema } from './settings/documents';
import { itemsSchema } from './settings/items';
import { productsSchema } from './settings/products';
import { refundsSchema } from './settings/refunds';
import { shippingSchema } from './settings/shipping';
import { taxSettingSchema } from './settings/tax';

/** Every choice of the set-up wizard that decides what becomes of an order. */
export const syncSettingsSchema = z.object({
	transactionType: z
		.enum(['salesReceipt', 'invoice', 'invoiceAndPayment', 'salesOrder', 'salesOrderInvoicePayment'])
		.default('salesReceipt'),
	/** When the invoice of a sales order comes. */
	invoiceWhen: z.enum(['atOnce', 'whenPaid', 'whenFulfilled']).default('atOnce'),
	/** What becomes of an unpaid order when Sales Receipts are wanted. */
	unpaidReceipt: z.enum(['wait', 'invoice']).default('wait'),
	accounts: accountsSchema.default({}),
	customer: customerSchema,
	products: productsSchema,
	items: itemsSchema,
	shipping: shippingSchema,
	/** What channel and processor keep of a receipt's money: a negative line, or booked with the payout. */
	channelFees: z.enum(['leaveOut', 'line']).default('leaveOut'),
	tax: taxSettingSchema.default({ mode: 'override' }),
	docNumber: docNumberSchema,
	memo: memoSchema,
	refunds: refundsSchema,
	/** What becomes of a posted sale whose order is cancelled and not refunded. */
	cancellations: z.enum(['needsAttention', 'reverse']).default('needsAttention'),
	testOrders: z.enum(['hold', 'post']).default('hold'),
});

export type SyncSettings = z.output<typeof syncSettingsSchema>;
export type SyncSettingsInput = z.input<typeof syncSettingsSchema>;

/** The account of the first of these roles that was chosen, with the name of its field. */
export function accountFor(settings: SyncSettings, ...roles: AccountRole[]): AccountChoice | undefined {
	for (const role of roles) {
		const picked = settings.accounts[role];
		if (picked) return { ...picked, field: accountFields[role] };
	}
	return undefined;
}

/** Fills in the defaults and checks that what the choices need is there; fails with the field's name. */
export function readSettings(input: unknown): Outcome<SyncSettings> {
	const parsed = syncSettingsSchema.safeParse(input);
	if (!parsed.success) return fail(unfit(`A setting does not fit: ${describeIssues(parsed.error)}`, 'Correct the named setting'));
	const missing = missingChoice(parsed.data);
	return missing
		? fail(unfit(`'${missing.field}' is empty, and ${missing.because}`, `Choose one in '${missing.field}'`))
		: succeed(parsed.data);
}

const unfit = (message: string, remedy: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'setting-invalid',
	message,
	remedy,
});

function missingChoice(settings: SyncSettings): { field: string; because: string } | undefined {
	const { accounts, customer, products, tax } = settings;
	const needed: Array<[boolean, unknown, string, string]> = [
		[needsDeposit.has(settings.transactionType), accounts.deposit, accountFields.deposit, settings.transactionType === 'salesReceipt' ? 'a Sales Receipt needs it' : 'payments go there'],
		[products.whenMissing === 'create', accounts.income, accountFields.income, 'creating products needs it'],
		[createsInventory(settings), accounts.itemAsset, accountFields.itemAsset, 'creating inventory products needs it'],
		[createsInventory(settings), accounts.itemCogs, accountFields.itemCogs, 'creating inventory products needs it'],
		[customer.mode === 'one', customer.name, 'Customer', 'every order is booked to it'],
		[customer.whenMissing === 'fallback', customer.fallback, 'Fallback Customer', 'missing customers are to fall back to it'],
		[products.whenMissing === 'fallback', products.fallbackItem, 'Fallback Product', 'missing products are to fall back to it'],
		[tax.mode === 'codes', tax.mode === 'codes' && tax.taxableCode, 'Taxable Code', 'every line needs a tax code'],
		[tax.mode === 'codes', tax.mode === 'codes' && tax.nonTaxableCode, 'Non-Taxable Code', 'every line needs a tax code'],
	];
	const missing = needed.find(([isNeeded, value]) => isNeeded && !value);
	return missing && { field: missing[2], because: missing[3] };
}

/** An invoice that is to be paid later can leave the account to QuickBooks: Undeposited Funds. */
const needsDeposit = new Set<SyncSettings['transactionType']>(['salesReceipt', 'invoiceAndPayment', 'salesOrderInvoicePayment']);

const createsInventory = ({ products }: SyncSettings): boolean =>
	products.whenMissing === 'create' && products.type === 'Inventory';

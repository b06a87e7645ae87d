import { moneySchema } from '../order/money';
import { describeIssues } from '../order/describe-issues';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import type { AccountChoice } from './plan';

/** A thing of QuickBooks as the builder picked it: from a list (its id) or by its name. */
export const pickedSchema = z.object({ by: z.enum(['id', 'name']), value: z.string().min(1) });

const item = (name: string) => pickedSchema.default({ by: 'name', value: name });

/**
 * The accounts of the wizard. `deposit` is mandatory where money is booked with the order and `income` where missing products are created;
 * an absent `discount` leaves the choice to the company's own preference.
 */
export const accountsSchema = z.object({
	deposit: pickedSchema.optional(),
	income: pickedSchema.optional(),
	discount: pickedSchema.optional(),
	accountsReceivable: pickedSchema.optional(),
	itemAsset: pickedSchema.optional(),
	itemCogs: pickedSchema.optional(),
	giftCardLiability: pickedSchema.optional(),
	/** Absent: `income`. */
	shippingIncome: pickedSchema.optional(),
	/** Absent: `income`. */
	rounding: pickedSchema.optional(),
	/** Income account of a refund item that is created. Absent: `income`. */
	refunds: pickedSchema.optional(),
	/** Where refunded money comes from. Absent: `deposit`. */
	refundFrom: pickedSchema.optional(),
});

/** How the shop's sales tax gets into the document. */
export const taxSettingSchema = z.discriminatedUnion('mode', [
	/** A US company with automated sales tax: the shop's figure is stated. */
	z.object({ mode: z.literal('override') }),
	/** A company that works by tax codes: one on every line. Name or id of each code. */
	z.object({
		mode: z.literal('codes'),
		taxableCode: z.string(),
		nonTaxableCode: z.string(),
		/** By how much QuickBooks' own rounding of tax may differ, taken up by a rounding line. */
		tolerance: moneySchema.default('0.01'),
	}),
	/** A company whose sales tax is off: the tax is an item line of its own. */
	z.object({ mode: z.literal('line') }),
]);

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
	customer: z
		.object({
			mode: z.enum(['one', 'byEmail', 'byName', 'byCompany']).default('one'),
			/** The one customer of mode `one`. */
			name: z.string().default('Web Store'),
			whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
			fallback: z.string().optional(),
		})
		.prefault({}),
	products: z
		.object({
			whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
			/** What a created product is. */
			type: z.enum(['NonInventory', 'Service', 'Inventory']).default('NonInventory'),
			fallbackItem: z.string().optional(),
			/** Stands before the names of created products. */
			namePrefix: z.string().default(''),
		})
		.prefault({}),
	/** Items for what is no product. */
	items: z
		.object({
			shipping: item('Shipping'),
			fee: item('Fees'),
			tip: item('Tips'),
			duty: item('Import Duties'),
			giftCard: item('Gift Card'),
			storeCredit: item('Store Credit'),
			refund: item('Refunds'),
			rounding: item('Rounding'),
			salesTax: item('Sales Tax'),
		})
		.prefault({}),
	tax: taxSettingSchema.default({ mode: 'override' }),
	docNumber: z.object({ prefix: z.string().default(''), suffix: z.string().default('') }).prefault({}),
	memo: z
		.object({
			/** Text that the customer sees. */
			customer: z.string().default(''),
			/** Whether the customer's note on the order follows it. */
			orderNote: z.boolean().default(false),
			/** Text that the bookkeeper sees, before what is said about the order. */
			private: z.string().default(''),
		})
		.prefault({}),
	refunds: z
		.object({
			as: z.enum(['refundReceipt', 'creditMemo', 'needsAttention']).default('refundReceipt'),
			/** An order that was given back wholly before it was posted. */
			ofUnposted: z.enum(['postFirst', 'skip']).default('postFirst'),
		})
		.prefault({}),
	/** What becomes of a posted sale whose order is cancelled and not refunded. */
	cancellations: z.enum(['needsAttention', 'reverse']).default('needsAttention'),
	testOrders: z.enum(['hold', 'post']).default('hold'),
});

export type Picked = z.output<typeof pickedSchema>;
export type SyncSettings = z.output<typeof syncSettingsSchema>;
export type SyncSettingsInput = z.input<typeof syncSettingsSchema>;
export type AccountRole = keyof SyncSettings['accounts'];

/** What each account is called in the editor. */
export const accountFields: Record<AccountRole, string> = {
	deposit: 'Deposit Account',
	income: 'Income Account',
	discount: 'Discount Account',
	accountsReceivable: 'Accounts Receivable Account',
	itemAsset: 'Inventory Asset Account',
	itemCogs: 'Cost of Goods Sold Account',
	giftCardLiability: 'Gift Card Liability Account',
	shippingIncome: 'Shipping Income Account',
	rounding: 'Rounding Account',
	refunds: 'Refunds Account',
	refundFrom: 'Refund From Account',
};

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

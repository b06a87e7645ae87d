import { describeIssues } from '../order/describe-issues';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import type { AccountChoice } from './plan';
import { accountFields, accountsSchema, type AccountRole } from './settings/accounts';
import { currencySchema } from './settings/currency';
import { customerSchema } from './settings/customers';
import { discountsSchema } from './settings/discounts';
import { docNumberSchema, memoSchema } from './settings/documents';
import { fieldsSchema } from './settings/fields';
import { filtersSchema } from './settings/filters';
import { itemsSchema } from './settings/items';
import { paymentMethodsSchema } from './settings/payment-methods';
import { productsSchema } from './settings/products';
import { refundsSchema } from './settings/refunds';
import { shippingSchema } from './settings/shipping';
import { taxSettingSchema } from './settings/tax';
import { typeChoice, typeRulesSchema, type TransactionType } from './settings/transaction-type';
import { possibleTypes } from './type-of-order';

/** Every choice of the set-up wizard that decides what becomes of an order. */
export const syncSettingsSchema = z.object({
	...typeChoice,
	/** Whether an expression chose `transactionType` for this order. */
	typeByOrder: z.boolean().default(false),
	typeRules: typeRulesSchema,
	accounts: accountsSchema.default({}),
	customer: customerSchema,
	products: productsSchema,
	items: itemsSchema,
	shipping: shippingSchema,
	discounts: discountsSchema,
	/** Gift cards and store credit that pay for an invoice: lines of it, or payments. On receipts they are always lines. */
	redeemed: z.enum(['line', 'payment']).default('line'),
	/** What channel and processor keep of a receipt's money: a negative line, or booked with the payout. */
	channelFees: z.enum(['leaveOut', 'line']).default('leaveOut'),
	tax: taxSettingSchema.default({ mode: 'override', whenRecomputed: 'needsAttention' }),
	currency: currencySchema,
	docNumber: docNumberSchema,
	memo: memoSchema,
	fields: fieldsSchema,
	/** What the shop's ways of paying are in QuickBooks, and where their money goes. */
	paymentMethods: paymentMethodsSchema,
	refunds: refundsSchema,
	/** What becomes of a posted sale whose order is cancelled and not refunded. */
	cancellations: z.enum(['needsAttention', 'reverse', 'credit', 'leave']).default('needsAttention'),
	testOrders: z.enum(['hold', 'post']).default('hold'),
	filters: filtersSchema,
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
	if (!parsed.success) return fail(unfit(`A setting does not fit: ${describeIssues(named(parsed.error))}`, 'Correct the named setting'));
	const missing = missingChoice(parsed.data);
	return missing
		? fail(unfit(`'${missing.field}' is empty, and ${missing.because}`, `Choose one in '${missing.field}'`))
		: succeed(parsed.data);
}

/** Settings that a builder may well give by an expression, by what the editor calls them. */
const fieldNames: Record<string, string> = { transactionType: 'Transaction Type', typeRules: 'Type Rules', filters: 'Order Options', fields: 'Document Options', products: 'Product Options' };

const named = ({ issues }: z.ZodError): Pick<z.ZodError, 'issues'> => ({
	issues: issues.map((issue) => ({ ...issue, path: issue.path.map((part, index) => (index === 0 ? (fieldNames[String(part)] ?? part) : part)) })),
});

const unfit = (message: string, remedy: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'setting-invalid',
	message,
	remedy,
});

function missingChoice(settings: SyncSettings): { field: string; because: string } | undefined {
	const { accounts, currency, customer, products, tax } = settings;
	const types = possibleTypes(settings);
	const needed: Array<[boolean, unknown, string, string]> = [
		[types.has('salesReceipt'), accounts.deposit, accountFields.deposit, 'a Sales Receipt needs it'],
		[recordsPayments.some((type) => types.has(type)), accounts.deposit, accountFields.deposit, 'payments go there'],
		[settings.redeemed === 'payment' && [...types].some((type) => type !== 'salesOrder'), accounts.giftCardClearing, accountFields.giftCardClearing, 'redeemed gift cards are to be payments'],
		[products.whenMissing === 'create', accounts.income, accountFields.income, 'creating products needs it'],
		[createsInventory(settings), accounts.itemAsset, accountFields.itemAsset, 'creating inventory products needs it'],
		[createsInventory(settings), accounts.itemCogs, accountFields.itemCogs, 'creating inventory products needs it'],
		[customer.mode === 'one', customer.name, 'Customer', 'every order is booked to it'],
		[customer.mode === 'byType' && types.has('salesReceipt'), customer.name, 'Customer', 'sales receipts are booked to it'],
		[customer.mode === 'store', customer.name.trim(), 'Store Name', 'customers are named after it'],
		[customer.whenMissing === 'fallback', customer.fallback, 'Fallback Customer', 'missing customers are to fall back to it'],
		[products.whenMissing === 'fallback', products.fallbackItem, 'Fallback Product', 'missing products are to fall back to it'],
		[tax.mode === 'codes', tax.mode === 'codes' && (tax.taxableCode || tax.rows.length > 0), 'Taxable Code', "there is no row in 'Tax Codes' either"],
		[tax.mode === 'usCodes', tax.mode === 'usCodes' && (tax.usualCode || tax.rows.length > 0), 'Tax Rate', "there is no row in 'Tax Codes' either"],
		[tax.mode === 'codes', tax.mode === 'codes' && tax.nonTaxableCode, 'Non-Taxable Code', 'every line needs a tax code'],
		[currency.exchangeRate === 'fixed', currency.fixedRate, 'Fixed Exchange Rate', 'foreign orders are to be booked at it'],
	];
	const missing = needed.find(([isNeeded, value]) => isNeeded && !value);
	return missing && { field: missing[2], because: missing[3] };
}

/** Types with payments. An invoice that is to be paid later can leave the account to QuickBooks: Undeposited Funds. */
const recordsPayments: TransactionType[] = ['invoiceAndPayment', 'salesOrderInvoicePayment'];

const createsInventory = ({ products }: SyncSettings): boolean =>
	products.whenMissing === 'create' && products.type === 'Inventory';

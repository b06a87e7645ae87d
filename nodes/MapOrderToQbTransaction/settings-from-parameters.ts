import type { Picked, SyncSettingsInput } from '../transaction/sync-settings';

/** Reads one parameter of the node by name. */
export type ReadValue = (name: string) => unknown;

/** The node's parameters as settings. A parameter that the others hide says nothing, whatever is left in it. */
export function settingsFromParameters(read: ReadValue): SyncSettingsInput {
	const options = (read('options') ?? {}) as Record<string, unknown>;
	const transactionType = (read('transactionType') || 'salesReceipt') as NonNullable<SyncSettingsInput['transactionType']>;
	const missingProducts = String(read('missingProducts'));
	const creates = missingProducts.startsWith('create');
	const inventory = missingProducts === 'createInventory';
	const oneCustomer = read('customers') === 'one';
	return withoutAbsent({
		transactionType,
		invoiceWhen: transactionType === 'salesOrderInvoicePayment' ? (read('invoiceWhen') as SyncSettingsInput['invoiceWhen']) : undefined,
		unpaidReceipt: read('unpaidOrders') === 'invoice' ? 'invoice' : 'wait',
		accounts: withoutAbsent({
			deposit: transactionType === 'salesOrder' ? undefined : picked(read('depositAccount')),
			income: picked(read('incomeAccount')),
			discount: picked(read('discountAccount')),
			accountsReceivable: transactionType === 'salesReceipt' ? undefined : picked(read('accountsReceivable')),
			itemAsset: inventory ? picked(read('itemAssetAccount')) : undefined,
			itemCogs: inventory ? picked(read('itemCogsAccount')) : undefined,
			giftCardLiability: picked(options.giftCardLiabilityAccount),
			shippingIncome: picked(options.shippingIncomeAccount),
			rounding: picked(options.roundingAccount),
			refunds: picked(options.refundsAccount),
			refundFrom: picked(options.refundFromAccount),
		}),
		customer: withoutAbsent({
			mode: read('customers'),
			name: oneCustomer ? nameOf(read('customer')) : undefined,
			whenMissing: read('missingCustomer'),
			fallback: nameOf(read('fallbackCustomer')),
		}) as SyncSettingsInput['customer'],
		products: {
			whenMissing: creates ? 'create' : (missingProducts as 'fallback' | 'needsAttention'),
			type: productTypes[missingProducts] ?? 'NonInventory',
			fallbackItem: nameOf(read('fallbackProduct')),
			namePrefix: textOf(options.productNamePrefix),
		},
		items: withoutAbsent({
			shipping: picked(read('shippingItem')),
			fee: picked(options.feeItem),
			tip: picked(options.tipItem),
			duty: picked(options.dutyItem),
			giftCard: picked(options.giftCardItem),
			storeCredit: picked(options.storeCreditItem),
			refund: picked(options.refundItem),
			rounding: picked(options.roundingItem),
			salesTax: picked(options.salesTaxItem),
		}),
		tax: taxSetting(read),
		docNumber: { prefix: textOf(read('docNumberPrefix')), suffix: textOf(read('docNumberSuffix')) },
		memo: {
			customer: textOf(options.customerMemo),
			orderNote: options.includeOrderNote === true,
			private: textOf(options.privateNote),
		},
		refunds: withoutAbsent({ as: options.refunds, ofUnposted: options.refundsBeforePosting }) as SyncSettingsInput['refunds'],
		cancellations: options.cancelledOrders as SyncSettingsInput['cancellations'],
		testOrders: options.postTestOrders === true ? 'post' : 'hold',
	});
}

const productTypes: Record<string, 'NonInventory' | 'Service' | 'Inventory'> = {
	createNonInventory: 'NonInventory',
	createService: 'Service',
	createInventory: 'Inventory',
};

function taxSetting(read: ReadValue): SyncSettingsInput['tax'] {
	const mode = read('salesTax') as 'override' | 'line' | 'codes';
	return mode === 'codes'
		? { mode, taxableCode: nameOf(read('taxableCode')), nonTaxableCode: nameOf(read('nonTaxableCode')) }
		: { mode };
}

const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** The value of a resource locator, or of an expression that gives plain text. */
const nameOf = (value: unknown): string =>
	textOf(value !== null && typeof value === 'object' ? (value as { value?: unknown }).value : value).trim();

/** A list gives ids; a plain text is a name. */
function picked(value: unknown): Picked | undefined {
	const text = nameOf(value);
	if (!text) return undefined;
	const mode = value !== null && typeof value === 'object' ? (value as { mode?: unknown }).mode : 'name';
	return { by: mode === 'name' ? 'name' : 'id', value: text };
}

const withoutAbsent = <T extends object>(whole: T): T =>
	Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as T;

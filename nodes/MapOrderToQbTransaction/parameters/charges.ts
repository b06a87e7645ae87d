import type { INodeProperties } from 'n8n-workflow';
import { added, picked, rowsOf, type ReadValue } from '../../n8n/read-value';
import { withoutAbsent } from '../../order/without-absent';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';

/** What is on an order besides its products. */
export const chargeOptions: INodeProperties = {
	displayName: 'Shipping, Discount and Fee Options',
	name: 'chargeOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Channel Fee Item',
			name: 'channelFeeItem',
			...locator('searchProducts', 'Channel Fees', 'Channel Fees'),
			description: 'The product or service of what channel and processor keep; its account is an expense',
		},
		{
			displayName: 'Channel Fees',
			name: 'channelFees',
			type: 'options',
			options: [
				{
					name: 'Leave Out',
					value: 'leaveOut',
					description: 'The receipt says what the customer paid. Book the fees when you reconcile the payout.',
				},
				{
					name: 'Negative Line on Sales Receipts',
					value: 'line',
					description: 'The receipt comes to what arrives in the bank. Income stays whole; the fee is an expense. Invoices have no such line: they say what the customer owes.',
				},
			],
			default: 'leaveOut',
			description: 'What becomes of fees that the channel or the payment processor keeps and that the order tells of',
		},
		{
			displayName: 'Discount Item',
			name: 'discountItem',
			...locator('searchProducts', 'Discounts', 'Discounts'),
			description: 'With One Item per Coupon: the product or service of what was taken off without a coupon',
		},
		{
			displayName: 'Discounts',
			name: 'discounts',
			type: 'options',
			options: [
				{
					name: 'Lower Line Prices',
					value: 'prices',
					description: 'Income is what is left; how much was given is in no report. Always so when sales tax goes by tax codes.',
				},
				{
					name: 'One Discount Line',
					value: 'line',
					description: "QuickBooks' own discount, booked to the discount account; prices stay as they were",
				},
				{
					name: 'One Item per Coupon',
					value: 'itemPerCoupon',
					description: "A negative line with an item of the coupon's own name, so that reports tell coupons apart. A new code makes a new item, in the discount account.",
				},
			],
			default: 'line',
			description: 'How what was taken off stands on a transaction, at the order and at its lines alike',
		},
		{
			displayName: 'Discounts Before Tax',
			name: 'discountsBeforeTax',
			type: 'boolean',
			default: true,
			description:
				"Whether the shop taxes what is left after a discount, as most do. Switch it off for coupons that lower nothing of the tax. The tax itself is the shop's figure either way; this says what counts as taxable sales.",
		},
		{
			displayName: 'Duties Item',
			name: 'dutyItem',
			...locator('searchProducts', 'Import Duties', 'Import Duties'),
			description: 'The product or service that import duties are booked to',
		},
		{
			displayName: 'Fee Item',
			name: 'feeItem',
			...locator('searchProducts', 'Fees', 'Fees'),
			description: 'The product or service that fees of the order are booked to',
		},
		{
			displayName: 'Gift Card Item',
			name: 'giftCardItem',
			...locator('searchProducts', 'Gift Card', 'Gift Card'),
			description: 'The product or service of sold and redeemed gift cards; its account is a liability',
		},
		{
			displayName: 'Gift Cards Redeemed',
			name: 'redeemed',
			type: 'options',
			options: [
				{
					name: 'Negative Line',
					value: 'line',
					description: 'The transaction comes to the money that is left; the liability goes down at once',
				},
				{
					name: 'Payment on Invoices',
					value: 'payment',
					description: 'The invoice says the whole price, and a payment to the gift card clearing account settles a part of it. On Sales Receipts it is a negative line still.',
				},
			],
			default: 'line',
			description: 'What a redeemed gift card or store credit becomes',
		},
		{
			displayName: 'Rounding Item',
			name: 'roundingItem',
			...locator('searchProducts', 'Rounding', 'Rounding'),
			description: 'The product or service that rounding is booked to',
		},
		{
			displayName: 'Sales Tax Item',
			name: 'salesTaxItem',
			...locator('searchProducts', 'Sales Tax', 'Sales Tax'),
			description: 'The product or service of the tax where it is a line of its own',
		},
		{
			displayName: 'Shipping',
			name: 'shipping',
			type: 'options',
			options: [
				{
					name: 'One Item',
					value: 'item',
					description: 'All shipping is booked to the Shipping Item; the method is told in the description of the line',
				},
				{
					name: 'One Item per Method',
					value: 'itemPerMethod',
					description: 'Each way of shipping has an item of its own name, or the one that Shipping Methods names, so that reports tell them apart',
				},
				{
					name: "QuickBooks' Own Shipping Field",
					value: 'field',
					description: "The account is the one of the company's sales settings. Orders wait in Needs Attention while Shipping is off there.",
				},
			],
			default: 'item',
			description: 'How shipping stands on a transaction. Items that QuickBooks does not have are created as services of the shipping income account.',
		},
		{
			displayName: 'Shipping Item',
			name: 'shippingItem',
			...locator('searchProducts', 'Shipping', 'Shipping'),
			description: 'The product or service that shipping is booked to. A name that QuickBooks does not have is created as a service.',
		},
		{
			displayName: 'Shipping Methods',
			name: 'shippingMethods',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Method',
			default: {},
			options: [
				{
					displayName: 'Method',
					name: 'method',
					values: [
						{
							displayName: 'Method',
							name: 'method',
							type: 'string',
							default: '',
							placeholder: 'e.g. flat_rate',
							description: 'Title or code of the way of shipping in the shop; upper and lower case are the same',
						},
						{
							displayName: 'Product or Service',
							name: 'item',
							type: 'string',
							default: '',
							placeholder: 'e.g. Freight',
							description: 'Its name in QuickBooks',
						},
					],
				},
			],
			description: 'With One Item per Method: the items of ways of shipping that are called otherwise in QuickBooks than in the shop',
		},
		{
			displayName: 'Store Credit Item',
			name: 'storeCreditItem',
			...locator('searchProducts', 'Store Credit', 'Store Credit'),
			description: 'The product or service of redeemed store credit; its account is a liability',
		},
		{
			displayName: 'Tip Item',
			name: 'tipItem',
			...locator('searchProducts', 'Tips', 'Tips'),
			description: 'The product or service that tips are booked to',
		},
	],
};

export function readCharges(read: ReadValue): Pick<SyncSettingsInput, 'channelFees' | 'discounts' | 'redeemed' | 'shipping'> {
	const options = added(read, 'chargeOptions');
	return withoutAbsent({
		channelFees: options.channelFees,
		discounts: withoutAbsent({ as: options.discounts, beforeTax: options.discountsBeforeTax }),
		redeemed: options.redeemed,
		shipping: withoutAbsent({ as: options.shipping, methods: rowsOf(options.shippingMethods, 'method') }),
	}) as Pick<SyncSettingsInput, 'channelFees' | 'discounts' | 'redeemed' | 'shipping'>;
}

export function readItems(read: ReadValue): SyncSettingsInput['items'] {
	const options = added(read, 'chargeOptions');
	return withoutAbsent({
		shipping: picked(options.shippingItem),
		fee: picked(options.feeItem),
		tip: picked(options.tipItem),
		discount: picked(options.discountItem),
		duty: picked(options.dutyItem),
		channelFee: picked(options.channelFeeItem),
		giftCard: picked(options.giftCardItem),
		storeCredit: picked(options.storeCreditItem),
		refund: picked(added(read, 'refundOptions').refundItem),
		rounding: picked(options.roundingItem),
		salesTax: picked(options.salesTaxItem),
	});
}

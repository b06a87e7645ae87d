import type { INodeProperties } from 'n8n-workflow';
import type { SyncSettingsInput } from '../../transaction/sync-settings';
import { locator } from '../locators';
import { added, picked, withoutAbsent, type ReadValue } from './read-value';

/** What is on an order besides its products. */
export const chargeOptions: INodeProperties = {
	displayName: 'Shipping, Discount and Fee Options',
	name: 'chargeOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
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
			displayName: 'Shipping Item',
			name: 'shippingItem',
			...locator('searchProducts', 'Shipping', 'Shipping'),
			description: 'The product or service that shipping is booked to. A name that QuickBooks does not have is created as a service.',
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

export function readItems(read: ReadValue): SyncSettingsInput['items'] {
	const options = added(read, 'chargeOptions');
	return withoutAbsent({
		shipping: picked(options.shippingItem),
		fee: picked(options.feeItem),
		tip: picked(options.tipItem),
		duty: picked(options.dutyItem),
		giftCard: picked(options.giftCardItem),
		storeCredit: picked(options.storeCreditItem),
		refund: picked(added(read, 'refundOptions').refundItem),
		rounding: picked(options.roundingItem),
		salesTax: picked(options.salesTaxItem),
	});
}

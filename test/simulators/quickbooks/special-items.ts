import { accountIds } from './chart-of-accounts';
import type { Company } from './company';
import type { CompanySettings } from './company-settings';
import { businessFault } from './faults';

/** An item id that stands for no item but for a field of the form, to be had when the preference is on. */
interface SpecialItem {
	readonly what: string;
	readonly isOn: (settings: CompanySettings) => boolean;
	/** Where its amount is posted. */
	readonly account: string;
}

const specialItems: Readonly<Record<string, SpecialItem>> = {
	SHIPPING_ITEM_ID: {
		what: 'Shipping',
		isOn: ({ allowShipping }) => allowShipping,
		account: accountIds.shippingIncome,
	},
	GRATUITY_ITEM_ID: {
		what: 'Tips',
		isOn: ({ allowGratuity }) => allowGratuity,
		account: accountIds.undistributedTips,
	},
};

/** Whether the id stands for such a field; 6000 when the company has it switched off. */
export function isSpecialItem(company: Company, id: string): boolean {
	const special = specialItems[id];
	if (special === undefined) return false;
	if (!special.isOn(company.settings)) throw businessFault(`${special.what} is not switched on for this company`);
	return true;
}

/** The account of such a field; undefined for ordinary items. */
export function specialItemAccount(id: string): string | undefined {
	return specialItems[id]?.account;
}

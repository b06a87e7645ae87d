import type { Address } from '../order/address';
import type { Order } from '../order/order';
import { postalAddress } from './postal-address';
import { oneLine } from './text-limits';

const EMAIL_LIMIT = 100;
const PHONE_LIMIT = 30;

/** Somebody's name in two parts, as the shop has it. */
export interface PersonName {
	firstName: string;
	lastName: string;
}

/** Who bought, in the words of the order; the billing address speaks where the customer is silent. */
export interface Buyer extends PersonName {
	/** In lower case; absent when it is no address or longer than QuickBooks takes. */
	email: string | undefined;
	/** `First Last`, as the shop has it. */
	person: string;
	company: string;
	phone: string | undefined;
	/** The order's addresses within QuickBooks' limits. */
	billTo: Address | undefined;
	shipTo: Address | undefined;
}

export function buyerOf(order: Order): Buyer {
	const { customer, billTo } = order;
	// Some shops let several addresses be written into one field: the first is the buyer's.
	const email = oneLine((customer?.email || billTo?.email || '').split(/[,;]/)[0]!).toLowerCase();
	const { firstName, lastName } = nameIn(customer?.firstName || customer?.lastName ? customer : billTo);
	const phone = oneLine(customer?.phone || billTo?.phone || '');
	return {
		firstName,
		lastName,
		email: /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= EMAIL_LIMIT ? email : undefined,
		person: firstLast({ firstName, lastName }),
		company: oneLine(customer?.company || billTo?.company || ''),
		phone: phone && phone.length <= PHONE_LIMIT ? phone : undefined,
		billTo: postalAddress(billTo),
		shipTo: postalAddress(order.shipTo),
	};
}

interface Named {
	firstName?: string | undefined;
	lastName?: string | undefined;
}

export const nameIn = (of: Named | undefined): PersonName => ({
	firstName: oneLine(of?.firstName ?? ''),
	lastName: oneLine(of?.lastName ?? ''),
});

export const firstLast = ({ firstName, lastName }: PersonName): string => `${firstName} ${lastName}`.trim();
export const lastFirst = ({ firstName, lastName }: PersonName): string => [lastName, firstName].filter(Boolean).join(', ');

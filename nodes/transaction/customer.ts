import type { Order } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { bookName, CUSTOMER_NAME_LIMIT, fitName, NAME_PART_LIMIT } from './names';
import type { CustomerChoice } from './plan';
import { postalAddress } from './postal-address';
import type { SyncSettings } from './sync-settings';
import { fit, oneLine } from './text-limits';

const EMAIL_LIMIT = 100;
const PHONE_LIMIT = 30;

/** Who bought, in the words of the order; the billing address speaks where the customer is silent. */
export interface Buyer {
	/** In lower case; absent when it is no address or longer than QuickBooks takes. */
	email?: string;
	/** `First Last`, as the shop has it. */
	person: string;
	company: string;
	phone?: string;
	firstName: string;
	lastName: string;
}

export function buyerOf(order: Order): Buyer {
	const { customer, billTo } = order;
	const email = oneLine(customer?.email || billTo?.email || '').toLowerCase();
	const named = customer?.firstName || customer?.lastName ? customer : billTo;
	const firstName = oneLine(named?.firstName ?? '');
	const lastName = oneLine(named?.lastName ?? '');
	const phone = oneLine(customer?.phone || billTo?.phone || '');
	return {
		...(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= EMAIL_LIMIT ? { email } : {}),
		person: `${firstName} ${lastName}`.trim(),
		company: oneLine(customer?.company || billTo?.company || ''),
		...(phone && phone.length <= PHONE_LIMIT ? { phone } : {}),
		firstName,
		lastName,
	};
}

/**
 * Which customer of QuickBooks the order is booked to. An order without what is matched by goes to the fallback customer
 * when one is named, and to a person otherwise: never silently to somebody else.
 */
export function customerOf(order: Order, buyer: Buyer, settings: SyncSettings): Outcome<CustomerChoice> {
	const { mode, name } = settings.customer;
	const person = bookName(buyer.person);
	const company = bookName(buyer.company);
	switch (mode) {
		case 'one':
			return matched('name', bookName(name), { displayName: fitName(bookName(name), CUSTOMER_NAME_LIMIT) });
		case 'byEmail':
			return buyer.email
				? matched('email', buyer.email, details(displayNameByEmail(buyer.email)))
				: without('e-mail address of at most 100 characters');
		case 'byName':
			return person || company ? matched('name', person || company, details(person || company)) : without('name');
		case 'byCompany':
			return company
				? matched('company', company, details(company))
				: person
					? matched('name', person, details(person))
					: without('company and no name');
	}

	/** Two people of one name stay two: their address is part of the name. */
	function displayNameByEmail(email: string): string {
		const called = person || company;
		return called ? `${fitName(called, CUSTOMER_NAME_LIMIT - email.length - 3)} (${email})` : email;
	}

	function details(displayName: string): NewCustomer {
		const billTo = postalAddress(order.billTo);
		const shipTo = postalAddress(order.shipTo);
		return {
			displayName: fitName(displayName, CUSTOMER_NAME_LIMIT),
			...(buyer.firstName ? { givenName: fit(bookName(buyer.firstName), NAME_PART_LIMIT) } : {}),
			...(buyer.lastName ? { familyName: fit(bookName(buyer.lastName), NAME_PART_LIMIT) } : {}),
			...(company ? { companyName: fitName(company, NAME_PART_LIMIT) } : {}),
			...(buyer.email ? { email: buyer.email } : {}),
			...(buyer.phone ? { phone: buyer.phone } : {}),
			...(billTo ? { billTo } : {}),
			...(shipTo ? { shipTo } : {}),
		};
	}

	function matched(match: CustomerChoice['match'], value: string, customer: NewCustomer): Outcome<CustomerChoice> {
		const limit = match === 'company' ? NAME_PART_LIMIT : CUSTOMER_NAME_LIMIT;
		return succeed({ match, value: fitName(value, limit), orElse: whenMissing(settings, customer) });
	}

	function without(what: string): Outcome<CustomerChoice> {
		const { whenMissing: action, fallback } = settings.customer;
		if (action === 'fallback' && fallback) {
			return succeed({ match: 'name', value: fallback, orElse: { action: 'needsAttention' } });
		}
		return fail(
			refused(
				'customer-unidentified',
				`Order '${order.number}' has no ${what}, so its customer cannot be matched`,
				"Complete the order's customer in the shop, or choose a fallback customer in 'When a Customer Is Missing'",
			),
		);
	}
}

type NewCustomer = Extract<CustomerChoice['orElse'], { action: 'create' }>['customer'];

function whenMissing(settings: SyncSettings, customer: NewCustomer): CustomerChoice['orElse'] {
	const { whenMissing: action, fallback } = settings.customer;
	if (action === 'create') return { action, customer };
	return action === 'fallback' && fallback ? { action, name: fallback } : { action: 'needsAttention' };
}

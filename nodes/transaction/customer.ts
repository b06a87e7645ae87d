import type { Order } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { firstLast, lastFirst, nameIn, type Buyer, type PersonName } from './buyer';
import { bookName, CUSTOMER_NAME_LIMIT, fitName, NAME_PART_LIMIT } from './names';
import type { CustomerChoice, PlannedForm } from './plan';
import type { SyncSettings } from './sync-settings';
import { fit } from './text-limits';
import { withoutAbsent } from '../order/without-absent';

/**
 * Which customer of QuickBooks the order is booked to. An order without what is matched by goes to the fallback customer
 * when one is named, and to a person otherwise: never silently to somebody else.
 */
export function customerOf(order: Order, buyer: Buyer, type: PlannedForm['type'], settings: SyncSettings): Outcome<CustomerChoice> {
	const { name } = settings.customer;
	const mode = modeFor(type, settings);
	const company = bookName(buyer.company);
	switch (mode) {
		case 'one':
			return store(bookName(name));
		case 'store':
			return store(`${bookName(name)} ${order.currency}`);
		case 'byEmail':
			return buyer.email
				? matched('email', buyer.email, details(nameByEmail(buyer.email), buyer))
				: without('e-mail address of at most 100 characters');
		case 'byName':
			return byName(firstLast(buyer) || company, buyer, 'name');
		case 'byLastName':
			return byName(lastFirst(buyer) || company, buyer, 'name');
		case 'byBillingName':
			return byNameOn(order.billTo, 'billing name');
		case 'byShippingName':
			// Where nothing is shipped, it is whoever is billed.
			return byNameOn(hasName(order.shipTo) ? order.shipTo : order.billTo, 'shipping name');
		case 'byCompany':
			return company ? matched('company', company, details(company, buyer)) : byName(firstLast(buyer), buyer, 'company and no name');
	}

	/** Nobody in particular: nothing of any shopper is kept there. */
	function store(called: string): Outcome<CustomerChoice> {
		return matched('name', called, { displayName: fitName(called, CUSTOMER_NAME_LIMIT) });
	}

	function byNameOn(address: Order['billTo'], what: string): Outcome<CustomerChoice> {
		const person = nameIn(address);
		return byName(firstLast(person) || (address?.company ?? ''), person, what);
	}

	function byName(called: string, person: PersonName, what: string): Outcome<CustomerChoice> {
		const found = bookName(called);
		return found ? matched('name', found, details(found, person)) : without(what);
	}

	/** With the address in the name, two people of one name stay two. */
	function nameByEmail(email: string): string {
		const person = bookName(firstLast(buyer));
		switch (settings.customer.newName) {
			case 'withEmail': {
				const called = person || company;
				return called ? `${fitName(called, CUSTOMER_NAME_LIMIT - email.length - 3)} (${email})` : email;
			}
			case 'firstLast':
				return person || company || email;
			case 'lastFirst':
				return bookName(lastFirst(buyer)) || company || email;
			case 'company':
				return company || person || email;
			case 'email':
				return email;
		}
	}

	function details(displayName: string, { firstName, lastName }: PersonName): NewCustomer {
		const { email, phone, billTo, shipTo } = buyer;
		return withoutAbsent({
			displayName: fitName(displayName, CUSTOMER_NAME_LIMIT),
			givenName: firstName ? fit(bookName(firstName), NAME_PART_LIMIT) : undefined,
			familyName: lastName ? fit(bookName(lastName), NAME_PART_LIMIT) : undefined,
			companyName: company ? fitName(company, NAME_PART_LIMIT) : undefined,
			email,
			phone,
			// The document has these addresses, too; whoever changes them there leaves the customer's as they are.
			billTo: billTo && { ...billTo },
			shipTo: shipTo && { ...shipTo },
		});
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

/** Who has paid owes nothing, so receipts need no customer of their own; whoever is to pay has an account. */
function modeFor(type: PlannedForm['type'], { customer: { mode } }: SyncSettings): Exclude<typeof mode, 'byType'> {
	if (mode !== 'byType') return mode;
	return type === 'SalesReceipt' ? 'one' : 'byEmail';
}

const hasName = (address: Order['shipTo']): boolean => Boolean(address?.firstName || address?.lastName || address?.company);

type NewCustomer = Extract<CustomerChoice['orElse'], { action: 'create' }>['customer'];

function whenMissing(settings: SyncSettings, customer: NewCustomer): CustomerChoice['orElse'] {
	const { whenMissing: action, fallback, suffix } = settings.customer;
	if (action === 'create') return { action, customer, ...(suffix ? { suffix } : {}) };
	return action === 'fallback' && fallback ? { action, name: fallback } : { action: 'needsAttention' };
}

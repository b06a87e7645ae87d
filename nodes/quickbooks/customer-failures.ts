import { refused, type Failure } from '../outcome/failure';
import type { CustomerChoice } from '../transaction/plan';
import { named } from './customer-names';
import type { QbRecord } from './quickbooks';

const WORDS: Record<CustomerChoice['match'], string> = { name: 'name', email: 'e-mail address', company: 'company name' };

export const customerAmbiguous = ({ match, value }: CustomerChoice, active: QbRecord[]): Failure =>
	refused(
		'customer-ambiguous',
		`${active.length} active customers have the ${WORDS[match]} '${value}': ${active.map(named).join(' and ')}`,
		'Merge them in QuickBooks, or make one of them inactive',
	);

export const customerInactive = ({ match, value }: CustomerChoice, customer: QbRecord): Failure =>
	refused(
		'customer-inactive',
		`The customer ${named(customer)} with the ${WORDS[match]} '${value}' is inactive in QuickBooks`,
		'Make the customer active again in QuickBooks, then run the order again',
	);

/**
 * @param inWhich in which currency it was sought, where the company has several
 * @param other one that matches in another
 */
export function customerMissing({ match, value }: CustomerChoice, inWhich: string, other: QbRecord | undefined): Failure {
	const { value: currency } = (other?.CurrencyRef ?? {}) as { value?: string };
	const but = other ? `; ${named(other)} is kept in ${currency ?? 'the home currency'}, and a customer's currency never changes` : '';
	return refused(
		'customer-missing',
		`QuickBooks has no customer with the ${WORDS[match]} '${value}'${inWhich}${but}`,
		"Create the customer in QuickBooks, or let 'When a Customer Is Missing' create it",
	);
}

export const emailNotStorable = (email: string): Failure =>
	refused(
		'email-not-storable',
		`The e-mail address '${email}' has characters that QuickBooks in the US does not keep, so its customer would not be found again`,
		"Create the customer in QuickBooks by hand, or choose a fallback customer in 'When a Customer Is Missing'",
	);

export const fallbackCustomerMissing = (name: string, inCurrency: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'fallback-customer-missing',
	message: `'Fallback Customer' names '${name}', which this QuickBooks company does not have as an active customer${inCurrency}`,
	remedy: "Create it in QuickBooks, or choose another 'Fallback Customer'",
});

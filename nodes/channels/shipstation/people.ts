import type { OrderInput } from '../../order/order';
import type { ShipStationOrder } from './shipstation-order';

type AddressInput = NonNullable<OrderInput['billTo']>;
type Wire = ShipStationOrder['billTo'];

/** ShipStation keeps a name in one piece. The last word goes by itself: both together are the name again. */
function namesOf(name: string | undefined): Pick<AddressInput, 'firstName' | 'lastName'> {
	if (name === undefined) return {};
	const words = name.split(/\s+/);
	const lastName = words.pop();
	return words.length === 0 ? { lastName } : { firstName: words.join(' '), lastName };
}

/** A billing address is often nothing but a name. */
export function toAddress(address: Wire): AddressInput | undefined {
	if (address === undefined) return undefined;
	const second = [address.street2, address.street3].filter((line) => line !== undefined).join(', ');
	const mapped: AddressInput = {
		...namesOf(address.name),
		company: address.company,
		line1: address.street1,
		line2: second === '' ? undefined : second,
		city: address.city,
		region: address.state,
		postalCode: address.postalCode,
		country: address.country,
		phone: address.phone,
	};
	return Object.values(mapped).some((part) => part !== undefined) ? mapped : undefined;
}

/** Whoever pays; where no name stands there, whoever receives. */
export function toCustomer({ customerId, customerEmail, billTo, shipTo }: ShipStationOrder): OrderInput['customer'] {
	const payer = billTo?.name === undefined ? shipTo : billTo;
	const customer = {
		id: customerId,
		...namesOf(payer?.name),
		company: payer?.company,
		email: customerEmail,
		phone: billTo?.phone ?? shipTo?.phone,
	};
	return Object.values(customer).some((part) => part !== undefined) ? customer : undefined;
}

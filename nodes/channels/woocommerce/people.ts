import type { OrderInput } from '../../order/order';
import type { WooOrder } from './woocommerce-order';

type AddressInput = NonNullable<OrderInput['billTo']>;

/** An address of which nothing is known is no address. */
export function toAddress(address: WooOrder['billing']): AddressInput | undefined {
	if (address === undefined) return undefined;
	const mapped: AddressInput = {
		firstName: address.first_name,
		lastName: address.last_name,
		company: address.company,
		line1: address.address_1,
		line2: address.address_2,
		city: address.city,
		region: address.state,
		postalCode: address.postcode,
		country: address.country,
		phone: address.phone,
		email: address.email,
	};
	return Object.values(mapped).some((part) => part !== undefined) ? mapped : undefined;
}

/** Who bought: a guest has no id (`customer_id` is 0) but does have a billing address. */
export function toCustomer(order: WooOrder): OrderInput['customer'] {
	const customer = {
		id: order.customer_id === '0' ? undefined : order.customer_id,
		firstName: order.billing?.first_name,
		lastName: order.billing?.last_name,
		company: order.billing?.company,
		email: order.billing?.email,
		phone: order.billing?.phone,
	};
	return Object.values(customer).some((part) => part !== undefined) ? customer : undefined;
}

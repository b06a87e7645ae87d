import type { OrderInput } from '../../order/order';
import type { ShopifyOrder } from './shopify-order';

type AddressInput = NonNullable<OrderInput['billTo']>;

/** Shopify's codes where it has them, its names elsewhere. */
export function toAddress(address: ShopifyOrder['billingAddress']): AddressInput | undefined {
	if (address === undefined) return undefined;
	const mapped: AddressInput = {
		firstName: address.firstName,
		lastName: address.lastName,
		company: address.company,
		line1: address.address1,
		line2: address.address2,
		city: address.city,
		region: address.provinceCode ?? address.province,
		postalCode: address.zip,
		country: address.countryCodeV2 ?? address.country,
		phone: address.phone,
	};
	return Object.values(mapped).some((part) => part !== undefined) ? mapped : undefined;
}

/** A guest has no customer record; then the billing address names the buyer. */
export function toCustomer(order: ShopifyOrder): OrderInput['customer'] {
	const customer = {
		id: order.customer?.id,
		firstName: order.customer?.firstName ?? order.billingAddress?.firstName,
		lastName: order.customer?.lastName ?? order.billingAddress?.lastName,
		company: order.billingAddress?.company,
		email: order.email,
		phone: order.phone ?? order.billingAddress?.phone,
	};
	return Object.values(customer).some((part) => part !== undefined) ? customer : undefined;
}

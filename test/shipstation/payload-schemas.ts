import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';

const FOLDER = join(__dirname, '../../../shared/reference/shipstation/schemas');
export const schemasAreThere = existsSync(FOLDER);

const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

type Validate = (payload: object) => string[];

/** The three descriptions of `POST /orders/createorder` that nobody here wrote. */
export function v1Schemas(): Record<string, Validate> {
	return Object.fromEntries(
		['apisguru', 'ballerina', 'shipstation-node'].map((name) => {
			const validate = addFormats(new Ajv({ strict: false, allErrors: true })).compile(JSON.parse(read(`v1-createorder.${name}.schema.json`)) as object);
			const check: Validate = (payload) => {
				const judged = withoutContradictions(name, payload as OrderToSend);
				return validate(judged) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${name} ${instancePath} ${message}`);
			};
			return [name, check];
		}),
	);
}

/**
 * The customs declaration is where the schemas contradict each other and ShipStation's own text: one demands `nonDelivery`
 * and a list of items, one does not know the first, one takes the second for a text.
 */
function withoutContradictions(schema: string, payload: OrderToSend): object {
	if (!payload.internationalOptions) return payload;
	const { nonDelivery, customsItems, ...internationalOptions } = payload.internationalOptions;
	if (schema === 'apisguru') return { ...payload, internationalOptions: { ...internationalOptions, customsItems } };
	return schema === 'ballerina' ? { ...payload, internationalOptions: { ...internationalOptions, nonDelivery } } : payload;
}

/** Lengths by the element names of the custom store schema, which fills the same order. */
function xsdLengths(): (path: string) => number | undefined {
	const xsd = read('shipstation-custom-store.xsd');
	const types = new Map([...xsd.matchAll(/<xs:simpleType name="(String\d+)">[\s\S]*?maxLength value="(\d+)"/g)].map(([, name, most]) => [name!, Number(most)]));
	const section = (from: string, to: string) => xsd.slice(xsd.indexOf(from), xsd.indexOf(to, xsd.indexOf(from)));
	const parts: Record<string, string> = {
		order: section('name="Order"', 'name="Customer"'),
		customer: section('name="Customer"', 'name="BillTo"'),
		address: section('name="ShipTo"', 'name="Items"'),
		item: section('name="Item" ', '</xs:schema>'),
	};
	return (path) => {
		const [part = '', element = ''] = path.split('.');
		const type = new RegExp(`type="(String\\d+)" name="${element}"`).exec(parts[part] ?? '')?.[1];
		return type === undefined ? undefined : types.get(type);
	};
}

/** Values of an order that are longer than the custom store schema takes. */
export function tooLong(order: OrderToSend): string[] {
	const most = xsdLengths();
	const { customField1, customField2, customField3, source } = order.advancedOptions ?? {};
	const values: Array<[string, string | undefined]> = [
		['order.OrderNumber', order.orderNumber],
		['order.OrderID', order.orderKey],
		['order.ShippingMethod', order.requestedShippingService],
		['order.PaymentMethod', order.paymentMethod],
		['order.CustomerNotes', order.customerNotes],
		['order.InternalNotes', order.internalNotes],
		['order.GiftMessage', order.giftMessage],
		['order.CustomField1', customField1],
		['order.CustomField2', customField2],
		['order.CustomField3', customField3],
		['order.Source', source],
		['customer.CustomerCode', order.customerUsername],
		...[order.shipTo, order.billTo].flatMap((address): Array<[string, string | undefined]> => [
			['address.Name', address.name],
			['address.Company', address.company],
			['address.Address1', address.street1],
			['address.Address2', address.street2],
			['address.City', address.city],
			['address.State', address.state],
			['address.PostalCode', address.postalCode],
			['address.Country', address.country],
			['address.Phone', address.phone],
		]),
		...order.items.flatMap((item): Array<[string, string | undefined]> => [
			['item.LineItemID', item.lineItemKey],
			['item.SKU', item.sku],
			['item.Name', item.name],
		]),
	];
	return values.flatMap(([path, value]) => {
		const limit = most(path);
		if (limit === undefined) throw new Error(`The schema has no ${path}`);
		return value !== undefined && value.length > limit ? [`${path}: ${value.length} of ${limit} characters`] : [];
	});
}

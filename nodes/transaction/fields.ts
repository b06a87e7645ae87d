import type { Order } from '../order/order';
import { meets } from './conditions';
import type { PlannedForm } from './plan';
import type { RecordChoice } from './plan-fields';
import type { SyncSettings } from './sync-settings';
import { fit } from './text-limits';

type Fields = Pick<
	PlannedForm,
	'class' | 'location' | 'terms' | 'dueDate' | 'customFields' | 'shipDate' | 'shipMethod' | 'trackingNumber'
>;

/** What QuickBooks can hold of them (API Explorer: what each document takes when it is created). */
const HELD: Record<PlannedForm['type'], ReadonlyArray<keyof Fields>> = {
	Estimate: ['class', 'location', 'terms', 'dueDate', 'customFields', 'shipDate', 'shipMethod'],
	Invoice: ['class', 'location', 'terms', 'dueDate', 'customFields', 'shipDate', 'shipMethod', 'trackingNumber'],
	SalesReceipt: ['class', 'location', 'customFields', 'shipDate', 'shipMethod', 'trackingNumber'],
	// A credit could have terms as well, but nothing of it is ever due.
	CreditMemo: ['class', 'location', 'customFields'],
	RefundReceipt: ['class', 'location', 'customFields'],
};

/** Longest ship method that is known to be kept. */
const SHIP_METHOD_LIMIT = 30;

const LABELS = { class: 'Class', location: 'Location', terms: 'Terms' } as const;

/** The fields of an order's document of this type. What takes a sale back has the class and location of the sale. */
export function fieldsFor(order: Order, type: PlannedForm['type'], settings: SyncSettings): Fields {
	const held: Fields = {};
	for (const name of HELD[type]) {
		const value = VALUES[name](order, settings);
		if (value !== undefined) Object.assign(held, { [name]: value });
	}
	return held;
}

const VALUES: { [Name in keyof Fields]-?: (order: Order, settings: SyncSettings) => Fields[Name] | undefined } = {
	class: (order, settings) => listed(order, 'class', settings),
	location: (order, settings) => listed(order, 'location', settings),
	terms: (order, settings) => listed(order, 'terms', settings),
	dueDate: (_, { fields }) => fields.dueDate,
	customFields: (_, { fields }) => {
		const filled = fields.customFields.filter(({ value }) => value !== '');
		return filled.length > 0 ? filled : undefined;
	},
	shipDate: (_, { fields }) => fields.shipDate,
	shipMethod: (_, { fields }) => (fields.shipMethod ? fit(fields.shipMethod, SHIP_METHOD_LIMIT) : undefined),
	trackingNumber: (_, { fields }) => fields.trackingNumber || undefined,
};

/** As the first rule says that names one, otherwise as for all orders. */
function listed(order: Order, name: keyof typeof LABELS, { fields }: SyncSettings): RecordChoice | undefined {
	const rule = fields.rules.find((candidate) => candidate[name] !== undefined && meets(order, candidate));
	const picked = rule?.[name] ?? fields[name];
	return picked && { ...picked, field: rule ? 'Field Rules' : LABELS[name] };
}

import { describeIssues } from '../order/describe-issues';
import { currencySchema, moneySchema } from '../order/money';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { z } from '../vendor/zod';
import { countryCode } from './places';

const ID = 'must be an id, e.g. 22766';
const listId = z.number(ID).int(ID).positive(ID);

/** What one of ShipStation's three custom fields holds. */
const customFieldSchema = z.discriminatedUnion('from', [
	z.object({ from: z.literal('nothing') }),
	z.object({ from: z.enum(['class', 'location', 'docNumber', 'salesOrderNumber', 'customer', 'paymentMethod']) }),
	/** A custom field of the QuickBooks document, by its name. */
	z.object({ from: z.literal('customField'), name: z.string().min(1) }),
	z.object({ from: z.literal('text'), text: z.string() }),
]);

const weightUnits = z.enum(['pounds', 'ounces', 'grams']);
const ounces = z.number().nonnegative();

/** Every choice that decides what a document of QuickBooks becomes in ShipStation. */
const shippingSettingsSchema = z.object({
	/** Looked at only when an order is created. Absent: the account's first manual store. */
	storeId: listId.optional(),
	warehouseId: listId.optional(),
	tagIds: z.array(listId).default([]),
	orderStatus: z.enum(['awaitingShipment', 'awaitingPaymentUntilPaid', 'onHold']).default('awaitingPaymentUntilPaid'),
	/** When a sales order is sent: at once when it is accepted, its invoice then updates the same order; or as its invoice. */
	estimates: z.enum(['whenAccepted', 'asInvoice']).default('whenAccepted'),
	pendingEstimates: z.enum(['leaveOut', 'onHold']).default('leaveOut'),
	/** Documents that an order of a selling channel made: a shop that is also connected to ShipStation would ship twice. */
	channelOrders: z.enum(['leaveOut', 'send']).default('leaveOut'),
	/** Documents with a tracking number. */
	alreadyShipped: z.enum(['leaveOut', 'send']).default('leaveOut'),

	address: z
		.object({
			/** What stands in for a missing shipping address. */
			missing: z.enum(['billing', 'refuse']).default('billing'),
			incomplete: z.enum(['needsAttention', 'hold']).default('needsAttention'),
			/** Put on an order that is held for its address. */
			holdTagId: listId.optional(),
		})
		.prefault({}),

	bundles: z.enum(['components', 'oneLine']).default('components'),
	/** Lines whose product is a service in QuickBooks. */
	services: z.enum(['asAdjustments', 'asItems', 'leaveOut']).default('asAdjustments'),
	/** Products by name or SKU, in any case, that are shipping and not goods. */
	shippingItems: z.array(z.string()).default(['Shipping']),
	decimalQuantities: z.enum(['needsAttention', 'onePiece']).default('needsAttention'),
	/** What a document in another currency than the account's becomes: ShipStation knows no currency. */
	currency: z
		.object({
			/** The ShipStation account's; absent: the company's own. */
			account: currencySchema.optional(),
			other: z.enum(['needsAttention', 'send']).default('needsAttention'),
		})
		.prefault({}),

	service: z
		.object({
			requested: z.enum(['shipMethod', 'text', 'customField', 'nothing']).default('shipMethod'),
			/** The text, or the custom field's name. */
			value: z.string().default(''),
			/** Words of QuickBooks, in any case, to a carrier's service. */
			map: z
				.array(z.object({ shipMethod: z.string().min(1), carrierCode: z.string().min(1), serviceCode: z.string().min(1), packageCode: z.string().optional() }))
				.default([]),
			confirmation: z.enum(['none', 'delivery', 'signature', 'adult_signature', 'direct_signature']).optional(),
		})
		.prefault({}),
	weights: z
		.object({
			units: weightUnits.default('ounces'),
			/** Of each piece of a product that is not in the list. */
			each: ounces.optional(),
			bySku: z.array(z.object({ sku: z.string().min(1), value: ounces }, { error: ({ input }) => `must have lines as MUG-01=12.5, not '${String(input).slice(0, 40)}'` })).default([]),
		})
		.prefault({}),
	/** Of parcels that leave the country; absent: left to ShipStation. */
	customs: z
		.object({
			contents: z.enum(['merchandise', 'documents', 'gift', 'returned_goods', 'sample']).default('merchandise'),
			nonDelivery: z.enum(['return_to_sender', 'treat_as_abandoned']).default('return_to_sender'),
			countryOfOrigin: z.string().min(1),
			tariffCode: z.string().max(50).optional(),
		})
		.optional(),
	/** The custom field of QuickBooks that holds a gift message; one makes the order a gift. */
	giftMessageField: z.string().default(''),
	customFields: z.array(customFieldSchema).max(3).default([]),
	notes: z.object({ customer: z.boolean().default(true), internal: z.boolean().default(true) }).prefault({}),
	orderNumberPrefix: z.string().max(20).default(''),
	/** Where what was sent is noted down, to know it again. */
	fingerprint: z.enum(['internalNotes', 'customField1', 'customField2', 'customField3']).default('internalNotes'),
	/** By how much the parts of a document may miss its total. */
	tolerance: moneySchema.default('0.01'),
});

export type ShippingSettings = z.output<typeof shippingSettingsSchema>;
export type ShippingSettingsInput = z.input<typeof shippingSettingsSchema>;

/** Fills in the defaults and checks that the choices go together; fails with the field's name. */
export function readShippingSettings(input: unknown): Outcome<ShippingSettings> {
	const parsed = shippingSettingsSchema.safeParse(input);
	if (!parsed.success) return fail(unfit(`A setting does not fit: ${describeIssues({ issues: parsed.error.issues.map(inEditorsWords) })}`, 'Correct the named setting'));
	const settings = parsed.data;
	const { customs, fingerprint, customFields, service } = settings;
	if (customs) {
		const origin = countryCode(customs.countryOfOrigin);
		if (origin === undefined) return fail(unfit(`'Country of Origin' is '${customs.countryOfOrigin}', which is no country`, 'Give two letters as in US'));
		customs.countryOfOrigin = origin;
	}
	const slot = Number(fingerprint.slice(-1)) - 1;
	if (fingerprint !== 'internalNotes' && (customFields[slot]?.from ?? 'nothing') !== 'nothing') {
		return fail(unfit(`'Custom Field ${slot + 1}' cannot hold both a value and the note of what was sent`, "Empty it, or choose another place under 'Remember What Was Sent In'"));
	}
	if ((service.requested === 'text' || service.requested === 'customField') && service.value === '') {
		return fail(unfit("'Shipping Service' is empty", "Fill it, or choose another source under 'Requested Service'"));
	}
	return succeed(settings);
}

/** What the editor calls the settings that a person or an expression can get wrong. */
const LABELS: Record<string, string> = {
	storeId: 'Store',
	warehouseId: 'Warehouse',
	tagIds: 'Tag Names or IDs',
	orderStatus: 'Order Status',
	estimates: 'Sales Orders',
	address: 'Incomplete Addresses',
	bundles: 'Bundles',
	services: 'Services',
	currency: 'ShipStation Currency',
	service: 'Service Map',
	weights: 'Weights',
	customs: 'Customs',
	customFields: 'Custom Fields',
	orderNumberPrefix: 'Order Number Prefix',
	fingerprint: 'Remember What Was Sent In',
};

/** A complaint is about a parameter of the node, as a whole. */
const inEditorsWords = ({ path, message }: { path: PropertyKey[]; message: string }) => ({ path: [LABELS[String(path[0])] ?? String(path[0])], message });

const unfit = (message: string, remedy: string): Failure => ({ cause: 'configuration-invalid', reason: 'setting-invalid', message, remedy });

import { withoutAbsent } from '../order/without-absent';
import type { ShippingSettingsInput } from '../shipstation/shipping-settings';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value).trim());

/** The node's parameters as settings. A parameter that the others hide says nothing, whatever is left in it. */
export function settingsFromParameters(read: (name: string) => unknown): ShippingSettingsInput {
	const options = bag(read('options'));
	const holds = read('incompleteAddresses') === 'hold';
	const requested = chosen(read('requestedService'), 'shipMethod') as 'shipMethod' | 'text' | 'customField' | 'nothing';
	const notes = Array.isArray(options.notes) ? options.notes : ['customer', 'internal'];
	const choices = {
		storeId: idOf(read('store')),
		warehouseId: idOf(options.warehouse),
		tagIds: listOf(read('tags')).map(Number),
		orderStatus: chosen(read('orderStatus'), undefined),
		estimates: chosen(read('salesOrders'), undefined),
		pendingEstimates: chosen(options.pendingSalesOrders, undefined),
		channelOrders: chosen(options.channelOrders, undefined),
		alreadyShipped: chosen(options.alreadyShipped, undefined),
		address: withoutAbsent({
			missing: chosen(options.missingAddress, undefined),
			incomplete: holds ? 'hold' : 'needsAttention',
			holdTagId: holds ? idOf(read('holdTag')) : undefined,
		}),
		bundles: chosen(read('bundles'), undefined),
		services: chosen(read('services'), undefined),
		shippingItems: options.shippingProducts === undefined ? undefined : names(options.shippingProducts),
		decimalQuantities: chosen(options.decimalQuantities, undefined),
		currency: withoutAbsent({ account: text(options.shipStationCurrency).toUpperCase() || undefined, other: chosen(options.otherCurrencies, undefined) }),
		service: withoutAbsent({
			requested,
			value: requested === 'text' || requested === 'customField' ? text(read('shippingService')) : undefined,
			map: listOf(bag(read('serviceMap')).services).map(serviceEntry),
			confirmation: chosen(options.confirmation, undefined),
		}),
		weights: weightsOf(bag(bag(read('weights')).all)),
		customs: customsOf(bag(read('customs'))),
		giftMessageField: text(options.giftMessageField),
		customFields: ([1, 2, 3] as const).map((number) => customField(bag(bag(read('customFields'))[`customField${number}`]))),
		notes: { customer: notes.includes('customer'), internal: notes.includes('internal') },
		orderNumberPrefix: text(options.orderNumberPrefix),
		fingerprint: chosen(options.fingerprint, undefined),
	};
	return withoutAbsent(choices) as ShippingSettingsInput;
}

const chosen = <T>(value: unknown, fallback: T): string | T => text(value) || fallback;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const names = (value: unknown): string[] => text(value).split(',').map((name) => name.trim()).filter((name) => name !== '');

/** The id of a resource locator, or of an expression that gives a plain one. What is no number is left for the check to name. */
function idOf(value: unknown): unknown {
	const id = text(typeof value === 'object' && value !== null ? (value as Bag).value : value);
	return id === '' ? undefined : /^\d+$/.test(id) ? Number(id) : id;
}

function serviceEntry(entry: unknown): Bag {
	const { shipMethod, carrierCode, serviceCode, packageCode } = bag(entry);
	return withoutAbsent({ shipMethod: text(shipMethod), carrierCode: text(carrierCode), serviceCode: text(serviceCode), packageCode: text(packageCode) || undefined });
}

/** `MUG-01=12.5`, one a line. A line that is none is left for the check to name: without its weight a parcel would be rated wrongly. */
function weightsOf({ units, each, bySku }: Bag): Bag {
	const entries = text(bySku)
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const [, sku, value] = /^(.+)=\s*(\d+(?:\.\d+)?|\.\d+)$/.exec(line) ?? [];
			return sku === undefined ? line : { sku: sku.trim(), value: Number(value) };
		});
	return withoutAbsent({ units: chosen(units, undefined), each: Number(each) > 0 ? Number(each) : undefined, bySku: entries });
}

function customsOf({ contents, countryOfOrigin, nonDelivery, tariffCode }: Bag): Bag | undefined {
	if (text(countryOfOrigin) === '') return undefined;
	return withoutAbsent({
		countryOfOrigin: text(countryOfOrigin),
		contents: chosen(contents, undefined),
		nonDelivery: chosen(nonDelivery, undefined),
		tariffCode: text(tariffCode) || undefined,
	});
}

function customField({ from, value }: Bag): Bag {
	switch (text(from)) {
		case '':
			return { from: 'nothing' };
		case 'customField':
			return { from: 'customField', name: text(value) };
		case 'text':
			return { from: 'text', text: text(value) };
		default:
			return { from: text(from) };
	}
}

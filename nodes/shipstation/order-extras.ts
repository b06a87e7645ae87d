import type { StandingDocument } from '../qb-documents/qb-document';
import { isZero } from '../order/money';
import { Big } from '../vendor/decimal';
import { fitText } from './fit-text';
import type { AddressToSend, ItemToSend, OrderToSend } from './order-to-send';
import { writeSentMark, type SentMark } from './sent-mark';
import type { ShippingSettings } from './shipping-settings';

/** A custom field of the QuickBooks document, by its name. */
function customFieldOf({ customFields }: StandingDocument, name: string): string | undefined {
	const wanted = name.trim().toLowerCase();
	return customFields.find((field) => field.name.trim().toLowerCase() === wanted)?.value.trim() || undefined;
}

/** What the three custom fields hold; one of them may hold the mark. */
export function customFields(
	document: StandingDocument,
	{ customFields: chosen, fingerprint }: ShippingSettings,
	mark: SentMark,
): NonNullable<OrderToSend['advancedOptions']> {
	const fields = ([1, 2, 3] as const).flatMap((number) => {
		const name = `customField${number}` as const;
		const value = fingerprint === name ? writeSentMark(mark) : valueOf(document, chosen[number - 1] ?? { from: 'nothing' });
		return value ? [[name, fitText(value, 100)] as const] : [];
	});
	return Object.fromEntries(fields);
}

function valueOf(document: StandingDocument, choice: ShippingSettings['customFields'][number]): string | undefined {
	switch (choice.from) {
		case 'nothing':
			return undefined;
		case 'class':
			return document.class?.name;
		case 'location':
			return document.location?.name;
		case 'docNumber':
			return document.docNumber;
		case 'salesOrderNumber':
			return document.type === 'Estimate' ? document.docNumber : document.estimate?.docNumber;
		case 'customer':
			return document.customer?.name;
		case 'paymentMethod':
			return document.paymentMethod;
		case 'customField':
			return customFieldOf(document, choice.name);
		case 'text':
			return choice.text;
	}
}

/** The shipping service: the words of QuickBooks for ShipStation's own mapping, or a carrier's service by an explicit map. */
export function serviceOf(
	document: StandingDocument,
	{ service }: ShippingSettings,
): Pick<OrderToSend, 'requestedShippingService' | 'carrierCode' | 'serviceCode' | 'packageCode' | 'confirmation'> {
	const words = {
		shipMethod: document.shipMethod,
		text: service.value,
		customField: customFieldOf(document, service.value),
		nothing: undefined,
	}[service.requested];
	const mapped = service.map.find(({ shipMethod }) => shipMethod.trim().toLowerCase() === words?.trim().toLowerCase());
	return {
		...(words ? { requestedShippingService: fitText(words, 100) } : {}),
		...(mapped ? { carrierCode: mapped.carrierCode, serviceCode: mapped.serviceCode } : {}),
		...(mapped?.packageCode ? { packageCode: mapped.packageCode } : {}),
		...(service.confirmation ? { confirmation: service.confirmation } : {}),
	};
}

export function giftOf(document: StandingDocument, { giftMessageField }: ShippingSettings): Pick<OrderToSend, 'gift' | 'giftMessage'> {
	const message = giftMessageField === '' ? undefined : customFieldOf(document, giftMessageField);
	return message === undefined ? {} : { gift: true, giftMessage: fitText(message, 1000) };
}

/** The customs declaration of a parcel that leaves the country. ShipStation declares in US dollars. */
export function customsOf(
	{ country }: AddressToSend,
	home: string,
	currency: string,
	items: readonly ItemToSend[],
	{ customs }: ShippingSettings,
): { options: Pick<OrderToSend, 'internationalOptions'>; remark?: string } {
	if (!customs || country === home) return { options: {} };
	if (currency !== 'USD') {
		return { options: {}, remark: `no customs items were sent, as ShipStation declares in US dollars and the document is in ${currency}` };
	}
	const { contents, nonDelivery, countryOfOrigin, tariffCode } = customs;
	const customsItems = items
		.filter(({ adjustment, quantity }) => adjustment !== true && quantity > 0)
		.map(({ name, quantity, unitPrice = 0 }) => ({
			description: fitText(name, 200),
			quantity,
			value: new Big(unitPrice).times(quantity).round(2, Big.roundHalfUp).toNumber(),
			countryOfOrigin,
			...(tariffCode ? { harmonizedTariffCode: tariffCode } : {}),
		}));
	return { options: { internationalOptions: { contents, customsItems, nonDelivery } } };
}

/** An amount as ShipStation takes it. */
export const toNumber = (amount: string): number => (isZero(amount) ? 0 : new Big(amount).round(4, Big.roundHalfUp).toNumber());

import type { StandingDocument } from '../../nodes/qb-documents/qb-document';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { readShippingSettings, type ShippingSettings, type ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { toShipStationOrder, type ShippingPlan } from '../../nodes/shipstation/to-shipstation-order';

export function settingsOf(input: ShippingSettingsInput = {}): ShippingSettings {
	const read = readShippingSettings(input);
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
}

export function planOf(document: StandingDocument, input: ShippingSettingsInput = {}): ShippingPlan {
	const plan = toShipStationOrder(document, settingsOf(input));
	if (!plan.ok) throw new Error(`${plan.failure.reason}: ${plan.failure.message}`);
	return plan.value;
}

export function orderOf(document: StandingDocument, input: ShippingSettingsInput = {}): OrderToSend {
	const plan = planOf(document, input);
	if (plan.kind !== 'send') throw new Error(`${plan.kind}: ${'because' in plan ? plan.because : ''}`);
	return plan.order;
}

/** Why a document is refused. */
export function refusalOf(document: StandingDocument, input: ShippingSettingsInput = {}): { reason: string; message: string; remedy: string } {
	const plan = toShipStationOrder(document, settingsOf(input));
	if (plan.ok) throw new Error(`It is planned: ${plan.value.kind}`);
	return plan.failure;
}

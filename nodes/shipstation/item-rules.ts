import { isNegative, isZero } from '../order/money';
import type { QbComponent, QbLine } from '../qb-documents/qb-document';
import type { ItemToSend } from './order-to-send';
import type { ShippingSettings } from './shipping-settings';

/** What a line of QuickBooks is in ShipStation. */
export type LineRole = 'goods' | 'adjustment' | 'shipping' | 'text' | 'leftOut';

export interface ItemRules {
	roleOf(line: QbLine | QbComponent): LineRole;
	/** @param pieces how many pieces the one item stands for */
	weightOf(line: QbComponent, pieces: number): ItemToSend['weight'];
}

/** Read once for each settings object: documents come by the thousand. */
const rulesBySettings = new WeakMap<ShippingSettings, ItemRules>();

export function itemRules(settings: ShippingSettings): ItemRules {
	const known = rulesBySettings.get(settings);
	if (known) return known;
	const made = makeRules(settings);
	rulesBySettings.set(settings, made);
	return made;
}

function makeRules({ services, shippingItems, weights }: ShippingSettings): ItemRules {
	const shipping = new Set(shippingItems.map(plainName));
	const weightBySku = new Map(weights.bySku.map(({ sku, value }) => [plainName(sku), value]));
	const roleOfService = { asAdjustments: 'adjustment', asItems: 'goods', leaveOut: 'leftOut' } as const;
	return {
		roleOf({ kind, name, sku, itemType, amount, quantity }) {
			switch (kind) {
				case 'shipping':
				case 'text':
					return kind;
				case 'tip':
				case 'discount':
				case 'other':
					return 'adjustment';
				default:
					if (shipping.has(plainName(name)) || (sku !== undefined && shipping.has(plainName(sku)))) return 'shipping';
					// A redeemed gift card, or pieces taken back in a sale: nothing to pack.
					if (isNegative(amount) || (quantity !== undefined && (isNegative(quantity) || isZero(quantity)))) return 'adjustment';
					return itemType === 'Service' ? roleOfService[services] : 'goods';
			}
		},
		weightOf({ sku }, pieces) {
			const value = (sku === undefined ? undefined : weightBySku.get(plainName(sku))) ?? weights.each;
			return value === undefined ? undefined : { value: Math.round(value * pieces * 10_000) / 10_000, units: weights.units };
		},
	};
}

const plainName = (text: string): string => text.trim().toLowerCase();

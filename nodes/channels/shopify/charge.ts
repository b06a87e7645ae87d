import { inCurrency, isZero, minus, plus, sum } from '../../order/money';
import type { OrderCharge } from '../../order/order';
import { Big } from '../../vendor/decimal';
import type { ShopifyTaxLine } from './shopify-order';
import { ofSeller, toTaxes, type Remitter } from './taxes';

export interface Priced {
	/** Before discounts, as the shop shows it. */
	price: string;
	discount: string;
	taxLines: ShopifyTaxLine[];
}

export interface ChargeRules {
	taxesIncluded: boolean;
	currency: string;
	remitter: Remitter;
}

/**
 * A price as `net = gross − discount`, all without tax.
 *
 * Where the shop's prices contain tax, it is taken out by the shop's own tax lines, not by a rate: then net and tax are to
 * the cent what was charged. The discount contained tax in the same proportion as what is left of the price.
 */
export function toCharge({ price, discount, taxLines }: Priced, rules: ChargeRules): OrderCharge {
	const taxes = toTaxes(taxLines, rules.remitter);
	const tax = ofSeller(taxes);
	const charged = minus(price, discount);
	if (!rules.taxesIncluded) return { gross: price, discount, net: charged, tax, taxes };
	const contained = sum(taxes.map(({ amount }) => amount));
	const net = minus(charged, contained);
	const discountNet = inCurrency(new Big(discount).times(shareWithoutTax(charged, net, taxLines)).toFixed(), rules.currency);
	return { gross: plus(net, discountNet), discount: discountNet, net, tax, taxes };
}

/** Which part of a price with tax is not tax; of a price discounted to nothing the rates say it. */
function shareWithoutTax(charged: string, net: string, taxLines: ShopifyTaxLine[]): Big {
	if (!isZero(charged)) return new Big(net).div(charged);
	const rates = taxLines.reduce((total, { rate }) => total.plus(rate ?? '0'), new Big(0));
	return new Big(1).div(rates.plus(1));
}

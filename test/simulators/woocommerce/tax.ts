import { Big } from 'big.js';
import type { WooAddress } from './order-draft';
import type { TaxRate } from './site';
import type { WireLineTax } from './wire-order';

Big.RM = Big.roundHalfUp;

/** The rates of a tax class that apply to an address. */
export const ratesFor = (rates: readonly TaxRate[], address: WooAddress, taxClass: string): TaxRate[] =>
	rates.filter(
		(rate) =>
			rate.taxClass === taxClass &&
			rate.country === address.country &&
			(rate.state === undefined || rate.state === address.state),
	);

/** WooCommerce rounds the tax of each line and rate by itself, half up, unless told to round at the subtotal. */
export const taxOn = (net: Big, rate: TaxRate): Big => net.times(rate.percent).div(100).round(2, Big.roundHalfUp);

/** Taxes of a product line: on its total, and on its subtotal before coupons. */
export const lineTaxes = (rates: readonly TaxRate[], subtotal: Big, total: Big): WireLineTax[] =>
	rates.map((rate) => ({
		id: rate.id,
		total: taxOn(total, rate).toFixed(2),
		subtotal: taxOn(subtotal, rate).toFixed(2),
	}));

/** Taxes of a shipping or fee line, which have no subtotal. */
export const chargeTaxes = (rates: readonly TaxRate[], total: Big): WireLineTax[] =>
	rates.map((rate) => ({ id: rate.id, total: taxOn(total, rate).toFixed(2), subtotal: '' }));

export const sumOf = (amounts: ReadonlyArray<string | Big>): Big =>
	amounts.reduce<Big>((sum, amount) => sum.plus(amount === '' ? 0 : amount), new Big(0));

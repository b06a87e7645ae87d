import { Big } from 'big.js';
import { couponShares } from './coupon';
import type { DraftCoupon, WooOrderDraft } from './order-draft';
import type { WooSite } from './site';
import { chargeTaxes, lineTaxes, ratesFor, sumOf } from './tax';
import type { WireAmounts, WireCouponLine, WireFeeLine, WireLine, WireShippingLine, WireTaxLine } from './wire-order';

/** Gives a part of an order its id; the same key gives the same id when an order is computed again. */
export type PartId = (key: string) => number;

/** Computes an order the way WooCommerce does: coupons on the shown prices, tax by line and rate, then the sums. */
export function computeAmounts(draft: WooOrderDraft, site: WooSite, idOf: PartId): WireAmounts {
	const inclusive = draft.pricesIncludeTax ?? site.pricesIncludeTax;
	const address = draft.shipping ?? draft.billing;
	// Inclusive prices contain the tax of the shop's own base address, whoever buys.
	const net = (shown: Big): Big =>
		inclusive ? shown.div(new Big(1).plus(new Big(site.baseTaxPercent).div(100))).round(6) : shown;

	const shown = draft.lines.map((line) => new Big(line.product.price).times(line.quantity));
	const remaining = [...shown];
	const taken = (draft.coupons ?? []).map((coupon) => {
		const shares = couponShares(coupon, shown, remaining);
		shares.forEach((share, index) => (remaining[index] = (remaining[index] ?? new Big(0)).minus(share)));
		return { coupon, shares };
	});

	const rates = draft.lines.map((line) => ratesFor(site.taxRates, address, line.product.taxClass ?? ''));
	const lines = draft.lines.map(({ product, quantity }, index): WireLine => {
		const subtotal = net(shown[index] ?? new Big(0));
		const total = net(remaining[index] ?? new Big(0));
		const taxes = lineTaxes(rates[index] ?? [], subtotal, total);
		return {
			id: idOf(`line ${index} ${product.sku}`),
			name: product.name,
			product_id: product.id,
			variation_id: product.variationId ?? 0,
			quantity,
			tax_class: product.taxClass ?? '',
			subtotal: subtotal.toFixed(2),
			subtotal_tax: sumOf(taxes.map((tax) => tax.subtotal)).toFixed(2),
			total: total.toFixed(2),
			total_tax: sumOf(taxes.map((tax) => tax.total)).toFixed(2),
			taxes,
			meta_data: [],
			sku: product.sku,
			global_unique_id: '',
			price: quantity === 0 ? 0 : Number(total) / quantity,
			image: { id: '', src: '' },
			parent_name: product.parentName ?? null,
		};
	});

	const standard = ratesFor(site.taxRates, address, '');
	const shipping = (draft.shippingLines ?? []).map((line, index): WireShippingLine => {
		const taxes = chargeTaxes(
			standard.filter((rate) => rate.onShipping),
			new Big(line.total),
		);
		return {
			id: idOf(`shipping ${index}`),
			method_title: line.title,
			method_id: line.methodId,
			instance_id: '',
			total: new Big(line.total).toFixed(2),
			total_tax: sumOf(taxes.map((tax) => tax.total)).toFixed(2),
			taxes,
			tax_status: 'taxable',
			meta_data: [],
		};
	});
	const fees = (draft.fees ?? []).map((fee, index): WireFeeLine => {
		const total = new Big(fee.total);
		const taxes = fee.taxable || total.lt(0) ? chargeTaxes(standard, total) : [];
		return {
			id: idOf(`fee ${index}`),
			name: fee.name,
			tax_class: '',
			tax_status: fee.taxable ? 'taxable' : 'none',
			amount: '',
			total: total.toFixed(2),
			total_tax: sumOf(taxes.map((tax) => tax.total)).toFixed(2),
			taxes,
			meta_data: [],
		};
	});

	const usedRates = site.taxRates.filter((rate) =>
		[...lines, ...shipping, ...fees].some((part) => part.taxes.some(({ id }) => id === rate.id)),
	);
	const taxLines = usedRates.map((rate): WireTaxLine => {
		const of = (parts: ReadonlyArray<WireLine | WireFeeLine | WireShippingLine>): string =>
			sumOf(parts.flatMap((part) => part.taxes.filter(({ id }) => id === rate.id).map((tax) => tax.total))).toFixed(2);
		return {
			id: idOf(`tax ${rate.id}`),
			rate_code: rate.code,
			rate_id: rate.id,
			label: rate.label,
			compound: false,
			tax_total: of([...lines, ...fees]),
			shipping_tax_total: of(shipping),
			rate_percent: rate.percent,
			meta_data: [],
		};
	});

	const coupons = taken.map(({ coupon, shares }) => {
		const discount = sumOf(shares.map((share) => net(share)));
		// Tax on a discount is rounded once for the coupon, not line by line, so it can differ from the lines' by a cent.
		const tax = shares.reduce((sum, share, index) => {
			const percent = (rates[index] ?? []).reduce((all, rate) => all.plus(rate.percent), new Big(0));
			return sum.plus(net(share).times(percent).div(100));
		}, new Big(0));
		return couponLine(coupon, discount.round(2), tax.round(2, Big.roundHalfUp), idOf);
	});

	const shippingTotal = sumOf(shipping.map((line) => line.total));
	const shippingTax = sumOf(shipping.map((line) => line.total_tax));
	const cartTax = sumOf([...lines, ...fees].map((line) => line.total_tax));
	const total = sumOf([...lines, ...fees].map((line) => line.total))
		.plus(shippingTotal)
		.plus(shippingTax)
		.plus(cartTax);
	return {
		discount_total: sumOf(lines.map((line) => line.subtotal))
			.minus(sumOf(lines.map((line) => line.total)))
			.toFixed(2),
		discount_tax: sumOf(coupons.map((coupon) => coupon.discount_tax)).toFixed(2),
		shipping_total: shippingTotal.toFixed(2),
		shipping_tax: shippingTax.toFixed(2),
		cart_tax: cartTax.toFixed(2),
		total: total.round(site.priceDecimals, Big.roundHalfUp).toFixed(2),
		total_tax: cartTax.plus(shippingTax).toFixed(2),
		line_items: lines,
		tax_lines: taxLines,
		shipping_lines: shipping,
		fee_lines: fees,
		coupon_lines: coupons,
	};
}

function couponLine(coupon: DraftCoupon, discount: Big, tax: Big, idOf: PartId): WireCouponLine {
	const nominal = Number(coupon.amount);
	const info = JSON.stringify([
		coupon.id,
		coupon.code,
		coupon.type,
		nominal,
		...(coupon.freeShipping === true ? [true] : []),
	]);
	return {
		id: idOf(`coupon ${coupon.code}`),
		code: coupon.code,
		discount: discount.toFixed(),
		discount_tax: tax.toFixed(),
		meta_data: [
			{
				id: idOf(`coupon meta ${coupon.code}`),
				key: 'coupon_info',
				value: info,
				display_key: 'coupon_info',
				display_value: info,
			},
		],
		discount_type: coupon.type,
		nominal_amount: nominal,
		free_shipping: coupon.freeShipping ?? false,
	};
}

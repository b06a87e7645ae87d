import { plus } from '../../order/money';
import type { OrderTax } from '../../order/order';
import type { WooTaxLine } from './woocommerce-order';

/** WooCommerce is the seller's own storefront: the seller remits its tax. */
const remittedBy = 'seller' as const;

const described = (line: WooTaxLine | undefined): Pick<OrderTax, 'name' | 'rate' | 'jurisdiction'> => ({
	name: line?.label ?? line?.rate_code ?? 'Tax',
	...(line?.rate_percent === undefined ? {} : { rate: line.rate_percent }),
	...(line?.rate_code === undefined ? {} : { jurisdiction: line.rate_code }),
});

/** The taxes of a line, named by the order's own list of rates. */
export const lineTaxes = (
	taxes: Array<{ id?: string | undefined; total: string }>,
	rates: WooTaxLine[],
): OrderTax[] =>
	taxes.map(({ id, total }) => ({
		...described(rates.find((rate) => rate.rate_id !== undefined && rate.rate_id === id)),
		amount: total,
		remittedBy,
	}));

/** The taxes of the whole order, shipping included. */
export const orderTaxes = (rates: WooTaxLine[]): OrderTax[] =>
	rates.map((rate) => ({ ...described(rate), amount: plus(rate.tax_total, rate.shipping_tax_total), remittedBy }));

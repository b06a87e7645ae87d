import { Big } from 'big.js';
import { add } from './compute-order';
import { connection, type PageArguments } from './connection';
import { lineNode, shippingNode } from './line-node';
import { dateTime, gid, type OrderMoney } from './money';
import type { LineTax, ShopifyOrderRecord } from './order-record';

interface SaleAmounts {
	/** After discounts; with tax in it where the order's prices include tax. */
	readonly net: string | Big;
	readonly tax: string | Big;
	readonly discount?: string;
}

/** The order's dated entries: one agreement for the sale and one for each refund. */
export function agreementNodes(order: ShopifyOrderRecord, money: OrderMoney) {
	return [orderAgreement(order, money), ...order.refunds.map((_, index) => refundAgreement(order, money, index))];
}

function orderAgreement(order: ShopifyOrderRecord, money: OrderMoney) {
	const { lines, shipping, tip } = order.amounts;
	const sales = lines.map((line) =>
		sale(
			order,
			money,
			line.id,
			line.product.giftCard === true ? 'GIFT_CARD' : 'PRODUCT',
			'ORDER',
			line.quantity,
			{ net: line.net, tax: taxOf(line.taxes), discount: line.discount },
			{
				__typename: line.product.giftCard === true ? 'GiftCardSale' : 'ProductSale',
				lineItem: lineNode(line, order, money),
			},
		),
	);
	if (shipping !== undefined) {
		const node = { __typename: 'ShippingLineSale', shippingLine: shippingNode(shipping, order, money) };
		sales.push(
			sale(
				order,
				money,
				shipping.id,
				'SHIPPING',
				'ORDER',
				null,
				{ net: shipping.price, tax: taxOf(shipping.taxes) },
				node,
			),
		);
	}
	if (new Big(tip).gt(0))
		sales.push(
			sale(order, money, `${order.id}-tip`, 'TIP', 'ORDER', null, { net: tip, tax: '0' }, { __typename: 'TipSale' }),
		);
	return agreement('OrderAgreement', order.id, order.createdAt, 'ORDER', sales);
}

function refundAgreement(order: ShopifyOrderRecord, money: OrderMoney, index: number) {
	const refund = order.refunds[index];
	if (refund === undefined) throw new Error(`order ${order.id} has no refund ${index}`);
	const sales = refund.lines.map((back) => {
		const line = order.amounts.lines.find(({ id }) => id === back.lineId);
		const giftCard = line?.product.giftCard === true;
		return sale(
			order,
			money,
			back.id,
			giftCard ? 'GIFT_CARD' : 'PRODUCT',
			'RETURN',
			-back.quantity,
			negated({ net: back.subtotal, tax: back.tax }),
			{
				__typename: giftCard ? 'GiftCardSale' : 'ProductSale',
				lineItem: line === undefined ? null : lineNode(line, order, money),
			},
		);
	});
	for (const back of refund.shipping) {
		const amounts = negated({ net: back.subtotal, tax: back.tax });
		sales.push(
			sale(order, money, back.id, 'SHIPPING', 'RETURN', null, amounts, {
				__typename: 'ShippingLineSale',
				shippingLine: null,
			}),
		);
	}
	if (refund.discrepancy !== undefined) {
		const amounts = { net: refund.discrepancy.amount, tax: '0' };
		sales.push(
			sale(order, money, refund.discrepancy.id, 'ADJUSTMENT', 'RETURN', null, amounts, {
				__typename: 'AdjustmentSale',
			}),
		);
	}
	return agreement('RefundAgreement', refund.id, refund.at, 'REFUND', sales);
}

const agreement = (type: string, id: string, at: number, reason: string, sales: readonly object[]) => ({
	__typename: type,
	id: gid('SalesAgreement', id),
	happenedAt: dateTime(at),
	reason,
	sales: (args: PageArguments) => connection(sales, args),
});

function sale(
	order: ShopifyOrderRecord,
	money: OrderMoney,
	id: string,
	lineType: string,
	actionType: string,
	quantity: number | null,
	amounts: SaleAmounts,
	node: object,
): object {
	const included = order.draft.taxesIncluded ?? false;
	return {
		id: gid('Sale', id),
		lineType,
		actionType,
		quantity,
		taxes: [],
		totalAmount: money.bag(included ? amounts.net : new Big(amounts.net).plus(amounts.tax)),
		totalTaxAmount: money.bag(amounts.tax),
		totalDiscountAmountBeforeTaxes: money.bag(amounts.discount ?? '0'),
		totalDiscountAmountAfterTaxes: money.bag(amounts.discount ?? '0'),
		...node,
	};
}

const taxOf = (taxes: readonly LineTax[]): Big => add(taxes.map(({ amount }) => amount));

const negated = ({ net, tax }: SaleAmounts): SaleAmounts => ({
	net: new Big(net).times(-1),
	tax: new Big(tax).times(-1),
});

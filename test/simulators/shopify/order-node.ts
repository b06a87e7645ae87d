import { agreementNodes } from './agreement-node';
import { connection, type PageArguments } from './connection';
import { discountNode, lineNode, orderTaxLines, shippingNode } from './line-node';
import { dateTime, gid, OrderMoney } from './money';
import type { ShopifyAddress, ShopifyCustomer } from './order-draft';
import type { ShopifyOrderRecord } from './order-record';
import { currentAmounts, financialStatus, receivedOf, refundedOf, totalOf } from './order-state';
import { refundNode, transactionNode } from './payment-node';
import type { ShopifyShop } from './shop';

export const moneyOf = (order: ShopifyOrderRecord, shop: ShopifyShop): OrderMoney =>
	new OrderMoney(shop.currencyCode, order.draft.presentment);

export const orderName = (order: ShopifyOrderRecord, shop: ShopifyShop): string =>
	`${shop.orderNumberFormatPrefix}${order.number}${shop.orderNumberFormatSuffix}`;

/** An order as the default resolvers of graphql-js read it: fields by name, fields with arguments as functions. */
export function orderNode(order: ShopifyOrderRecord, shop: ShopifyShop) {
	const money = moneyOf(order, shop);
	const { draft, amounts } = order;
	const { subtotal, tax, shipping, total, discrepancy } = currentAmounts(order);
	const received = receivedOf(order);
	const netPayment = received.minus(refundedOf(order));
	const lines = () => amounts.lines.map((line) => lineNode(line, order, money));
	const shippingLines = amounts.shipping === undefined ? [] : [amounts.shipping];
	const status = financialStatus(order);
	const shippedFrom = draft.shippingAddress ?? null;
	return {
		__typename: 'Order',
		id: gid('Order', order.id),
		legacyResourceId: order.id,
		name: orderName(order, shop),
		number: order.number,
		confirmationNumber: `SIM${order.number}`,
		confirmed: true,
		sourceName: draft.sourceName ?? 'web',
		sourceIdentifier: null,
		poNumber: null,
		test: draft.test ?? false,
		edited: order.edited,
		createdAt: dateTime(order.createdAt),
		processedAt: dateTime(order.createdAt),
		updatedAt: dateTime(order.updatedAt),
		cancelledAt: order.cancelledAt === null ? null : dateTime(order.cancelledAt),
		cancelReason: order.cancelReason,
		closed: order.closedAt !== null,
		closedAt: order.closedAt === null ? null : dateTime(order.closedAt),
		displayFinancialStatus: status,
		displayFulfillmentStatus: 'UNFULFILLED',
		fullyPaid: received.gte(totalOf(order)),
		unpaid: received.eq(0),
		currencyCode: shop.currencyCode,
		presentmentCurrencyCode: money.presentmentCurrency,
		taxesIncluded: draft.taxesIncluded ?? false,
		taxExempt: false,
		dutiesIncluded: false,
		estimatedTaxes: false,
		email: draft.email === undefined ? (draft.customer?.email ?? null) : draft.email,
		phone: null,
		note: draft.note ?? null,
		tags: draft.tags ?? [],
		customAttributes: [],
		paymentGatewayNames: [...new Set(order.transactions.map(({ gateway }) => gateway))],
		customer: draft.customer === undefined ? null : customerNode(draft.customer),
		billingAddress: draft.billingAddress === undefined ? null : addressNode(draft.billingAddress, order.id),
		shippingAddress: shippedFrom === null ? null : addressNode(shippedFrom, order.id),
		subtotalPriceSet: money.bag(amounts.subtotal),
		totalDiscountsSet: money.bag(amounts.discounts),
		totalShippingPriceSet: money.bag(amounts.shipping?.price ?? '0'),
		totalTaxSet: money.bag(amounts.tax),
		totalTipReceivedSet: money.bag(amounts.tip),
		totalPriceSet: money.bag(totalOf(order)),
		originalTotalPriceSet: money.bag(order.originalTotal),
		currentSubtotalPriceSet: money.bag(subtotal),
		currentTotalDiscountsSet: money.bag(amounts.discounts),
		currentShippingPriceSet: money.bag(shipping),
		currentTotalTaxSet: money.bag(tax),
		currentTotalPriceSet: money.bag(total),
		currentTotalDutiesSet: null,
		currentTotalAdditionalFeesSet: null,
		totalReceivedSet: money.bag(received),
		totalRefundedSet: money.bag(refundedOf(order)),
		netPaymentSet: money.bag(netPayment),
		totalOutstandingSet: money.bag(order.cancelledAt === null ? total.minus(netPayment).plus(discrepancy) : '0'),
		refundDiscrepancySet: money.bag(discrepancy),
		totalCashRoundingAdjustment: { paymentSet: money.bag('0'), refundSet: money.bag('0') },
		discountCode: draft.discount?.kind === 'code' ? draft.discount.title : null,
		discountCodes: draft.discount?.kind === 'code' ? [draft.discount.title] : [],
		additionalFees: [],
		taxLines: () => orderTaxLines(order, money),
		merchantOfRecordApp: null,
		discountApplications: (args: PageArguments) =>
			connection(draft.discount === undefined ? [] : [discountNode(draft.discount, money)], args),
		shippingLines: (args: PageArguments) =>
			connection(
				shippingLines.map((line) => shippingNode(line, order, money)),
				args,
			),
		shippingLine: () => (amounts.shipping === undefined ? null : shippingNode(amounts.shipping, order, money)),
		lineItems: (args: PageArguments) => connection(lines(), args),
		transactions: ({ first }: { first?: number | null }) =>
			order.transactions.slice(0, first ?? undefined).map((transaction) => transactionNode(transaction, order, money)),
		transactionsCount: { count: order.transactions.length, precision: 'EXACT' },
		refunds: ({ first }: { first?: number | null }) =>
			order.refunds.slice(0, first ?? undefined).map((refund) => refundNode(refund, order, money)),
		agreements: (args: PageArguments) => connection(agreementNodes(order, money), args),
	};
}

function customerNode(customer: ShopifyCustomer) {
	const name = [customer.firstName, customer.lastName].filter((part) => part !== null).join(' ');
	return {
		__typename: 'Customer',
		id: gid('Customer', customer.id),
		legacyResourceId: customer.id,
		displayName: name === '' ? (customer.email ?? '') : name,
		firstName: customer.firstName,
		lastName: customer.lastName,
		email: customer.email,
		defaultEmailAddress: customer.email === null ? null : { emailAddress: customer.email },
		taxExempt: false,
	};
}

function addressNode(address: ShopifyAddress, orderId: string) {
	const name = [address.firstName, address.lastName].filter((part) => part !== null).join(' ');
	return {
		...address,
		id: gid('MailingAddress', orderId),
		countryCode: address.countryCodeV2,
		name: name === '' ? null : name,
	};
}

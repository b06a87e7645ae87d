/**
 * What is asked of Shopify's Admin GraphQL, in steps that each stay under 1,000 points even by the old linear rule (an object
 * is 1, a connection 2 and its `first` times its child). Valid on 2026-07 and 2026-10; a test proves both.
 *
 * Only `shopMoney` is asked for, but for the order's total: the books are in the shop's currency, and each pair of amounts
 * costs. Everything about one order that may change comes in one answer, so that its figures belong together.
 */

/** Parts of an order that come with it at once; what is beyond is asked for apart. */
export const FIRST = { lines: 6, shipping: 2, transactions: 6, refunds: 4, refundLines: 15, refundShipping: 3, refundTransactions: 4 };

/** What is asked at once of the rest. */
export const REST = { lines: 45, shipping: 40, refundLines: 120, refundShipping: 100, refundTransactions: 100, sales: 80 };

const MONEY = 'fragment Money on MoneyBag { shopMoney { amount currencyCode } }';

const TAX = 'fragment Tax on TaxLine { title rate ratePercentage channelLiable priceSet { ...Money } }';

const ADDRESS = `fragment Address on MailingAddress {
	firstName lastName company address1 address2 city province provinceCode zip country countryCodeV2 phone
}`;

const LINE = `fragment Line on LineItem {
	id title name sku quantity currentQuantity taxable isGiftCard requiresShipping product { id } variant { id }
	originalUnitPriceSet { ...Money } originalTotalSet { ...Money }
	discountAllocations { allocatedAmountSet { ...Money } discountApplication { index } }
	taxLines { ...Tax }
}`;

const SHIPPING = `fragment Shipping on ShippingLine {
	id code title isRemoved originalPriceSet { ...Money } discountedPriceSet { ...Money }
	discountAllocations { allocatedAmountSet { ...Money } discountApplication { index } }
	taxLines { ...Tax }
}`;

const TRANSACTION = `fragment Transaction on OrderTransaction {
	id kind status gateway formattedGateway test createdAt processedAt paymentId amountSet { ...Money }
	parentTransaction { id } fees { amount { amount currencyCode } }
}`;

/** Which orders there are in the window, and the shop's time zone. */
export const LIST_ORDERS = `query ListOrders($first: Int!, $after: String, $query: String, $sortKey: OrderSortKeys!, $reverse: Boolean!) {
	shop { ianaTimezone }
	orders(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse) {
		pageInfo { hasNextPage endCursor }
		nodes { id legacyResourceId updatedAt }
	}
}`;

export const ORDER_DETAILS = `query OrderDetails($ids: [ID!]!) {
	nodes(ids: $ids) { ...OrderParts }
}
fragment OrderParts on Order {
	id legacyResourceId name sourceName sourceIdentifier confirmationNumber poNumber test edited
	createdAt processedAt updatedAt cancelledAt closedAt displayFinancialStatus displayFulfillmentStatus
	currencyCode taxesIncluded taxExempt dutiesIncluded email phone note tags
	merchantOfRecordApp { id }
	customer { id firstName lastName }
	billingAddress { ...Address } shippingAddress { ...Address }
	totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
	totalTipReceivedSet { ...Money } originalTotalDutiesSet { ...Money }
	totalCashRoundingAdjustment { paymentSet { ...Money } }
	additionalFees { id name price { ...Money } taxLines { ...Tax } }
	discountApplications(first: 5) { nodes {
		index targetType
		value { ... on MoneyV2 { amount } ... on PricingPercentageValue { percentage } }
		... on DiscountCodeApplication { code } ... on AutomaticDiscountApplication { title }
		... on ManualDiscountApplication { title } ... on ScriptDiscountApplication { title }
	} }
	shippingLines(first: ${FIRST.shipping}) { pageInfo { hasNextPage endCursor } nodes { ...Shipping } }
	lineItems(first: ${FIRST.lines}) { pageInfo { hasNextPage endCursor } nodes { ...Line } }
	transactions(first: ${FIRST.transactions}) { ...Transaction }
	refunds(first: ${FIRST.refunds}) { id }
}
${MONEY}
${TAX}
${ADDRESS}
${LINE}
${SHIPPING}
${TRANSACTION}`;

export const MORE_LINES = `query MoreLines($id: ID!, $after: String) {
	order(id: $id) {
		lineItems(first: ${REST.lines}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...Line } }
	}
}
${MONEY}
${TAX}
${LINE}`;

export const MORE_SHIPPING = `query MoreShipping($id: ID!, $after: String) {
	order(id: $id) {
		shippingLines(first: ${REST.shipping}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...Shipping } }
	}
}
${MONEY}
${TAX}
${SHIPPING}`;

/** `transactions` and `refunds` are lists, which cannot be paged; without `first` Shopify truncates them to no size. So: all ids, then the details. */
export const TRANSACTION_IDS = `query TransactionIds($id: ID!) {
	order(id: $id) { transactions { id } transactionsCount { count precision } }
}`;

export const TRANSACTION_DETAILS = `query TransactionDetails($ids: [ID!]!) {
	nodes(ids: $ids) { ...Transaction }
}
${MONEY}
${TRANSACTION}`;

export const REFUND_IDS = `query RefundIds($id: ID!) {
	order(id: $id) { refunds { id } }
}`;

const REFUND_LINE = `fragment RefundLine on RefundLineItem {
	quantity restockType lineItem { id } subtotalSet { ...Money } totalTaxSet { ...Money }
}`;

const REFUND_SHIPPING = `fragment RefundShipping on RefundShippingLine {
	subtotalAmountSet { ...Money } taxAmountSet { ...Money }
}`;

const REFUND_TRANSACTION = `fragment RefundTransaction on OrderTransaction { id kind status gateway amountSet { ...Money } }`;

export const REFUND_DETAILS = `query RefundDetails($ids: [ID!]!) {
	nodes(ids: $ids) { ... on Refund {
		id createdAt processedAt note totalRefundedSet { ...Money }
		refundLineItems(first: ${FIRST.refundLines}) { pageInfo { hasNextPage endCursor } nodes { ...RefundLine } }
		refundShippingLines(first: ${FIRST.refundShipping}) { pageInfo { hasNextPage endCursor } nodes { ...RefundShipping } }
		transactions(first: ${FIRST.refundTransactions}) { pageInfo { hasNextPage endCursor } nodes { ...RefundTransaction } }
	} }
}
${MONEY}
${REFUND_LINE}
${REFUND_SHIPPING}
${REFUND_TRANSACTION}`;

export const MORE_REFUND_LINES = `query MoreRefundLines($id: ID!, $after: String) {
	refund(id: $id) {
		refundLineItems(first: ${REST.refundLines}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...RefundLine } }
	}
}
${MONEY}
${REFUND_LINE}`;

export const MORE_REFUND_SHIPPING = `query MoreRefundShipping($id: ID!, $after: String) {
	refund(id: $id) {
		refundShippingLines(first: ${REST.refundShipping}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...RefundShipping } }
	}
}
${MONEY}
${REFUND_SHIPPING}`;

export const MORE_REFUND_TRANSACTIONS = `query MoreRefundTransactions($id: ID!, $after: String) {
	refund(id: $id) {
		transactions(first: ${REST.refundTransactions}, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...RefundTransaction } }
	}
}
${MONEY}
${REFUND_TRANSACTION}`;

/** One agreement at a time, so that the sales of each can be paged to their end. Asked for edited orders only. */
export const ORDER_EDITS = `query OrderEdits($id: ID!, $after: String, $salesAfter: String) {
	order(id: $id) {
		agreements(first: 1, after: $after) {
			pageInfo { hasNextPage endCursor }
			nodes {
				reason
				sales(first: ${REST.sales}, after: $salesAfter) {
					pageInfo { hasNextPage endCursor }
					nodes {
						actionType quantity totalAmount { ...Money } totalTaxAmount { ...Money }
						totalDiscountAmountBeforeTaxes { ...Money }
						... on ProductSale { lineItem { id } }
					}
				}
			}
		}
	}
}
${MONEY}`;

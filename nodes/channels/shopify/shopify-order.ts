import { currencySchema } from '../../order/money';
import { z } from '../../vendor/zod';
import { amount, flag, id, idAs, listOf, optionalDecimal, optionalObject, optionalText, quantity } from '../wire-values';

/**
 * Shopify's Admin GraphQL `Order`, as `queries.ts` asks for it; unknown fields pass. The books are in the shop's currency, so
 * a MoneyBag counts by its `shopMoney`.
 * https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Order
 */
const moneySchema = z.object({ amount, currencyCode: optionalText });

const shopMoney = z.object({ shopMoney: moneySchema }).transform((bag) => bag.shopMoney.amount);

const shopMoneyOrZero = z.preprocess(
	(value) => value ?? { shopMoney: { amount: '0' } },
	shopMoney,
);

const nodesOf = <T extends z.ZodType>(node: T) =>
	z.preprocess((value) => value ?? { nodes: [] }, z.object({ nodes: listOf(node) })).transform(({ nodes }) => nodes);

/** `gid://shopify/LineItem/123?x=y` → `123`. */
export const tailOf = (gid: string): string => gid.replace(/\?.*$/, '').replace(/^.*\//, '');

const gid = idAs(tailOf);

const reference = z.preprocess((value) => value ?? undefined, z.object({ id: gid }).optional());

const taxLineSchema = z.object({
	title: optionalText,
	rate: optionalDecimal,
	ratePercentage: optionalDecimal,
	/** True: the channel remits it. Null: Shopify does not know. */
	channelLiable: z.boolean().nullish(),
	priceSet: shopMoney,
});

const allocationSchema = z.object({
	allocatedAmountSet: shopMoney,
	discountApplication: z.object({ index: z.number().int() }).nullish(),
});

const lineItemSchema = z.object({
	id: gid,
	title: optionalText,
	name: optionalText,
	sku: optionalText,
	/** Refunded and removed units included. */
	quantity,
	/** Without refunded and removed units. */
	currentQuantity: optionalDecimal,
	taxable: flag,
	isGiftCard: flag,
	requiresShipping: flag,
	product: reference,
	variant: reference,
	originalUnitPriceSet: shopMoney,
	originalTotalSet: shopMoney,
	discountAllocations: listOf(allocationSchema),
	taxLines: listOf(taxLineSchema),
});

const shippingLineSchema = z.object({
	id: optionalText,
	code: optionalText,
	title: optionalText,
	isRemoved: flag,
	originalPriceSet: shopMoney,
	discountedPriceSet: shopMoney,
	discountAllocations: listOf(allocationSchema),
	taxLines: listOf(taxLineSchema),
});

const feeSchema = z.object({ id: gid, name: optionalText, price: shopMoney, taxLines: listOf(taxLineSchema) });

const transactionSchema = z.object({
	id: gid,
	/** A kind that is not known here makes the order unreadable: money is never guessed. */
	kind: z.enum(['SALE', 'CAPTURE', 'AUTHORIZATION', 'EMV_AUTHORIZATION', 'VOID', 'CHANGE', 'REFUND', 'SUGGESTED_REFUND']),
	status: z.string('must be a status, e.g. "SUCCESS"'),
	gateway: optionalText,
	formattedGateway: optionalText,
	test: flag,
	createdAt: optionalText,
	processedAt: optionalText,
	paymentId: optionalText,
	amountSet: shopMoney,
	parentTransaction: reference,
	fees: listOf(z.object({ amount: moneySchema })),
});

const refundSchema = z.object({
	id: gid,
	createdAt: optionalText,
	processedAt: optionalText,
	note: optionalText,
	totalRefundedSet: shopMoney,
	refundLineItems: nodesOf(
		z.object({ quantity, restockType: optionalText, lineItem: z.object({ id: gid }), subtotalSet: shopMoney, totalTaxSet: shopMoney }),
	),
	refundShippingLines: nodesOf(z.object({ subtotalAmountSet: shopMoney, taxAmountSet: shopMoney })),
	transactions: nodesOf(
		z.object({ id: gid, kind: optionalText, status: optionalText, gateway: optionalText, amountSet: shopMoney }),
	),
});

const discountApplicationSchema = z.object({
	index: z.number().int(),
	targetType: optionalText,
	value: optionalObject(z.object({ percentage: optionalDecimal })),
	code: optionalText,
	title: optionalText,
});

const addressSchema = optionalObject(
	z.object({
		firstName: optionalText,
		lastName: optionalText,
		company: optionalText,
		address1: optionalText,
		address2: optionalText,
		city: optionalText,
		province: optionalText,
		provinceCode: optionalText,
		zip: optionalText,
		country: optionalText,
		countryCodeV2: optionalText,
		phone: optionalText,
	}),
);

export const shopifyOrderSchema = z.object({
	legacyResourceId: id,
	name: optionalText,
	sourceName: optionalText,
	sourceIdentifier: optionalText,
	confirmationNumber: optionalText,
	poNumber: optionalText,
	test: flag,
	edited: flag,
	createdAt: z.string('must be an instant'),
	processedAt: optionalText,
	updatedAt: optionalText,
	cancelledAt: optionalText,
	closedAt: optionalText,
	displayFinancialStatus: optionalText,
	displayFulfillmentStatus: optionalText,
	currencyCode: currencySchema,
	taxesIncluded: flag,
	taxExempt: flag,
	dutiesIncluded: flag,
	email: optionalText,
	phone: optionalText,
	note: optionalText,
	tags: listOf(z.string()),
	/** Whoever it is collects and remits the tax. */
	merchantOfRecordApp: z.object({}).nullish(),
	customer: optionalObject(z.object({ id: gid, firstName: optionalText, lastName: optionalText })),
	billingAddress: addressSchema,
	shippingAddress: addressSchema,
	/** Before returns, taxes and discounts in it. */
	totalPriceSet: z.object({ shopMoney: moneySchema, presentmentMoney: moneySchema.nullish() }),
	totalTipReceivedSet: shopMoneyOrZero,
	originalTotalDutiesSet: shopMoneyOrZero,
	totalCashRoundingAdjustment: z.preprocess((value) => value ?? {}, z.object({ paymentSet: shopMoneyOrZero })),
	additionalFees: listOf(feeSchema),
	discountApplications: nodesOf(discountApplicationSchema),
	shippingLines: nodesOf(shippingLineSchema),
	lineItems: nodesOf(lineItemSchema),
	transactions: listOf(transactionSchema),
	refunds: listOf(refundSchema),
});

/** A sale of an order edit: https://shopify.dev/docs/api/admin-graphql/2026-10/interfaces/Sale. Returned units are negative. */
export const editSaleSchema = z.object({
	actionType: z.string('must be an action, e.g. "RETURN"'),
	quantity: optionalDecimal,
	totalAmount: shopMoney,
	totalTaxAmount: shopMoney,
	totalDiscountAmountBeforeTaxes: shopMoneyOrZero,
	lineItem: reference,
});

export type ShopifyOrder = z.output<typeof shopifyOrderSchema>;
export type ShopifyLineItem = ShopifyOrder['lineItems'][number];
export type ShopifyTaxLine = z.output<typeof taxLineSchema>;
export type ShopifyTransaction = ShopifyOrder['transactions'][number];
export type ShopifyRefund = ShopifyOrder['refunds'][number];
export type ShopifyAllocation = ShopifyLineItem['discountAllocations'][number];
export type ShopifyEditSale = z.output<typeof editSaleSchema>;

import { z } from '../../vendor/zod';
import { readSkuMap, type SkuMap, type SkuSource } from '../sku-map';

/** Taken off a shop's SKU, then put around it, before it is looked up. */
const skuRulesSchema = z
	.object({
		stripPrefix: z.string().default(''),
		stripSuffix: z.string().default(''),
		addPrefix: z.string().default(''),
		addSuffix: z.string().default(''),
	})
	.prefault({});

/** Thousands of rows: read by hand, and once for all items. */
const skuMapSchema = z
	.custom<SkuSource | SkuMap>()
	.default({ table: [], text: '' })
	.transform((source, context): SkuMap => {
		if (source instanceof Map) return source as SkuMap;
		const map = readSkuMap(source as SkuSource);
		if (map.ok) return map.value;
		context.addIssue({ code: 'custom', message: map.failure.message });
		return z.NEVER;
	});

/** What a line of the order is booked to. */
export const productsSchema = z
	.object({
		/** `skuAsName`: the SKU is looked up among the names of products. A line without a SKU is found by its title in any case. */
		match: z.enum(['sku', 'skuAsName', 'title']).default('sku'),
		skuMap: skuMapSchema,
		/** For SKUs that are not in the map. */
		skuRules: skuRulesSchema,
		whenMissing: z.enum(['create', 'fallback', 'needsAttention']).default('create'),
		/** What a created product is. */
		type: z.enum(['NonInventory', 'Service', 'Inventory']).default('NonInventory'),
		/** First day of a created inventory product. Absent: the day of the first transaction that sells it. */
		inventoryStart: z.iso.date().optional(),
		/** What is in stock on that day. */
		inventoryQuantity: z.string().regex(/^\d{1,9}(\.\d{1,5})?$/, 'must be a quantity of zero or more, e.g. "12"').default('0'),
		fallbackItem: z.string().optional(),
		/** Stands before the names of created products. */
		namePrefix: z.string().default(''),
	})
	.prefault({});

import { moneySchema } from '../../order/money';
import { z } from '../../vendor/zod';

/** How the shop's sales tax gets into the document. */
export const taxSettingSchema = z.discriminatedUnion('mode', [
	/** A US company with automated sales tax: the shop's figure is stated. */
	z.object({ mode: z.literal('override') }),
	/** A company that works by tax codes: one on every line. Name or id of each code. */
	z.object({
		mode: z.literal('codes'),
		taxableCode: z.string(),
		nonTaxableCode: z.string(),
		/** By how much QuickBooks' own rounding of tax may differ, taken up by a rounding line. */
		tolerance: moneySchema.default('0.01'),
	}),
	/** A company whose sales tax is off: the tax is an item line of its own. */
	z.object({ mode: z.literal('line') }),
]);

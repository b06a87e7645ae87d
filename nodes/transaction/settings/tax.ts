import { moneySchema } from '../../order/money';
import { z } from '../../vendor/zod';

const cell = z.string().trim().default('');

/** One row of the map from the shop's taxes to a tax code of QuickBooks; an empty cell fits everything. */
export const taxRowSchema = z.object({
	/** What the shop calls the tax; all of them with ` + ` between where a line has several: `GST + QST`. */
	tax: cell,
	/** Percent, of each of several taxes with ` + ` between, or their sum: `5 + 9.975`, `14.975`. `0`: charged nothing. */
	rate: cell,
	/** Where the order goes, ISO 3166-1 alpha-2. */
	country: cell,
	/** State or province in the shop's own words: a code where it has one. */
	region: cell,
	/** Name or id of the tax code. */
	code: z.string().trim().min(1, "must name a tax code in every row of 'Tax Codes'"),
});

const rows = z.array(taxRowSchema).default([]);
const code = z.string().trim();

/** How the shop's sales tax gets into the document. */
export const taxSettingSchema = z.discriminatedUnion('mode', [
	/** A US company with automated sales tax: the shop's figure is stated. */
	z.object({
		mode: z.literal('override'),
		/** How much QuickBooks may be off, taken up by a rounding line. */
		tolerance: moneySchema.optional(),
		/** What is done where QuickBooks makes another tax of it nevertheless. */
		whenRecomputed: z.enum(['needsAttention', 'line']).default('needsAttention'),
	}),
	/** A US company with tax rates of its own: the shop's figure is stated, under one rate for the whole document. */
	z.object({
		mode: z.literal('usCodes'),
		rows,
		/** Of orders that no row fits; empty: such an order is refused. */
		usualCode: code.default(''),
		tolerance: moneySchema.optional(),
	}),
	/** A company elsewhere, which works by tax codes: one on every line. Name or id of each code. */
	z.object({
		mode: z.literal('codes'),
		rows,
		/** Of taxed lines that no row fits; empty: such an order is refused. */
		taxableCode: code.default(''),
		nonTaxableCode: code,
		/** Of the lines of an order that the shop marks as exempt. Absent: `nonTaxableCode`. */
		exemptCode: code.optional(),
		/** Of what is no sale: gift cards, tips, rounding. Absent: `nonTaxableCode`. */
		outOfScopeCode: code.optional(),
		/** How much QuickBooks' own rounding of tax may differ, taken up by a rounding line. Absent: a minor unit a line. */
		tolerance: moneySchema.optional(),
	}),
	/** A company whose sales tax is off: the tax is an item line of its own. */
	z.object({ mode: z.literal('line') }),
	/** A company that charges no tax. */
	z.object({ mode: z.literal('none') }),
]);

export type TaxSetting = z.output<typeof taxSettingSchema>;
export type TaxRow = z.output<typeof taxRowSchema>;
export type TaxRowInput = z.input<typeof taxRowSchema>;

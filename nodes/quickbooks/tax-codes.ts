import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { QbRecord } from './quickbooks';

/** One rate of a tax code. */
export interface CodeRate {
	id: string;
	/** Percent. */
	percent: string;
	/** What it is computed on: the amount, the amount with the taxes of the rates before it, or those taxes alone. */
	base: 'TaxOnAmount' | 'TaxOnAmountPlusTax' | 'TaxOnTax';
}

/** The company's sales tax codes and their rates; in the US without automated tax also the two fixed codes, TAX and NON. */
export class TaxCodes {
	private readonly rates: Map<string, QbRecord>;

	constructor(
		private readonly codes: QbRecord[],
		rates: QbRecord[] = [],
	) {
		this.rates = new Map(rates.map((rate) => [rate.Id!, rate]));
	}

	/** The id of the code with this id or name. */
	resolve(idOrName: string): Outcome<string> {
		if (idOrName === 'TAX' || idOrName === 'NON') return succeed(idOrName);
		const wanted = idOrName.toLowerCase();
		const code = this.codes.find(
			(candidate) => candidate.Id === idOrName || String(candidate.Name ?? '').toLowerCase() === wanted,
		);
		if (code && code.Active !== false) return succeed(code.Id!);
		return fail({
			cause: 'configuration-invalid',
			reason: code ? 'tax-code-inactive' : 'tax-code-not-found',
			message: `The tax code '${idOrName}' ${code ? 'is inactive in' : 'does not exist in'} this QuickBooks company`,
			remedy: "Choose another code under 'Taxable Code' or 'Non-Taxable Code', or in 'Tax Codes' of Tax Options",
		});
	}

	nameOf = (id: string): string => String(this.codes.find((code) => code.Id === id)?.Name ?? id);

	/**
	 * The rates of a code on sales of that day, in the order they are computed; `undefined` where QuickBooks does not tell.
	 * @param day the transaction's, since rates change
	 */
	ratesOf(id: string, day: string): CodeRate[] | undefined {
		const list = (this.codes.find((code) => code.Id === id)?.SalesTaxRateList as RateList | undefined)?.TaxRateDetail;
		if (!list) return undefined;
		const inOrder = [...list].sort((a, b) => (a.TaxOrder ?? 0) - (b.TaxOrder ?? 0));
		const rates: CodeRate[] = [];
		for (const { TaxRateRef, TaxTypeApplicable } of inOrder) {
			const rate = this.rates.get(TaxRateRef?.value ?? '');
			const percent = rate && percentOn(rate, day);
			if (percent === undefined) return undefined;
			rates.push({ id: rate!.Id!, percent, base: TaxTypeApplicable ?? 'TaxOnAmount' });
		}
		return rates;
	}
}

interface RateList {
	TaxRateDetail?: Array<{ TaxRateRef?: { value?: string }; TaxTypeApplicable?: CodeRate['base']; TaxOrder?: number }>;
}

interface Effective {
	RateValue?: number;
	EffectiveDate?: string;
	EndDate?: string;
}

/** A rate that changed keeps its earlier values with the days they were in force. */
function percentOn({ RateValue, EffectiveTaxRate }: QbRecord, day: string): string | undefined {
	const periods = ([EffectiveTaxRate ?? []].flat() as Effective[]).filter(({ RateValue: value }) => value !== undefined);
	const then = periods.find(
		({ EffectiveDate = '', EndDate = '9999' }) => EffectiveDate.slice(0, 10) <= day && day <= EndDate.slice(0, 10),
	);
	const value = then?.RateValue ?? RateValue;
	return typeof value === 'number' ? String(value) : undefined;
}

import type { Company } from './company';
import { invalid } from './query-language';
import { day } from './simulated-time';
import type { CompanySettings } from './company-settings';
import type { Json } from './wire-values';

/** Home currency per unit of a foreign one on that day; undefined where the company's list has none. */
export function listedRate({ exchangeRates }: CompanySettings, currency: string, onDay: string): string | undefined {
	const listed = exchangeRates[currency];
	if (listed === undefined || typeof listed === 'string') return listed;
	const earlier = Object.keys(listed).filter((each) => each <= onDay);
	return listed[earlier.sort().at(-1) ?? ''];
}

/**
 * The company's list of exchange rates as a query sees it: those of one day, today when none is named. Only currencies that
 * are asked for by their codes are answered, as in Intuit's samples.
 */
export function exchangeRateRows(company: Company, conditions: ReadonlyArray<{ field: string; operator: string; values: readonly string[] }>): Json[] {
	const asked = (field: string): readonly string[] | undefined =>
		conditions.find((condition) => condition.field === field && /^(=|IN)$/.test(condition.operator))?.values;
	const currencies = asked('SourceCurrencyCode');
	if (currencies === undefined) throw invalid('SourceCurrencyCode is required');
	const AsOfDate = asked('AsOfDate')?.[0] ?? day(company.clock.now());
	const { homeCurrency, multiCurrency } = company.settings;
	if (!multiCurrency) return [];
	return currencies.flatMap((SourceCurrencyCode) => {
		const rate = listedRate(company.settings, SourceCurrencyCode, AsOfDate);
		if (rate === undefined) return [];
		const metaData = company.preferences().MetaData;
		return [
			{
				domain: 'QBO',
				sparse: false,
				SyncToken: '0',
				MetaData: metaData,
				SourceCurrencyCode,
				TargetCurrencyCode: homeCurrency,
				Rate: Number(rate),
				AsOfDate,
			},
		];
	});
}

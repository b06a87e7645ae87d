import type { Failure } from '../outcome/failure';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { PlannedTransaction } from '../transaction/plan';
import type { Company } from './company';
import { inList, literal } from './query';
import type { QbRecord } from './quickbooks';

const isForeign = ({ currency }: PlannedTransaction, company: Company): boolean =>
	company.multiCurrency && currency !== company.homeCurrency;

interface DayRates {
	day: string;
	statement: string;
}

/** A query a day for the rates of the foreign documents that state none: QuickBooks' list is asked by day (Intuit, "ExchangeRate"). */
export function exchangeRateQueries(transactions: PlannedTransaction[], company: Company): DayRates[] {
	const byDay = new Map<string, Set<string>>();
	for (const transaction of transactions) {
		if (transaction.exchangeRate || !isForeign(transaction, company)) continue;
		const { txnDate, currency } = transaction;
		byDay.set(txnDate, (byDay.get(txnDate) ?? new Set()).add(currency));
	}
	return [...byDay].map(([day, currencies]) => ({
		day,
		statement: `select * from ExchangeRate where ${inList('SourceCurrencyCode', [...currencies])} and AsOfDate = ${literal(day)}`,
	}));
}

/** The company's own exchange rates, by day and currency. */
export class ExchangeRates {
	private readonly rates = new Map<string, number>();

	/** @param rows of each query, in their order: the day of a row may be an earlier one, from which its rate still holds */
	constructor(queries: DayRates[], rows: QbRecord[][]) {
		queries.forEach(({ day }, index) => {
			for (const { SourceCurrencyCode, Rate } of rows[index] ?? []) {
				if (typeof Rate === 'number' && Rate > 0) this.rates.set(`${day} ${String(SourceCurrencyCode)}`, Rate);
			}
		});
	}

	/**
	 * The rate of a document, where it needs one. It is always stated: QuickBooks books a foreign document without a rate one to one.
	 * Fails where nobody tells it.
	 */
	of(transaction: PlannedTransaction, company: Company): Outcome<QbRecord> {
		if (!isForeign(transaction, company)) return succeed({});
		const { currency, txnDate, exchangeRate } = transaction;
		if (!exchangeRate) {
			const rate = this.rates.get(`${txnDate} ${currency}`);
			return rate ? succeed({ ExchangeRate: rate }) : fail(notListed(currency, txnDate));
		}
		const { rate, into } = exchangeRate;
		const fits = rate !== undefined && (into === undefined || into === company.homeCurrency);
		return fits ? succeed({ ExchangeRate: Number(rate) }) : fail(notTold(currency, company.homeCurrency));
	}
}

const notListed = (currency: string, day: string): Failure =>
	refused(
		'exchange-rate-missing',
		`QuickBooks has no exchange rate of ${currency} for ${day}`,
		"Enter it in QuickBooks under Currencies, or choose in 'Exchange Rate' of Currency Options where it comes from",
		{ currency, day },
	);

const notTold = (currency: string, home: string): Failure =>
	refused(
		'exchange-rate-unknown',
		`The order is booked in ${currency}, and the shop does not tell what that is worth in ${home}`,
		"Choose QuickBooks' own or a fixed rate in 'Exchange Rate' of Currency Options",
		{ currency, home },
	);

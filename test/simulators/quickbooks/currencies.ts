import { Big } from 'big.js';
import type { Company } from './company';
import { businessFault, missing } from './faults';
import { listedRate } from './exchange-rates';
import { day } from './simulated-time';
import { decimalOf, defined, idIn, isNumber, textOf, type Json } from './wire-values';

const currencyNames: Readonly<Record<string, string>> = {
	USD: 'United States Dollar',
	EUR: 'Euro',
	GBP: 'British Pound Sterling',
	CAD: 'Canadian Dollar',
	AUD: 'Australian Dollar',
};

/** A currency as QuickBooks refers to it. */
export function currencyReference(code: string): Json {
	return { value: code, name: currencyNames[code] ?? code };
}

/**
 * A document's currency and its rate into the home currency. With multicurrency the currency must be stated and be the
 * customer's own; without it there is only the home currency.
 */
export function currencyOf(company: Company, sent: Json, customerId: string | undefined): { rate: Big; fields: Json } {
	const { homeCurrency, multiCurrency } = company.settings;
	const stated = idIn(sent.CurrencyRef);
	if (!multiCurrency) {
		if (stated !== undefined && stated !== homeCurrency) {
			throw businessFault(`Multicurrency is not switched on; only ${homeCurrency} can be used`);
		}
		return { rate: new Big(1), fields: { CurrencyRef: currencyReference(homeCurrency) } };
	}
	if (stated === undefined) throw missing('CurrencyRef');
	const customers = customerId === undefined ? undefined : idIn(company.resolve('Customer', customerId).CurrencyRef);
	if (customers !== undefined && customers !== stated) {
		throw businessFault(`The customer's currency is ${customers}, the transaction's ${stated}`);
	}
	const rate = isNumber(sent.ExchangeRate) ? decimalOf(sent.ExchangeRate) : unstatedRate(company, sent, stated);
	return {
		rate,
		fields: defined({ CurrencyRef: currencyReference(stated), ExchangeRate: Number(rate.toString()) }),
	};
}

function unstatedRate({ settings, behaviour, clock }: Company, sent: Json, currency: string): Big {
	const listed = behaviour.unstatedRate === 'listed' && currency !== settings.homeCurrency;
	return new Big((listed && listedRate(settings, currency, textOf(sent.TxnDate) ?? day(clock.now()))) || '1');
}

/** The rate of a document in the home currency. */
export const atPar = new Big(1);

/** Home currency per unit of the document's currency. */
export function exchangeRateOf(document: Json): Big {
	return isNumber(document.ExchangeRate) && document.ExchangeRate !== 1 ? decimalOf(document.ExchangeRate) : atPar;
}

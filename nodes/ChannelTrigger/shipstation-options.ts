import type { ReadParameter } from '../n8n/parameters';
import { isKnownCurrency } from '../order/money';
import { fail, succeed, type Outcome } from '../outcome/outcome';

/** What the channel is told beside the query; ids of stores in one text, with commas between them. */
export interface ShipStationOptions {
	currency: string;
	storeIds: string;
	marketplaceTax: string;
	splitAndMerged: string;
}

export function readShipStationOptions(read: ReadParameter): Outcome<ShipStationOptions> {
	const currency = read('shipstationCurrency', '').trim().toUpperCase();
	if (!isKnownCurrency(currency)) return fail(noCurrency(currency));
	return succeed({
		currency,
		storeIds: read('shipstationStores', []).map(String).join(','),
		marketplaceTax: read('shipstationMarketplaceTax', 'needsAttention'),
		splitAndMerged: read('shipstationSplitAndMerged', 'needsAttention'),
	});
}

const noCurrency = (currency: string) => ({
	cause: 'configuration-invalid' as const,
	reason: 'currency-unknown',
	message: currency === '' ? "'Account Currency' is empty, and ShipStation's orders name no currency" : `'Account Currency' is '${currency}', which is no currency`,
	remedy: "Fill in the currency of the ShipStation account in 'Account Currency', e.g. USD",
});

/** Names that are not written like words. */
const NAMES: Record<string, string> = { ups: 'UPS', usps: 'USPS', dhl: 'DHL', fedex: 'FedEx', ontrac: 'OnTrac', intl: 'International' };

/** The carriers whose services do not name them. */
const CARRIERS: Record<string, string> = { stamps_com: '', express_1: '', endicia: '' };

/**
 * A service as people write it: `usps_priority_mail` is `USPS Priority Mail`, `ups_ground` is `UPS Ground`. A carrier alone (marked as shipped by
 * hand, with any words) stays as it is.
 */
export function serviceInWords(carrier: string | undefined, service: string | undefined): string | undefined {
	if (service === undefined) return carrier === undefined ? undefined : (CARRIERS[carrier] ?? inWords(carrier)) || undefined;
	return inWords(service);
}

const inWords = (code: string): string =>
	/^[a-z0-9_]+$/.test(code)
		? code.split('_').filter(Boolean).map((word) => NAMES[word] ?? word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
		: code;

/** What the company's owner has switched on. May be changed while the simulator runs. */
export interface CompanySettings {
	companyName: string;
	/** Two letters. US decides between TAX/NON and tax code ids, and between ISO-8859-1 and UTF-8. */
	country: string;
	homeCurrency: string;
	multiCurrency: boolean;
	/** The list of exchange rates: home currency per unit of a foreign one, at all times or by the day they are of. */
	exchangeRates: Record<string, string | Record<string, string>>;
	/** Custom transaction numbers. Off: QuickBooks numbers by itself and ignores what is sent. */
	customTxnNumbers: boolean;
	usingSalesTax: boolean;
	/** US only. true: automated sales tax; false: not set up; undefined: a company without it. */
	partnerTaxEnabled: boolean | undefined;
	/** Percent the automated sales tax applies when it computes. */
	automatedTaxRate: string;
	allowShipping: boolean;
	allowDiscount: boolean;
	allowDeposit: boolean;
	/** Tips as a field of the form (GRATUITY_ITEM_ID). */
	allowGratuity: boolean;
	/** New invoices are paid out of their customer's open credit memos, and new credit memos pay open invoices. */
	autoApplyCredit: boolean;
	/** Names of up to three custom fields of sales forms, by their DefinitionIds 1 to 3; an empty name leaves one off. */
	customFields: readonly string[];
	/** Last closed day, YYYY-MM-DD; nothing dated on or before it can be written. */
	bookCloseDate: string | undefined;
	classTrackingPerTxn: boolean;
	classTrackingPerTxnLine: boolean;
	trackDepartments: boolean;
	/** The subscription has ended: everything can be read and nothing written (6190). */
	readOnly: boolean;
}

/** Ways in which real companies and servers differ, or in which public reports contradict each other. */
export interface Behaviour {
	/** What a repeated requestid gets. Default `replay`: the first answer again. */
	requestIds: 'replay' | '600' | '6000' | 'ignored';
	/** Whether a refused first attempt is replayed too. Default false: only what succeeded is remembered. */
	requestIdsKeepFaults: boolean;
	/** When a refresh token gives way to another. Default `everyUse`, the strictest; Intuit's documentation says about once a day. */
	refreshTokens: 'everyUse' | 'daily';
	/** Default: `latin1` (characters outside ISO-8859-1 become `?`) for US companies, else `utf8`. */
	encoding: 'latin1' | 'utf8' | undefined;
	/** Whether Payment can be asked by PaymentRefNum, which no documentation promises. Default false. */
	paymentRefNumFilterable: boolean;
	/** Which form of TxnTaxDetail overrides automated tax: TotalTax with, without, or with or without TxnTaxCodeRef. */
	taxOverride: 'either' | 'withCode' | 'withoutCode';
	/** Automated sales tax computes although a TotalTax was stated. Default false. */
	recomputesTax: boolean;
	/** Added to every tax that is not zero, computed or taken over; '0.01' is the deviation people report. */
	taxDeviation: string;
	/** Outside the US: whether each line's tax is rounded, or only the sum of each rate. Default `line`. */
	taxRounding: 'line' | 'rate';
	/** Whether the amount with or without tax decides on documents with prices that include tax. Default `gross`. */
	taxInclusive: 'gross' | 'net';
	/** Outside the US: whether tax amounts sent by rate are taken over or computed anew. Default `taken`. */
	taxLines: 'taken' | 'computed';
	/** What a foreign document gets that states no rate. Default `one`, as users report; else that of the company's list. */
	unstatedRate: 'one' | 'listed';
	/** Whether taxes in currencies without decimals have two nevertheless. Default `currency`: they have none. */
	minorUnits: 'currency' | 'two';
	/** Whether a number may occur once in each type of document or once over all sales forms. Default `type`. */
	docNumbersUniqueOver: 'type' | 'sales forms';
	/** How batch answers are ordered. Default `asked`. */
	batchAnswers: 'asked' | 'reversed';
	/** Whether the component lines sent with a bundle count, or QuickBooks writes its own at list prices. Default `taken`. */
	bundleLines: 'taken' | 'own';
	/** Whether an Estimate stores a tracking number. Default false: only Intuit's schema has the field. */
	estimateKeepsTracking: boolean;
	/** What a deposit locks of the documents it holds: their money, or everything. Default `money`. */
	depositedDocuments: 'money' | 'locked';
	/** Whether a batch item sees what earlier items of its batch wrote. Default false, as documented. */
	batchSeesItself: boolean;
}

export const defaultSettings: CompanySettings = {
	companyName: 'Hartwell Outdoor Goods',
	country: 'US',
	homeCurrency: 'USD',
	multiCurrency: false,
	exchangeRates: {},
	customTxnNumbers: true,
	usingSalesTax: true,
	partnerTaxEnabled: true,
	automatedTaxRate: '8',
	allowShipping: true,
	allowDiscount: true,
	allowDeposit: true,
	allowGratuity: false,
	autoApplyCredit: false,
	customFields: ['Sales Rep'],
	bookCloseDate: undefined,
	classTrackingPerTxn: true,
	classTrackingPerTxnLine: false,
	trackDepartments: true,
	readOnly: false,
};

export const defaultBehaviour: Behaviour = {
	requestIds: 'replay',
	requestIdsKeepFaults: false,
	refreshTokens: 'everyUse',
	encoding: undefined,
	paymentRefNumFilterable: false,
	taxOverride: 'either',
	recomputesTax: false,
	taxDeviation: '0',
	taxRounding: 'line',
	taxInclusive: 'gross',
	taxLines: 'taken',
	unstatedRate: 'one',
	minorUnits: 'currency',
	docNumbersUniqueOver: 'type',
	bundleLines: 'taken',
	estimateKeepsTracking: false,
	depositedDocuments: 'money',
	batchAnswers: 'asked',
	batchSeesItself: false,
};

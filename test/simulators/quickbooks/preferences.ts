import { accountIds } from './chart-of-accounts';
import type { CompanySettings } from './company-settings';
import { customFieldPreferences } from './custom-fields';
import { defined, type Json } from './wire-values';

/** The Preferences entity that says what the settings are. */
export function preferences(settings: CompanySettings): Json {
	return {
		AccountingInfoPrefs: defined({
			UseAccountNumbers: false,
			TrackDepartments: settings.trackDepartments,
			DepartmentTerminology: 'Location',
			ClassTrackingPerTxn: settings.classTrackingPerTxn,
			ClassTrackingPerTxnLine: settings.classTrackingPerTxnLine,
			CustomerTerminology: 'Customers',
			BookCloseDate: settings.bookCloseDate,
		}),
		ProductAndServicesPrefs: {
			ForSales: true,
			ForPurchase: true,
			QuantityWithPriceAndRate: true,
			QuantityOnHand: true,
		},
		SalesFormsPrefs: {
			CustomField: customFieldPreferences(settings),
			CustomTxnNumbers: settings.customTxnNumbers,
			AllowDeposit: settings.allowDeposit,
			AllowDiscount: settings.allowDiscount,
			DefaultDiscountAccount: accountIds.discountsGiven,
			AllowEstimates: true,
			AllowServiceDate: false,
			AllowShipping: settings.allowShipping,
			...(settings.allowShipping ? { DefaultShippingAccount: accountIds.shippingIncome } : {}),
			DefaultTerms: { value: '3' },
			AutoApplyCredit: settings.autoApplyCredit,
			UsingPriceLevels: false,
		},
		TaxPrefs: defined({
			UsingSalesTax: settings.usingSalesTax,
			PartnerTaxEnabled: settings.country === 'US' ? settings.partnerTaxEnabled : undefined,
		}),
		CurrencyPrefs: {
			MultiCurrencyEnabled: settings.multiCurrency,
			HomeCurrency: { value: settings.homeCurrency },
		},
		OtherPrefs: {
			NameValue: [
				{ Name: 'SalesFormsPrefs.DefaultItem', Value: '1' },
				{ Name: 'SalesFormsPrefs.AllowGratuity', Value: String(settings.allowGratuity) },
			],
		},
	};
}

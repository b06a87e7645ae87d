/**
 * The property names QuickBooks knows, by entity, those it only returns or ignores included. Whatever is in none of these
 * lists is answered with fault 2010. Names as in Intuit's finance schema, src/XSD of
 * https://github.com/intuit/QuickBooks-V3-PHP-SDK.
 */

const inEveryListEntry = `
	Active AttachableRef CustomField Id MetaData SyncToken domain sparse status`;

const inEveryPerson = `
	AlternatePhone CompanyName DefaultTaxCodeRef DisplayName FamilyName Fax FullyQualifiedName GivenName IntuitId
	MiddleName Mobile Notes Organization OtherAddr OtherContactInfo PrimaryEmailAddr PrimaryPhone PrintOnCheckName
	Suffix Title UserId V4IDPseudonym WebAddr`;

const inEverySalesForm = `
	ARAccountRef ApplyTaxAfterDiscount AttachableRef AutoDocNumber Balance BillAddr BillEmail BillEmailBcc
	BillEmailCc CheckPayment ClassRef CreditCardPayment CurrencyRef CustomField CustomerMemo CustomerRef
	DeliveryInfo DepartmentRef DepositToAccountRef DiscountAmt DiscountRate DocNumber DueDate EmailStatus
	ExchangeRate FOB FinanceCharge FreeFormAddress GlobalTaxCalculation GovtTxnRefIdentifier HomeBalance
	HomeTotalAmt HomeTotalCostAmount Id Line LinkedTxn MetaData PONumber PaymentMethodRef PaymentRefNum PaymentType
	PrintStatus PrivateNote ProjectRef RecurDataRef RecurringInfo RemitToRef SalesRepRef SalesTermRef ShipAddr
	ShipDate ShipFromAddr ShipMethodRef ShippingTaxIncludedInTotalTax SyncToken Tag TaxExemptionRef TaxFormNum
	TaxFormType TemplateRef TotalAmt TotalCostAmount TrackingNum TransactionLocationType TxnApprovalInfo TxnDate
	TxnSource TxnStatus TxnSubType TxnTaxDetail domain sparse status`;

const namesByEntity = {
	Customer: `${inEveryListEntry} ${inEveryPerson} 
	ARAccountRef AcctNum AltContactName Balance BalanceWithJobs BillAddr BillWithParent BusinessNumber CCDetail
	ClientCompanyId ClientEntityId ContactName CreditLimit CurrencyRef CustomerEx CustomerTypeRef GSTIN
	GSTRegistrationType IsCISContractor IsProject Job JobInfo Level OpenBalanceDate OverDueBalance ParentRef
	PaymentMethodRef PreferredDeliveryMethod PriceLevelRef PrimaryTaxIdentifier ResaleNum RootCustomerRef
	SalesRepRef SalesTermRef SecondaryTaxIdentifier ShipAddr Source TDSEnabled TaxExemptionReasonId TaxGroupCodeRef
	TaxRateRef TaxRegime Taxable TotalExpense TotalRevenue`,
	Vendor: `${inEveryListEntry} ${inEveryPerson} 
	APAccountRef AcctNum AgencyVerificationStatus AgencyVerificationStatusMsg AgencyVerificationTSUTC AltContactName
	Balance BillAddr BillRate BusinessNumber CISRate CompanyRegistrationNumber ContactName CostRate CreditLimit
	CurrencyRef GSTIN GSTRegistrationType HasTPAR IsSubContractor OpenBalanceDate ParentRef PrefillAccountRef
	ShipAddr Source SubcontractorType T4AEligible T5018Eligible TDSEnabled TDSEntityTypeId TDSOverrideThreshold
	TDSSectionTypeId TaxCountry TaxIdEffectiveDate TaxIdentifier TaxReportingBasis TermRef Vendor1099 VendorEx
	VendorPaymentBankDetail VendorTypeRef`,
	Employee: `${inEveryListEntry} ${inEveryPerson} 
	BillRate BillableTime BirthDate CostRate EmployeeEx EmployeeNumber EmployeeType Gender HiredDate PrimaryAddr
	ReleasedDate SSN UseTimeEntry`,
	Item: `${inEveryListEntry} 
	AbatementRate AssetAccountRef AvgCost BuildPoint COGSAccountRef ClassRef CustomExtensions DeferredRevenue
	DepositToAccountRef Description ExpenseAccountRef FullyQualifiedName IncomeAccountRef InvStartDate
	ItemAssemblyDetail ItemCategoryType ItemEx ItemGroupDetail Level ManPartNum Name ParentRef PaymentMethodRef
	PercentBased PrefVendorRef PrintGroupedItems PurchaseCost PurchaseDesc PurchaseTaxCodeRef PurchaseTaxIncluded
	QtyOnHand QtyOnPurchaseOrder QtyOnSalesOrder RatePercent ReorderPoint ReverseChargeRate SalesTaxCodeRef
	SalesTaxIncluded ServiceType Sku Source SpecialItem SpecialItemType SubItem TaxClassificationRef Taxable
	TrackQtyOnHand Type UOMSetRef UQCDisplayText UQCId UnitPrice`,
	Account: `${inEveryListEntry} 
	AccountAlias AccountEx AccountPurposes AccountSubType AccountType AcctNum AcctNumExtn BankNum Classification
	CurrencyRef CurrentBalance CurrentBalanceWithSubAccounts Description FIName FullyQualifiedName JournalCodeRef
	Name OnlineBankingEnabled OpeningBalance OpeningBalanceDate ParentRef SubAccount TaxAccount TaxCodeRef
	TxnLocationType`,
	PaymentMethod: `${inEveryListEntry} 
	Name PaymentMethodEx Type`,
	Term: `${inEveryListEntry} 
	DayOfMonthDue DiscountDayOfMonth DiscountDays DiscountPercent DueDays DueNextMonthDays Name SalesTermEx Type`,
	Class: `${inEveryListEntry} 
	ClassEx FullyQualifiedName Name ParentRef SubClass`,
	Department: `${inEveryListEntry} 
	Address DepartmentEx FullyQualifiedName Name ParentRef SubDepartment`,
	SalesReceipt: `${inEverySalesForm} 
	LessCIS SalesReceiptEx`,
	Invoice: `${inEverySalesForm} 
	AllowIPNPayment AllowOnlineACHPayment AllowOnlineAffirmPayment AllowOnlineCreditCardPayment
	AllowOnlinePayPalPayment AllowOnlinePayment AutoPayEligible CfdiUse ConvenienceFeeDetail Deposit
	ECloudStatusTimeStamp EInvoiceStatus EnabledSurchargeInfo Exportation FinancingProductType GlobalInfo
	GratuityEnabled InvoiceEx InvoiceLink InvoiceLinkExpiryDate InvoiceLinkSecurityCode LessCIS
	PaymentDetailsMessage SchedulePayEligible ScheduledPaymentId SubscriptionPaymentsSetting TxnRetainageDetail
	callToAction invoiceStatus invoiceStatusLog`,
	Estimate: `${inEverySalesForm} 
	AcceptedBy AcceptedDate EstimateEx ExpirationDate`,
	CreditMemo: `${inEverySalesForm} 
	CreditMemoEx InvoiceRef RemainingCredit`,
	RefundReceipt: `${inEverySalesForm} 
	RefundReceiptEx RemainingCredit`,
	Payment: `
	ARAccountRef AttachableRef CheckPayment CreditCardPayment CurrencyRef CustomField CustomerRef DepartmentRef
	DepositToAccountRef DocNumber ExchangeRate HomeTotalCostAmount Id Line LinkedTxn MetaData PaymentEx
	PaymentExtendedType PaymentMethodRef PaymentRefNum PaymentType PrivateNote ProcessPayment ProjectRef
	RecurDataRef RecurringInfo RemitToRef SyncToken Tag TaxExemptionRef TaxFormNum TaxFormType TotalAmt
	TotalCostAmount TransactionLocationType TxnApprovalInfo TxnDate TxnSource TxnStatus TxnSubType TxnTaxDetail
	UnappliedAmt domain sparse status`,
	Deposit: `
	AttachableRef CashBack CurrencyRef CustomField DepartmentRef DepositEx DepositToAccountRef DocNumber ExchangeRate
	GlobalTaxCalculation HomeTotalAmt HomeTotalCostAmount Id Line LinkedTxn MetaData PrivateNote ProjectRef
	RecurDataRef RecurringInfo SyncToken Tag TaxFormNum TaxFormType TotalAmt TotalCostAmount
	TransactionLocationType TxnApprovalInfo TxnDate TxnSource TxnStatus TxnSubType TxnTaxDetail domain sparse status`,
};

/** Properties of the parts an entity is made of. */
const namesByPart = {
	Line: `
	AccountBasedExpenseLineDetail Amount CostAmount CustomExtensions CustomField DepositLineDetail Description
	DescriptionLineDetail DetailType DiscountLineDetail GroupLineDetail HomeCostAmount Id ItemAdjustmentLineDetail
	ItemBasedExpenseLineDetail ItemReceiptLineDetail JournalEntryLineDetail LineEx LineNum LinkedTxn
	PaymentLineDetail ProjectRef PurchaseOrderItemLineDetail Received ReimburseLineDetail SalesItemLineDetail
	SalesOrderItemLineDetail SubTotalLineDetail TDSLineDetail TaxLineDetail`,
	SalesItemLineDetail: `
	ClassRef DeferredRevenue DiscountAmt DiscountRate InventorySiteRef ItemAccountRef ItemRef MarkupInfo
	PriceLevelRef Qty RatePercent RetainageAmount SalesItemLineDetailEx ServiceDate TaxClassificationRef TaxCodeRef
	TaxInclusiveAmt UOMRef UnitCostPrice UnitPrice`,
	DiscountLineDetail: `
	ClassRef DiscountAccountRef DiscountLineDetailEx DiscountPercent DiscountRef PercentBased ServiceDate TaxCodeRef`,
	GroupLineDetail: `
	GroupItemRef GroupLineDetailEx Line Quantity ServiceDate UOMRef`,
	DescriptionLineDetail: `
	DescriptionLineDetailEx ServiceDate TaxCodeRef`,
	SubTotalLineDetail: `
	ItemRef ServiceDate`,
	TxnTaxDetail: `
	DefaultTaxCodeRef TaxLine TaxReviewStatus TotalTax TxnTaxCodeRef UseAutomatedSalesTax`,
	TaxLineDetail: `
	NetAmountTaxable OverrideDeltaAmount PercentBased ServiceDate TaxInclusiveAmount TaxLineDetailEx TaxPercent
	TaxRateRef`,
	PhysicalAddress: `
	City Country CountryCode CountrySubDivisionCode County Id Lat Line1 Line2 Line3 Line4 Line5 Long Note PostalCode
	PostalCodeSuffix Tag`,
	EmailAddress: `
	Address Default Id Tag`,
	TelephoneNumber: `
	AreaCode CountryCode Default DeviceType ExchangeCode Extension FreeFormNumber Id Tag`,
	MemoRef: `
	id value`,
	WebSiteAddress: `
	Default Id Tag URI`,
	CustomField: `
	BooleanValue DateValue DefinitionId Name NumberValue StringValue Type`,
	LinkedTxn: `
	TxnId TxnLineId TxnType`,
	ReferenceType: 'value name type',
};

export type Part = keyof typeof namesByPart;

/** Which part a property is made of, wherever it stands; properties that are not here are not looked into. */
export const partOfProperty: Readonly<Record<string, Part>> = {
	...Object.fromEntries(
		[...Object.values(namesByEntity), ...Object.values(namesByPart)]
			.flatMap(split)
			.filter((name) => name.endsWith('Ref'))
			.map((name) => [name, 'ReferenceType' as const]),
	),
	Line: 'Line',
	TaxLine: 'Line',
	SalesItemLineDetail: 'SalesItemLineDetail',
	DiscountLineDetail: 'DiscountLineDetail',
	GroupLineDetail: 'GroupLineDetail',
	DescriptionLineDetail: 'DescriptionLineDetail',
	SubTotalLineDetail: 'SubTotalLineDetail',
	TaxLineDetail: 'TaxLineDetail',
	TxnTaxDetail: 'TxnTaxDetail',
	LinkedTxn: 'LinkedTxn',
	BillAddr: 'PhysicalAddress',
	ShipAddr: 'PhysicalAddress',
	ShipFromAddr: 'PhysicalAddress',
	PrimaryAddr: 'PhysicalAddress',
	BillEmail: 'EmailAddress',
	BillEmailCc: 'EmailAddress',
	BillEmailBcc: 'EmailAddress',
	PrimaryEmailAddr: 'EmailAddress',
	PrimaryPhone: 'TelephoneNumber',
	AlternatePhone: 'TelephoneNumber',
	Mobile: 'TelephoneNumber',
	Fax: 'TelephoneNumber',
	WebAddr: 'WebSiteAddress',
	CustomerMemo: 'MemoRef',
	CustomField: 'CustomField',
};

const entities = new Map(Object.entries(namesByEntity).map(([name, names]) => [name, new Set(split(names))]));
const parts = new Map(Object.entries(namesByPart).map(([name, names]) => [name, new Set(split(names))]));

/** The names QuickBooks knows for an entity; empty for entities that are only read here. */
export function knownProperties(entity: string): ReadonlySet<string> {
	return entities.get(entity) ?? new Set();
}

/** The names QuickBooks knows for a part of an entity. */
export function knownPartProperties(part: Part): ReadonlySet<string> {
	return parts.get(part) ?? new Set();
}

function split(names: string): string[] {
	return names.split(/\s+/).filter((name) => name !== '');
}

import { accountIds } from './chart-of-accounts';
import type { Json } from './wire-values';

/** What a new company has in its lists besides accounts, each entry with its fixed Id. */
export const startingLists: Readonly<Record<string, readonly Json[]>> = {
	PaymentMethod: [
		{ Id: '1', Name: 'Cash', Type: 'NON_CREDIT_CARD' },
		{ Id: '2', Name: 'Check', Type: 'NON_CREDIT_CARD' },
		{ Id: '3', Name: 'Visa', Type: 'CREDIT_CARD' },
		{ Id: '4', Name: 'MasterCard', Type: 'CREDIT_CARD' },
		{ Id: '5', Name: 'PayPal', Type: 'NON_CREDIT_CARD' },
		{ Id: '6', Name: 'Credit Card', Type: 'CREDIT_CARD' },
	],
	Term: [
		{ Id: '1', Name: 'Due on receipt', Type: 'STANDARD', DueDays: 0 },
		{ Id: '2', Name: 'Net 15', Type: 'STANDARD', DueDays: 15 },
		{ Id: '3', Name: 'Net 30', Type: 'STANDARD', DueDays: 30 },
	],
	Class: [
		{ Id: '200000000001', Name: 'Web Store', FullyQualifiedName: 'Web Store', SubClass: false },
		{ Id: '200000000002', Name: 'ShipStation', FullyQualifiedName: 'ShipStation', SubClass: false },
	],
	Department: [
		{ Id: '1', Name: 'Online', FullyQualifiedName: 'Online', SubDepartment: false },
		{ Id: '2', Name: 'Warehouse', FullyQualifiedName: 'Warehouse', SubDepartment: false },
	],
	Vendor: [
		{ Id: '30', DisplayName: 'Norton Lumber and Building Materials' },
		{ Id: '31', DisplayName: 'Pacific Fabrics' },
	],
	Employee: [{ Id: '40', GivenName: 'Emma', FamilyName: 'Plath', DisplayName: 'Emma Plath' }],
	Customer: [
		{ Id: '1', DisplayName: 'Web Store' },
		{
			Id: '2',
			DisplayName: "Amelia's Garden Studio",
			CompanyName: "Amelia's Garden Studio",
			GivenName: 'Amelia',
			FamilyName: 'Lauter',
			PrimaryEmailAddr: { Address: 'amelia@example.com' },
		},
	],
	Item: [
		service('1', 'Services', '82'),
		service('2', 'Hours', '82'),
		{ ...service('3', 'Shipping', accountIds.shippingIncome), Sku: 'SHIPPING' },
		{ ...service('4', 'Rounding', '90'), Sku: 'ROUNDING' },
		{ ...service('5', 'Gift Card', '88'), Sku: 'GIFT-CARD' },
		{ ...service('6', 'Tips', '91'), Sku: 'TIP' },
		{ ...nonInventory('7', 'Canvas Tote', 'TOTE-01', 24), Taxable: true },
		{ ...nonInventory('8', 'Enamel Mug', 'MUG-01', 12.5), Taxable: true },
		inventory('9', 'Rock Fountain', 'FOUNTAIN-01', 275, 125, 50),
		inventory('10', 'Fountain Pump', 'PUMP-01', 15, 10, 100),
		{
			Id: '11',
			Name: 'Fountain Kit',
			Sku: 'KIT-01',
			Type: 'Group',
			ItemGroupDetail: {
				ItemGroupLine: [
					{ Qty: 1, ItemRef: { value: '9', name: 'Rock Fountain' } },
					{ Qty: 1, ItemRef: { value: '10', name: 'Fountain Pump' } },
				],
			},
		},
	],
};

function service(Id: string, Name: string, account: string): Json {
	return { Id, Name, Type: 'Service', Taxable: false, IncomeAccountRef: { value: account } };
}

function nonInventory(Id: string, Name: string, Sku: string, UnitPrice: number): Json {
	return { Id, Name, Sku, Type: 'NonInventory', UnitPrice, IncomeAccountRef: { value: accountIds.productSales } };
}

function inventory(
	Id: string,
	Name: string,
	Sku: string,
	UnitPrice: number,
	PurchaseCost: number,
	QtyOnHand: number,
): Json {
	return {
		Id,
		Name,
		Sku,
		Type: 'Inventory',
		Taxable: true,
		UnitPrice,
		PurchaseCost,
		TrackQtyOnHand: true,
		QtyOnHand,
		InvStartDate: '2020-01-01',
		IncomeAccountRef: { value: accountIds.productSales },
		ExpenseAccountRef: { value: accountIds.costOfGoodsSold },
		AssetAccountRef: { value: accountIds.inventoryAsset },
	};
}

/** What an account has beside orders; in the forms of the API's own answers. */
export interface Store {
	storeId: number;
	storeName: string;
	marketplaceId: number;
	/** `ShipStation` for a manual store. */
	marketplaceName: string;
	accountName: string | null;
	email: string | null;
	integrationUrl: string | null;
	active: boolean;
	companyName: string;
	phone: string;
	publicEmail: string;
	website: string;
	refreshDate: string | null;
	lastRefreshAttempt: string | null;
	createDate: string;
	modifyDate: string;
	autoRefresh: boolean;
	statusMappings?: null;
}

export interface AccountLists {
	stores: Store[];
	warehouses: Array<Record<string, unknown> & { warehouseId: number; warehouseName: string; isDefault: boolean }>;
	tags: Array<{ tagId: number; name: string; color: string }>;
	carriers: Array<Record<string, unknown> & { code: string; name: string }>;
	services: Array<{ carrierCode: string; code: string; name: string; domestic: boolean; international: boolean }>;
	packages: Array<{ carrierCode: string; code: string; name: string; domestic: boolean; international: boolean }>;
	users: Array<{ userId: string; userName: string; name: string }>;
}

export const store = (storeId: number, storeName: string, marketplaceName: string, marketplaceId: number): Store => ({
	storeId,
	storeName,
	marketplaceId,
	marketplaceName,
	accountName: null,
	email: null,
	integrationUrl: marketplaceId === 0 ? null : `https://shop.example.test/${storeId}`,
	active: true,
	companyName: '',
	phone: '',
	publicEmail: '',
	website: '',
	refreshDate: '2026-01-05T08:00:00.000',
	lastRefreshAttempt: '2026-01-05T08:00:00.000',
	createDate: '2025-02-01T09:00:00.000',
	modifyDate: '2026-01-05T08:00:00.000',
	autoRefresh: marketplaceId !== 0,
});

const address = (name: string) => ({
	name,
	company: '',
	street1: '1 Dock Street',
	street2: '',
	street3: '',
	city: 'Austin',
	state: 'TX',
	postalCode: '78703',
	country: 'US',
	phone: '555-555-0100',
	residential: false,
	addressVerified: null,
});

const warehouse = (warehouseId: number, warehouseName: string, isDefault: boolean) => ({
	warehouseId,
	warehouseName,
	originAddress: address(warehouseName),
	returnAddress: address(warehouseName),
	createDate: '2025-02-01T09:00:00.0000000',
	isDefault,
});

const carrier = (code: string, name: string, shippingProviderId: number) => ({
	name,
	code,
	accountNumber: `N${shippingProviderId}`,
	requiresFundedAccount: code === 'stamps_com',
	balance: 0,
	nickname: null,
	shippingProviderId,
	primary: true,
});

export const MANUAL_STORE = 22766;
export const WOO_STORE = 25748;
export const AMAZON_STORE = 26120;

/** A small business: a manual store, a web shop and a marketplace; two warehouses. */
export const startingLists = (): AccountLists => ({
	stores: [
		store(MANUAL_STORE, 'Manual Orders', 'ShipStation', 0),
		store(WOO_STORE, 'Web Shop', 'WooCommerce', 36),
		store(AMAZON_STORE, 'Amazon', 'Amazon', 2),
	],
	warehouses: [warehouse(17977, 'Main Warehouse', true), warehouse(14265, 'Second Warehouse', false)],
	tags: [
		{ tagId: 8362, name: 'Backorder', color: '#800080' },
		{ tagId: 8324, name: 'Check Address', color: '#ff0000' },
		{ tagId: 8336, name: 'Fragile', color: '#33CCCC' },
	],
	carriers: [carrier('stamps_com', 'Stamps.com', 12345), carrier('ups', 'UPS', 12347), carrier('fedex', 'FedEx', 12348)],
	services: [
		{ carrierCode: 'fedex', code: 'fedex_ground', name: 'FedEx Ground®', domestic: true, international: false },
		{ carrierCode: 'fedex', code: 'fedex_2day', name: 'FedEx 2Day®', domestic: true, international: false },
		{ carrierCode: 'stamps_com', code: 'usps_priority_mail', name: 'USPS Priority Mail', domestic: true, international: false },
		{ carrierCode: 'stamps_com', code: 'usps_priority_mail_international', name: 'USPS Priority Mail Intl', domestic: false, international: true },
		{ carrierCode: 'ups', code: 'ups_ground', name: 'UPS® Ground', domestic: true, international: false },
	],
	packages: [
		{ carrierCode: 'fedex', code: 'package', name: 'Package', domestic: true, international: true },
		{ carrierCode: 'stamps_com', code: 'package', name: 'Package', domestic: true, international: true },
		{ carrierCode: 'stamps_com', code: 'flat_rate_envelope', name: 'Flat Rate Envelope', domestic: true, international: true },
		{ carrierCode: 'ups', code: 'package', name: 'Package', domestic: true, international: true },
	],
	users: [{ userId: '123456AB-ab12-3c4d-5e67-89f1abc1defa', userName: 'SS-user1', name: 'Shipping Employee 1' }],
});

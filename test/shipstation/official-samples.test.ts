import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { shipStationOrderSchema } from '../../nodes/channels/shipstation/shipstation-order';
import { fulfillmentSchema } from '../../nodes/shipstation/fulfillment';
import { carrierSchema, packageSchema, serviceSchema, storeSchema, tagSchema, warehouseSchema } from '../../nodes/shipstation/lists';
import { shipmentSchema } from '../../nodes/shipstation/shipment';
import { readStoredOrder, storedOrderSchema } from '../../nodes/shipstation/stored-order';
import type { z } from '../../nodes/vendor/zod';

const REFERENCE = join(__dirname, '../../../shared/reference/shipstation/samples');
const FOLDERS = ['v1-docs', 'v1-docs-2021-nulls', 'v1-thirdparty'];
const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

type Json = Record<string, unknown>;

const json = (file: string): unknown => JSON.parse(readFileSync(join(REFERENCE, file), 'utf8'));

/** What we read: which files hold it, and how its rows stand in them. */
interface Read {
	files: RegExp;
	rows: (answer: unknown) => unknown;
	/** Several schemas read the same row for different ends; what one of them reads is read. */
	schemas: z.ZodType[];
	/** What none of them reads, and why. */
	unread: Record<string, string>;
}

const PACKING = 'about packing; an order that is sent again to cancel it carries it along unread';
const PEOPLE = 'about people and screens of ShipStation';
const PRODUCTS = "of ShipStation's own product list";
const ITEM_TIMES = 'an item has no times of interest: the order has';
const VALIDATION = "ShipStation's own bookkeeping about its answer";
const CUSTOMS = 'about customs; carried along like packing';
const BILLING = 'who pays the carrier; carried along like packing';
const SETTINGS = 'settings of the account, not of orders';

const ORDER: Read = {
	files: /GET_orders|POST_orders_createorder\.200|order-response/,
	rows: (answer) => ('orders' in (answer as Json) ? (answer as Json).orders : [answer]),
	schemas: [storedOrderSchema, shipStationOrderSchema],
	unread: {
		shipByDate: 'a promise to the customer; sent by us, never read back',
		gift: PACKING, giftMessage: PACKING, packageCode: PACKING, confirmation: PACKING, weight: PACKING, dimensions: PACKING, insuranceOptions: PACKING,
		internationalOptions: CUSTOMS,
		userId: PEOPLE, externallyFulfilledBy: PEOPLE,
		'items[].imageUrl': PRODUCTS, 'items[].weight': PACKING, 'items[].shippingAmount': 'a part of the order’s own amount, never added to it',
		'items[].warehouseLocation': PACKING, 'items[].options': PRODUCTS, 'items[].fulfillmentSku': PRODUCTS, 'items[].upc': PRODUCTS,
		'items[].createDate': ITEM_TIMES, 'items[].modifyDate': ITEM_TIMES,
		'advancedOptions.nonMachinable': PACKING, 'advancedOptions.saturdayDelivery': PACKING, 'advancedOptions.containsAlcohol': PACKING,
		'advancedOptions.billToParty': BILLING, 'advancedOptions.billToAccount': BILLING, 'advancedOptions.billToPostalCode': BILLING,
		'advancedOptions.billToCountryCode': BILLING, 'advancedOptions.billToMyOtherAccount': BILLING,
	},
};

const READS: Record<string, Read> = {
	orders: ORDER,
	shipments: {
		files: /GET_shipments/,
		rows: (answer) => (answer as Json).shipments,
		schemas: [shipmentSchema],
		unread: {
			userId: PEOPLE, batchNumber: PEOPLE, packageCode: PACKING, confirmation: PACKING, warehouseId: PACKING, weight: PACKING, dimensions: PACKING, insuranceOptions: PACKING,
			marketplaceNotified: VALIDATION, notifyErrorMessage: VALIDATION, labelData: 'the printed label', formData: 'the printed label',
			shipTo: 'the order has it', advancedOptions: 'null in every sample', 'shipmentItems[].imageUrl': PRODUCTS, 'shipmentItems[].weight': PACKING,
			'shipmentItems[].unitPrice': 'the order has it', 'shipmentItems[].warehouseLocation': PACKING, 'shipmentItems[].options': PRODUCTS,
			'shipmentItems[].productId': PRODUCTS, 'shipmentItems[].fulfillmentSku': PRODUCTS,
		},
	},
	fulfillments: {
		files: /GET_fulfillments/,
		rows: (answer) => (answer as Json).fulfillments,
		schemas: [fulfillmentSchema],
		unread: {
			userId: PEOPLE, customerEmail: 'the order has it', deliveryDate: 'not kept by QuickBooks', fulfillmentProviderCode: PEOPLE, fulfillmentServiceCode: PEOPLE,
			marketplaceNotified: VALIDATION, notifyErrorMessage: VALIDATION, shipTo: 'the order has it',
		},
	},
	stores: {
		files: /GET_stores(_q)?\.200/,
		rows: (answer) => answer,
		schemas: [storeSchema],
		unread: {
			marketplaceId: 'its name is read', accountName: SETTINGS, email: SETTINGS, integrationUrl: SETTINGS, companyName: SETTINGS, phone: SETTINGS, publicEmail: SETTINGS,
			website: SETTINGS, refreshDate: SETTINGS, lastRefreshAttempt: SETTINGS, createDate: SETTINGS, modifyDate: SETTINGS, autoRefresh: SETTINGS,
		},
	},
	warehouses: {
		files: /GET_warehouses\.200/,
		rows: (answer) => answer,
		schemas: [warehouseSchema],
		unread: { originAddress: SETTINGS, returnAddress: SETTINGS, createDate: SETTINGS },
	},
	tags: { files: /GET_accounts_listtags/, rows: (answer) => answer, schemas: [tagSchema], unread: { color: PEOPLE } },
	carriers: {
		files: /GET_carriers\.200/,
		rows: (answer) => answer,
		schemas: [carrierSchema],
		unread: { accountNumber: SETTINGS, requiresFundedAccount: SETTINGS, balance: SETTINGS, shippingProviderId: SETTINGS, primary: SETTINGS },
	},
	services: { files: /GET_carriers_listservices/, rows: (answer) => answer, schemas: [serviceSchema], unread: {} },
	packages: { files: /GET_carriers_listpackages/, rows: (answer) => answer, schemas: [packageSchema], unread: { domestic: 'not asked for', international: 'not asked for' } },
};

/** Paths of all that says something: `items[].sku`. Nothing said (`null`, `""`, `{}`, `[]`) cannot be lost. */
function said(value: unknown, path = ''): Map<string, unknown[]> {
	const found = new Map<string, unknown[]>();
	const visit = (at: unknown, where: string): void => {
		if (at === null || at === undefined || at === '') return;
		if (Array.isArray(at)) at.forEach((entry) => visit(entry, `${where}[]`));
		else if (typeof at === 'object') for (const [name, inner] of Object.entries(at)) visit(inner, where === '' ? name : `${where}.${name}`);
		else found.set(where, [...(found.get(where) ?? []), at]);
	};
	visit(value, path);
	return found;
}

/** A value as it was said, whatever type it is read into. */
const comparable = (value: unknown): string => (typeof value === 'string' ? value.trim() : String(value));

/** Whether all values are there, in their order; a default may stand between them where a row of a list said nothing. */
function holds(read: unknown[], values: unknown[]): boolean {
	let next = 0;
	for (const value of read) if (next < values.length && comparable(value) === comparable(values[next])) next += 1;
	return next === values.length;
}

whenReferenceIsThere('official samples (skipped without the reference)', () => {
	const files = existsSync(REFERENCE)
		? FOLDERS.flatMap((folder) => readdirSync(join(REFERENCE, folder)).filter((file) => !file.includes('.request.')).map((file) => `${folder}/${file}`))
		: [];

	test.each(Object.entries(READS))('%s are read without a loss; what is left unread is listed with its reason', (_name, { files: pattern, rows, schemas, unread }) => {
		const mine = files.filter((file) => pattern.test(file));
		expect(mine.length).toBeGreaterThan(0);
		const left = new Set<string>();
		for (const file of mine) {
			for (const row of rows(json(file)) as unknown[]) {
				const read = schemas.map((schema) => {
					const parsed = schema.safeParse(row);
					if (!parsed.success) throw new Error(`${file}: ${parsed.error.message}`);
					return said(parsed.data);
				});
				for (const [path, values] of said(row)) {
					if (!read.some((one) => holds(one.get(path) ?? [], values))) left.add(path);
				}
			}
		}
		const reasonOf = (path: string) => Object.keys(unread).find((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
		expect([...left].filter((path) => reasonOf(path) === undefined)).toEqual([]);
		// The list is no longer than it must be: a reason for what no sample leaves unread is stale, unless it is null everywhere.
		const asked = mine.flatMap((file) => rows(json(file)) as unknown[]);
		const stale = Object.keys(unread).filter((name) => ![...left].some((path) => reasonOf(path) === name) && asked.some((row) => said(row).has(name)));
		expect(stale).toEqual([]);
	});

	test('an order keeps its whole answer beside what was read, so sending it again loses nothing', () => {
		const [order] = (json('v1-docs/GET_orders.200.response.json') as { orders: unknown[] }).orders;
		expect(readStoredOrder(order)).toMatchObject({ success: true, data: { wire: order } });
	});

	test('every official answer is read by one of these, or is of no use to us', () => {
		const NOT_ASKED: Array<[RegExp, string]> = [
			[/customers|products|users|marketplaces|getrefreshstatus|getcarrier|_warehouseId_|_storeId_/, 'lists and records that nothing here asks for'],
			[/POST_(?!orders_createorders?\.)|PUT_|DELETE_/, 'calls that nothing here makes'],
			[/POST_orders_createorders/, 'results of a bulk call: test/shipstation/sending.test.ts'],
			[/GET_webhooks/, 'subscriptions: a webhook is a person’s choice'],
		];
		const unknown = files.filter((file) => !Object.values(READS).some((read) => read.files.test(file)) && !NOT_ASKED.some(([pattern]) => pattern.test(file)));
		expect(unknown).toEqual([]);
	});
});

import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { ItemChoice } from '../transaction/plan';
import type { ChartOfAccounts } from './accounts';
import type { Company } from './company';
import { referenceTo, type Reference } from './customers';
import { inactiveToo } from './inactive-names';
import { selectIn } from './query';
import type { QbRecord } from './quickbooks';
import { RecordIndex } from './record-index';
import { formsOfName, storable, storableName } from './storable';

type NewItem = Extract<ItemChoice['orElse'], { action: 'create' }>['item'];

/** What makes two choices of the run one item. */
export const itemKey = (choice: ItemChoice, company: Company): string => {
	if (choice.field) return `field ${choice.field}`;
	const [field, value] = keyFields(choice);
	return `item ${field}:${storableName(value, company, NAME_LIMIT).trim().toLowerCase()}`;
};

/** QuickBooks takes 100 for names and SKUs (API Explorer: Item). */
const NAME_LIMIT = 100;

const INACTIVE_TOO = ' and Active IN (true, false)';

/** Queries for every item the choices name, and for the names of those that may have to be made. */
export function itemQueries(choices: ItemChoice[], company: Company): string[] {
	const sought = choices.filter(({ field }) => field === undefined);
	const ids = sought.flatMap((choice) => choice.id ?? []);
	const skus = sought.flatMap((choice) => (choice.id ? [] : (choice.sku ?? [])));
	const byName = sought.flatMap((choice) => (choice.id || choice.sku ? [] : (choice.name ?? [])));
	const names = sought.flatMap(({ orElse }) => {
		if (orElse.action === 'create') return orElse.item.name;
		return orElse.action === 'fallback' ? orElse.name : [];
	});
	const clean = (values: string[]) => values.flatMap((value) => formsOfName(value, company, NAME_LIMIT));
	return [
		...selectIn('Item', 'Id', ids, INACTIVE_TOO),
		...selectIn('Item', 'Sku', clean(skus), INACTIVE_TOO),
		...selectIn('Item', 'Name', [...inactiveToo(clean(byName)), ...clean(names)], INACTIVE_TOO),
	];
}

/** The products and services of the company that this run knows of. */
export class ItemCatalogue {
	private readonly index = new RecordIndex();

	constructor(
		items: QbRecord[],
		private readonly company: Company,
	) {
		for (const item of items) this.add(item);
	}

	add(item: QbRecord): void {
		const name = String(item.Name ?? '').replace(item.Active === false ? / \(deleted(?: \d+)?\)$/ : /$^/, '');
		this.index.add(item, [
			['id', item.Id],
			['sku', item.Sku as string | undefined],
			['name', name],
			...(item.FullyQualifiedName && item.FullyQualifiedName !== name ? [['name', String(item.FullyQualifiedName)] as const] : []),
		]);
	}

	/** The one active item; `undefined` when there is none and one is to be made. */
	find(choice: ItemChoice): Outcome<ItemReference | undefined> {
		if (choice.field) return this.company.allowsShipping ? succeed(SHIPPING_FIELD) : fail(shippingOff());
		const [field, value] = keyFields(choice);
		// A category can be sold by nobody.
		const matching = this.matching(field, value).filter((item) => item.Type !== 'Category');
		const active = matching.filter((item) => item.Active !== false);
		if (active.length > 1) {
			return fail(
				refused(
					'item-ambiguous',
					`${active.length} active products or services have the ${WORDS[field]} '${value}': ${active.map(named).join(' and ')}`,
					`Give each its own ${WORDS[field]} in QuickBooks, or make one of them inactive`,
				),
			);
		}
		if (active[0]) return this.referenceTo(active[0]);
		if (matching[0]) {
			return fail(
				refused(
					'item-inactive',
					`The product or service ${named(matching[0])} with the ${WORDS[field]} '${value}' is inactive in QuickBooks`,
					'Make it active again in QuickBooks, then run the order again',
				),
			);
		}
		switch (choice.orElse.action) {
			case 'create': {
				const [holder] = this.matching('name', choice.orElse.item.name);
				return holder ? fail(nameTaken(choice.orElse.item.name, choice.sku, holder)) : succeed(undefined);
			}
			case 'fallback': {
				const [fallback] = this.matching('name', choice.orElse.name).filter((item) => item.Active !== false);
				return fallback ? this.referenceTo(fallback) : fail(fallbackMissing(choice.orElse.name));
			}
			case 'needsAttention':
				return fail(
					refused(
						'item-missing',
						`QuickBooks has no product or service with the ${WORDS[field]} '${value}'`,
						`Create it in QuickBooks, correct the ${WORDS[field]} in the shop, or let 'When a Product Is Missing' create it`,
					),
				);
		}
	}

	/** The record to create; a failure when an account for it does not fit. */
	toCreate(item: NewItem, accounts: ChartOfAccounts): Outcome<QbRecord> {
		const name = (text: string) => storableName(text, this.company, NAME_LIMIT);
		const income = accounts.resolve(item.incomeAccount, 'item');
		if (!income.ok) return income;
		const record: QbRecord = {
			Name: name(item.name),
			Type: item.type,
			IncomeAccountRef: { value: income.value.value },
			...(item.sku ? { Sku: name(item.sku) } : {}),
			...(item.description ? { Description: storable(item.description, this.company, 4000) } : {}),
		};
		if (item.type !== 'Inventory') return succeed(record);
		if (!item.assetAccount || !item.cogsAccount) return fail(inventoryAccountsMissing());
		const asset = accounts.resolve(item.assetAccount, 'itemAsset');
		if (!asset.ok) return asset;
		const cogs = accounts.resolve(item.cogsAccount, 'itemCogs');
		if (!cogs.ok) return cogs;
		return succeed({
			...record,
			TrackQtyOnHand: true,
			QtyOnHand: Number(item.quantityOnHand ?? '0'),
			InvStartDate: item.startDate,
			AssetAccountRef: { value: asset.value.value },
			ExpenseAccountRef: { value: cogs.value.value },
		});
	}

	/** Ids of what the bundles hold that are known so far. */
	componentIds(): string[] {
		return [...new Set(this.index.all().flatMap((item) => (item.Active === false ? [] : groupLines(item).map(({ ItemRef }) => ItemRef.value))))];
	}

	private referenceTo(item: QbRecord): Outcome<ItemReference> {
		if (item.Type !== 'Group') return succeed(itemReference(item));
		const components: BundleComponent[] = [];
		for (const { ItemRef, Qty } of groupLines(item)) {
			const [component] = this.index.find('id', ItemRef.value);
			if (!component || component.Active === false) return fail(componentGone(item, ItemRef));
			components.push({ item: itemReference(component), quantity: String(Qty ?? 1), price: String(component.UnitPrice ?? '0') });
		}
		return components.length > 0 ? succeed({ ...itemReference(item), components }) : fail(bundleEmpty(item));
	}

	private matching(field: 'id' | 'sku' | 'name', value: string): QbRecord[] {
		return [...new Set(formsOfName(value, this.company, NAME_LIMIT).flatMap((form) => this.index.find(field, form)))];
	}
}

/** A product or service; inventory cannot be sold before it starts. */
export interface ItemReference extends Reference {
	startDate?: string;
	/** Where it is booked when it is sold. */
	incomeAccount?: string;
	/** Of a bundle (QuickBooks: an item of the type Group). */
	components?: BundleComponent[];
}

/** What one piece of a bundle holds. */
export interface BundleComponent {
	item: ItemReference;
	quantity: string;
	/** At list. */
	price: string;
}

interface GroupLine {
	ItemRef: { value: string; name?: string };
	Qty?: number;
}

const groupLines = ({ ItemGroupDetail }: QbRecord): GroupLine[] =>
	(ItemGroupDetail as { ItemGroupLine?: GroupLine[] } | undefined)?.ItemGroupLine ?? [];

/** What QuickBooks takes for an item in its own shipping field (Intuit, "Manage shipping"). */
const SHIPPING_FIELD: ItemReference = { value: 'SHIPPING_ITEM_ID', name: 'Shipping' };

export const itemReference = (item: QbRecord): ItemReference => ({
	...referenceTo(item),
	...(item.TrackQtyOnHand === true && typeof item.InvStartDate === 'string' ? { startDate: item.InvStartDate } : {}),
	...incomeAccountOf(item),
});

function incomeAccountOf({ IncomeAccountRef }: QbRecord): Pick<ItemReference, 'incomeAccount'> {
	const { value } = (IncomeAccountRef ?? {}) as { value?: string };
	return value ? { incomeAccount: value } : {};
}

/** A gift card that were income would be income twice: when it is sold, and when something is bought with it. */
export const earnedNotOwed = (item: ItemReference, account: string): Failure =>
	refused(
		'gift-card-is-income',
		`Gift cards and store credit are owed to customers, and '${item.name}' is booked to '${account}' in QuickBooks, which is no liability`,
		"Give the product or service a liability account in QuickBooks, or choose another one in 'Gift Card Item' or 'Store Credit Item'",
	);

const keyFields = (choice: ItemChoice): ['id' | 'sku' | 'name', string] =>
	choice.id ? ['id', choice.id] : choice.sku ? ['sku', choice.sku] : ['name', choice.name ?? ''];

const WORDS = { id: 'id', sku: 'SKU', name: 'name' } as const;

const named = (item: QbRecord): string => `'${String(item.Name)}' (id ${item.Id})`;

function nameTaken(name: string, sku: string | undefined, holder: QbRecord): Failure {
	const whose = holder.Sku ? ` with the SKU '${String(holder.Sku)}'` : ' without a SKU';
	const held = `'${name}', the name for a new one, belongs to ${named(holder)}${whose}`;
	if (holder.Type === 'Category') {
		return refused(
			'item-name-taken',
			`${held}, which is a category`,
			'Rename the category in QuickBooks, or create the product there under another name and with its SKU',
		);
	}
	return refused(
		'item-name-taken',
		sku ? `QuickBooks has no product with the SKU '${sku}', and ${held}` : held,
		sku
			? `If it is the same product, write the SKU '${sku}' into it in QuickBooks; otherwise rename one of them`
			: 'Rename one of them',
	);
}

const componentGone = (bundle: QbRecord, { value, name = value }: GroupLine['ItemRef']): Failure =>
	refused(
		'bundle-component-inactive',
		`The bundle ${named(bundle)} holds '${name}', which is inactive in QuickBooks`,
		'Make it active again, or take it out of the bundle, and run the order again',
	);

const bundleEmpty = (bundle: QbRecord): Failure =>
	refused('bundle-empty', `The bundle ${named(bundle)} holds nothing in QuickBooks`, 'Put its products into it in QuickBooks, and run the order again');

const shippingOff = (): Failure =>
	refused(
		'shipping-off',
		"The order has shipping for QuickBooks' own shipping field, which is switched off in this QuickBooks company",
		"Switch on 'Shipping' in QuickBooks under Account and settings, Sales, or choose an item in 'Shipping', and run the order again",
	);

const fallbackMissing = (name: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'fallback-item-missing',
	message: `'Fallback Product' names '${name}', which this QuickBooks company does not have as an active product or service`,
	remedy: "Create it in QuickBooks, or choose another 'Fallback Product'",
});

const inventoryAccountsMissing = (): Failure => ({
	cause: 'configuration-invalid',
	reason: 'inventory-accounts-missing',
	message: "'Inventory Asset Account' and 'Cost of Goods Sold Account' are needed to create inventory products",
	remedy: 'Choose both, or create missing products as non-inventory',
});

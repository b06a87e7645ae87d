import type { Company } from './company';

/** One order as a shop shows it. */
export interface ShopOrder {
	readonly id: string;
	readonly number: string;
	/** ISO 8601. */
	readonly placedAt: string;
	readonly currency: string;
	/** What the shop says the customer owes, as a decimal text. */
	readonly total: string;
	/** Gift cards and store credit that paid a part of it. */
	readonly tenders?: ReadonlyArray<{ readonly name: string; readonly amount: string }>;
	readonly status: string;
}

export type ShopBooks = () => ReadonlyArray<{ readonly shop: string; readonly orders: readonly ShopOrder[] }>;

export function booksPage(company: Company, shops: ShopBooks | undefined): string {
	return `<h1>${company.settings.companyName}</h1>${String(shops?.().length ?? 0)}`;
}

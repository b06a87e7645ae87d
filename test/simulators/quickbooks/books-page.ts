import { Big } from 'big.js';
import { balanceSections } from './balances-on-page';
import { auditBooks } from './books-audit';
import type { Company } from './company';
import { documentSection, nameOf } from './documents-on-page';
import { element, page, type Html } from './html';
import { money, number, section, table } from './page-tables';
import { shopRows, type Match, type ShopBooks, type ShopRow } from './shops-beside-books';
import { warehouseSection, type Warehouse } from './warehouse-beside-books';
import { decimalOf } from './wire-values';

export type { Match, ShopBooks, ShopOrder } from './shops-beside-books';
export type { SentOrder, Warehouse } from './warehouse-beside-books';

/** What the page sets beside the company's books. */
export interface BesideTheBooks {
	/** Shops, whose orders stand beside what became of them. */
	readonly shops?: ShopBooks;
	/** How an order's document is found; default by its id in the private note, else by its number. */
	readonly match?: Match;
	/** Where the company's documents are shipped from. */
	readonly warehouse?: Warehouse;
}

/** The company's books as a page for people. */
export function booksPage(company: Company, { shops, match, warehouse }: BesideTheBooks = {}): string {
	const { companyName, homeCurrency } = company.settings;
	return page(`${companyName} – books`, [
		element('header', [
			element('h1', [companyName]),
			element('p', [`A simulated QuickBooks Online company · ${homeCurrency} · company ${company.realmId}`]),
			figures(company),
		]),
		...(shops?.() ?? []).map(({ shop, orders }) => shopSection(shop, shopRows(company, orders, match))),
		...(warehouse === undefined ? [] : [warehouseSection(company, warehouse())]),
		balanceSections(company),
		documentSection(company),
	]);
}

function figures(company: Company): Html {
	const open = company.documents('Invoice').reduce((sum, { Balance }) => sum.plus(decimalOf(Balance)), new Big(0));
	const wrong = auditBooks(company);
	const shown: ReadonlyArray<readonly [string, string | Html]> = [
		['Documents', String(company.documents().length)],
		['Customers', String(company.customers.length)],
		['Products and services', String(company.items.length)],
		['Open invoices', money(open)],
		[
			'Debits and credits',
			element('span', [wrong[0] ?? 'equal'], { class: wrong.length === 0 ? 'same' : 'differs' }),
		],
	];
	return element(
		'dl',
		shown.map(([name, value]) => element('div', [element('dt', [name]), element('dd', [value])])),
	);
}

function shopSection(shop: string, rows: readonly ShopRow[]): Html {
	const title = `${shop} beside the books`;
	if (rows.length === 0) return section(title, [], 'No orders.');
	const head = [
		'Order',
		'Placed',
		'Status',
		'Shop total',
		'Gift card, credit',
		'In the books as',
		'Books total',
		'Difference',
	];
	// Absolute amounts, so that two mistakes cannot hide each other.
	const total = rows.reduce((sum, { difference }) => sum.plus(difference.abs()), new Big(0));
	const body = rows.map(({ order, tenders, document, type, booked, difference }) => [
		order.number,
		order.placedAt.slice(0, 10),
		order.status,
		number(`${money(new Big(order.total))} ${order.currency}`),
		number(money(tenders, '')),
		document === undefined ? element('em', ['not in the books']) : nameOf(type, document),
		number(document === undefined ? '' : money(booked)),
		differenceCell(difference),
	]);
	const foot = ['All differences', '', '', number(''), number(''), '', number(''), differenceCell(total)];
	return section(title, [table(head, body, foot)]);
}

function differenceCell(difference: Big): Html {
	return element('span', [money(difference)], { class: difference.eq(0) ? 'same' : 'differs' });
}

import { Big } from 'big.js';
import type { Company } from './company';
import { element, page, raw, type Html } from './html';
import { shopRows, type Match, type ShopBooks, type ShopRow } from './shops-beside-books';
import { decimalOf, objectOf, textOf, type Entity } from './wire-values';

export type { Match, ShopBooks, ShopOrder } from './shops-beside-books';

const typeNames: Readonly<Record<string, string>> = {
	SalesReceipt: 'Sales Receipt',
	CreditMemo: 'Credit Memo',
	RefundReceipt: 'Refund Receipt',
};

/** The company's books as a page for people; with shops, their orders stand beside what became of them. */
export function booksPage(company: Company, shops?: ShopBooks, match?: Match): string {
	const { companyName, homeCurrency } = company.settings;
	return page(`${companyName} – books`, [
		element('header', [
			element('h1', [companyName]),
			element('p', [`A simulated QuickBooks Online company · ${homeCurrency} · company ${company.realmId}`]),
			figures(company),
		]),
		...(shops?.() ?? []).map(({ shop, orders }) => shopSection(shop, shopRows(company, orders, match))),
		documentSection(company),
		trialBalanceSection(company),
	]);
}

function figures(company: Company): Html {
	const open = company.documents('Invoice').reduce((sum, { Balance }) => sum.plus(decimalOf(Balance)), new Big(0));
	const shown: ReadonlyArray<readonly [string, string]> = [
		['Documents', String(company.documents().length)],
		['Customers', String(company.customers.length)],
		['Products and services', String(company.items.length)],
		['Open invoices', money(open)],
	];
	return element(
		'dl',
		shown.map(([name, value]) => element('div', [element('dt', [name]), element('dd', [value])])),
	);
}

function shopSection(shop: string, rows: readonly ShopRow[]): Html {
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
		number(tenders.eq(0) ? '' : money(tenders)),
		document === undefined
			? element('em', ['not in the books'])
			: `${typeNames[type] ?? type} ${textOf(document.DocNumber) ?? `#${document.Id}`}`,
		number(document === undefined ? '' : money(booked)),
		differenceCell(difference),
	]);
	const foot = ['All differences', '', '', number(''), number(''), '', number(''), differenceCell(total)];
	return section(`${shop} beside the books`, table(head, body, foot), rows.length === 0 ? 'No orders.' : undefined);
}

function differenceCell(difference: Big): Html {
	return element('span', [money(difference)], { class: difference.eq(0) ? 'same' : 'differs' });
}

function documentSection(company: Company): Html {
	const head = ['Type', 'Number', 'Date', 'Customer', 'Total', 'Tax', 'Balance', 'Note'];
	const rows = company
		.documents()
		.sort((left, right) => Number(right.Id) - Number(left.Id))
		.map((document) => documentRow(company, document));
	return section('Documents', table(head, rows), rows.length === 0 ? 'Nothing has been posted yet.' : undefined);
}

function documentRow(company: Company, document: Entity): Array<string | Html> {
	const type = company.typeOf(document) ?? '';
	const tax = objectOf(document.TxnTaxDetail).TotalTax;
	const balance = type === 'Payment' ? document.UnappliedAmt : document.Balance;
	return [
		typeNames[type] ?? type,
		textOf(document.DocNumber) ?? textOf(document.PaymentRefNum) ?? '',
		textOf(document.TxnDate) ?? '',
		textOf(objectOf(document.CustomerRef).name) ?? '',
		number(money(decimalOf(document.TotalAmt))),
		number(tax === undefined ? '' : money(decimalOf(tax))),
		number(balance === undefined ? '' : money(decimalOf(balance))),
		element('span', [(textOf(document.PrivateNote) ?? '').split('\n')[0] ?? ''], { class: 'note' }),
	];
}

function trialBalanceSection(company: Company): Html {
	const { rows, debit, credit } = company.trialBalance();
	const moved = rows.filter((row) => row.debit !== row.credit);
	const body = moved.map((row) => [row.account, side(row.debit), side(row.credit)]);
	return section(
		'Trial balance',
		table(['Account', 'Debit', 'Credit'], body, ['Total', number(grouped(debit)), number(grouped(credit))]),
	);
}

function side(amount: string): Html {
	return number(amount === '0.00' ? '' : grouped(amount));
}

function section(title: string, content: Html, emptyNote?: string): Html {
	return element('section', [element('h2', [title]), emptyNote === undefined ? content : element('p', [emptyNote])]);
}

function table(
	head: readonly string[],
	rows: ReadonlyArray<ReadonlyArray<string | Html>>,
	foot?: ReadonlyArray<string | Html>,
): Html {
	const isNumeric = (index: number): boolean => rows.some((cells) => isNumber(cells[index]));
	const row = (tag: 'td' | 'th', cells: ReadonlyArray<string | Html>): Html =>
		element(
			'tr',
			cells.map((cell, index) => element(tag, [cell], isNumeric(index) ? { class: 'number' } : {})),
		);
	return element('table', [
		element('thead', [row('th', head)]),
		element(
			'tbody',
			rows.map((cells) => row('td', cells)),
		),
		...(foot === undefined ? [] : [element('tfoot', [row('td', foot)])]),
	]);
}

function isNumber(cell: string | Html | undefined): boolean {
	return typeof cell === 'object' && /^<(data|span class="(same|differs)")/.test(cell.html);
}

function number(text: string): Html {
	return text === '' ? raw('<data></data>') : element('data', [text]);
}

function money(amount: Big): string {
	return grouped(amount.toFixed(2));
}

function grouped(amount: string): string {
	return amount.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

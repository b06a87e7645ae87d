import { Big } from 'big.js';
import type { Company } from './company';
import { itemLines } from './sales-lines';
import { decimalOf, idIn, objectOf, textOf, type Entity } from './wire-values';

/** One order as its shop shows it. */
export interface ShopOrder {
	readonly id: string;
	readonly number: string;
	/** ISO 8601. */
	readonly placedAt: string;
	readonly currency: string;
	/** What the customer owed for it in all, as a decimal text. */
	readonly total: string;
	/** Gift cards and store credit that paid a part of it. */
	readonly tenders?: ReadonlyArray<{ readonly name: string; readonly amount: string }>;
	readonly status: string;
}

/** The shops and their orders at this moment. */
export type ShopBooks = () => ReadonlyArray<{ readonly shop: string; readonly orders: readonly ShopOrder[] }>;

/** Finds the document an order became. */
export type Match = (order: ShopOrder, documents: readonly Entity[]) => Entity | undefined;

/** An order beside its document. Amounts are in the order's currency. */
export interface ShopRow {
	readonly order: ShopOrder;
	readonly tenders: Big;
	readonly document: Entity | undefined;
	/** The document's type, '' without one. */
	readonly type: string;
	/** The document's total. */
	readonly booked: Big;
	/**
	 * What the shop says less what the books say, gift cards booked as lines of the document added back; 0.00 when both
	 * agree. A cancelled order is worth nothing.
	 */
	readonly difference: Big;
}

const cancelled = /^(cancell?ed|voided|failed|trash)$/i;

/** Sets each order beside the document it became. */
export function shopRows(company: Company, orders: readonly ShopOrder[], match: Match = byNoteOrNumber): ShopRow[] {
	// Where an estimate was invoiced, the invoice is what the books say.
	const documents = [
		...company.documents('SalesReceipt'),
		...company.documents('Invoice'),
		...company.documents('Estimate'),
	];
	return orders.map((order) => {
		const document = match(order, documents);
		const booked = decimalOf(document?.TotalAmt);
		const worth = cancelled.test(order.status) ? new Big(0) : new Big(order.total);
		const tenders = (order.tenders ?? []).reduce((sum, { amount }) => sum.plus(amount), new Big(0));
		const difference = worth.minus(booked).minus(document === undefined ? 0 : liabilitiesRedeemed(company, document));
		return {
			order,
			tenders,
			document,
			type: document === undefined ? '' : (company.typeOf(document) ?? ''),
			booked,
			difference,
		};
	});
}

/** The document that names the order's id in its private note, else the one with its number, with or without a prefix. */
export const byNoteOrNumber: Match = (order, documents) =>
	documents.find((document) => wordsOf(document).has(order.id)) ??
	documents.find(({ DocNumber }) => {
		const number = textOf(DocNumber);
		return number === order.number || number?.endsWith(`-${order.number}`) === true;
	});

/** The words of private notes: stored documents never change, so each is read once. */
const noted = new WeakMap<Entity, ReadonlySet<string>>();

function wordsOf(document: Entity): ReadonlySet<string> {
	const known = noted.get(document) ?? new Set((textOf(document.PrivateNote) ?? '').split(/[\s,;:·|/]+/));
	noted.set(document, known);
	return known;
}

/** What negative lines on liability accounts took off the total: gift cards redeemed. */
function liabilitiesRedeemed(company: Company, document: Entity): Big {
	return itemLines(document)
		.filter((line) => {
			const item = company.get('Item', idIn(objectOf(line.SalesItemLineDetail).ItemRef) ?? '');
			const account = company.get('Account', idIn(item?.IncomeAccountRef) ?? '');
			return account?.Classification === 'Liability' && decimalOf(line.Amount).lt(0);
		})
		.reduce((sum, line) => sum.minus(decimalOf(line.Amount)), new Big(0));
}

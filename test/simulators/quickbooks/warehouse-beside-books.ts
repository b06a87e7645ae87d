import { Big } from 'big.js';
import type { Company } from './company';
import { nameOf } from './documents-on-page';
import { element, type Html } from './html';
import { money, number, section, table, type Cell } from './page-tables';
import { decimalOf, objectOf, textOf, type Entity } from './wire-values';

/** One order as the warehouse's program shows it. */
export interface SentOrder {
	readonly number: string;
	readonly status: string;
	/** What its lines, tax and shipping come to, as a decimal text. */
	readonly total: string;
	/** The documents of QuickBooks whose goods are in it, as `Invoice-12`. */
	readonly documents: readonly string[];
	/** Of parcels that left. */
	readonly trackingNumbers: readonly string[];
}

/** Where documents are shipped from, at this moment: documents of the class with this name, and whatever else was sent there. */
export type Warehouse = () => { readonly name: string; readonly orders: readonly SentOrder[] };

/** The company's documents beside their orders, the newest first. */
export function warehouseSection(company: Company, { name, orders }: ReturnType<Warehouse>): Html {
	const title = `QuickBooks beside ${name}`;
	const sent = new Map(orders.flatMap((order) => order.documents.map((document) => [document, order] as const)));
	const rows = (['SalesReceipt', 'Invoice', 'Estimate'] as const)
		.flatMap((type) => company.documents(type).map((document) => ({ type, document, order: sent.get(`${type}-${document.Id}`) })))
		.filter(({ document, order }) => order !== undefined || objectOf(document.ClassRef).name === name)
		.sort((left, right) => Number(right.document.Id) - Number(left.document.Id));
	if (rows.length === 0) return section(title, [], 'Nothing is to be shipped.');
	const head = ['Document', 'Customer', 'Total', 'Order', 'Status', 'Order total', 'Ship date', `Tracking in ${name}`, 'Tracking in QuickBooks'];
	return section(title, [table(head, rows.map(({ type, document, order }) => row(type, document, order)))]);
}

function row(type: string, document: Entity, order: SentOrder | undefined): Cell[] {
	const tracking = textOf(document.TrackingNum);
	return [
		nameOf(type, document),
		textOf(objectOf(document.CustomerRef).name) ?? '',
		number(money(decimalOf(document.TotalAmt))),
		order?.number ?? element('em', ['not sent']),
		order?.status.replaceAll('_', ' ') ?? '',
		order === undefined ? number('') : totalCell(new Big(order.total), decimalOf(document.TotalAmt)),
		textOf(document.ShipDate) ?? '',
		lines(order?.trackingNumbers ?? []),
		trackingCell(tracking, order),
	];
}

const totalCell = (there: Big, here: Big): Html => element('span', [money(there)], { class: there.eq(here) ? 'same' : 'differs' });

/** Right when it holds every number of the parcels. */
function trackingCell(tracking: string | undefined, order: SentOrder | undefined): Cell {
	const numbers = tracking?.split(', ') ?? [];
	if (order === undefined || order.trackingNumbers.length === 0) return lines(numbers);
	const isThere = order.trackingNumbers.every((one) => numbers.includes(one));
	return element('strong', [lines(isThere ? numbers : [...numbers, 'one is missing'])], { class: isThere ? 'same' : 'differs' });
}

/** One below the other. */
const lines = (texts: readonly string[]): Html => element('span', texts.map((text) => element('div', [text])));

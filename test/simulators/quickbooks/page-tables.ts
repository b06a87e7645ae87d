import { element, raw, type Html } from './html';
import type { Big } from 'big.js';

/** A cell of a table: a text, or markup as it is. */
export type Cell = string | Html;

/** A table; columns with numbers are set to the right. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly Cell[]>, foot?: readonly Cell[]): Html {
	const isNumeric = head.map((_, index) => rows.some((cells) => isNumber(cells[index])));
	const row = (tag: 'td' | 'th', cells: readonly Cell[]): Html =>
		element(
			'tr',
			cells.map((cell, index) => element(tag, [cell], isNumeric[index] === true ? { class: 'number' } : {})),
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

/** A section of the page; with a note, it stands below the title instead of or before the content. */
export function section(title: string, content: readonly Html[], note?: string): Html {
	return element('section', [
		element('h2', [title]),
		...(note === undefined ? [] : [element('p', [note])]),
		...content,
	]);
}

export function number(text: string): Html {
	return text === '' ? raw('<data></data>') : element('data', [text]);
}

/** An amount with two decimals and groups of thousands; empty for 0 when told. */
export function money(amount: Big, zeroAs?: ''): string {
	return amount.eq(0) && zeroAs !== undefined ? zeroAs : grouped(amount.toFixed(2));
}

export function grouped(amount: string): string {
	return amount.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function isNumber(cell: Cell | undefined): boolean {
	return typeof cell === 'object' && /^<(data|span class="(same|differs)")/.test(cell.html);
}

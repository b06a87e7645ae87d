import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { parseCsv } from '../vendor/csv';
import { oneLine } from './text-limits';

/** What a product of the shop is in QuickBooks. */
export type SkuTarget = { sku: string } | { name: string };

/** By the shop's SKU, or the title of what has none; as QuickBooks compares, without regard to case. */
export type SkuMap = ReadonlyMap<string, SkuTarget>;

/** What a builder gives: rows of the node's own table, and what an expression took from an earlier node. */
export interface SkuSource {
	table: Array<Record<string, unknown>>;
	/** CSV or JSON as text, or what JSON stands for: rows, or an object of SKUs. */
	text: unknown;
}

export const skuKey = (text: string): string => oneLine(text).toLowerCase();

// Read for every item where an expression gives it, and nearly always the same.
let last: { key: string; map: Outcome<SkuMap> } | undefined;

/** Reads the map; fails with the row that is not understood, in words that follow the setting's name. The same source is read once. */
export function readSkuMap({ table, text }: SkuSource): Outcome<SkuMap> {
	const key = `${table.length > 0 ? JSON.stringify(table) : ''}\n${typeof text === 'string' ? text : JSON.stringify(text ?? '')}`;
	if (last?.key !== key) last = { key, map: mapOf(table, text) };
	return last.map;
}

function mapOf(table: SkuSource['table'], text: unknown): Outcome<SkuMap> {
	const given = rowsOf(text);
	if (!given.ok) return given;
	const map = new Map<string, SkuTarget>();
	for (const [index, row] of [...given.value, ...table].entries()) {
		const shop = textIn(row, 'shop');
		const sku = textIn(row, 'sku');
		const name = textIn(row, 'name');
		const told = `row ${index + 1} ('${shop}')`;
		if (!shop) return fail(unclear(`row ${index + 1} has nothing in 'shop'`));
		if (!sku === !name) return fail(unclear(`${told} has ${sku ? 'both' : 'neither'} 'sku' ${sku ? 'and' : 'nor'} 'name'`));
		const target = sku ? { sku } : { name };
		const before = map.get(skuKey(shop));
		if (before && JSON.stringify(before) !== JSON.stringify(target)) return fail(unclear(`${told} stands there twice, for two products`));
		map.set(skuKey(shop), target);
	}
	return succeed(map);
}

type Row = Record<string, unknown>;

function rowsOf(text: unknown): Outcome<Row[]> {
	if (text === undefined || text === null || text === '') return succeed([]);
	if (typeof text !== 'string') return rowsIn(text);
	const content = text.replace(/^\uFEFF/, '').trim();
	if (content === '') return succeed([]);
	return /^[[{]/.test(content) ? rowsOfJson(content) : rowsOfCsv(content);
}

function rowsOfJson(text: string): Outcome<Row[]> {
	try {
		return rowsIn(JSON.parse(text));
	} catch (thrown) {
		return fail(unclear(`is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`));
	}
}

/** Rows as they are, or an object of the shop's SKUs with QuickBooks' own. */
function rowsIn(value: unknown): Outcome<Row[]> {
	const isRow = (row: unknown): row is Row => row !== null && typeof row === 'object' && !Array.isArray(row);
	if (Array.isArray(value)) {
		return value.every(isRow) ? succeed(value) : fail(unclear('is a list of something other than rows'));
	}
	if (!isRow(value)) return fail(unclear('is neither rows nor an object'));
	return succeed(Object.entries(value).map(([shop, target]) => (isRow(target) ? { ...target, shop } : { shop, sku: target })));
}

/** The columns `shop`, and `sku` or `name` or both, in any order; separated by commas, semicolons or tabs. */
function rowsOfCsv(text: string): Outcome<Row[]> {
	try {
		const columns = (header: string[]) => header.map((name) => name.toLowerCase());
		return succeed(parseCsv(text, { columns, delimiter: [',', ';', '\t'], trim: true, skip_empty_lines: true }) as Row[]);
	} catch (thrown) {
		return fail(unclear(`is not CSV: ${thrown instanceof Error ? thrown.message : String(thrown)}`));
	}
}

const textIn = (row: Row, column: string): string => {
	const value = row[column];
	return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)) : '';
};

const unclear = (message: string): Failure =>
	refused('sku-map-unclear', message, "Correct 'SKU Map': the columns are 'shop', and 'sku' or 'name' as QuickBooks has it");

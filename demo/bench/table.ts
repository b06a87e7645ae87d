import { isBroken, type Measure } from './measure';

/** The measures for a person at a terminal. */
export function table(measures: Measure[]): string {
	const rows = [
		['measure', 'value', 'limit', 'unit', '', 'asked'],
		...measures.map((one) => [one.name, String(one.value), String(one.limit), one.unit, isBroken(one) ? 'BROKEN' : 'kept', one.asked]),
	];
	const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
	return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n');
}

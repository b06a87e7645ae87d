import { DateTime } from 'luxon';
import type { ShopifyOrderRecord } from './order-record';
import { orderName } from './order-node';
import type { IndexedOrder } from './search-index';
import type { SearchExpression, SearchTerm } from './search-syntax';
import type { ShopifyShop } from './shop';

/** A term that search did not understand and left out, so that it found too much; told in `extensions.search`. */
export interface SearchWarning {
	readonly field: string;
	readonly message: string;
	readonly code: 'invalid_field' | 'invalid_value';
}

type Test = (order: ShopifyOrderRecord, known: IndexedOrder) => boolean;

export interface CompiledSearch {
	readonly matches: Test;
	readonly warnings: readonly SearchWarning[];
}

/** Turns a search into a test of orders. What search does not understand restricts nothing. */
export function compileSearch(expression: SearchExpression, shop: ShopifyShop, now: number): CompiledSearch {
	const warnings: SearchWarning[] = [];
	const compile = (part: SearchExpression): Test => {
		if (part.kind === 'not') {
			const inner = compile(part.inner);
			return (order, known) => !inner(order, known);
		}
		if (part.kind === 'term') return compileTerm(part.term, shop, now, warnings);
		const tests = part.parts.map(compile);
		return part.kind === 'or'
			? (order, known) => tests.some((test) => test(order, known))
			: (order, known) => tests.every((test) => test(order, known));
	};
	return { matches: compile(expression), warnings };
}

const everything: Test = () => true;

function compileTerm(term: SearchTerm, shop: ShopifyShop, now: number, warnings: SearchWarning[]): Test {
	const wanted = term.value.toLowerCase().split(',');
	const among = (value: string): boolean => wanted.includes(value.toLowerCase());
	switch (term.field) {
		case 'updated_at':
			return timeTest(term, shop, now, warnings, (_order, known) => known.updatedAt);
		case 'created_at':
		case 'processed_at':
			return timeTest(term, shop, now, warnings, (order) => order.createdAt);
		case 'status':
			return (_order, known) => wanted.some((status) => hasStatus(status, known));
		case 'financial_status':
			return (_order, known) => among(known.financialStatus);
		case 'test':
			return (order) => String(order.draft.test ?? false) === wanted[0];
		case 'id':
			return (order) => compare(BigInt(order.id), BigInt(term.value), term.comparator);
		case 'name':
			return (order) => among(orderName(order, shop)) || among(String(order.number));
		case 'email':
			return (order) => among(order.draft.email ?? order.draft.customer?.email ?? '');
		case 'tag':
			return (order) => (order.draft.tags ?? []).some(among);
		case 'source_name':
			return (order) => among(order.draft.sourceName ?? 'web');
		case undefined:
			return (order) =>
				[orderName(order, shop), order.draft.email ?? order.draft.customer?.email ?? ''].some((text) =>
					text.toLowerCase().includes(term.value.toLowerCase()),
				);
		default:
			warnings.push({ field: term.field, message: `Invalid search field for this query.`, code: 'invalid_field' });
			return everything;
	}
}

function hasStatus(status: string, known: IndexedOrder): boolean {
	if (status === 'cancelled') return known.cancelled;
	if (status === 'closed') return known.closed;
	if (status === 'open') return !known.closed && !known.cancelled;
	return status === 'any' || (status === 'not_closed' && !known.closed);
}

function timeTest(
	term: SearchTerm,
	shop: ShopifyShop,
	now: number,
	warnings: SearchWarning[],
	read: (order: ShopifyOrderRecord, known: IndexedOrder) => number,
): Test {
	const period = readPeriod(term, shop, now);
	if (period === undefined) {
		warnings.push({
			field: term.field ?? '',
			message: `Input '${term.value}' is not an accepted value.`,
			code: 'invalid_value',
		});
		return everything;
	}
	if (term.comparator === '')
		return (order, known) => read(order, known) >= period.start && read(order, known) < period.end;
	return (order, known) => compare(read(order, known), period.start, term.comparator);
}

/** An instant, or the day, month or year that a shorter value names. A colon needs quotes around it. */
function readPeriod(term: SearchTerm, shop: ShopifyShop, now: number): { start: number; end: number } | undefined {
	if (term.value === 'now') return { start: now, end: now + 1000 };
	if (!term.quoted && term.value.includes(':')) return undefined;
	const start = DateTime.fromISO(term.value, { zone: shop.ianaTimezone });
	if (!start.isValid) return undefined;
	const unit = { 4: 'years', 7: 'months', 10: 'days' }[term.value.length] ?? 'seconds';
	return { start: start.toMillis(), end: start.plus({ [unit]: 1 }).toMillis() };
}

function compare<T extends number | bigint>(value: T, bound: T, comparator: SearchTerm['comparator']): boolean {
	if (comparator === '>') return value > bound;
	if (comparator === '>=') return value >= bound;
	if (comparator === '<') return value < bound;
	return comparator === '<=' ? value <= bound : value === bound;
}

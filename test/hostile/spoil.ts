import fc from 'fast-check';
import { hostileText } from './hostile-text';

type Path = Array<string | number>;

/** Every place in a payload. */
function placesIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const inside = Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...path, Array.isArray(value) ? Number(key) : key]));
	return path.length === 0 ? inside : [path, ...inside];
}

/** What JSON can hold and only a hostile sender writes; `JSON.parse` makes own properties of these names. */
const POLLUTING = [
	'{"__proto__": {"polluted": true}}',
	'{"constructor": {"prototype": {"polluted": true}}}',
	'{"__proto__": {"toString": "polluted", "length": 1}, "id": 1}',
	'[{"__proto__": {"polluted": true}}]',
	'{"key": "__proto__", "value": {"polluted": true}}',
];

const odd: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(null, undefined, '', '0', 0, -1, Number.NaN, '1e9999', '-0', '.5', '5.', 'abc', true, [], {}, [[]], [null]),
	fc.constantFrom<unknown>(...POLLUTING.map((json) => JSON.parse(json) as unknown)),
	fc.constantFrom<unknown>('9'.repeat(400), `0.${'3'.repeat(50)}`, 1e308, 5e-324, -0, 2 ** 53, '1e30', '0x10', '١٢', '1,234.50', '12.345.678', '2026-13-45T99:99:99', '2026-02-30', '+275760-09-13', 'gid://shopify/Order/', ' \u0000 '),
	hostileText,
	fc.anything({ maxDepth: 2 }),
);

type Change = { place: Path; how: 'replace' | 'remove' | 'repeat' | 'pollute'; value: unknown };

/** Own properties that a reader must not take for those of every object. */
function pollute(at: object): void {
	Object.defineProperty(at, '__proto__', { value: { polluted: true }, configurable: true, enumerable: true, writable: true });
	Object.defineProperty(at, 'constructor', { value: { prototype: { polluted: true } }, configurable: true, enumerable: true, writable: true });
}

function change(copy: unknown, { place, how, value }: Change): void {
	const last = place.at(-1);
	let at: unknown = copy;
	for (const key of place.slice(0, -1)) at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined;
	if (typeof at !== 'object' || at === null || last === undefined) return;
	if (how === 'pollute') return pollute(at);
	if (how === 'remove') return void delete (at as Record<string, unknown>)[last];
	// A copy: one odd value in two places, one inside the other, would go round in a circle, which JSON cannot.
	if (how === 'repeat' && Array.isArray(at)) return void at.push(structuredClone(at[Number(last)]));
	Object.defineProperty(at, last, { value: structuredClone(value), configurable: true, enumerable: true, writable: true });
}

/** A payload with some of its places deleted, doubled, or replaced by what does not belong there. */
export function spoilt<T>(sample: T): fc.Arbitrary<T> {
	const places = placesIn(sample);
	const how = fc.constantFrom<Change['how']>('replace', 'replace', 'replace', 'remove', 'repeat', 'pollute');
	const changes = fc.array(fc.record({ place: fc.constantFrom(...places), how, value: odd }), { minLength: 1, maxLength: 4 });
	return changes.map((all) => {
		const copy = structuredClone(sample);
		for (const one of all) change(copy, one);
		return copy;
	});
}

/** Whether some object that nobody spoilt has got a property from outside. */
export const isPolluted = (): boolean =>
	'polluted' in {} || 'polluted' in [] || 'polluted' in Function.prototype || Object.keys(Object.prototype).length > 0 || String({}) !== '[object Object]';

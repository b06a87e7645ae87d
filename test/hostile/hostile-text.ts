import fc from 'fast-check';

/** What has broken queries, readers, patterns, sheets and pages before. */
export const INJECTIONS: readonly string[] = [
	"' OR ''='",
	"' or '1'='1",
	"x' OR DisplayName LIKE '%",
	"\\' OR DisplayName LIKE '%' OR DisplayName = \\'",
	"\\\\' or Id > '0",
	"'; select * from Customer",
	"') maxresults 1000 --",
	"1') OR Id IN ('1','2','3",
	"Victim' , 'Victim",
	'%',
	'_%',
	'end\\',
	"\u2019 OR \u2019\u2019=\u2019",
	"\uFF07 OR \uFF07\uFF07=\uFF07",
	"\u02BC OR 1=1",
	'line\nbreak\' OR Id>\'0',
	'__proto__',
	'constructor',
	'prototype',
	'toString',
	'hasOwnProperty',
	'={{ $json.id }}',
	'=HYPERLINK("http://example.test")',
	'<script>alert(1)</script>',
	'</script>&amp;&#39;',
	'${process.env.PATH}',
	'../../etc/passwd',
	'null',
	'undefined',
	'NaN',
	'[object Object]',
	'Voided',
	'Ana (deleted)',
];

/** Characters of every plane and kind: accents, ligatures that grow, letters whose other case is longer, halves, marks that nobody sees. */
const CHARACTERS: readonly string[] = [
	...['a', 'é', 'ß', 'İ', 'ŉ', 'ﬁ', 'ﷺ', '㍿', '㎢', '…', '€', '™', 'Œ', 'ł', 'Ǆ', 'ΐ', 'ẞ', '\u00AD', '\u00A0', '\u1E9B\u0323', 'a\u0301', '\u0344'],
	...['שלום', 'سلام', '王', 'ア', '한', 'ก็', 'क्ष', '\u{1F33B}', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}', '\u{1F1E9}\u{1F1EA}', '\u{1D518}', '\u{10FFFF}'],
	...['\u{20000}', '\u{2F800}', '\u{30000}', '\u{E0041}', '\u{F0000}', '\u{10FFFD}', '\u{1FFFF}', '\uFFFE', '\uFFFF', '\uFDD0', '\uE000', '\uFFFD'],
	...['\uD83D', '\uDC00', '\uDC00\uD83D', '\u0000', '\u0001', '\u0008', '\t', '\n', '\r\n', '\u000B', '\u000C', '\u001B', '\u007F', '\u0085', '\u009F'],
	...['\u200B', '\u200C', '\u200E', '\u200F', '\u202A', '\u202E', '\u2066', '\u2069', '\u2060', '\u2028', '\u2029', '\uFEFF', '\u061C', '\u180E', '\u3000'],
	...["'", '"', '\\', '%', '_', ':', ';', ',', '|', '#', '&', '<', '>', '=', '{', '}', '$', '`', '\u2019', '\u201C', '\u2014', ' '],
];

/** Text that nobody would type; at most some thousand units long. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
	fc.constantFrom(...INJECTIONS),
	fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 30 }).map((parts) => parts.join('')),
	fc.string({ unit: 'binary', maxLength: 40 }),
	fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
	fc.tuple(fc.constantFrom(...CHARACTERS), fc.integer({ min: 90, max: 4_100 })).map(([part, times]) => part.repeat(times)),
	fc.tuple(fc.constantFrom(...CHARACTERS), fc.integer({ min: 15, max: 22 })).map(([part, times]) => part.repeat(times)),
);

/** One character at least that is left after trimming. */
export const hostileWord: fc.Arbitrary<string> = hostileText.map((text) => (text.trim() === '' ? `x${text}` : text));

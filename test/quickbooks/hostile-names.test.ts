import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

/** What shops let people type, and what has broken queries, encodings and limits before. */
const NAMES: Record<string, string> = {
	'a quote': "O'Hara",
	'two quotes': "'Quoted'",
	'a backslash at the end': 'end\\',
	'a backslash before a quote': "back\\'slash",
	'an attempt at a query': "'; select * from Customer",
	'an attempt at a condition': "x' OR DisplayName LIKE '%",
	'a pattern': '%',
	'an underscore': '_',
	'double quotes': 'Studio "North"',
	'a colon': 'Parent:Child',
	'a wide colon': 'Set：Red',
	'a wide colon among Japanese': '組：赤',
	'an emoji': 'Ana 🌻',
	'an emoji of many': 'Family 👨‍👩‍👧‍👦',
	'right to left': 'שלום עולם',
	'an override of direction': 'abc\u202Edef',
	'a NUL': 'nu\u0000ll',
	'a tab and line breaks': 'one\ttwo\r\nthree',
	'half a surrogate pair': 'half \uD83D',
	'Chinese': '王小明',
	'Polish': 'Łaska Żółć',
	'accents in two ways': 'Ame\u0301lie',
	'5,000 characters': 'x'.repeat(5_000),
	'5,000 emoji': '🌻'.repeat(5_000),
	'HTML': '<b>&amp;</b>',
	'a template': '={{ $json.id }} ${x} {{x}}',
	'a null': 'null',
	'a prototype': '__proto__',
	'spaces only around': '  spaced  ',
	'inactive-like': 'Ana (deleted)',
};

const COMPANIES: Array<[string, QuickBooksOptions, SyncSettingsInput]> = [
	['a company in the US', {}, {}],
	['a company elsewhere', { company: { country: 'GB', homeCurrency: 'USD', partnerTaxEnabled: undefined } }, { tax: { mode: 'codes', taxableCode: 'Exempt', nonTaxableCode: 'Exempt' } }],
];

const untaxed = (number: string, changes: Partial<OrderInput>): OrderInput =>
	makeOrder(number, {
		lines: [{ id: '1', title: 'Shirt', sku: 'SHIRT-1', quantity: '1', gross: '20.00', net: '20.00' }],
		shipping: [],
		totals: { total: '20.00' },
		...changes,
	});

describe.each(COMPANIES)('in %s', (_company, options, companySettings) => {
	let bench: PostingBench;
	beforeEach(async () => {
		bench = await startPostingBench(options);
	});
	afterEach(() => bench.close());

	const settings: SyncSettingsInput = { ...SETTINGS, ...companySettings };
	const all = (type: string) => bench.company.company.all(type);
	const receipts = () => bench.company.company.documents('SalesReceipt');

	/** Posts each order, posts all of them again without a memory, and holds what else is in the books against what was there before. */
	async function postTwice(orders: OrderInput[], more: SyncSettingsInput): Promise<void> {
		const before = ['Customer', 'Item', 'Vendor', 'Employee', 'Account'].flatMap((type) => all(type));
		const plans = orders.map((order) => planFor(order, { ...settings, ...more }));
		const run = await bench.post(plans);
		expect(run.postings.map(({ outcome, summary }) => [outcome, summary]).filter(([outcome]) => outcome !== 'posted')).toEqual([]);
		expect(receipts()).toHaveLength(orders.length);
		bench.company.resetCounters();
		bench.forget();
		const again = await bench.post(plans);
		expect(again.postings.map(({ outcome }) => outcome)).toEqual(orders.map(() => 'unchanged'));
		expect(bench.company.counters).toMatchObject({ writes: 0, refused: 0 });
		for (const entity of before) expect(['Customer', 'Item', 'Vendor', 'Employee', 'Account'].flatMap((type) => all(type))).toContainEqual(entity);
	}

	test('each customer of a strange name stands in the books once, as somebody of their own', async () => {
		const orders = Object.values(NAMES).flatMap((name, index) => [
			untaxed(`A${index}`, { customer: { firstName: name, email: `a${index}@example.com` } }),
			untaxed(`B${index}`, { customer: { lastName: name, company: name, email: `a${index}@example.com` } }),
		]);
		await postTwice(orders, { customer: { mode: 'byEmail' } });
		expect(all('Customer')).toHaveLength(2 + Object.keys(NAMES).length);
	});

	test('two customers are never made one, however alike their names look afterwards', async () => {
		const names = [...Object.values(NAMES), '李大明', '🐙', '🦑', 'x'.repeat(5_000) + 'y', '🌻'.repeat(4_999) + '🐙', 'Ana 🐙', 'Zofia Łaska', 'Zofia Ðaska'];
		const orders = names.map((name, index) => untaxed(`A${index}`, { customer: { firstName: name } }));
		await postTwice(orders, { customer: { mode: 'byName' } });
		const customers = receipts().map(({ CustomerRef }) => (CustomerRef as { value: string }).value);
		expect(new Set(customers).size).toBe(names.length);
	});

	test('each product of a strange SKU or title stands in the catalogue once, as one of its own', async () => {
		const line = (index: number, product: { sku?: string; title: string }) =>
			untaxed(`A${index}`, { lines: [{ id: '1', quantity: '1', gross: '20.00', net: '20.00', ...product }] });
		const names = [...Object.values(NAMES), '李大明', '🐙', '🦑', 'x'.repeat(5_000) + 'y'];
		const bySku = names.map((sku, index) => line(index, { sku, title: 'Thing' }));
		const byTitle = names.map((title, index) => line(100 + index, { title: `${title} thing` }));
		await postTwice([...bySku, ...byTitle], {});
		expect(all('Item').length).toBe(11 + 2 * names.length);
	});

	test('each strange order number is a Doc Number of its own, and is found by it', async () => {
		const numbers = ["O'1", 'end\\', '%', '_', "'; select 1", "1' OR DocNumber>'0", '#1001', '<b>1</b>', 'A:1', '"1"', '注文1', '🌻1', '1'.repeat(21)];
		await postTwice(numbers.map((number, index) => untaxed(String(index), { number })), {});
		expect(bench.company.counters.calls).toBe(1);
		expect(receipts().map(({ DocNumber }) => DocNumber).slice(0, 10)).toEqual(numbers.slice(0, 10));
	});
});

describe('what a company in the US keeps', () => {
	let bench: PostingBench;
	afterEach(() => bench.close());

	const start = async (options: QuickBooksOptions = {}) => {
		bench = await startPostingBench(options);
	};
	const post = (customer: OrderInput['customer'], choices: SyncSettingsInput['customer']) =>
		bench.post([planFor(untaxed('1', { customer }), { ...SETTINGS, customer: choices })]).then(only);
	const customer = () => bench.company.company.all('Customer').at(-1)!;

	test.each([
		['Zofia', 'Łaska', 'Zofia Laska'],
		['Amélie', 'Žižková', 'Amélie Zizková'],
		['Ana', "O’Hara – “North”", 'Ana O\'Hara - "North"'],
		['Ana', '🌻', 'Ana ? ~hash'],
		['', '王小明', '??? ~hash'],
	])('of %s %s', async (firstName, lastName, kept) => {
		await start();
		expect(await post({ firstName, lastName }, { mode: 'byName' })).toMatchObject({ outcome: 'posted' });
		expect(String(customer().DisplayName).replace(/~[0-9a-f]{8}$/, '~hash')).toBe(kept);
	});

	test('of an e-mail address with other characters is none, so its order goes to a person', async () => {
		await start();
		const posting = await post({ firstName: 'Ming', email: '王小明@example.com' }, { mode: 'byEmail' });
		expect(posting.attention).toMatchObject({ reason: 'email-not-storable', message: expect.stringContaining("'王小明@example.com'") });
		expect(bench.company.counters.writes).toBe(0);
		expect(await post({ firstName: 'Ming', email: '王小明@example.com' }, { mode: 'one' })).toMatchObject({ outcome: 'posted' });
		expect(bench.company.company.documents('SalesReceipt')[0]).not.toHaveProperty('BillEmail');
	});

	test('where it keeps more than Intuit says, whoever a person entered is found by the name', async () => {
		await start({ behaviour: { encoding: 'utf8' } });
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: '王小明' });
		await post({ lastName: '王小明' }, { mode: 'byName' });
		expect(bench.company.company.documents('SalesReceipt')[0]).toMatchObject({ CustomerRef: { value: Id } });
	});
});

import type { OrderInput } from '../../nodes/order/order';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { fault } from '../simulators/quickbooks/faults';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, SETTINGS, startPostingBench, type PostingBench } from './posting-bench';

let bench: PostingBench;
afterEach(() => bench.close());

const start = async (options: QuickBooksOptions = {}) => {
	bench = await startPostingBench(options);
};
const customers = () => bench.company.company.customers;
const added = () => customers().slice(2);
const receipts = () => bench.company.company.documents('SalesReceipt');
const bookedTo = () => receipts().map(({ CustomerRef }) => (CustomerRef as { name: string }).name);
const plan = (number: string, customer: SyncSettingsInput['customer'], changes: Partial<OrderInput> = {}) =>
	planFor(makeOrder(number, changes), { ...SETTINGS, customer });
const post = (customer: SyncSettingsInput['customer'], ...orders: Array<Partial<OrderInput>>) =>
	bench.post(orders.map((order, index) => plan(String(1001 + receipts().length + index), customer, order)));
const buyer = (firstName: string, lastName: string, email: string, more = {}): Partial<OrderInput> => ({ customer: { firstName, lastName, email, ...more } });
const jane = buyer('Jane', 'Doe', 'jane@example.com');

describe('a customer', () => {
	beforeEach(() => start());

	test('by e-mail is one for each address, however the shopper is called this time', async () => {
		await post({ mode: 'byEmail' }, jane, buyer('J.', 'Doe', 'JANE@example.com'), buyer('Jane', 'Doe', 'other@example.com'), buyer('A', 'L', 'amelia@example.com'));
		expect(bookedTo()).toEqual(['Jane Doe (jane@example.com)', 'Jane Doe (jane@example.com)', 'Jane Doe (other@example.com)', "Amelia's Garden Studio"]);
		expect(added()).toHaveLength(2);
	});

	test('by last and first name, by billing and by shipping name is found again', async () => {
		const address: Partial<OrderInput> = {
			...jane,
			billTo: { firstName: 'Bill', lastName: 'Payer' },
			shipTo: { firstName: 'Sheila', lastName: 'Receiver' },
		};
		for (const mode of ['byLastName', 'byBillingName', 'byShippingName'] as const) await post({ mode }, address, address);
		expect(added().map(({ DisplayName, GivenName, FamilyName }) => [DisplayName, GivenName, FamilyName])).toEqual([
			['Doe, Jane', 'Jane', 'Doe'],
			['Bill Payer', 'Bill', 'Payer'],
			['Sheila Receiver', 'Sheila', 'Receiver'],
		]);
		bench.forget();
		await post({ mode: 'byShippingName' }, { ...jane, billTo: { firstName: 'Bill', lastName: 'Payer' } });
		expect(bookedTo().at(-1)).toBe('Bill Payer');
	});

	test("by company is the one called so, before one of that company's people", async () => {
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: 'Hats Ltd' });
		bench.company.byHand.create('Customer', { DisplayName: 'Bo of Hats', CompanyName: 'Hats Ltd' });
		const { Id: only } = bench.company.byHand.create('Customer', { DisplayName: 'Cy of Caps', CompanyName: 'Caps Ltd' });
		await post({ mode: 'byCompany' }, buyer('X', 'Y', 'x@example.com', { company: 'HATS LTD' }), buyer('X', 'Y', 'x@example.com', { company: 'Caps Ltd' }));
		expect(receipts().map(({ CustomerRef }) => (CustomerRef as { value: string }).value)).toEqual([Id, only]);
	});

	test('has nothing of its record changed, and each transaction has the addresses of its own order', async () => {
		const before = customers();
		const to = (line1: string): Partial<OrderInput> => ({ billTo: { line1, city: 'Springfield' }, shipTo: { line1: `${line1} rear` } });
		await post({ mode: 'one' }, to('1 Main Street'), to('2 Main Street'));
		await post({ mode: 'byEmail' }, { ...buyer('A', 'L', 'amelia@example.com'), ...to('3 Main Street') });
		expect(receipts().map(({ BillAddr, ShipAddr }) => [(BillAddr as { Line1: string }).Line1, (ShipAddr as { Line1: string }).Line1])).toEqual([
			['1 Main Street', '1 Main Street rear'],
			['2 Main Street', '2 Main Street rear'],
			['3 Main Street', '3 Main Street rear'],
		]);
		expect(customers()).toEqual(before);
	});

	test.each<[NonNullable<SyncSettingsInput['customer']>['newName'], string]>([
		['withEmail', 'Jane Doe (jane@example.com)'],
		['firstLast', 'Jane Doe'],
		['lastFirst', 'Doe, Jane'],
		['company', 'Hats Ltd'],
		['email', 'jane@example.com'],
	])('that is new is called %s', async (newName, name) => {
		await post({ mode: 'byEmail', newName }, buyer('Jane', 'Doe', 'jane@example.com', { company: 'Hats Ltd' }));
		expect(added()).toMatchObject([{ DisplayName: name, GivenName: 'Jane', FamilyName: 'Doe', CompanyName: 'Hats Ltd', PrimaryEmailAddr: { Address: 'jane@example.com' } }]);
	});

	test('of the same name as another new one has the address behind it, and it is said', async () => {
		const run = await post({ mode: 'byEmail', newName: 'firstLast' }, jane, buyer('Jane', 'Doe', 'other@example.com'));
		expect(bookedTo()).toEqual(['Jane Doe', 'Jane Doe (other@example.com)']);
		expect(run.postings.map(({ remarks }) => remarks)).toEqual([[], ["QuickBooks has another customer 'Jane Doe', so the new one is 'Jane Doe (other@example.com)'"]]);
		await post({ mode: 'byEmail', newName: 'firstLast' }, buyer('Jane', 'Doe', 'other@example.com'));
		expect(added()).toHaveLength(2);
	});

	test('that a person entered without an address may be the same: a person decides, and nobody is doubled', async () => {
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: 'Jane Doe' });
		const refused = only(await post({ mode: 'byEmail', newName: 'firstLast' }, jane));
		expect(refused.attention).toMatchObject({ reason: 'customer-without-email', message: expect.stringContaining(`'Jane Doe' (id ${Id}) without any`) });
		bench.company.byHand.edit('Customer', Id, { PrimaryEmailAddr: { Address: 'jane@example.com' } });
		await post({ mode: 'byEmail', newName: 'firstLast' }, jane);
		expect(bookedTo()).toEqual(['Jane Doe']);
		expect(added()).toHaveLength(1);
	});

	test('of two with one address is not guessed', async () => {
		for (const DisplayName of ['Jane', 'Janet']) bench.company.byHand.create('Customer', { DisplayName, PrimaryEmailAddr: { Address: 'jane@example.com' } });
		const { attention } = only(await post({ mode: 'byEmail' }, jane));
		expect(attention).toMatchObject({ reason: 'customer-ambiguous', message: expect.stringMatching(/^2 active customers .*'Jane' \(id \d+\) and 'Janet' \(id \d+\)$/) });
		expect(bench.company.counters.writes).toBe(0);
	});

	test.each(['byEmail', 'byName', 'byCompany'] as const)('that is inactive (%s) stays so, and a person is told', async (mode) => {
		const order = buyer('Jane', 'Doe', 'jane@example.com', mode === 'byCompany' ? { company: 'Jane Doe' } : {});
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: 'Jane Doe', CompanyName: 'Jane Doe', PrimaryEmailAddr: { Address: 'jane@example.com' } });
		bench.company.byHand.deactivate('Customer', Id);
		expect(only(await post({ mode }, order)).attention).toMatchObject({ reason: 'customer-inactive', message: expect.stringContaining(`(id ${Id})`) });
		expect(added()).toMatchObject([{ Id, Active: false }]);
		expect(receipts()).toEqual([]);
	});

	test('that is missing is nobody else: to the fallback where one is named, and to a person otherwise', async () => {
		const unknown = buyer('', '', '');
		const run = await post({ mode: 'byEmail', whenMissing: 'needsAttention' }, jane);
		expect(only(run).attention).toMatchObject({ reason: 'customer-missing' });
		await post({ mode: 'byEmail', whenMissing: 'fallback', fallback: 'Web Store' }, jane, unknown);
		expect(bookedTo()).toEqual(['Web Store', 'Web Store']);
		await expect(post({ mode: 'byEmail', whenMissing: 'fallback', fallback: 'Nobody' }, jane)).rejects.toThrow("'Fallback Customer' names 'Nobody'");
		expect(added()).toEqual([]);
	});

	test('with several addresses in one field is whom the first one names', async () => {
		await post({ mode: 'byEmail' }, buyer('Jane', 'Doe', 'jane@example.com; office@example.com'), jane);
		expect(added()).toMatchObject([{ PrimaryEmailAddr: { Address: 'jane@example.com' } }]);
	});
});

describe('a name that a vendor or an employee has', () => {
	beforeEach(() => start());

	test.each([
		['Pacific', 'Fabrics', "the vendor 'Pacific Fabrics' (id 31)"],
		['emma', 'PLATH', "the employee 'Emma Plath' (id 40)"],
	])('is a matter for a person, with both named: %s %s', async (firstName, lastName, holder) => {
		const { attention } = only(await post({ mode: 'byName' }, buyer(firstName, lastName, 'x@example.com')));
		expect(attention).toMatchObject({
			reason: 'name-held-by-another',
			message: `QuickBooks could not create the customer '${firstName} ${lastName}': ${holder} has that name`,
			remedy: expect.stringContaining("'Suffix of Taken Names'"),
		});
		expect(bench.company.counters).toMatchObject({ writes: 0, refused: 0 });
	});

	test('gets the suffix that was chosen, is said, and is found again', async () => {
		const run = await post({ mode: 'byName', suffix: ' (C)' }, buyer('Pacific', 'Fabrics', 'x@example.com'));
		expect(only(run)).toMatchObject({
			outcome: 'posted',
			remarks: ["'Pacific Fabrics' is a vendor (id 31) in QuickBooks, so the new customer is 'Pacific Fabrics (C)'"],
		});
		const again = await post({ mode: 'byName', suffix: ' (C)' }, buyer('Pacific', 'Fabrics', 'x@example.com'));
		expect(only(again).remarks).toEqual([]);
		expect(bookedTo()).toEqual(['Pacific Fabrics (C)', 'Pacific Fabrics (C)']);
		expect(added()).toHaveLength(1);
	});

	test('is told in a preview, too', async () => {
		const run = await bench.post([plan('1', { mode: 'byName' }, buyer('Pacific', 'Fabrics', 'x@example.com'))], {}, 'preview');
		expect(only(run).attention).toMatchObject({ reason: 'name-held-by-another' });
		const suffixed = await bench.post([plan('1', { mode: 'byName', suffix: ' (C)' }, buyer('Pacific', 'Fabrics', 'x@example.com'))], {}, 'preview');
		expect(only(suffixed)).toMatchObject({ outcome: 'preview', remarks: [expect.stringContaining("so the new customer is 'Pacific Fabrics (C)'")] });
		expect(bench.company.counters.writes).toBe(0);
	});

	test('is a matter for a person also where QuickBooks lets nobody read its vendors and employees', async () => {
		bench.company.faults.failItem(fault('500', 'Vendors are not to be read'), ({ Query }) => /from (Vendor|Employee)/.test(String(Query)), 99);
		expect(only(await post({ mode: 'byName' }, buyer('Pacific', 'Fabrics', 'x@example.com'))).attention).toMatchObject({
			reason: 'name-held-by-another',
			message: expect.stringContaining('a vendor, an employee or another or inactive customer has that name'),
		});
		expect(only(await post({ mode: 'byName' }, jane))).toMatchObject({ outcome: 'posted' });
	});

	test('is asked for only when somebody is to be made, in one call', async () => {
		await post({ mode: 'byEmail' }, jane);
		bench.company.resetCounters();
		await post({ mode: 'byEmail' }, jane, jane);
		expect(JSON.stringify(bench.company.requests)).not.toContain('from Vendor');
		const before = bench.company.counters.calls;
		await post({ mode: 'byEmail' }, ...['a', 'b', 'c'].map((name) => buyer(name, 'X', `${name}@example.com`)));
		expect(JSON.stringify(bench.company.requests).match(/from Vendor/g)).toHaveLength(1);
		expect(bench.company.counters.calls - before).toBeLessThanOrEqual(8);
	});
});

describe('a customer has one currency', () => {
	const euros = { currency: 'EUR', payments: [{ id: 'p', kind: 'sale' as const, status: 'success' as const, method: 'card', amount: '60.74', currency: 'EUR' }] };
	beforeEach(() => start({ company: { multiCurrency: true, exchangeRates: { EUR: '1.10' } } }));

	test('so an order in another one has a customer of its own, which is said and found again', async () => {
		await post({ mode: 'byEmail' }, jane);
		const [{ Id } = { Id: '' }] = added();
		const run = await post({ mode: 'byEmail' }, { ...jane, ...euros });
		expect(only(run)).toMatchObject({
			outcome: 'posted',
			remarks: [`The customer 'Jane Doe (jane@example.com)' (id ${Id}) is kept in USD, so the one for EUR is 'Jane Doe (jane@example.com) (EUR)'`],
		});
		const third = await post({ mode: 'byEmail' }, { ...jane, ...euros });
		expect(only(third).remarks).toEqual([]);
		expect(added().map(({ DisplayName, CurrencyRef }) => [DisplayName, (CurrencyRef as { value: string }).value])).toEqual([
			['Jane Doe (jane@example.com)', 'USD'],
			['Jane Doe (jane@example.com) (EUR)', 'EUR'],
		]);
		expect(bookedTo()).toEqual(['Jane Doe (jane@example.com)', 'Jane Doe (jane@example.com) (EUR)', 'Jane Doe (jane@example.com) (EUR)']);
	});

	test('and one of the home currency beside a foreign one of that name says so', async () => {
		const { Id } = bench.company.byHand.create('Customer', { DisplayName: 'Jane Doe', CurrencyRef: { value: 'EUR' } });
		const run = await post({ mode: 'byName' }, jane);
		expect(only(run).remarks).toEqual([`The customer 'Jane Doe' (id ${Id}) is kept in EUR, so the one for USD is 'Jane Doe (USD)'`]);
		await post({ mode: 'byName' }, jane, { ...jane, ...euros });
		expect(bookedTo()).toEqual(['Jane Doe (USD)', 'Jane Doe (USD)', 'Jane Doe']);
	});

	test('and one that may not be made says which currency is lacking', async () => {
		await post({ mode: 'byEmail' }, jane);
		const { attention } = only(await post({ mode: 'byEmail', whenMissing: 'needsAttention' }, { ...jane, ...euros }));
		expect(attention?.message).toMatch(/^QuickBooks has no customer with the e-mail address 'jane@example\.com' in EUR; 'Jane Doe .*' \(id \d+\) is kept in USD, and a customer's currency never changes$/);
		await expect(post({ mode: 'byEmail', whenMissing: 'fallback', fallback: 'Web Store' }, { ...buyer('N', 'N', 'n@example.com'), ...euros })).rejects.toThrow('active customer in EUR');
	});

	test('and the store has one for each, by its name and the currency', async () => {
		await post({ mode: 'store', name: 'Web Store' }, jane, { ...jane, ...euros }, { ...jane, ...euros });
		expect(bookedTo()).toEqual(['Web Store USD', 'Web Store EUR', 'Web Store EUR']);
		expect(added().map(({ DisplayName, CurrencyRef, PrimaryEmailAddr }) => [DisplayName, (CurrencyRef as { value: string }).value, PrimaryEmailAddr])).toEqual([
			['Web Store USD', 'USD', undefined],
			['Web Store EUR', 'EUR', undefined],
		]);
	});

	test('and so has the one customer of all orders', async () => {
		await post({ mode: 'one' }, jane, { ...jane, ...euros });
		expect(bookedTo()).toEqual(['Web Store', 'Web Store (EUR)']);
	});
});

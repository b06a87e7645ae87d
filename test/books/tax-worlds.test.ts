import { book, orderOf, readGolden, TYPES, type Booked, type Type } from './book-order';
import { WORLDS } from './worlds';

describe.each(WORLDS)('an order in $name ($from)', (world) => {
	const golden = readGolden(world);

	test('is one of every type', () => {
		expect(Object.keys(golden)).toEqual(TYPES);
	});

	describe.each(TYPES)('as %s', (type: Type) => {
		let booked: Booked;
		beforeAll(async () => {
			booked = await book(world, type);
		});

		test('is planned as it was reviewed', () => {
			expect(booked.plan).toEqual(golden[type].plan);
		});

		test('stands in the books as it was reviewed: tax, balances, links and stock', () => {
			expect(booked.books).toEqual(golden[type].books);
		});

		test("has the shop's total, and the books balance", () => {
			const { total } = orderOf(world).totals;
			expect(booked.posting).toMatchObject({ outcome: 'posted', difference: '0' });
			expect(Number(booked.posting.booksTotal)).toBe(Number(total));
			expect(booked.trialBalance.debit).toBe(booked.trialBalance.credit);
		});

		test('is written once, however often it is posted', () => {
			expect(booked.again).toMatchObject({ posting: { outcome: 'unchanged' }, writes: 0 });
		});
	});
});

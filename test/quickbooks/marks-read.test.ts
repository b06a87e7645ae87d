import { MarksRead } from '../../nodes/quickbooks/marks-read';
import { MovableClock } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, only, planFor, startPostingBench, type PostingBench } from './posting-bench';

const MINUTE_MS = 60_000;

describe('what happens in the books after this process read the notes', () => {
	let bench: PostingBench;
	let time: MovableClock;
	beforeEach(async () => {
		time = new MovableClock();
		bench = await startPostingBench({ clock: time });
		await bench.post([planFor(makeOrder('1001'))]);
	});
	afterEach(() => bench.close());

	const receipts = () => bench.company.company.documents('SalesReceipt');
	const post = async (number: string) => {
		bench.forget();
		return only(await bench.post([planFor(makeOrder(number))]));
	};
	const elsewhere = async (number: string) => {
		const ours = bench.marks;
		bench.marks = new MarksRead();
		await post(number);
		bench.marks = ours;
		bench.company.byHand.edit('SalesReceipt', receipts().at(-1)!.Id, { DocNumber: `HAND-${number}`, TxnTaxDetail: { TotalTax: 4.76 } });
	};

	test.each([0, 14, 50, 70])('an order that another process posted and a person renumbered is found %s minutes later, and not posted again', async (minutes) => {
		await elsewhere('1002');
		time.advance(minutes * MINUTE_MS);
		expect(await post('1002')).toMatchObject({ outcome: 'unchanged' });
		expect(await post('1002')).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(2);
	});

	test('such an order is found although queries showed it five minutes late', async () => {
		bench.company.lag({ milliseconds: 5 * MINUTE_MS });
		await elsewhere('1002');
		time.advance(4 * MINUTE_MS);
		await post('1003');
		time.advance(2 * MINUTE_MS);
		expect(await post('1002')).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(3);
	});

	test('such an order is found within the hour although queries showed it later than that', async () => {
		bench.company.lag({ milliseconds: 30 * MINUTE_MS });
		await elsewhere('1002');
		time.advance(25 * MINUTE_MS);
		await post('1003');
		time.advance(40 * MINUTE_MS);
		expect(await post('1002')).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(3);
	});

	test('a mark that a person took out of a note and wrote back is seen again', async () => {
		const [receipt] = receipts();
		const edit = (change: Record<string, unknown>) => bench.company.byHand.edit('SalesReceipt', receipt!.Id, { TxnTaxDetail: { TotalTax: 4.76 }, ...change });
		edit({ DocNumber: 'HAND-1', PrivateNote: 'Asked for a gift box' });
		time.advance(30 * MINUTE_MS);
		bench.marks = new MarksRead();
		await post('1002');
		time.advance(MINUTE_MS);
		edit({ PrivateNote: receipt!.PrivateNote });
		expect(await post('1001')).toMatchObject({ outcome: 'unchanged' });
		expect(receipts()).toHaveLength(2);
	});
});

test('a run that heard from QuickBooks a little before another one ended reads what changed, and one long before reads all', () => {
	const marks = new MarksRead();
	const sought = { orders: new Set<string>(), voidedReferences: new Set<string>() };
	const [placed, noon] = [Date.parse('2026-03-01T00:00:00Z'), Date.parse('2026-03-10T12:00:00Z')];
	marks.end(marks.begin('Invoice', placed, noon), [], sought);
	expect(marks.begin('Invoice', placed, noon - 1_000).condition).toContain("LastUpdatedTime >= '2026-03-10T11:55:00Z'");
	expect(marks.begin('Invoice', placed, noon - 60 * MINUTE_MS).condition).toContain("CreateTime >= '2026-03-01T00:00:00Z'");
});

test('an order is found also when another run reads anew, for later orders, while its notes are being read', () => {
	const marks = new MarksRead();
	const sought = { orders: new Set(['woocommerce/shop.example.com/1']), voidedReferences: new Set<string>() };
	const [placed, later, noon] = ['2026-03-01T00:00:00Z', '2026-03-09T00:00:00Z', '2026-03-10T12:00:00Z'].map((time) => Date.parse(time)) as [number, number, number];
	marks.end(marks.begin('Invoice', placed, noon), [{ Id: '7', order: 'woocommerce/shop.example.com/1' }], sought);
	const itsNotes = marks.begin('Invoice', placed, noon + 59 * MINUTE_MS);
	marks.end(marks.begin('Invoice', later, noon + 61 * MINUTE_MS), [], sought);
	expect(marks.end(itsNotes, [], sought)).toEqual(['7']);
	// What is read for the next one begins with its own day again.
	const next = marks.begin('Invoice', placed, noon + 62 * MINUTE_MS);
	expect(next.condition).toContain("CreateTime >= '2026-03-01T00:00:00Z'");
});

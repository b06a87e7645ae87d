import { askAll } from '../../nodes/quickbooks/ask';
import { candidateOf } from '../../nodes/quickbooks/candidate';
import { confirm } from '../../nodes/quickbooks/confirm';
import type { BatchItem, QbRecord, QuickBooks } from '../../nodes/quickbooks/quickbooks';
import { lookUpByMark } from '../../nodes/quickbooks/look-up-by-mark';
import { MarksRead } from '../../nodes/quickbooks/marks-read';
import { succeed } from '../../nodes/outcome/outcome';
import { writeMark } from '../../nodes/postings/mark';
import { makeOrder, planFor } from './posting-bench';
import { MovableClock } from '../simulators/quickbooks/quickbooks-simulator';

const NOW = '2026-03-10T12:00:00Z';

/** A company that lists its receipts, by their ids as text, and in which others are at work between two calls. */
class BusyCompany {
	calls = 0;
	private readonly marks = new MarksRead();

	constructor(
		public receipts: QbRecord[],
		private readonly meanwhile: (company: BusyCompany, call: number) => void = () => undefined,
	) {}

	get quickbooks(): QuickBooks {
		return { serverTime: Date.parse(NOW), marks: this.marks, batch: (items: BatchItem[]) => this.answer(items) } as unknown as QuickBooks;
	}

	private async answer(items: BatchItem[]) {
		this.calls += 1;
		const answers = items.map((item) => {
			if (item.kind !== 'query') throw new Error('Nothing is to be written');
			const [, start = '1', most = '1000'] = /startposition (\d+) maxresults (\d+)/.exec(item.statement) ?? [];
			const [, changedSince = ''] = /LastUpdatedTime >= '([^']+)'/.exec(item.statement) ?? [];
			const ids = / Id IN \(([^)]+)\)/.exec(item.statement)?.[1];
			const listed = this.receipts.filter(
				({ Id, MetaData }) => (MetaData as { LastUpdatedTime: string }).LastUpdatedTime >= changedSince && (ids === undefined || ids.includes(`'${Id}'`)),
			);
			const rows = item.statement.includes('from SalesReceipt') ? listed.sort((a, b) => (a.Id! < b.Id! ? -1 : 1)) : [];
			return { kind: 'rows' as const, rows: rows.slice(Number(start) - 1, Number(start) - 1 + Number(most)) };
		});
		this.meanwhile(this, this.calls);
		return await Promise.resolve(succeed({ answers }));
	}
}

const receipt = (id: number, made = NOW): QbRecord => ({
	Id: String(id),
	DocNumber: String(id),
	TotalAmt: 10,
	TxnDate: '2026-03-10',
	MetaData: { CreateTime: made, LastUpdatedTime: made },
	PrivateNote: writeMark({ channel: 'woocommerce', accountId: 'shop.example.com', id: `order-${id}`, part: 'sale', facts: '0'.repeat(12), posted: '0'.repeat(12) }),
});
const receipts = (count: number, from = 1): QbRecord[] => Array.from({ length: count }, (_, index) => receipt(from + index));

const idsOf = async (company: BusyCompany) => {
	const read = await askAll(company.quickbooks, ['select * from SalesReceipt']);
	if (!read.ok) throw new Error(read.failure.reason);
	return read.value[0]!.map(({ Id }) => Number(Id)).sort((a, b) => a - b);
};

const missingFrom = (ids: number[], records: QbRecord[]): number[] => {
	const read = new Set(ids);
	return records.map(({ Id }) => Number(Id)).filter((id) => !read.has(id));
};

describe('a list of more than a thousand documents', () => {
	test.each([999, 1_000, 1_001, 2_500, 30_000])('of %s is read to its end', async (count) => {
		expect(await idsOf(new BusyCompany(receipts(count)))).toEqual(receipts(count).map(({ Id }) => Number(Id)));
	});

	test('of 27,000 costs six calls', async () => {
		const company = new BusyCompany(receipts(27_000));
		await idsOf(company);
		expect(company.calls).toBe(6);
	});

	test.each([30, 300])('has no gaps when %s of its documents are deleted while it is read', async (deleted) => {
		const company = new BusyCompany(receipts(2_500), (busy, call) => {
			if (call === 1) busy.receipts = busy.receipts.slice(deleted);
		});
		expect(missingFrom(await idsOf(company), receipts(2_500 - deleted, 1 + deleted))).toEqual([]);
	});

	test('has each document once when others are made while it is read', async () => {
		const company = new BusyCompany(receipts(2_500), (busy, call) => {
			if (call <= 3) busy.receipts = [...busy.receipts, ...receipts(300, 10_000 + call * 300)];
		});
		const ids = await idsOf(company);
		expect(new Set(ids).size).toBe(ids.length);
		expect(missingFrom(ids, receipts(2_500))).toEqual([]);
	});

	test('is not taken for whole when deleting does not end', async () => {
		const company = new BusyCompany(receipts(9_000), (busy) => {
			busy.receipts = busy.receipts.slice(500);
		});
		expect(await askAll(company.quickbooks, ['select * from SalesReceipt'])).toMatchObject({ ok: false, failure: { reason: 'disturbed', cause: 'temporarily-unavailable' } });
	});
});

test('a document is not taken for the younger twin of itself when others are made while twins are sought', async () => {
	const own = receipt(999);
	const company = new BusyCompany(receipts(1_000), (busy, call) => {
		if (call === 1) busy.receipts = [...busy.receipts, ...receipts(900, 100_000)];
	});
	const looked = await confirm([candidateOf('SalesReceipt', own)], { quickbooks: company.quickbooks, lookedUpAt: undefined, clock: { now: () => new MovableClock(NOW).now(), sleep: () => Promise.resolve(), cancelled: () => false } });
	expect(looked).toMatchObject({ ok: true });
	if (looked.ok) expect([...looked.value.twins.keys()]).toEqual([]);
});

test('the notes of a company with 30,000 receipts are read once in an hour, not at every poll of a back-fill', async () => {
	const company = new BusyCompany(receipts(30_000).map((record) => ({ ...record, ...receipt(Number(record.Id), '2026-03-10T11:30:00Z') })));
	const look = async (id: string) => await lookUpByMark(company.quickbooks, [planFor(makeOrder(id))], ['SalesReceipt']);
	await look('new-1');
	expect(company.calls).toBe(6);
	company.receipts.push(receipt(40_000));
	expect(await look('order-40000')).toMatchObject({ ok: true, value: [{ id: '40000' }] });
	expect(await look('order-12345')).toMatchObject({ ok: true, value: [{ id: '12345' }] });
	expect(company.calls).toBe(10);
	// What was read before is judged as it stands now.
	company.receipts[12_344]!.PrivateNote = 'a person wrote this instead';
	expect(await look('order-12345')).toMatchObject({ ok: true, value: [] });
});

import { orderKey } from '../order/order-key';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { markedOrder, standingOf, type Candidate, type Standing } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask, askAll } from './ask';
import { readCompany, type Company } from './company';
import { requestFailure } from './faults';
import { literal, selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';

/** The documents an order can stand in. Whatever its type in the plan, it is looked for in all of them. */
export const ORDER_DOCUMENTS = ['SalesReceipt', 'Invoice', 'Estimate'] as const;

/** Clocks of shop and QuickBooks differ; an order is never placed this long after its document was made. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

export interface LookUp {
	company: Company;
	standings: Map<TransactionPlan, Standing>;
}

/**
 * What QuickBooks holds of the orders, in few calls: company and numbers in one batch; what is still absent then by mark,
 * among the documents made since the oldest of those orders was placed. An order that is found under another type or number
 * stays there.
 */
export async function lookUp(quickbooks: QuickBooks, plans: TransactionPlan[]): Promise<Outcome<LookUp>> {
	const numbers = plans.flatMap((plan) => plan.transactions.flatMap((transaction) => transaction.docNumber ?? []));
	const byNumber = ORDER_DOCUMENTS.flatMap((type) =>
		selectIn(type, 'DocNumber', numbers).map((statement) => ({ type, statement })),
	);
	const rows = await ask(quickbooks, ['select * from CompanyInfo', 'select * from Preferences', ...byNumber.map(({ statement }) => statement)]);
	if (!rows.ok) return rows;
	const [info, preferences, ...found] = rows.value;
	if (!info?.[0] || !preferences?.[0]) return fail(requestFailure({ body: 'CompanyInfo and Preferences are empty' }));

	const candidates = found.flatMap((records, index) => records.map((record) => candidateOf(byNumber[index]!.type, record)));
	const standings = standingsOf(plans, candidates);
	const absent = plans.filter((plan) => !isOurs(standings.get(plan)!));
	if (absent.length > 0) {
		const marked = await lookUpByMark(quickbooks, absent);
		if (!marked.ok) return marked;
		for (const [plan, standing] of standingsOf(absent, [...candidates, ...marked.value])) standings.set(plan, standing);
	}
	return succeed({ company: readCompany(info[0], preferences[0]), standings });
}

const isOurs = ({ kind }: Standing): boolean => kind === 'posted' || kind === 'twins' || kind === 'taken-back';

function standingsOf(plans: TransactionPlan[], candidates: Candidate[]): Map<TransactionPlan, Standing> {
	const byNumber = groupBy(candidates, (candidate) => candidate.docNumber);
	const byOrder = groupBy(candidates, (candidate) => markedOrder(candidate.note));
	return new Map(
		plans.map((plan) => {
			const sought = plan.transactions.flatMap(({ docNumber }) => (docNumber ? (byNumber.get(docNumber) ?? []) : []));
			const docNumber = plan.transactions[0]!.docNumber;
			const own = byOrder.get(orderKey(plan.order)) ?? [];
			return [plan, standingOf({ ...plan.order, ...(docNumber ? { docNumber } : {}) }, [...sought, ...own])];
		}),
	);
}

/** Documents that carry the mark of one of these orders, whatever their number. The note cannot be filtered by QuickBooks. */
export async function lookUpByMark(quickbooks: QuickBooks, plans: TransactionPlan[]): Promise<Outcome<Candidate[]>> {
	const oldest = Math.min(...plans.map((plan) => Date.parse(plan.order.placedAt)));
	const since = new Date(oldest - CLOCK_SKEW_MS).toISOString().replace(/\.\d+Z$/, 'Z');
	const wanted = new Set(plans.map((plan) => orderKey(plan.order)));
	const notes = await askAll(
		quickbooks,
		ORDER_DOCUMENTS.map((type) => `select Id, PrivateNote from ${type} where MetaData.CreateTime >= ${literal(since)}`),
	);
	if (!notes.ok) return notes;
	const reads = ORDER_DOCUMENTS.flatMap((type, index) => {
		const ids = notes.value[index]!.filter((record) => wanted.has(markedOrder(record.PrivateNote) ?? '')).map((record) => record.Id!);
		return selectIn(type, 'Id', ids).map((statement) => ({ type, statement }));
	});
	if (reads.length === 0) return succeed([]);
	const documents = await ask(quickbooks, reads.map(({ statement }) => statement));
	if (!documents.ok) return documents;
	return succeed(documents.value.flatMap((records, index) => records.map((record) => candidateOf(reads[index]!.type, record))));
}

export const candidateOf = (type: string, record: QbRecord): Candidate => ({
	type,
	id: record.Id!,
	...(typeof record.DocNumber === 'string' ? { docNumber: record.DocNumber } : {}),
	total: String(record.TotalAmt ?? '0'),
	txnDate: String(record.TxnDate ?? ''),
	note: String(record.PrivateNote ?? ''),
	record,
});

function groupBy(candidates: Candidate[], key: (candidate: Candidate) => string | undefined): Map<string, Candidate[]> {
	const groups = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		const group = key(candidate);
		if (group === undefined) continue;
		const members = groups.get(group);
		if (members) members.push(candidate);
		else groups.set(group, [candidate]);
	}
	return groups;
}

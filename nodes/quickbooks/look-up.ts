import type { OrderIdentity } from '../order/order-key';
import { orderKey } from '../order/order-key';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Remembered } from '../postings/memory';
import { markedOrder, standingOf, standingOfRemembered, type Candidate, type Standing } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { readCompany, type Company } from './company';
import { requestFailure } from './faults';
import { lookUpByMark } from './look-up-by-mark';
import { ORDER_DOCUMENTS } from './order-documents';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';
import { asLatin1, storable } from './storable';

export interface LookUp {
	company: Company;
	standings: Map<TransactionPlan, Standing>;
}

/**
 * What QuickBooks holds of the orders, in few calls: company and numbers in one batch; what is still absent then by mark,
 * among the documents made since the oldest of those orders was placed; and what is absent after all, though we remember
 * having posted it, by its id. An order that is found under another type or number stays there.
 */
export async function lookUp(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	recall: (order: OrderIdentity) => Remembered | undefined,
): Promise<Outcome<LookUp>> {
	const numbered = await askByNumber(quickbooks, plans);
	if (!numbered.ok) return numbered;
	const { company, candidates } = numbered.value;
	const standings = standingsOf(plans, candidates, company);

	const unfound = plans.filter((plan) => !isOurs(standings.get(plan)!));
	if (unfound.length > 0) {
		const marked = await lookUpByMark(quickbooks, unfound);
		if (!marked.ok) return marked;
		const found = standingsOf(unfound, [...candidates, ...marked.value], company);
		for (const [plan, standing] of found) standings.set(plan, standing);
	}

	const absent = plans.filter((plan) => standings.get(plan)!.kind === 'absent');
	const remembered = await lookUpRemembered(quickbooks, absent, recall);
	if (!remembered.ok) return remembered;
	for (const [plan, standing] of remembered.value) standings.set(plan, standing);
	return succeed({ company, standings });
}

const isOurs = ({ kind }: Standing): boolean => kind === 'posted' || kind === 'twins' || kind === 'taken-back';

async function askByNumber(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
): Promise<Outcome<{ company: Company; candidates: Candidate[] }>> {
	// In which of these forms the company keeps a number is only known with the answer.
	const numbers = plans.flatMap(numbersOf).flatMap((number) => [number, asLatin1(number)]);
	const byNumber = ORDER_DOCUMENTS.flatMap((type) =>
		selectIn(type, 'DocNumber', numbers).map((statement) => ({ type, statement })),
	);
	const rows = await ask(quickbooks, [
		'select * from CompanyInfo',
		'select * from Preferences',
		...byNumber.map(({ statement }) => statement),
	]);
	if (!rows.ok) return rows;
	const [info, preferences, ...found] = rows.value;
	if (!info?.[0] || !preferences?.[0]) return fail(requestFailure({ body: 'CompanyInfo and Preferences are empty' }));
	return succeed({
		company: readCompany(info[0], preferences[0]),
		candidates: found.flatMap((records, index) => records.map((record) => candidateOf(byNumber[index]!.type, record))),
	});
}

const numbersOf = (plan: TransactionPlan): string[] => plan.transactions.flatMap(({ docNumber }) => docNumber ?? []);

function standingsOf(plans: TransactionPlan[], candidates: Candidate[], company: Company): Map<TransactionPlan, Standing> {
	const byNumber = groupBy(candidates, (candidate) => candidate.docNumber);
	const byOrder = groupBy(candidates, (candidate) => markedOrder(candidate.note));
	return new Map(
		plans.map((plan) => {
			// Where QuickBooks counts by itself, an equal number is an accident and says nothing.
			const numbers = company.customNumbers ? numbersOf(plan).map((number) => storable(number, company)) : [];
			const [docNumber] = numbers;
			const sameNumber = numbers.flatMap((number) => byNumber.get(number) ?? []);
			const own = byOrder.get(orderKey(plan.order)) ?? [];
			return [plan, standingOf({ ...plan.order, ...(docNumber ? { docNumber } : {}) }, [...sameNumber, ...own])];
		}),
	);
}

/** Standings of those orders that we remember having posted; the others are left out. */
async function lookUpRemembered(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	recall: (order: OrderIdentity) => Remembered | undefined,
): Promise<Outcome<Array<[TransactionPlan, Standing]>>> {
	const remembered = plans.flatMap((plan) => {
		const was = recall(plan.order);
		return was ? [{ plan, was }] : [];
	});
	if (remembered.length === 0) return succeed([]);
	const queries = ORDER_DOCUMENTS.flatMap((type) => {
		const ids = remembered.filter(({ was }) => was.type === type).map(({ was }) => was.id);
		return selectIn(type, 'Id', ids).map((statement) => ({ type, statement }));
	});
	const rows = await ask(quickbooks, queries.map(({ statement }) => statement));
	if (!rows.ok) return rows;
	const documents = rows.value.flatMap((records, index) =>
		records.map((record) => candidateOf(queries[index]!.type, record)),
	);
	return succeed(
		remembered.map(({ plan, was }) => [
			plan,
			standingOfRemembered(was, documents.find(({ type, id }) => type === was.type && id === was.id)),
		]),
	);
}

function groupBy(candidates: Candidate[], key: (candidate: Candidate) => string | undefined): Map<string, Candidate[]> {
	const groups = new Map<string, Candidate[]>();
	for (const candidate of candidates) {
		const group = key(candidate);
		if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), candidate]);
	}
	return groups;
}

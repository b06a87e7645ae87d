import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { readCompany, type Company } from './company';
import { requestFailure } from './faults';
import { ORDER_DOCUMENTS } from './order-documents';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';
import { asLatin1 } from './storable';

/** The numbers that the documents of a plan bear, by the types they are looked for in. */
export const numbersOf = (plan: TransactionPlan): string[] =>
	plan.transactions.flatMap((transaction) => (transaction.type !== 'Payment' && transaction.docNumber ? [transaction.docNumber] : []));

/** The company, and all documents that bear a number of these orders: one batch for some thousand orders. */
export async function lookUpByNumber(
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

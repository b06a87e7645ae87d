import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import { mainForm, plannedReversals } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import { ask } from './ask';
import { candidateOf } from './candidate';
import { readCompany, type Company } from './company';
import { requestFailure } from './faults';
import { ORDER_DOCUMENTS, REVERSALS } from './order-documents';
import { selectIn } from './query';
import type { QuickBooks } from './quickbooks';
import { asLatin1 } from './storable';

/** The numbers that an order's sale and sales order bear. */
export const numbersOf = (plan: TransactionPlan): string[] => [mainForm(plan).docNumber ?? []].flat();

const reversalNumbersOf = (plan: TransactionPlan): string[] => plannedReversals(plan).flatMap(({ docNumber }) => docNumber ?? []);

/** The company, and all documents that bear a number of these orders: one batch for some thousand orders. */
export async function lookUpByNumber(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
): Promise<Outcome<{ company: Company; candidates: Candidate[] }>> {
	// In which of these forms the company keeps a number is only known with the answer.
	const inBothForms = (numbers: string[]) => numbers.flatMap((number) => [number, asLatin1(number)]);
	const asked = [
		{ types: ORDER_DOCUMENTS, numbers: inBothForms(plans.flatMap(numbersOf)) },
		{ types: REVERSALS, numbers: inBothForms(plans.flatMap(reversalNumbersOf)) },
	];
	const byNumber = asked.flatMap(({ types, numbers }) =>
		types.flatMap((type) => selectIn(type, 'DocNumber', numbers).map((statement) => ({ type, statement }))),
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

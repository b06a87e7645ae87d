import { succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import { CANCELLATION_ENDING, mainForm, plannedReversals, refundEnding } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { ORDER_DOCUMENTS, REVERSALS } from './order-documents';
import type { QuickBooks } from './quickbooks';
import { queriesBy, readWithCompany } from './read-documents';
import { asLatin1 } from './storable';

/** The numbers that an order's sale and sales order bear. */
export const numbersOf = (plan: TransactionPlan): string[] => [mainForm(plan).docNumber ?? []].flat();

/** Also those of a first refund and of a cancellation that the shop may have withdrawn since: then it says nothing of them. */
const reversalNumbersOf = (plan: TransactionPlan): string[] => [
	...plannedReversals(plan).flatMap(({ docNumber }) => docNumber ?? []),
	...numbersOf(plan).flatMap((number) => [`${number}${refundEnding(1)}`, `${number}${CANCELLATION_ENDING}`]),
];

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
	const byNumber = asked.flatMap(({ types, numbers }) => types.flatMap((type) => queriesBy(type, 'DocNumber', numbers)));
	const read = await readWithCompany(quickbooks, byNumber);
	return read.ok ? succeed({ company: read.value.company, candidates: read.value.documents }) : read;
}

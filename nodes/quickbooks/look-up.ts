import { isZero } from '../order/money';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Recall } from '../postings/memory';
import { isPosted, type Candidate, type OrderStanding } from '../postings/standing';
import { plannedPayments, plannedReversals, plannedSale } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { takesPayments } from './decide-payments';
import { lookUpByMark } from './look-up-by-mark';
import { lookUpByNumber } from './look-up-by-number';
import { lookUpLinked } from './look-up-linked';
import { lookUpRemembered } from './look-up-remembered';
import { REVERSALS } from './order-documents';
import type { QuickBooks } from './quickbooks';
import { standingsOf } from './standings';

export interface LookUp {
	company: Company;
	standings: Map<TransactionPlan, OrderStanding>;
	/** QuickBooks' own time when the numbers had been looked up, in milliseconds since 1970, as far as it told it. */
	at: number | undefined;
}

/**
 * What QuickBooks holds of the orders, in few calls: company and numbers in one batch; what is still absent then by mark,
 * among the documents made since the oldest of those orders was placed; what QuickBooks links to what was found; and what is
 * absent after all, though we remember having posted it, by its id. An order that is found under another type or number
 * stays there.
 */
export async function lookUp(
	quickbooks: QuickBooks,
	plans: TransactionPlan[],
	recall: Recall,
): Promise<Outcome<LookUp>> {
	const numbered = await lookUpByNumber(quickbooks, plans);
	if (!numbered.ok) return numbered;
	const at = quickbooks.serverTime;
	const { company, candidates } = numbered.value;
	let standings = standingsOf(plans, candidates, company);
	const add = (found: Candidate[]) => {
		if (found.length === 0) return;
		candidates.push(...found);
		standings = standingsOf(plans, candidates, company);
	};

	// Where QuickBooks numbers by itself, what a number leads to is an accident, and a twin bears another one.
	const unfound = company.customNumbers ? plans.filter((plan) => !isFound(plan, standings.get(plan)!)) : plans;
	if (unfound.length > 0) {
		const marked = await lookUpByMark(quickbooks, unfound);
		if (!marked.ok) return marked;
		add(marked.value);
	}
	const linked = await lookUpLinked(quickbooks, standings, company);
	if (!linked.ok) return linked;
	add(linked.value);

	const unpaid = plans.filter((plan) => lacksPayments(plan, standings.get(plan)!));
	if (unpaid.length > 0) {
		const references = new Set(unpaid.flatMap(plannedPayments).flatMap(({ paymentReference }) => paymentReference ?? []));
		const marked = await lookUpByMark(quickbooks, unpaid, ['Payment'], references);
		if (!marked.ok) return marked;
		add(marked.value);
	}
	const unreversed = plans.filter((plan) => lacksReversals(plan, standings.get(plan)!, company));
	if (unreversed.length > 0) {
		const marked = await lookUpByMark(quickbooks, unreversed, REVERSALS);
		if (!marked.ok) return marked;
		add(marked.value);
	}
	const remembered = await lookUpRemembered(quickbooks, standings, recall);
	return remembered.ok ? succeed({ company, standings, at }) : remembered;
}

/** A sales order without a sale is found when no sale is planned yet: a closed one leads to its invoice by itself. */
const isFound = (plan: TransactionPlan, { sale, salesOrder }: OrderStanding): boolean =>
	isPosted(sale) || (isPosted(salesOrder) && plannedSale(plan) === undefined);

/**
 * Refunds of a sale that stands and that no number led to: a person may have renumbered them. Where QuickBooks numbers by itself, also
 * those that the shop has withdrawn since.
 */
const lacksReversals = (plan: TransactionPlan, { sale, parts }: OrderStanding, { customNumbers }: Company): boolean =>
	sale.kind === 'posted' && (!customNumbers || plannedReversals(plan).some(({ key }) => !parts.has(key)));

/** An open invoice to which QuickBooks does not link all payments of ours: they may stand elsewhere, or be voided. */
const lacksPayments = (plan: TransactionPlan, { sale, parts, credited }: OrderStanding): boolean =>
	sale.kind === 'posted' &&
	(takesPayments(plan, sale.document) || !isZero(credited)) &&
	plannedPayments(plan).some(({ key }) => !parts.has(key));

import { equals, sum, type Money } from '../order/money';
import { orderKey } from '../order/order-key';
import { readMark } from '../postings/mark';
import { isVoided, markedOrder, standingOf, type Candidate, type OrderStanding } from '../postings/standing';
import { mainForm, plannedPayments, plannedReversals, SALE, SALES_ORDER } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { appliedTo, linkedIds } from './linked';
import { REVERSALS } from './order-documents';
import { storable } from './storable';

/** What QuickBooks holds of each order, read from all that was found so far. */
export function standingsOf(
	plans: TransactionPlan[],
	found: Candidate[],
	company: Company,
): Map<TransactionPlan, OrderStanding> {
	// One document may have been found by its number, its mark and a link.
	const candidates = [...new Map(found.map((candidate) => [`${candidate.type}/${candidate.id}`, candidate])).values()];
	const byNumber = groupBy(candidates, ({ docNumber }) => docNumber);
	const byOrder = groupBy(candidates, ({ note }) => markedOrder(note));
	const paymentsById = new Map(candidates.flatMap((candidate) => (candidate.type === 'Payment' ? [[candidate.id, candidate] as const] : [])));
	const unmarkedById = new Map(candidates.filter(({ note }) => !readMark(note)).map((candidate) => [`${candidate.type}/${candidate.id}`, candidate]));
	return new Map(
		plans.map((plan) => {
			// Where QuickBooks counts by itself, an equal number is an accident and says nothing.
			const { docNumber: planned } = mainForm(plan);
			const docNumber = company.customNumbers && planned !== undefined ? storable(planned, company) : undefined;
			const sameNumber = docNumber === undefined ? [] : (byNumber.get(docNumber) ?? []);
			const own = byOrder.get(orderKey(plan.order)) ?? [];
			const either = [...sameNumber, ...own];
			const sought = { ...plan.order, ...(docNumber === undefined ? {} : { docNumber }) };
			const sale = standingOf({ ...sought, part: SALE }, either);
			// Estimates count by themselves: a receipt of the same number does not stand in their way.
			const salesOrder = standingOf({ ...sought, part: SALES_ORDER }, either.filter(({ type }) => type === 'Estimate'));
			const invoicedByHand =
				salesOrder.kind === 'posted'
					? linkedIds(salesOrder.document, 'Invoice').map((id) => unmarkedById.get(`Invoice/${id}`)).find((invoice) => invoice && !isVoided(invoice))
					: undefined;
			return [
				plan,
				{
					sale,
					salesOrder,
					parts: partsOf(own),
					namesakes: namesakesOf(plan, byNumber, company),
					former: new Map(),
					voidedPayments: voidedPaymentsOf(plan, candidates),
					credited: company.appliesCredits && sale.kind === 'posted' ? creditedOn(sale.document, plan, paymentsById) : '0',
					...(invoicedByHand ? { invoicedByHand } : {}),
				},
			];
		}),
	);
}

const PARTS = new Set(['Payment', 'RefundReceipt', 'CreditMemo']);

const partsOf = (own: Candidate[]): Map<string, Candidate[]> =>
	groupBy(
		own.filter((candidate) => PARTS.has(candidate.type) && !isVoided(candidate)),
		({ note }) => readMark(note)?.part,
	);

/** Voiding replaces the whole note, the mark included: the number is all that is left to know a refund by. */
function namesakesOf(plan: TransactionPlan, byNumber: Map<string, Candidate[]>, company: Company): Map<string, Candidate> {
	const namesakes = new Map<string, Candidate>();
	if (!company.customNumbers) return namesakes;
	for (const { key, docNumber } of plannedReversals(plan)) {
		const same = docNumber === undefined ? [] : (byNumber.get(storable(docNumber, company)) ?? []);
		const namesake = same.find(({ type, note }) => (REVERSALS as readonly string[]).includes(type) && !readMark(note));
		if (namesake) namesakes.set(key, namesake);
	}
	return namesakes;
}

/** QuickBooks links credits by payments of nothing (recorded in its own words), and what a customer paid too much for another order as it is. */
function creditedOn(invoice: Candidate, plan: TransactionPlan, payments: ReadonlyMap<string, Candidate>): Money {
	const credits = linkedIds(invoice, 'Payment').flatMap((id) => {
		const payment = payments.get(id);
		return payment && (equals(payment.total, '0') || isMarkOfAnother(payment, plan)) ? payment : [];
	});
	return sum(credits.map((payment) => appliedTo(payment, invoice)));
}

const isMarkOfAnother = ({ note }: Candidate, { order }: TransactionPlan): boolean => {
	const marked = markedOrder(note);
	return marked !== undefined && marked !== orderKey(order);
};

function voidedPaymentsOf(plan: TransactionPlan, candidates: Candidate[]): Candidate[] {
	const references = new Set(plannedPayments(plan).flatMap(({ paymentReference }) => paymentReference ?? []));
	if (references.size === 0) return [];
	return candidates.filter(
		(candidate) => candidate.type === 'Payment' && isVoided(candidate) && references.has(String(candidate.record.PaymentRefNum)),
	);
}

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

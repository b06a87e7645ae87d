import { compare, equals, isPositive, minus, sum, type Money } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { CANCELLED, isVoided, type Candidate, type OrderStanding } from '../postings/standing';
import { CANCELLATION, isRefunded, plannedReversals, SALE } from '../transaction/parts';
import type { PlannedForm, TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { decideCollision, decideFormer, leftVoided } from './decide-form';
import type { Decision, DocumentDecision, PostingChoices } from './decision';
import { isSettled } from './linked';
import { nameOfDocument, REVERSALS } from './order-documents';
import { idOf } from './to-document';

type ReversalsDecision = Pick<Decision, 'steps' | 'voids' | 'standing' | 'remarks' | 'failure'>;

/**
 * Which refunds are to be written, and how a cancelled sale is taken back: voided as long as nothing was done with it and its month
 * is not over, credited afterwards. What a person wrote, voided or deleted under a refund's number is left to them.
 * @param sale what was decided on the order's sale
 */
export function decideReversals(
	plan: TransactionPlan,
	sale: Decision,
	standing: OrderStanding,
	choices: PostingChoices,
	company: Company,
): ReversalsDecision {
	const decided: ReversalsDecision = { steps: [], voids: [], standing: new Map(), remarks: [] };
	const document = sale.standing.get(SALE);
	const made = sale.steps.some(({ transaction }) => transaction.key === SALE);
	if (document ? isVoided(document) : !made) return decided;
	for (const reversal of plannedReversals(plan)) {
		const [own, twin] = standing.parts.get(reversal.key) ?? [];
		if (own) {
			decided.standing.set(reversal.key, own);
			decided.failure ??= twin ? writtenTwice(own, twin) : whyChanged(own, reversal);
		} else if (reversal.key !== CANCELLATION) {
			take(reversal, decideAbsent(reversal, standing, choices), decided);
		} else if (document && !isRefunded(plan)) {
			const absent = decideAbsent(reversal, standing, choices);
			const paidNow = sale.steps.some(({ transaction }) => transaction.type === 'Payment');
			if (absent.kind !== 'create' || absent.replaces !== undefined) take(reversal, absent, decided);
			else cancel(plan, { document, settled: paidNow || isSettled(document) }, reversal, company, decided);
		}
	}
	decided.failure ??= whyTooMuch(plan, standing);
	return decided;
}

/** What of ours gives back more than the shop says by now: it has withdrawn a refund, or a cancellation. */
function whyTooMuch(plan: TransactionPlan, { parts }: OrderStanding): Failure | undefined {
	const { currency, refunded } = plan.order;
	if (plan.hold?.reason === 'cancelled') return undefined;
	const given = [...parts].filter(([, [own]]) => isReversal(own!) && (idOf(own!.record.CurrencyRef) ?? currency) === currency);
	const planned = new Set(plannedReversals(plan).map(({ key }) => key));
	const withdrawn = given.flatMap(([key, own]) => (planned.has(key) ? [] : own));
	const total = sum(given.flatMap(([, own]) => own.map((document) => document.total)));
	return withdrawn.length > 0 && compare(total, refunded) > 0 ? tooMuch(plan, withdrawn, total) : undefined;
}

const isReversal = ({ type }: Candidate): boolean => (REVERSALS as readonly string[]).includes(type);

/** A refund of which QuickBooks shows nothing with our mark. */
function decideAbsent(reversal: PlannedForm, { namesakes, former }: OrderStanding, choices: PostingChoices): DocumentDecision {
	const namesake = namesakes.get(reversal.key);
	if (namesake && isVoided(namesake)) return { kind: 'unchanged', document: namesake, summary: '', remark: leftVoided(namesake) };
	if (namesake) return decideCollision(reversal, namesake, choices.whenNumberTaken);
	const was = former.get(reversal.key);
	return was ? decideFormer(was, choices.whenDeleted) : { kind: 'create' };
}

function take(transaction: PlannedForm, absent: DocumentDecision, decided: ReversalsDecision): void {
	switch (absent.kind) {
		case 'create':
		case 'update':
		case 'adopt':
			decided.steps.push({ transaction, decision: absent });
			break;
		case 'unchanged':
			if (absent.document) decided.standing.set(transaction.key, absent.document);
			if (absent.remark) decided.remarks.push(absent.remark);
			break;
		case 'refuse':
			decided.failure ??= absent.failure;
	}
}

/** @param sale what stands, and whether anything was done with it or is done in this run: a payment that only now becomes known */
function cancel(
	plan: TransactionPlan,
	{ document, settled }: { document: Candidate; settled: boolean },
	reversal: PlannedForm,
	company: Company,
	decided: ReversalsDecision,
): void {
	if (isPositive(plan.order.refunded)) {
		decided.failure ??= cancelledInPart(plan, document);
		return;
	}
	const closed = company.booksClosedUntil !== undefined && document.txnDate <= company.booksClosedUntil;
	const sameMonth = document.txnDate.slice(0, 7) === reversal.txnDate.slice(0, 7);
	if (plan.whenCancelled !== 'credit' && sameMonth && !closed && !settled) decided.voids.push({ key: SALE, document, reason: CANCELLED });
	else decided.steps.push({ transaction: reversal, decision: { kind: 'create' } });
}

const whyChanged = (own: Candidate, { documentTotal, currency }: PlannedForm): Failure | undefined =>
	equals(own.total, documentTotal)
		? undefined
		: refused(
				'refund-differs',
				`${nameOfDocument(own)} says ${own.total} ${currency} in QuickBooks, and the shop ${documentTotal}`,
				'Correct it in QuickBooks by hand: it is never overwritten',
				{ shopTotal: documentTotal, booksTotal: own.total, difference: minus(documentTotal, own.total), quickBooksId: own.id },
			);

const tooMuch = ({ order }: TransactionPlan, withdrawn: Candidate[], given: Money): Failure =>
	refused(
		'refund-withdrawn',
		`${withdrawn.map(nameOfDocument).join(' and ')} stands in QuickBooks, and the shop does not know it any more: ` +
			`${given} ${order.currency} is given back in QuickBooks, and ${order.refunded} in the shop`,
		'Delete in QuickBooks what was not given back, or enter the refund in the shop again',
		{ shopRefunded: order.refunded, booksRefunded: given, difference: minus(given, order.refunded), quickBooksId: withdrawn[0]!.id },
	);

const writtenTwice = (own: Candidate, twin: Candidate): Failure =>
	refused(
		'refund-booked-twice',
		`QuickBooks holds one refund of this order twice: ${nameOfDocument(own)} (id ${own.id}) and ${nameOfDocument(twin)} (id ${twin.id})`,
		'Delete one of them in QuickBooks',
	);

const cancelledInPart = ({ order }: TransactionPlan, document: Candidate): Failure =>
	refused(
		'cancelled-and-refunded-in-part',
		`The order was cancelled, and ${order.refunded} of its ${order.total} ${order.currency} were refunded; ${nameOfDocument(document)} stands`,
		'Decide in QuickBooks what becomes of the rest, and enter it by hand',
		{ refunded: order.refunded, total: order.total },
	);

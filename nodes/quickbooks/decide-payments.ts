import { compare, equals, isPositive, isZero, minus, plus, type Money } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { isVoided, type Candidate, type OrderStanding } from '../postings/standing';
import { hasRedeemedLines, plannedPayments, SALE } from '../transaction/parts';
import type { PlannedPayment, TransactionPlan } from '../transaction/plan';
import { besideCredit } from './beside-credit';
import type { Company } from './company';
import { decideFormer } from './decide-form';
import type { Decision, PostingChoices } from './decision';
import { nameOfDocument } from './order-documents';

type PaymentsDecision = Pick<Decision, 'steps' | 'standing' | 'remarks' | 'failure'>;

/**
 * Which payments are to be recorded. Only an Invoice takes them: a receipt holds its money itself. A payment of ours that stands is
 * kept, one that a person has applied counts, and no payment exceeds what is open.
 * @param sale what was decided on the order's sale
 */
export function decidePayments(
	plan: TransactionPlan,
	sale: Decision,
	{ parts, former, voidedPayments, credited }: OrderStanding,
	whenDeleted: PostingChoices['whenDeleted'],
): PaymentsDecision {
	const decided: PaymentsDecision = { steps: [], standing: new Map(), remarks: [] };
	const invoice = openInvoice(sale);
	if (!invoice || (invoice.document && !invoice.rewritten && !takesPayments(plan, invoice.document) && isZero(credited))) return decided;
	let { open } = invoice;
	let byCredit = credited;
	const { total } = plan.order;
	// Posted when the setting was another: what is a line of the invoice is no payment as well.
	const linesRedeem = invoice.document && hasRedeemedLines(total, plan.redeemed, invoice.document.total);
	for (const payment of plannedPayments(plan).filter(({ redeems }) => !(redeems && linesRedeem))) {
		const [own, twin] = parts.get(payment.key) ?? [];
		if (own) {
			decided.standing.set(payment.key, own);
			decided.failure ??= twin ? recordedTwice(own, twin) : whyChanged(own, payment);
			continue;
		}
		if (voidedPayments.some((voided) => isOf(voided, payment, invoice.document))) {
			decided.remarks.push(voidedPayment(payment));
			continue;
		}
		const was = former.get(payment.key);
		const absent = was ? decideFormer(was, whenDeleted) : { kind: 'create' as const };
		if (absent.kind === 'refuse') decided.failure ??= absent.failure;
		else if (absent.kind !== 'create') decided.remarks.push(voidedPayment(payment));
		else if (compare(payment.applied, plus(open, byCredit)) <= 0) {
			const { transaction, remark, beside } = besideCredit(payment, open);
			decided.steps.push({ transaction, decision: absent });
			if (remark) decided.remarks.push(remark);
			open = minus(open, transaction.applied);
			byCredit = minus(byCredit, beside);
		} else if (isZero(open)) {
			decided.remarks.push(`${whatIs(payment)} is not recorded: payments that a person recorded settle the invoice`);
		} else {
			decided.failure ??= exceedsBalance(payment, open);
		}
	}
	return decided;
}

/** An invoice that is settled takes no payment, whoever recorded those that it has, but for what a customer paid too much. */
export const takesPayments = (plan: TransactionPlan, { record }: Candidate): boolean =>
	plannedPayments(plan).some(({ documentTotal, applied }) => isPositive(String(record.Balance ?? '0')) || !equals(documentTotal, applied));

/** Credits may have settled any invoice of a company that applies them by itself, whoever is to pay it. */
export const mayBeCredited = (plan: TransactionPlan, { appliesCredits }: Company): boolean => appliesCredits && plannedPayments(plan).length > 0;

/** The order's invoice and what is open on it; `undefined` when its sale is no invoice, or none any more. */
function openInvoice({ steps, standing }: Decision): { document?: Candidate; open: Money; rewritten?: true } | undefined {
	const writing = steps.find(({ transaction }) => transaction.key === SALE);
	const document = standing.get(SALE);
	if (!document) {
		return writing?.transaction.type === 'Invoice' ? { open: writing.transaction.documentTotal } : undefined;
	}
	if (document.type !== 'Invoice' || isVoided(document)) return undefined;
	// An invoice that is rewritten has no payments yet.
	if (writing?.decision.kind === 'update') return { document, open: writing.transaction.documentTotal, rewritten: true };
	return { document, open: String(document.record.Balance ?? '0') };
}

function isOf(voided: Candidate, { paymentReference }: PlannedPayment, invoice: Candidate | undefined): boolean {
	const customerOf = (document: Candidate) => (document.record.CustomerRef as { value?: string } | undefined)?.value;
	return invoice !== undefined && voided.record.PaymentRefNum === paymentReference && customerOf(voided) === customerOf(invoice);
}

const whatIs = ({ documentTotal, currency, paymentReference }: PlannedPayment): string =>
	`The payment of ${documentTotal} ${currency}${paymentReference ? ` (${paymentReference})` : ''}`;

const voidedPayment = (payment: PlannedPayment): string =>
	`${whatIs(payment)} was voided in QuickBooks; it is left so and not recorded again`;

const whyChanged = (own: Candidate, { documentTotal, currency }: PlannedPayment): Failure | undefined =>
	equals(own.total, documentTotal)
		? undefined
		: refused(
				'payment-differs',
				`${nameOfDocument(own)} stands in QuickBooks, and the shop says ${documentTotal} ${currency}`,
				'Correct the payment in QuickBooks by hand: it is never overwritten',
				{ shopTotal: documentTotal, booksTotal: own.total, quickBooksId: own.id },
			);

const recordedTwice = (own: Candidate, twin: Candidate): Failure =>
	refused(
		'payment-recorded-twice',
		`QuickBooks holds one payment of this order twice: ${nameOfDocument(own)} (id ${own.id}) and id ${twin.id}`,
		'Delete one of them in QuickBooks',
	);

const exceedsBalance = ({ applied, currency, txnDate }: PlannedPayment, open: Money): Failure =>
	refused(
		'payment-exceeds-balance',
		`The shop received ${applied} ${currency} on ${txnDate}, and only ${open} ${currency} is open on the invoice: a person recorded a part of it`,
		'Record what is missing in QuickBooks by hand',
		{ payment: applied, open, difference: minus(applied, open) },
	);

import { absolute, compare, equals, isZero, minus } from '../order/money';
import { refused } from '../outcome/failure';
import type { Candidate, Standing } from '../postings/standing';
import { CANCELLATION, hasRedeemedLines, isRefunded, plannedReversals, SALE } from '../transaction/parts';
import type { PlannedForm, TransactionPlan } from '../transaction/plan';
import { refuse, type DocumentDecision, type PostingChoices } from './decision';
import { isSettled } from './linked';
import { nameOfDocument } from './order-documents';

/**
 * What is to be done for a sale or sales order that stands. Two questions decide: did its facts change in the shop, and did a
 * person edit the document. What we left as it is stays, whatever today's settings would make of the order.
 */
export function decidePosted(
	plan: TransactionPlan,
	planned: PlannedForm,
	{ document, edited, mark }: Extract<Standing, { kind: 'posted' }>,
	whenChanged: PostingChoices['whenChanged'],
): DocumentDecision {
	const { currency } = planned;
	const change = whatChanged(plan, planned, document, { sameFacts: mark.facts === planned.facts, edited });
	if (change === undefined) {
		if (!edited || equals(document.total, planned.documentTotal)) {
			return {
				kind: 'unchanged',
				document,
				summary: `${nameOfDocument(document)} stands as posted, ${document.total} ${currency}`,
				...withRemark(plan, planned, document, edited),
			};
		}
		return told(
			'edited-in-quickbooks',
			`${nameOfDocument(document)} is not as it was posted: ${figures(document, planned)}`,
			'Correct it in QuickBooks, or leave it: it is never overwritten',
		);
	}
	if (edited) {
		return told(
			'changed-on-both-sides',
			`The order changed in the shop (${change.words}), and ${nameOfDocument(document)} was edited in QuickBooks, so it is not overwritten: ${figures(document, planned)}`,
			'Enter the change in QuickBooks by hand',
		);
	}
	const rewritable = change.rewritable && !plan.hold && isZero(plan.order.refunded) && !isSettled(document);
	if (rewritable && whenChanged === 'update') return { kind: 'update', document };
	const settled = isSettled(document) ? ', which has payments or deposits on it,' : '';
	return told(
		'changed-in-shop',
		`The order changed in the shop after it was posted (${change.words}); ${nameOfDocument(document)}${settled} still says ${document.total} ${currency}`,
		rewritable
			? "Enter the change in QuickBooks by hand, or set 'When an Order Changed' to rewrite what stands"
			: 'Enter the change in QuickBooks by hand',
	);

	function told(reason: string, message: string, remedy: string): DocumentDecision {
		const evidence = {
			shopTotal: planned.documentTotal,
			booksTotal: document.total,
			difference: minus(planned.documentTotal, document.total),
		};
		return refuse(refused(reason, message, remedy, evidence), document);
	}
}

function withRemark(plan: TransactionPlan, planned: PlannedForm, document: Candidate, edited: boolean): { remark?: string } {
	if (plan.whenCancelled === 'leave') return { remark: `The order was cancelled in the shop; ${nameOfDocument(document)} is left as it is` };
	if (edited) return { remark: 'It was edited in QuickBooks; its total is still right, so it is left as it is' };
	return isApartByFees(plan, planned, document) ? { remark: otherFees(plan, planned, document) } : {};
}

/** Fees became known after the posting, or their setting was changed: a choice of ours, which rewrites nothing. */
const isApartByFees = ({ channelFees }: TransactionPlan, { documentTotal }: PlannedForm, { total }: Candidate): boolean =>
	!isZero(channelFees) && equals(absolute(minus(total, documentTotal)), absolute(channelFees));

/** Redeemed gift cards stand on an invoice as lines where they would be payments today, or are among what settled it. */
function isRedeemedOtherwise({ redeemed, order }: TransactionPlan, { documentTotal }: PlannedForm, { type, total, record }: Candidate): boolean {
	if (isZero(redeemed) || type !== 'Invoice') return false;
	if (equals(documentTotal, order.total)) return hasRedeemedLines(order.total, redeemed, total);
	return equals(total, order.total) && isZero(String(record.Balance ?? '0'));
}

const otherFees = ({ channelFees }: TransactionPlan, { documentTotal, currency }: PlannedForm, { total }: Candidate): string =>
	`Channel fees of ${channelFees} ${currency} are ${compare(total, documentTotal) > 0 ? 'not booked' : 'booked'} on it; what stands is left as it is`;

const figures = (document: Candidate, { documentTotal, currency }: PlannedForm): string =>
	`it says ${document.total} ${currency}, the shop ${documentTotal}`;

/** Whether what a cancelled order took is given back by documents of its own, or is to stay. */
const isTakenBack = (plan: TransactionPlan): boolean =>
	plan.whenCancelled === 'leave' || isRefunded(plan) || plannedReversals(plan).some(({ key }) => key === CANCELLATION);

/** In words what a bookkeeper has to look at, the old facts being known as a hash only; `undefined` when nothing changed. */
function whatChanged(
	plan: TransactionPlan,
	planned: PlannedForm,
	document: Candidate,
	{ sameFacts, edited }: { sameFacts: boolean; edited: boolean },
): { words: string; rewritable: boolean } | undefined {
	const { hold } = plan;
	const { documentTotal, currency } = planned;
	if (hold?.reason === 'cancelled' && planned.key === SALE && !isTakenBack(plan)) return { words: 'it was cancelled', rewritable: false };
	if (hold?.reason === 'waiting-for-payment' && document.type === 'SalesReceipt') {
		return { words: 'it is no longer paid', rewritable: false };
	}
	if (!sameFacts) {
		return equals(document.total, documentTotal)
			? { words: 'its lines, customer or date; the total is the same', rewritable: true }
			: { words: `its total is now ${documentTotal} ${currency}, ${minus(documentTotal, document.total)} apart`, rewritable: true };
	}
	// The same sale, of which another part is now paid by gift card or store credit.
	const otherTotal =
		!edited &&
		planned.key === SALE &&
		document.type === planned.type &&
		!equals(document.total, documentTotal) &&
		!isApartByFees(plan, planned, document) &&
		!isRedeemedOtherwise(plan, planned, document);
	return otherTotal
		? { words: `less redeemed gift cards and store credit it is now ${documentTotal} ${currency}`, rewritable: true }
		: undefined;
}

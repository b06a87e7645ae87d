import { equals, isZero, minus } from '../order/money';
import { refused } from '../outcome/failure';
import type { Candidate, Standing } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import type { Decision, PostingChoices } from './decide';
import { nameOfDocument } from './order-documents';

/**
 * What is to be done for an order that stands. Two questions decide: did its facts change in the shop, and did a person edit
 * the document. What we left as it is stays, whatever today's settings would make of the order.
 */
export function decidePosted(
	plan: TransactionPlan,
	{ document, edited, mark }: Extract<Standing, { kind: 'posted' }>,
	whenChanged: PostingChoices['whenChanged'],
): Decision {
	const { documentTotal, currency } = plan.transactions[0]!;
	const sameFacts = mark.facts === plan.facts;
	if (sameFacts && (!edited || equals(document.total, documentTotal))) {
		return {
			kind: 'unchanged',
			document,
			summary: `${nameOfDocument(document)} stands as posted, ${document.total} ${currency}`,
			...(edited ? { remark: 'It was edited in QuickBooks; its total is still right, so it is left as it is' } : {}),
		};
	}
	// Refunds and cancellations are documents of their own, and a receipt may not say more than was paid.
	const rewritable = isZero(plan.order.refunded) && !plan.hold;
	if (!edited && whenChanged === 'update' && rewritable) return { kind: 'update', document };

	const refuse = (reason: string, message: string, remedy: string): Decision => ({
		kind: 'refuse',
		document,
		failure: refused(reason, message, remedy, {
			shopTotal: documentTotal,
			booksTotal: document.total,
			difference: minus(documentTotal, document.total),
		}),
	});
	const name = nameOfDocument(document);
	const figures = `it says ${document.total} ${currency}, the shop ${documentTotal}`;
	if (sameFacts) {
		return refuse(
			'edited-in-quickbooks',
			`${name} is not as it was posted: ${figures}`,
			'Correct it in QuickBooks, or leave it: it is never overwritten',
		);
	}
	const change = whatChanged(plan, document);
	if (edited) {
		return refuse(
			'changed-on-both-sides',
			`The order changed in the shop (${change}), and ${name} was edited in QuickBooks, so it is not overwritten: ${figures}`,
			'Enter the change in QuickBooks by hand',
		);
	}
	return refuse(
		'changed-in-shop',
		`The order changed in the shop after it was posted (${change}); ${name} still says ${document.total} ${currency}`,
		rewritable
			? "Enter the change in QuickBooks by hand, or set 'When an Order Changed' to rewrite what stands"
			: 'Enter the change in QuickBooks by hand',
	);
}

/** In words what a bookkeeper has to look at; the old facts are only known as a hash. */
function whatChanged(plan: TransactionPlan, document: Candidate): string {
	const { documentTotal, currency } = plan.transactions[0]!;
	if (plan.hold?.reason === 'cancelled') return 'it was cancelled';
	if (!isZero(plan.order.refunded)) return `${plan.order.refunded} ${currency} was refunded`;
	if (!equals(document.total, documentTotal)) {
		return `its total is now ${documentTotal} ${currency}, ${minus(documentTotal, document.total)} apart`;
	}
	return 'its lines, customer, date or payments; the total is the same';
}

import { minus, sum } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { fail, type Outcome } from '../outcome/outcome';
import { TWIN, type Candidate } from '../postings/standing';
import { SALE } from '../transaction/parts';
import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { besideCredit } from './beside-credit';
import { deletedInQuickBooks } from './decide-form';
import type { Decision, PostingChoices, Step } from './decision';
import { findOpenSalesOrders } from './open-sales-orders';
import { nameOfDocument } from './order-documents';
import { prepareWriting } from './prepare-writing';
import type { WrittenPart } from './report';
import { settleTwins } from './settle-twins';
import { takeBack } from './take-back';
import { writeOrders, type OrderWriting, type WriteContext, type Written } from './write-orders';

/**
 * A document can stand on those of the phases before: an item of a batch cannot use an id made in the same batch. Credit Memos come last,
 * since QuickBooks may settle an invoice with one at once, and then refuses the payment that is under way.
 */
const PHASES: ReadonlyArray<ReadonlyArray<PlannedTransaction['type']>> = [
	['Estimate'],
	['SalesReceipt', 'Invoice'],
	['Payment', 'RefundReceipt'],
	['CreditMemo'],
];

/** An order while it is being written. */
export interface Course {
	plan: TransactionPlan;
	steps: Step[];
	voids: Decision['voids'];
	/** What of it stands by now, by the plan's keys. */
	documents: Map<string, Candidate>;
	written: WrittenPart[];
	remarks: string[];
	failure?: Failure;
	/** A document could not be written: those that would stand on it are not tried. */
	broken: boolean;
}

export const courseOf = (plan: TransactionPlan, { steps, voids, standing, remarks, failure }: Decision): Course => ({
	plan,
	steps,
	voids,
	documents: new Map(standing),
	written: [],
	remarks: [...remarks],
	broken: false,
	...(failure ? { failure } : {}),
});

/** Writes sales orders, then sales, then what settles or reverses them: thirty documents a batch, whichever orders they belong to. */
export async function writeInPhases(courses: Course[], whenDeleted: PostingChoices['whenDeleted'], context: WriteContext): Promise<void> {
	const courseOfPlan = new Map(courses.map((course) => [course.plan, course]));
	// First, since QuickBooks may settle what is to go with a Credit Memo of this run.
	await takeBackSurplus(courses, context);
	for (const phase of PHASES) {
		const writings = courses.flatMap((course) => writingsOf(course, phase, context));
		if (writings.length === 0) continue;
		const linking: OrderWriting[] = [];
		for (const [writing, outcome] of await write(writings, whenDeleted, context)) {
			const course = courseOfPlan.get(writing.plan)!;
			if (!outcome.ok) {
				breakOff(course, outcome.failure);
				continue;
			}
			const { document, remarks } = outcome.value;
			const { key } = writing.transaction;
			course.documents.set(key, document);
			course.written.push({ key, document, action: writing.action });
			course.remarks.push(...remarks);
			if (writing.item.body.LinkedTxn) linking.push(writing);
		}
		for (const [writing, failure] of await findOpenSalesOrders(linking, context.quickbooks)) {
			courseOfPlan.get(writing.plan)!.failure ??= failure;
		}
	}
}

/** Voids what stands for cancelled orders, and the younger of twins. */
async function takeBackSurplus(courses: Course[], context: WriteContext): Promise<void> {
	const voids = courses.flatMap((course) => course.voids.map((one) => ({ course, ...one })));
	for (const reason of new Set(voids.map((one) => one.reason))) {
		const ofReason = voids.filter((one) => one.reason === reason);
		const done = await takeBack(ofReason.map(({ document }) => document), reason, context);
		for (const { course, key, document } of ofReason) {
			if (done.has(document.id)) course.written.push({ key, document, action: document.type === 'Estimate' ? 'rejected' : 'voided' });
			else breakOff(course, notVoided(document, reason));
		}
	}
}

const notVoided = (document: Candidate, reason: string): Failure =>
	refused(
		'not-voided',
		`${reason === TWIN ? 'The order stands twice' : 'The order was cancelled'}, and QuickBooks did not let ${nameOfDocument(document)} be voided`,
		'Void it in QuickBooks by hand',
		{ quickBooksId: document.id },
	);

function writingsOf(course: Course, phase: readonly string[], context: WriteContext): OrderWriting[] {
	const writings: OrderWriting[] = [];
	for (const step of course.steps) {
		if (course.broken || !phase.includes(step.transaction.type) || isHeldByReceipt(step, course)) continue;
		const writing = prepareWriting(course.plan, besideCredits(step, course), course.documents, context);
		if (writing.ok) writings.push(writing.value);
		else breakOff(course, writing.failure);
	}
	return writings;
}

/** Another run made a receipt of the order at the same moment, which stays and holds its money itself: no invoice is left to be paid. */
const isHeldByReceipt = ({ transaction }: Step, { documents }: Course): boolean =>
	transaction.type === 'Payment' && documents.get(SALE)?.type === 'SalesReceipt';

/** What QuickBooks settled of an invoice that this run made, by itself and at once: its answer says what is open. */
function besideCredits(step: Step, course: Course): Step {
	const { transaction } = step;
	const invoice = course.written.find(({ key, action }) => key === SALE && action === 'created')?.document;
	if (transaction.type !== 'Payment' || invoice?.record.Balance === undefined) return step;
	const paid = sum(course.steps.slice(0, course.steps.indexOf(step)).flatMap(({ transaction: each }) => (each.type === 'Payment' ? each.applied : [])));
	const { transaction: beside, remark } = besideCredit(transaction, minus(String(invoice.record.Balance), paid));
	if (remark) course.remarks.push(remark);
	return { ...step, transaction: beside };
}

function breakOff(course: Course, failure: Failure): void {
	course.failure = failure;
	course.broken = true;
}

/**
 * Writes the documents, and settles what another run made of them meanwhile. Where QuickBooks answers with an old answer whose
 * document was deleted since, the order is refused, or posted under another request id, as chosen.
 */
async function write(
	writings: OrderWriting[],
	whenDeleted: PostingChoices['whenDeleted'],
	context: WriteContext,
): Promise<Map<OrderWriting, Outcome<Written>>> {
	const { written, gone } = await settleTwins(await writeOrders(writings, context), context);
	const again: OrderWriting[] = [];
	for (const [writing, document] of gone) {
		if (whenDeleted === 'postAgain') again.push({ ...writing, replaces: document.id });
		else written.set(writing, fail(deletedInQuickBooks(document)));
	}
	if (again.length === 0) return written;
	return new Map([...written, ...(await write(again, 'needsAttention', context))]);
}

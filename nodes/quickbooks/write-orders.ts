import { equals } from '../order/money';
import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import type { Candidate } from '../postings/standing';
import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import { candidateOf } from './candidate';
import { findWritten } from './find-written';
import type { QuickBooks } from './quickbooks';
import { otherTax, type Disagreement } from './mend-total';
import { repairTotals } from './repair-totals';
import { sendSurely, type Writing } from './send-surely';
import type { Books } from './to-document';

/** An order's document, ready to be sent. */
export interface OrderWriting extends Writing {
	plan: TransactionPlan;
	transaction: PlannedTransaction;
	action: 'created' | 'updated' | 'adopted';
}

export interface Written {
	document: Candidate;
	remarks: string[];
}

export interface WriteContext extends Books {
	quickbooks: QuickBooks;
	clock: Clock;
	/** QuickBooks' own time when this run looked what stands, in milliseconds since 1970, as far as QuickBooks told it. */
	lookedUpAt: number | undefined;
}

/** Sends the documents, and sees to it that each stands with the shop's total, or not at all. */
export async function writeOrders(writings: OrderWriting[], context: WriteContext): Promise<Map<OrderWriting, Outcome<Written>>> {
	const { quickbooks, clock } = context;
	const sent = await sendSurely(writings, { quickbooks, clock, lookAgain: (doubtful) => findWritten(quickbooks, doubtful) });
	const outcomes = new Map<OrderWriting, Outcome<Written>>();
	const disagreeing: Disagreement[] = [];
	for (const [writing, outcome] of sent) {
		if (!outcome.ok) {
			outcomes.set(writing, outcome);
			continue;
		}
		const document = candidateOf(writing.item.entity, outcome.value);
		if (equals(document.total, writing.transaction.documentTotal)) outcomes.set(writing, succeed({ document, remarks: [otherTax({ writing, document })].filter(Boolean) }));
		else disagreeing.push({ writing, document });
	}
	for (const [writing, outcome] of await repairTotals(disagreeing, context)) outcomes.set(writing, outcome);
	return outcomes;
}

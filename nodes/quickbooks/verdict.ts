import { minus, sum } from '../order/money';
import { isVoided, TWIN, type OrderStanding, type Standing } from '../postings/standing';
import { RECONCILIATION_SCHEMA_VERSION, type ReconciledOrder, type Verdict } from '../postings/reconciliation';
import { SALE, SALES_ORDER } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import type { Decision } from './decision';
import { nameOfDocument } from './order-documents';
import { nameOfPlanned } from './prepare-writing';
import { inWords, posted } from './report';

/** How an order stands in the books, by what posting it now would do; pure. */
export function verdictOn(plan: TransactionPlan, standing: OrderStanding, decision: Decision, appUrl: string): ReconciledOrder {
	const { failure } = decision;
	const stands = isInBooks(standing.sale) || isInBooks(standing.salesOrder);
	const main = stands ? (decision.standing.get(SALE) ?? decision.standing.get(SALES_ORDER)) : undefined;
	const tenders = sum(plan.tenders.map(({ amount }) => amount));
	const found: Omit<ReconciledOrder, 'verdict' | 'summary'> = {
		document: 'reconciledOrder',
		schemaVersion: RECONCILIATION_SCHEMA_VERSION,
		order: plan.order,
		transactions: stands ? [...decision.standing].map(([key, document]) => posted(key, document, appUrl)) : [],
		shopTotal: plan.order.total,
		tenders,
		...(main ? { booksTotal: main.total, difference: minus(minus(plan.order.total, tenders), main.total) } : {}),
	};
	const say = (verdict: Verdict, summary: string, more: Partial<ReconciledOrder> = {}): ReconciledOrder => ({ ...found, verdict, summary, ...more });
	const why = failure ? { reason: failure.reason, remedy: failure.remedy } : {};
	const told = failure ? `: ${failure.message}` : '';
	if (!stands) {
		return plan.hold && !failure
			? say('held', plan.hold.message)
			: say('missing', `Order ${plan.order.number} of ${plan.order.total} ${plan.order.currency} is not in the books${told}`, { ...why, plan });
	}
	if (failure) return say('different', failure.message, why);
	if (main && isVoided(main) && !plan.hold) {
		return say('different', `${nameOfDocument(main)} was voided in QuickBooks, and the shop says ${plan.order.total} ${plan.order.currency}`, {
			reason: 'voided-in-quickbooks',
			remedy: 'Cancel the order in the shop, or enter it in QuickBooks by hand: what was voided is never posted again',
		});
	}
	const lacking = [
		...decision.steps.map(({ transaction }) => ({ name: nameOfPlanned(plan, transaction), done: 'is missing' })),
		...decision.voids.map(({ document, reason }) => ({
			name: nameOfDocument(document),
			done: reason === TWIN ? 'stands twice' : 'still stands for a cancelled order',
		})),
	];
	return lacking.length > 0 ? say('incomplete', inWords(lacking), { plan }) : say('posted', decision.summary);
}

/** Whether something of the order is in the books: a number that somebody else's document bears is not. */
const isInBooks = ({ kind }: Standing): boolean => kind !== 'absent' && kind !== 'collision' && kind !== 'deleted';

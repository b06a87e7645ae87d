import { minus, plus, sum } from '../order/money';
import { orderKey } from '../order/order-key';
import type { Period } from '../order/order';
import { succeed, type Outcome } from '../outcome/outcome';
import { readMark } from '../postings/mark';
import {
	RECONCILIATION_SCHEMA_VERSION,
	type ReconciledOrder,
	type ReconciledTotals,
	type ReconciliationSummary,
	type Verdict,
} from '../postings/reconciliation';
import type { Candidate } from '../postings/standing';
import type { TransactionPlan } from '../transaction/plan';
import { companyHints } from './company-hints';
import { decide } from './decide';
import type { PostingChoices } from './decision';
import { lookUp } from './look-up';
import { lookUpPeriod, type ShopPeriod } from './look-up-period';
import { nameOfDocument } from './order-documents';
import type { PostingContext } from './post-orders';
import { posted } from './report';
import { verdictOn } from './verdict';

export interface Reconciliation {
	/** One a plan, in the order of the plans. */
	orders: ReconciledOrder[];
	/** One a period: what it comes to, and the documents of the books that no order of it stands for. */
	periods: Array<{ summary: ReconciliationSummary; unknown: ReconciledOrder[] }>;
	hints: string[];
}

/** What posting would do is what is wrong; nothing is ever rewritten or adopted here. */
const ONLY_LOOK: PostingChoices = { whenChanged: 'leave', whenNumberTaken: 'needsAttention', whenDeleted: 'needsAttention', postSamples: false };

/** Compares the orders of complete periods with the books. Writes nothing. */
export async function reconcile(
	plans: TransactionPlan[],
	periods: Period[],
	{ quickbooks, recall }: PostingContext,
): Promise<Outcome<Reconciliation>> {
	const looked = await lookUp(quickbooks, plans, recall);
	if (!looked.ok) return looked;
	const { company, standings } = looked.value;
	const { appUrl } = quickbooks;
	const verdicts = new Map(
		plans.map((plan) => {
			const standing = standings.get(plan)!;
			return [plan, verdictOn(plan, standing, decide(plan, standing, ONLY_LOOK, company), appUrl)];
		}),
	);
	const given = new Set(plans.map(({ order }) => orderKey(order)));
	const compared: Reconciliation['periods'] = [];
	for (const period of periods) {
		const inBooks = await lookUpPeriod(quickbooks, period);
		if (!inBooks.ok) return inBooks;
		const strays = inBooks.value.filter(({ note }) => !given.has(orderKey(readMark(note)!)));
		const ofShop = [...verdicts].filter(([{ order }]) => isOf(order, period));
		const notCompared = Math.max(0, period.orders - ofShop.length) + period.unreadable;
		// Each of these may be the document of an order that did not come.
		const unsure = strays.length <= notCompared ? strays.length : 0;
		const unknown = unsure > 0 ? [] : strays.map((document) => strange(document, period, appUrl));
		compared.push({ summary: summaryOf(period, ofShop, { unknown: unknown.length, unsure, notCompared }), unknown });
	}
	return succeed({ orders: [...verdicts.values()], periods: compared, hints: companyHints(company, plans) });
}

const isOf = (order: TransactionPlan['order'], { channel, accountId, firstDay, lastDay }: ShopPeriod): boolean =>
	order.channel === channel && order.accountId === accountId && order.localDate >= firstDay && order.localDate <= lastDay;

function strange(document: Candidate, { channel, accountId, firstDay, lastDay }: ShopPeriod, appUrl: string): ReconciledOrder {
	const { id } = readMark(document.note)!;
	return {
		document: 'reconciledOrder',
		schemaVersion: RECONCILIATION_SCHEMA_VERSION,
		verdict: 'unknown',
		summary: `${nameOfDocument(document)} of ${document.txnDate}, ${document.total}, stands for order '${id}', which the shop did not give for ${firstDay} to ${lastDay}`,
		reason: 'unknown-to-the-channel',
		remedy:
			"Look for the order in the shop: it was deleted there, moved to another day, left out by the trigger's filters, or sent to Needs Attention by 'Map Order to QB Transaction'",
		order: { channel, accountId, id },
		transactions: [posted(readMark(document.note)!.part, document, appUrl)],
		booksTotal: document.total,
	};
}

function summaryOf(
	{ channel, accountId, firstDay, lastDay, complete }: Period,
	compared: Array<[TransactionPlan, ReconciledOrder]>,
	{ unknown, unsure, notCompared }: { unknown: number; unsure: number; notCompared: number },
): ReconciliationSummary {
	const count = (verdict: Verdict) => compared.filter(([, order]) => order.verdict === verdict).length;
	const period: ShopPeriod = { channel, accountId, firstDay, lastDay };
	const counts = {
		orders: compared.length,
		posted: count('posted'),
		held: count('held'),
		missing: count('missing'),
		incomplete: count('incomplete'),
		different: count('different'),
		unknown,
		notCompared,
	};
	const totals = totalsOf(compared);
	return {
		document: 'reconciliation',
		schemaVersion: RECONCILIATION_SCHEMA_VERSION,
		...period,
		complete: complete && notCompared === 0,
		...counts,
		totals,
		summary: inOneSentence(period, { ...counts, unsure }, totals),
	};
}

/** Orders that are not to be booked yet are left out on both sides. */
function totalsOf(compared: Array<[TransactionPlan, ReconciledOrder]>): ReconciledTotals[] {
	const byCurrency = new Map<string, ReconciledTotals>();
	for (const [{ order, tenders }, { verdict, booksTotal }] of compared) {
		if (verdict === 'held') continue;
		const { currency } = order;
		const before = byCurrency.get(currency) ?? { currency, shopTotal: '0', tenders: '0', booksTotal: '0', difference: '0' };
		const now = {
			currency,
			shopTotal: plus(before.shopTotal, order.total),
			tenders: plus(before.tenders, sum(tenders.map(({ amount }) => amount))),
			booksTotal: plus(before.booksTotal, booksTotal ?? '0'),
		};
		byCurrency.set(currency, { ...now, difference: minus(minus(now.shopTotal, now.tenders), now.booksTotal) });
	}
	return [...byCurrency.values()];
}

function inOneSentence(
	{ firstDay, lastDay }: ShopPeriod,
	{ orders, posted: right, held, missing, incomplete, different, unknown, notCompared, unsure }: Pick<ReconciliationSummary, 'orders' | 'posted' | 'held' | 'missing' | 'incomplete' | 'different' | 'unknown' | 'notCompared'> & { unsure: number },
	totals: ReconciledTotals[],
): string {
	const days = firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`;
	const parts = [
		`${right} of ${orders} orders stand as the shop says`,
		...(
			[
				[held, 'not to be booked yet'],
				[missing, 'missing'],
				[incomplete, 'without a payment, refund or invoice of theirs'],
				[different, 'different'],
				[unknown, 'unknown to the shop'],
				[notCompared, 'not compared'],
				[unsure, 'in the books that may stand for those'],
			] as const
		).flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : [])),
	];
	const money = totals.map(({ currency, shopTotal, tenders, booksTotal, difference }) => `shop ${minus(shopTotal, tenders)}, books ${booksTotal}, difference ${difference} ${currency}`);
	return `${days}: ${[...parts, ...money].join('; ')}`;
}

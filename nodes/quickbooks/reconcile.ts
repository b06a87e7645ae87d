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
		const shopPeriod = daysOf(period);
		const inBooks = await lookUpPeriod(quickbooks, shopPeriod);
		if (!inBooks.ok) return inBooks;
		const strays = inBooks.value.filter(({ note }) => !given.has(orderKey(readMark(note)!)));
		const ofShop = [...verdicts].filter(([{ order }]) => isOf(order, shopPeriod));
		compared.push({
			summary: summaryOf(period, shopPeriod, ofShop, strays),
			unknown: strays.map((document) => strange(document, shopPeriod, appUrl)),
		});
	}
	return succeed({ orders: [...verdicts.values()], periods: compared, hints: companyHints(company, plans) });
}

/** Periods of before the days were told: the calendar days of the instants themselves. */
const daysOf = ({ channel, accountId, from, to, firstDay, lastDay }: Period): ShopPeriod => ({
	channel,
	accountId,
	firstDay: firstDay ?? from.slice(0, 10),
	lastDay: lastDay ?? new Date(Date.parse(to) - 1).toISOString().slice(0, 10),
});

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
	{ orders: given, unreadable, complete }: Period,
	period: ShopPeriod,
	compared: Array<[TransactionPlan, ReconciledOrder]>,
	strays: Candidate[],
): ReconciliationSummary {
	const count = (verdict: Verdict) => compared.filter(([, order]) => order.verdict === verdict).length;
	const notCompared = Math.max(0, given - compared.length) + unreadable;
	const counts = {
		orders: compared.length,
		posted: count('posted'),
		held: count('held'),
		missing: count('missing'),
		incomplete: count('incomplete'),
		different: count('different'),
		unknown: strays.length,
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
		summary: inOneSentence(period, counts, totals),
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
	{ orders, posted: right, held, missing, incomplete, different, unknown, notCompared }: Pick<ReconciliationSummary, 'orders' | 'posted' | 'held' | 'missing' | 'incomplete' | 'different' | 'unknown' | 'notCompared'>,
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
			] as const
		).flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : [])),
	];
	const money = totals.map(({ currency, shopTotal, tenders, booksTotal, difference }) => `shop ${minus(shopTotal, tenders)}, books ${booksTotal}, difference ${difference} ${currency}`);
	return `${days}: ${[...parts, ...money].join('; ')}`;
}

import fc from 'fast-check';
import type { Order } from '../../nodes/order/order';
import type { Posting } from '../../nodes/postings/posting';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { readSettings, syncSettingsSchema, type SyncSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { COUNTRIES, taxedOrder } from '../transaction/taxed-orders';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { idIn, listOf, type Entity } from '../simulators/quickbooks/wire-values';
import { startPostingBench, type PostingBench } from './posting-bench';

const ORDERS = 12;

interface Case {
	company: QuickBooksOptions;
	orders: Order[];
	settings: SyncSettings;
}

const behaviour = fc.record({
	taxLines: fc.constantFrom('taken' as const, 'taken' as const, 'computed' as const),
	taxInclusive: fc.constantFrom('gross' as const, 'net' as const),
	taxRounding: fc.constantFrom('line' as const, 'rate' as const),
	taxDeviation: fc.constantFrom('0', '0', '0.01'),
	recomputesTax: fc.constantFrom(false, false, true),
	minorUnits: fc.constantFrom('currency' as const, 'two' as const),
	unstatedRate: fc.constantFrom('one' as const, 'listed' as const),
});

const name = (value: string) => ({ by: 'name' as const, value });

function settingsOf(choices: SyncSettingsInput): SyncSettings {
	const settings = readSettings({
		...choices,
		customer: { mode: 'byEmail' },
		items: { salesTax: name('Services') },
		accounts: { deposit: name('Undeposited Funds'), income: name('Sales of Product Income'), giftCardLiability: name('Gift Card Liability'), discount: name('Discounts given') },
	});
	if (!settings.ok) throw new Error(settings.failure.message);
	return settings.value;
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...Object.values(COUNTRIES)).chain((where) =>
	fc.record({
		company: behaviour.map((how) => ({
			company: { country: where.country, homeCurrency: where.currency, multiCurrency: true, exchangeRates: { EUR: '1.1', USD: '0.9' }, ...(where.country === 'US' ? {} : { partnerTaxEnabled: undefined }) },
			behaviour: how,
		})),
		orders: fc.tuple(...Array.from({ length: ORDERS }, (_, index) => taxedOrder(where, 1001 + index))),
		settings: fc
			.record({
				transactionType: fc.constantFrom(...syncSettingsSchema.shape.transactionType.unwrap().options),
				unpaidReceipt: fc.constantFrom('wait' as const, 'invoice' as const),
				tax: where.tax.mode === 'override' ? fc.constantFrom(where.tax, { ...where.tax, tolerance: '0.01' }, { ...where.tax, whenRecomputed: 'line' as const }) : fc.constant(where.tax),
				discounts: fc.record({ as: fc.constantFrom('line' as const, 'itemPerCoupon' as const, 'prices' as const) }),
				currency: fc.record({ bookIn: fc.constantFrom('shop' as const, 'shop' as const, 'customer' as const), exchangeRate: fc.constantFrom('quickbooks' as const, 'shop' as const) }),
				refunds: fc.record({ as: fc.constantFrom('refundReceipt' as const, 'creditMemo' as const) }),
				redeemed: fc.constant('line' as const),
			})
			.map(settingsOf),
	}),
);

/** What a bookkeeper accepts as a reason: QuickBooks insists on another tax than the shop's, or nobody tells the rate. */
const REASONS = new Set(['total-does-not-agree', 'total-did-not-agree', 'exchange-rate-unknown']);

const isVoided = ({ TotalAmt, PrivateNote }: Entity): boolean => TotalAmt === 0 && String(PrivateNote).startsWith('Voided');

/** What is wrong in the books, a sentence each. */
function faultsOf(bench: PostingBench, plans: TransactionPlan[], postings: Posting[]): string[] {
	const faults: string[] = [];
	const must = (holds: boolean, otherwise: string) => void (holds || faults.push(otherwise));
	const { company } = bench.company;
	const standing = company.documents().filter((document) => !isVoided(document));
	plans.forEach((plan, index) => {
		const { outcome, difference, booksTotal, shopTotal, tenders, attention, order } = postings[index]!;
		if (outcome === 'posted') must(/^-?0(\.0+)?$/.test(difference ?? ''), `${order.number} differs by ${difference}: ${booksTotal} of ${shopTotal} less ${tenders}`);
		if (outcome === 'needsAttention') must(REASONS.has(attention!.reason), `${order.number} needs attention because of ${attention!.reason}: ${attention!.message}`);
		for (const planned of plan.transactions) {
			const own = standing.filter(({ PrivateNote }) => String(PrivateNote).includes(`/${order.id} `) && String(PrivateNote).includes(planned.facts));
			for (const document of own) must(Math.abs(Number(document.TotalAmt) - Number(planned.documentTotal)) < 0.005, `${planned.key} of ${order.number} stands with ${String(document.TotalAmt)} instead of ${planned.documentTotal}`);
		}
		const numbered = (type: 'SalesReceipt' | 'Invoice' | 'RefundReceipt' | 'CreditMemo') =>
			company.documents(type).filter((document) => !isVoided(document) && new RegExp(`^${order.number}(-R\\d+)?$`).test(String(document.DocNumber)));
		const worth = (all: Entity[]) => all.reduce((sum, { TotalAmt }) => sum + Number(TotalAmt), 0);
		const sales = [...numbered('SalesReceipt'), ...numbered('Invoice')];
		must(sales.length <= 1, `${order.number} stands ${sales.length} times`);
		const refunds = [...numbered('RefundReceipt'), ...numbered('CreditMemo')];
		must(refunds.length === 0 || worth(refunds) <= Number(plan.order.total) + 0.005, `more was given back of ${order.number} than it is`);
	});
	for (const payment of company.documents('Payment')) {
		const linked = listOf(payment.Line).flatMap(({ LinkedTxn }) => listOf(LinkedTxn));
		must(linked.length === 1 || Number(payment.UnappliedAmt) === Number(payment.TotalAmt), `a payment of ${String(payment.TotalAmt)} settles nothing`);
		for (const { TxnId } of linked) {
			const invoice = company.get('Invoice', String(TxnId));
			must(invoice !== undefined && idIn(invoice.CustomerRef) === idIn(payment.CustomerRef), 'a payment settles an invoice of somebody else');
		}
	}
	for (const estimate of company.documents('Estimate')) {
		const links = listOf(estimate.LinkedTxn);
		must((estimate.TxnStatus === 'Closed') === links.length > 0, `a sales order is ${String(estimate.TxnStatus)} with ${links.length} links`);
	}
	for (const document of standing) {
		const currency = idIn(document.CurrencyRef);
		const listed = currency !== company.settings.homeCurrency && plans.every(({ transactions }) => transactions.every(({ exchangeRate }) => exchangeRate === undefined));
		must(!listed || document.ExchangeRate !== 1, `a document in ${currency} is booked one to one`);
	}
	return [...faults, ...bench.company.audit()];
}

/** Every document as it is, and how often it was written. A refund that QuickBooks takes no tax of is tried and taken back each time. */
const stateOf = ({ company }: PostingBench): unknown =>
	company.company.documents().map((document) => [company.company.typeOf(document), document.Id, document.SyncToken, document.TotalAmt]);

test('orders of five countries, in companies that compute tax in their own ways, stand once, to the cent, linked and balanced', async () => {
	const outcomes = new Map<string, number>();
	await fc.assert(
		fc.asyncProperty(cases, async ({ company, orders, settings }) => {
			const bench = await startPostingBench({ ...company });
			try {
				const plan = () => orders.map((order) => planTransaction(order, settings)).flatMap((planned) => (planned.ok ? [planned.value] : []));
				const plans = plan();
				const first = await bench.post(plans);
				expect(faultsOf(bench, plans, first.postings)).toEqual([]);
				for (const { outcome } of first.postings) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
				const before = stateOf(bench);
				const again = await bench.post(plan());
				expect(stateOf(bench)).toEqual(before);
				expect(again.postings.map(({ outcome }) => outcome)).toEqual(first.postings.map(({ outcome }) => (outcome === 'posted' ? 'unchanged' : outcome)));
				const { debit, credit } = bench.company.trialBalance();
				expect(debit).toBe(credit);
			} finally {
				await bench.close();
			}
		}),
		{ numRuns: 40 },
	);
	expect(outcomes.get('posted')).toBeGreaterThan(150);
}, 240_000);

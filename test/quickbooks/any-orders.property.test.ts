import fc from '../repeatable';
import { isZero } from '../../nodes/order/money';
import type { Order } from '../../nodes/order/order';
import type { Posting } from '../../nodes/postings/posting';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { syncSettingsSchema, type SyncSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { anyOrder } from '../transaction/any-orders';
import { settingsOf } from '../transaction/order-of';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { startPostingBench } from './posting-bench';

const ORDERS = 12;

/** A few hundred orders each time the tests are run; thousands with `COMPANIES=400`. */
const COMPANIES = Number(process.env.COMPANIES ?? 16);

const name = (value: string) => ({ by: 'name' as const, value });

const ACCOUNTS: SyncSettingsInput['accounts'] = {
	discount: name('Discounts given'),
	giftCardLiability: name('Gift Card Liability'),
	giftCardClearing: name('Stripe Clearing'),
	tips: name('Tips Payable'),
	duties: name('Sales'),
	channelFees: name('Marketplace Fees'),
};

const choices = fc.record({
	transactionType: fc.constantFrom(...syncSettingsSchema.shape.transactionType.unwrap().options),
	unpaidReceipt: fc.constantFrom('wait' as const, 'invoice' as const),
	customer: fc.record({ mode: fc.constantFrom(...syncSettingsSchema.shape.customer.unwrap().shape.mode.unwrap().options) }),
	fields: fc.constantFrom<SyncSettingsInput['fields']>({}, {
		class: name('Web Store'),
		location: name('Online'),
		terms: { by: 'id', value: '3' },
		customFields: [{ field: 'Sales Rep', value: 'Ana' }],
		shipMethod: 'x'.repeat(80),
	}),
	paymentMethods: fc.constantFrom<NonNullable<SyncSettingsInput['paymentMethods']>>([], [{ methods: ['card'], method: name('Visa'), deposit: name('Undeposited Funds') }]),
	orderNote: fc.boolean(),
	discounts: fc.record({ as: fc.constantFrom('line' as const, 'itemPerCoupon' as const, 'prices' as const), beforeTax: fc.boolean() }),
	shipping: fc.constantFrom({ as: 'item' as const }, { as: 'itemPerMethod' as const }, { as: 'field' as const }),
	redeemed: fc.constantFrom('line' as const, 'payment' as const),
	channelFees: fc.constantFrom('leaveOut' as const, 'line' as const),
});

/** Where the company is, and how tax gets into its books. */
const TAXES: Array<[QuickBooksOptions['company'], NonNullable<SyncSettingsInput['tax']>]> = [
	[{ country: 'US', homeCurrency: 'USD' }, { mode: 'override' }],
	[{ country: 'US', homeCurrency: 'USD', usingSalesTax: false }, { mode: 'line' }],
	[{ country: 'GB', homeCurrency: 'GBP', partnerTaxEnabled: undefined }, { mode: 'codes', rows: [{ rate: '7', code: '5.0% R' }], taxableCode: '20.0% S', nonTaxableCode: 'Exempt' }],
];

interface Case {
	company: QuickBooksOptions['company'];
	orders: Order[];
	settings: SyncSettings;
}

const cases: fc.Arbitrary<Case> = fc
	.record({
		where: fc.constantFrom(...TAXES),
		owner: fc.record({ autoApplyCredit: fc.boolean(), customTxnNumbers: fc.constantFrom(true, true, false), classOnLines: fc.boolean() }),
		orders: fc.array(anyOrder(fc.constantFrom(0, 30, 100, 100, 100, 115)), { minLength: ORDERS, maxLength: ORDERS }),
		choices,
	})
	.map(({ where: [company, tax], owner: { classOnLines, ...owner }, orders, choices: { orderNote, ...rest } }) => ({
		company: {
			...company,
			...owner,
			classTrackingPerTxn: !classOnLines,
			classTrackingPerTxnLine: classOnLines,
			multiCurrency: true,
			exchangeRates: { USD: '0.8', GBP: '1.25', EUR: '1.1', JPY: '0.0065', KWD: '3.2' },
		},
		orders: orders.map((order, index) => ({ ...order, id: String(901 + index), number: String(1001 + index) })),
		settings: settingsOf({ ...rest, tax, memo: { orderNote }, items: { salesTax: name('Services') }, accounts: ACCOUNTS }),
	}));

/** What a bookkeeper accepts as a reason: a rate that its code does not have, and a product called as another one's SKU. */
const REASONS = ['tax-code-does-not-fit', 'name-held-by-another'];

function faultsOf(postings: Posting[]): string[] {
	return postings.flatMap(({ outcome, difference, attention, order, booksTotal, shopTotal }) => {
		if (outcome === 'needsAttention') return REASONS.includes(attention!.reason) ? [] : [`${order.number} needs attention: ${attention!.message}`];
		return outcome === 'posted' && !isZero(difference!) ? [`${order.number} of ${shopTotal} stands with ${booksTotal}`] : [];
	});
}

test('any order that is posted, at any settings, stands to the cent, and is known again as it stands', async () => {
	let posted = 0;
	await fc.assert(
		fc.asyncProperty(cases, async ({ company, orders, settings }) => {
			const bench = await startPostingBench({ company });
			try {
				const planned = (): TransactionPlan[] => orders.map((order) => planTransaction(order, settings)).flatMap((plan) => (plan.ok ? [plan.value] : []));
				const first = await bench.post(planned());
				expect([...faultsOf(first.postings), ...bench.company.audit()]).toEqual([]);
				posted += first.postings.filter(({ outcome }) => outcome === 'posted').length;
				bench.company.resetCounters();
				const again = await bench.post(planned());
				expect(again.postings.map(({ outcome }) => outcome)).toEqual(first.postings.map(({ outcome }) => (outcome === 'posted' ? 'unchanged' : outcome)));
				expect(again.postings.flatMap(({ remarks }) => remarks).filter((remark) => remark.includes('edited'))).toEqual([]);
				expect(bench.company.counters.writeLog).toEqual([]);
			} finally {
				await bench.close();
			}
		}),
		// Shrinking a dozen orders would take longer than anybody waits.
		{ numRuns: COMPANIES, endOnFailure: true },
	);
	expect(posted).toBeGreaterThan(COMPANIES);
}, 600_000);

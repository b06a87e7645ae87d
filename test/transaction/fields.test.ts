import type { OrderInput } from '../../nodes/order/order';
import { planSchema } from '../../nodes/transaction/plan';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { settingsOf } from './order-of';
import { payment, planned, refusal, saleOf } from './planned';

const named = (value: string) => ({ by: 'name' as const, value });

const refund = { id: 'r1', at: '2026-03-05T10:00:00Z', amount: '21.40', currency: 'USD', lines: [{ lineId: '1', quantity: '2', net: '20.00', tax: '1.40', restocked: true }] };
const refunded: Partial<OrderInput> = { refunds: [refund], totals: { total: '21.40', refunded: '21.40' } };

describe('the fields of a document', () => {
	const fields = {
		class: named('Web Store'),
		location: named('Online'),
		terms: named('Net 30'),
		dueDate: '2026-04-01',
		customFields: [{ field: 'Sales Rep', value: 'Ana' }, { field: '2', value: '' }],
		shipDate: '2026-03-02',
		shipMethod: 'Standard shipping by the post office of Bayview',
		trackingNumber: '1Z',
	};
	const kept = { class: { ...named('Web Store'), field: 'Class' }, location: { ...named('Online'), field: 'Location' }, customFields: [{ field: 'Sales Rep', value: 'Ana' }] };
	const terms = { terms: { ...named('Net 30'), field: 'Terms' }, dueDate: '2026-04-01' };
	const sent = { shipDate: '2026-03-02', shipMethod: 'Standard shipping by the post…' };

	test('are those that QuickBooks has on it', () => {
		const type = { transactionType: 'salesOrderInvoicePayment' as const, fields };
		const plan = planned(refunded, type);
		expect(planSchema.parse(plan)).toEqual(plan);
		const [estimate, invoice, paid, receipt] = plan.transactions;
		expect(estimate).toMatchObject({ type: 'Estimate', ...kept, ...terms, ...sent });
		expect(estimate).not.toHaveProperty('trackingNumber');
		expect(invoice).toMatchObject({ type: 'Invoice', ...kept, ...terms, ...sent, trackingNumber: '1Z' });
		expect(Object.keys(paid!).filter((name) => name in fields)).toEqual([]);
		expect(receipt).toMatchObject({ type: 'RefundReceipt', ...kept });
		expect(Object.keys(receipt!).filter((name) => name in { ...terms, ...sent })).toEqual([]);
		const sale = saleOf({}, { fields });
		expect(sale).toMatchObject({ type: 'SalesReceipt', ...kept, ...sent, trackingNumber: '1Z' });
		expect(Object.keys(sale).filter((name) => name in terms)).toEqual([]);
	});

	test('of a cancellation are those of the sale that it takes back, and nothing of it is due or shipped', () => {
		const cancelled = { status: 'cancelled' as const, cancelledAt: '2026-04-02T10:00:00Z' };
		const credit = planned(cancelled, { transactionType: 'invoice', cancellations: 'reverse', fields }).transactions.at(-1)!;
		expect(credit).toMatchObject({ type: 'CreditMemo', ...kept });
		expect(Object.keys(credit).filter((name) => name in { ...terms, ...sent, trackingNumber: '' })).toEqual([]);
	});

	test('go by the first rule that an order meets and that names one, each for itself', () => {
		const rules = [
			{ tags: ['wholesale'], class: named('Wholesale') },
			{ countries: ['CA'], location: named('Canada'), class: named('Export') },
		];
		const of = (order: Partial<OrderInput>) => saleOf(order, { fields: { class: named('Web Store'), rules } });
		const field = 'Field Rules';
		expect(of({})).toMatchObject({ class: { ...named('Web Store'), field: 'Class' } });
		expect(of({})).not.toHaveProperty('location');
		expect(of({ shipTo: { country: 'CA' } })).toMatchObject({ class: { ...named('Export'), field }, location: { ...named('Canada'), field } });
		expect(of({ shipTo: { country: 'CA' }, tags: ['wholesale'] })).toMatchObject({ class: { ...named('Wholesale'), field }, location: { ...named('Canada'), field } });
	});

	test('are told when a date is none', () => {
		expect(readSettings({ ...settingsOf(), fields: { dueDate: 'soon' } })).toMatchObject({
			failure: { message: `A setting does not fit: 'Document Options.dueDate' must be a day, e.g. "2026-03-01"` },
		});
	});
});

describe('ways of paying', () => {
	const paymentMethods: SyncSettingsInput['paymentMethods'] = [
		{ methods: ['Stripe', 'card'], method: named('Credit Card'), deposit: named('Stripe Clearing') },
		{ methods: ['paypal express'], method: named('PayPal') },
	];
	const stripe = payment('11.40');
	const paypal = payment('10.00', { id: 'p2', method: 'ppec', methodTitle: 'PayPal Express' });
	const clearing = { ...named('Stripe Clearing'), field: 'Payment Methods' };
	const deposit = { ...named('Undeposited Funds'), field: 'Deposit Account' };

	test('give a receipt its account and payment method, by key or by title', () => {
		expect(saleOf({}, { paymentMethods })).toMatchObject({ depositAccount: clearing, paymentMethod: { ...named('Credit Card'), field: 'Payment Methods' } });
		expect(saleOf({ payments: [{ ...paypal, amount: '21.40' }] }, { paymentMethods })).toMatchObject({
			depositAccount: deposit,
			paymentMethod: { ...named('PayPal'), field: 'Payment Methods' },
		});
		const other = saleOf({ payments: [payment('21.40', { method: 'cash' })] }, { paymentMethods });
		expect(other).toMatchObject({ depositAccount: deposit });
		expect(other).not.toHaveProperty('paymentMethod');
	});

	test('give each payment of an invoice its own', () => {
		const [, first, second] = planned({ payments: [stripe, paypal] }, { transactionType: 'invoiceAndPayment', paymentMethods }).transactions;
		expect(first).toMatchObject({ depositAccount: clearing, paymentMethod: named('Credit Card') });
		expect(second).toMatchObject({ depositAccount: deposit, paymentMethod: named('PayPal') });
	});

	test('that lead to two accounts are no one receipt: nobody would find the money again', () => {
		expect(refusal({ payments: [stripe, paypal] }, { paymentMethods })).toMatchObject({
			reason: 'several-deposit-accounts',
			message: "Order '1001' has money by 'stripe' and 'PayPal Express', which goes to several accounts: 'Stripe Clearing' and 'Undeposited Funds'",
			remedy: expect.stringContaining("'Invoice and Payment if Paid'"),
		});
		const same = saleOf({ payments: [stripe, { ...paypal, method: 'card' }] }, { paymentMethods: [paymentMethods[0]!] });
		expect(same).toMatchObject({ depositAccount: clearing, paymentMethod: named('Credit Card') });
		const oneAccount = saleOf({ payments: [stripe, paypal] }, { paymentMethods: paymentMethods.map(({ methods, method }) => ({ methods, ...(method ? { method } : {}) })) });
		expect(oneAccount).toMatchObject({ depositAccount: deposit });
		expect(oneAccount).not.toHaveProperty('paymentMethod');
	});

	test('of a gift card move no money, whatever else is paid', () => {
		const card = payment('10.00', { id: 'p2', method: 'gift_card', tender: 'giftCard' });
		expect(saleOf({ payments: [stripe, card] }, { paymentMethods })).toMatchObject({ depositAccount: clearing, paymentMethod: named('Credit Card') });
	});

	test('send refunds back to where the money came from, unless an account is chosen', () => {
		const back = (order: Partial<OrderInput>, settings: SyncSettingsInput = {}) =>
			planned({ ...refunded, ...order }, { paymentMethods, ...settings }).transactions.find(({ type }) => type === 'RefundReceipt');
		expect(back({})).toMatchObject({ depositAccount: clearing, paymentMethod: named('Credit Card') });
		const refundBy = (...methods: string[]) => [{ ...refund, payments: methods.map((method, index) => ({ id: String(index), method, amount: index === 0 ? '11.40' : '10.00', tender: 'money' as const })) }];
		expect(back({ refunds: refundBy('paypal express', 'ppec') }, { paymentMethods: [{ methods: ['paypal express', 'ppec'], deposit: named('PayPal Clearing') }] })).toMatchObject({ depositAccount: { ...named('PayPal Clearing') } });
		expect(refusal({ ...refunded, refunds: refundBy('stripe', 'cash') }, { paymentMethods })).toMatchObject({
			reason: 'several-deposit-accounts',
			remedy: "Choose one in 'Refund From Account'",
		});
		expect(back({ refunds: refundBy('stripe', 'cash') }, { accounts: { refundFrom: named('Checking') } })).toMatchObject({
			depositAccount: { ...named('Checking'), field: 'Refund From Account' },
		});
	});
});

describe('numbers that QuickBooks gives itself', () => {
	test('are left to it, for the sale and for what takes it back, whatever prefix stands there', () => {
		const plan = planned({ ...refunded, number: 'x'.repeat(30) }, { docNumber: { by: 'quickBooks', prefix: 'WEB-' } });
		expect(plan.transactions.map(({ type }) => type)).toEqual(['SalesReceipt', 'RefundReceipt']);
		expect(plan.transactions.filter((transaction) => 'docNumber' in transaction)).toEqual([]);
	});
});

import { isDeepStrictEqual } from 'node:util';
import fc from '../repeatable';
import { equals, isZero, minorUnits, minus, negate, plus, sum } from '../../nodes/order/money';
import type { Order } from '../../nodes/order/order';
import { addsUp } from '../../nodes/order/adds-up';
import { plannedPayments, plannedSale } from '../../nodes/transaction/parts';
import { planSchema, type PlannedForm, type TransactionPlan } from '../../nodes/transaction/plan';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { syncSettingsSchema, type SyncSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { Big } from '../../nodes/vendor/decimal';
import { anyOrder } from './any-orders';
import { settingsOf } from './order-of';

interface Case {
	order: Order;
	settings: SyncSettings;
}

const settings = fc
	.record({
		transactionType: fc.constantFrom(...syncSettingsSchema.shape.transactionType.unwrap().options),
		unpaidReceipt: fc.constantFrom('wait' as const, 'invoice' as const),
		tax: fc.constantFrom(
			{ mode: 'override' as const },
			{ mode: 'line' as const },
			{ mode: 'codes' as const, taxableCode: '20.0% S', nonTaxableCode: 'Exempt' },
		),
		customer: fc.record({
			mode: fc.constantFrom(...syncSettingsSchema.shape.customer.unwrap().shape.mode.unwrap().options),
			newName: fc.constantFrom(...syncSettingsSchema.shape.customer.unwrap().shape.newName.unwrap().options),
			suffix: fc.constantFrom('', ' (C)'),
		}),
		typeRules: fc.constantFrom<NonNullable<SyncSettingsInput['typeRules']>>([], [{ totalFrom: '100', transactionType: 'salesOrder' }, { paymentStatuses: ['unpaid'], transactionType: 'invoice' }]),
		filters: fc.constantFrom<SyncSettingsInput['filters']>({}, { countries: ['us'], withoutTags: ['gift'], totalTo: '5000' }),
		fields: fc.constantFrom<SyncSettingsInput['fields']>({}, {
			class: { by: 'name', value: 'Web' },
			terms: { by: 'id', value: '3' },
			dueDate: '2026-04-01',
			customFields: [{ field: '1', value: 'Ana' }, { field: 'Rep', value: '' }],
			shipMethod: 'x'.repeat(80),
			rules: [{ totalFrom: '50', location: { by: 'name', value: 'Online' } }],
		}),
		paymentMethods: fc.constantFrom<NonNullable<SyncSettingsInput['paymentMethods']>>([], [{ methods: ['stripe'], method: { by: 'name', value: 'Visa' }, deposit: { by: 'id', value: '71' } }]),
		docNumber: fc.record({ by: fc.constantFrom('order' as const, 'quickBooks' as const), prefix: fc.constantFrom('', 'WEB-') }),
		orderNote: fc.boolean(),
		discounts: fc.record({ as: fc.constantFrom('line' as const, 'itemPerCoupon' as const, 'prices' as const), beforeTax: fc.boolean() }),
		shipping: fc.constantFrom({ as: 'item' as const }, { as: 'itemPerMethod' as const }, { as: 'field' as const }),
		redeemed: fc.constantFrom('line' as const, 'payment' as const),
		channelFees: fc.constantFrom('leaveOut' as const, 'line' as const),
	})
	.map(({ orderNote, ...rest }) =>
		settingsOf({ ...rest, memo: { orderNote }, accounts: { giftCardClearing: { by: 'name', value: 'Gift Card Clearing' } } }),
	);

const cases: fc.Arbitrary<Case> = fc.record({ order: anyOrder(), settings });

const documentSum = (form: PlannedForm): string => {
	const signed = form.lines.map((line) => (line.kind === 'discount' ? negate(line.amount) : line.amount));
	return plus(sum(signed), form.tax.mode === 'none' ? '0' : form.tax.total);
};

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const objectsIn = (value: unknown): object[] =>
	value === null || typeof value !== 'object' ? [] : [value, ...Object.values(value).flatMap(objectsIn)];

/** What is wrong with a plan, a sentence each; `expect` once for each of thousands of lines would take minutes. */
function faultsOf({ order, settings }: Case, plan: TransactionPlan): string[] {
	const faults: string[] = [];
	const must = (holds: boolean, otherwise: string) => void (holds || faults.push(otherwise));
	must(isDeepStrictEqual(planSchema.parse(plan), plan), 'the plan does not fit its own schema');
	must(isDeepStrictEqual(JSON.parse(JSON.stringify(plan)), plan), 'the plan changes on the canvas');
	const ownOfOrder = new Set(objectsIn(order));
	must(!objectsIn(plan).some((part) => ownOfOrder.has(part)), 'the plan holds a part of the order itself: who changes one changes both');
	const tendersOf = (kinds: string[]) => sum(plan.tenders.filter(({ kind }) => kinds.includes(kind)).map((tender) => tender.amount));
	for (const form of plan.transactions) if (form.type !== 'Payment') checkForm(form);
	const sale = plannedSale(plan);
	if (sale) {
		const applied = sum(plannedPayments(plan).map((payment) => payment.applied));
		const most = sale.type === 'Invoice' ? sale.documentTotal : order.totals.total;
		must(!new Big(applied).gt(most), `payments of ${applied} settle more than ${most}`);
	}
	return faults;

	function checkForm(form: PlannedForm): void {
		const kinds = form.type === 'Estimate' ? ['giftCard', 'storeCredit'] : ['giftCard', 'storeCredit', 'channelFee'];
		must(equals(form.documentTotal, minus(order.totals.total, tendersOf(kinds))), 'documentTotal is not the total less the tenders');
		must(equals(documentSum(form), form.documentTotal), `the lines come to ${documentSum(form)}, not ${form.documentTotal}`);
		must((form.docNumber === undefined) === (settings.docNumber.by === 'quickBooks'), 'a number is left to QuickBooks exactly where that is chosen');
		must(form.type === 'Invoice' || form.type === 'Estimate' || form.terms === undefined, 'only what is to be paid has terms');
		must((form.depositAccount !== undefined) === (form.type === 'SalesReceipt'), 'only receipts have a deposit account');
		const items = form.lines.filter((line) => line.kind === 'item');
		for (const line of items) {
			must((line.taxCode !== undefined) === (settings.tax.mode === 'codes'), 'tax codes stand on every line or on none');
			must((line.unitPrice === undefined) === (line.item.field !== undefined), "only QuickBooks' own shipping field has no price");
			if (line.item.field) continue;
			const product = new Big(line.quantity!).times(line.unitPrice!).round(2, Big.roundHalfUp);
			must(product.eq(line.amount), `${line.quantity} × ${line.unitPrice} is not ${line.amount}`);
			must((line.unitPrice!.split('.')[1]?.length ?? 0) <= 7, `${line.unitPrice} has more than seven decimals`);
		}
		for (const line of form.lines) must(line.kind === 'item' || new Big(line.amount).gt(0), 'a discount line takes off nothing');
		const stated = form.tax.mode === 'none' ? '0' : form.tax.total;
		must(isZero(stated) || items.some((line) => line.taxable), 'tax is stated and no line is taxable');

		const unit = new Big(10).pow(-Math.min(2, minorUnits(order.currency)));
		const pieces = order.lines.length + order.shipping.length + order.fees.length + 4;
		for (const line of items.filter(({ item }) => item.name === 'Rounding')) {
			const own = new Big(line.amount).minus(order.totals.rounding).abs();
			must(own.lte(unit.div(2).times(pieces)), `${line.amount} of rounding hides more than half a unit an amount`);
		}
	}
}

describe('any order with any settings', () => {
	test('is refused for a reason, or planned so that QuickBooks must come to the very total', () => {
		const refusals = new Set<string>();
		let planned = 0;
		fc.assert(
			fc.property(cases, ({ order, settings }) => {
				if (!addsUp(order).balanced) throw new Error('the generator made an order that does not add up');
				const outcome = planTransaction(order, settings);
				if (outcome.ok) {
					planned++;
					expect(faultsOf({ order, settings }, outcome.value)).toEqual([]);
				} else {
					refusals.add(outcome.failure.reason);
					expect(outcome.failure.cause).toBe('order-refused');
				}
			}),
			{ numRuns: 3000 },
		);
		expect(planned).toBeGreaterThan(1000);
		expect([...refusals]).toEqual(expect.arrayContaining(['no-lines', 'tax-without-taxable-line', 'tenders-exceed-total']));
	});

	test('is planned alike when it is planned again', () => {
		fc.assert(
			fc.property(cases, ({ order, settings }) => {
				const again = planTransaction(copyOf(order), copyOf(settings));
				return isDeepStrictEqual(again, planTransaction(order, settings));
			}),
			{ numRuns: 300 },
		);
	});
});

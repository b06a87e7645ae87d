import { isUnreadable, orderSchema, unreadableOrderSchema, type Order, type UnreadableOrder } from '../../nodes/order/order';
import { planSchema } from '../../nodes/transaction/plan';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { readSettings, type SyncSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { Big } from '../../nodes/vendor/decimal';
import { isPolluted } from './spoil';
import type { Sample } from './payloads';

const settingsOf = (input: SyncSettingsInput): SyncSettings => {
	const read = readSettings(input);
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
};

const account = (value: string) => ({ by: 'name' as const, value });
const ACCOUNTS = {
	deposit: account('Undeposited Funds'),
	income: account('Sales'),
	discount: account('Discounts given'),
	giftCardLiability: account('Gift Card Liability'),
	giftCardClearing: account('Gift Card Clearing'),
	tips: account('Tips Payable'),
	duties: account('Tips Payable'),
};

/** Three bookkeepers, far apart from one another. */
const SETTINGS: readonly SyncSettings[] = [
	settingsOf({ accounts: ACCOUNTS }),
	settingsOf({ accounts: ACCOUNTS, transactionType: 'salesOrderInvoicePayment', customer: { mode: 'byEmail' }, memo: { orderNote: true } }),
	settingsOf({ accounts: ACCOUNTS, transactionType: 'invoiceAndPayment', customer: { mode: 'byName' }, tax: { mode: 'codes', taxableCode: 'Taxable', nonTaxableCode: 'Exempt' } }),
];

export type Read = 'order' | 'refused';

/**
 * Reads a payload and plans what was read. What comes out adds up, or is refused with id and reason.
 * @throws with a sentence when something else happens
 */
export function judgeReading({ read, idOf }: Sample, payload: unknown): Read {
	// As it comes over the wire: what JSON cannot say, no shop sends.
	const order = read(payload);
	if (isPolluted()) throw new Error('an object got a property from outside');
	const written: unknown = JSON.parse(JSON.stringify(order));
	if (!/^[0-9a-f]{32}$/.test(order.fingerprint ?? '')) throw new Error(`fingerprint '${order.fingerprint}'`);
	if (isUnreadable(order)) {
		judgeRefusal(order, written, idOf(payload));
		return 'refused';
	}
	if (!orderSchema.safeParse(written).success) throw new Error('the order is not one of its own schema');
	judgeSums(order);
	for (const settings of SETTINGS) judgePlan(order, settings);
	return 'order';
}

function judgeRefusal({ id, reason }: UnreadableOrder, written: unknown, given: string | undefined): void {
	if (!unreadableOrderSchema.safeParse(written).success) throw new Error('the refusal is not one of its own schema');
	if (reason.trim() === '') throw new Error('a refusal without a reason');
	if (given !== undefined && id !== given) throw new Error(`the order '${given}' is refused as '${id}'`);
}

/** Adds up by other arithmetic than the mapper's own. */
function judgeSums({ lines, shipping, fees, totals, reconciliation }: Order): void {
	const charges = [...lines, ...shipping, ...fees];
	const parts = [totals.tip, totals.duties, totals.rounding, ...charges.flatMap(({ net, tax }) => [net, tax])];
	const residual = parts.reduce((left, part) => left.minus(part), new Big(totals.total));
	const nets = charges.every(({ gross, discount, net }) => new Big(gross).minus(discount).eq(net));
	const addsUp = residual.eq(0) && nets;
	if (reconciliation?.balanced !== addsUp) throw new Error(`'balanced' is ${reconciliation?.balanced}, and the parts are ${residual.toFixed()} apart`);
	if (!addsUp && reconciliation.checks.length === 0) throw new Error('it does not add up, and no sentence says why');
}

function judgePlan(order: Order, settings: SyncSettings): void {
	const plan = planTransaction(order, settings);
	if (isPolluted()) throw new Error('an object got a property from outside');
	if (!plan.ok) {
		const { reason, message, remedy } = plan.failure;
		if ([reason, message, remedy].some((text) => text.trim() === '')) throw new Error(`a refusal without words: ${reason}`);
		return;
	}
	if (!order.reconciliation?.balanced) throw new Error('an order that does not add up is planned');
	const parsed = planSchema.safeParse(JSON.parse(JSON.stringify(plan.value)));
	if (!parsed.success) throw new Error('the plan is not one of its own schema');
	if (parsed.data.order.id !== order.id || !new Big(parsed.data.order.total).eq(order.totals.total)) throw new Error('the plan is of another order');
}

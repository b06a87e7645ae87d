import type { Failure } from '../../nodes/outcome/failure';
import type { OrderInput } from '../../nodes/order/order';
import type { PlannedItemLine, PlannedForm, TransactionPlan } from '../../nodes/transaction/plan';
import { mainForm } from '../../nodes/transaction/parts';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { orderOf, settingsOf } from './order-of';

/** The plan of an order that must be plannable. */
export function planned(order: Partial<OrderInput> = {}, settings: SyncSettingsInput = {}): TransactionPlan {
	const outcome = planTransaction(orderOf(order), settingsOf(settings));
	if (!outcome.ok) throw new Error(`refused: ${outcome.failure.message}`);
	return outcome.value;
}

export const saleOf = (order: Partial<OrderInput> = {}, settings: SyncSettingsInput = {}): PlannedForm =>
	mainForm(planned(order, settings));

export const itemLinesOf = (sale: PlannedForm): PlannedItemLine[] =>
	sale.lines.filter((line) => line.kind === 'item');

/** Why an order that must be refused is refused. */
export function refusal(order: Partial<OrderInput> = {}, settings: SyncSettingsInput = {}): Failure {
	const outcome = planTransaction(orderOf(order), settingsOf(settings));
	if (outcome.ok) throw new Error('the order was planned');
	return outcome.failure;
}

export const payment = (amount: string, changes: Partial<NonNullable<OrderInput['payments']>[number]> = {}) => ({
	id: 'p1',
	kind: 'sale' as const,
	status: 'success' as const,
	method: 'stripe',
	amount,
	currency: 'USD',
	...changes,
});

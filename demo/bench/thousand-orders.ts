import { makeOrder, planFor, SETTINGS, type PostingBench } from '../../test/quickbooks/posting-bench';
import type { SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { TransactionPlan } from '../../nodes/transaction/plan';

export const ORDERS = 1000;
const SKUS = 300;

const person = (index: number) => ({ firstName: 'Buyer', lastName: `Number ${index}`, email: `buyer${index}@example.com` });
const isNew = (index: number): boolean => index % 5 === 0;

/**
 * 1,000 paid orders of 1,000 people, one in five of whom the company does not have, and 300 SKUs of which it has none (the
 * harder case: each is looked for and created). The others are entered here.
 */
export function thousandOrders({ company }: PostingBench, settings: SyncSettingsInput): TransactionPlan[] {
	const people = Array.from({ length: ORDERS }, (_, index) => index);
	for (const index of people.filter((each) => !isNew(each))) {
		const { firstName, lastName, email } = person(index);
		company.byHand.create('Customer', { DisplayName: `${firstName} ${lastName}`, PrimaryEmailAddr: { Address: email } });
	}
	return people.map((index) => planOf(index, settings));
}

function planOf(index: number, settings: SyncSettingsInput): TransactionPlan {
	const order = makeOrder(String(index + 1), { customer: person(index) });
	const lines = order.lines.map((line, at) => {
		const sku = (index * order.lines.length + at) % SKUS;
		return { ...line, sku: `SKU-${sku}`, title: `Thing ${sku}` };
	});
	return planFor({ ...order, lines }, { ...SETTINGS, customer: { mode: 'byEmail' }, ...settings });
}

/** How many records of each type were made. */
export const madeIn = ({ company }: PostingBench, types: string[]): number[] =>
	types.map((type) => company.counters.writeLog.filter((write) => write === `create ${type}`).length);

import type { Posting } from '../postings/posting';
import { mainForm } from '../transaction/parts';
import type { TransactionPlan } from '../transaction/plan';
import type { Decision } from './decision';
import { nameOfDocument } from './order-documents';
import { nameOfPlanned } from './prepare-writing';
import { inWords, report } from './report';
import type { OrderWriting } from './write-orders';

/** What would be written for an order, exactly. */
export const preview = (plan: TransactionPlan, writings: OrderWriting[], { voids, remarks }: Pick<Decision, 'voids' | 'remarks'>, appUrl: string): Posting => ({
	...report(plan, appUrl, {
		outcome: 'preview',
		action: voids.length === 0 && writings.every(({ action }) => action === 'created') ? 'wouldCreate' : 'wouldUpdate',
		summary:
			`${inWords([
				...writings.map(({ transaction, action }) => ({ name: nameOfPlanned(plan, transaction), done: `would be ${action}` })),
				...voids.map(({ document }) => ({ name: nameOfDocument(document), done: 'would be voided' })),
			])}, ${mainForm(plan).documentTotal} ${plan.order.currency}; nothing was written`,
		remarks,
	}),
	payloads: writings.map(({ item }) => ({
		operation: item.operation === 'create' ? 'create' : 'update',
		entity: item.entity,
		body: item.body,
	})),
});

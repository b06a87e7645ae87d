import { orderKey } from '../order/order-key';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { asPosted } from '../postings/as-posted';
import { noteWithMark } from '../postings/mark';
import type { TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { typeName, type Decision } from './decide';
import type { References } from './references';
import { syncToken } from './take-back';
import { toDocument } from './to-document';
import type { OrderWriting } from './write-orders';

/** The one write that carries out a decision. */
export function prepareWriting(plan: TransactionPlan, decision: Decision, company: Company, references: References): Outcome<OrderWriting> {
	const transaction = plan.transactions[0]!;
	const what = `${typeName(transaction.type)} ${transaction.docNumber ?? `for order ${plan.order.number}`}`;
	if (decision.kind === 'adopt') {
		const { document } = decision;
		const { channel, accountId, id } = plan.order;
		const mark = { channel, accountId, id, facts: plan.facts, posted: asPosted(document.record, document.total) };
		const body = { Id: document.id, SyncToken: syncToken(document), sparse: true, PrivateNote: noteWithMark(document.note, mark) };
		return succeed({ plan, transaction, action: 'adopted', what, item: { kind: 'write', operation: 'update', entity: document.type, body } });
	}
	const receivable = transaction.accountsReceivable && references.accounts.resolve(transaction.accountsReceivable, 'receivable');
	if (receivable && !receivable.ok) return receivable;
	const customer = references.customer(transaction.customer);
	if (!customer.ok) return customer;
	const body = toDocument(plan, transaction, { company, ...references, customer: customer.value });
	if (!body.ok) return body;
	if (decision.kind === 'create') {
		return succeed({ plan, transaction, action: 'created', what, item: { kind: 'write', operation: 'create', entity: transaction.type, body: body.value } });
	}
	if (decision.kind !== 'update') throw new TypeError(`a decision to ${decision.kind} writes nothing: ${orderKey(plan.order)}`);
	const { document } = decision;
	if (document.type !== transaction.type) {
		return fail({
			cause: 'order-refused',
			reason: 'posted-as-another-type',
			message: `The order stands as ${typeName(document.type)} ${document.docNumber ?? document.id}, and is planned as ${typeName(transaction.type)} now`,
			remedy: 'Enter the change in QuickBooks by hand: a document keeps its type',
		});
	}
	// A document keeps its number when it is updated: a person may have changed it.
	const changes = { ...body.value };
	delete changes.DocNumber;
	return succeed({
		plan,
		transaction,
		action: 'updated',
		what,
		item: { kind: 'write', operation: 'update', entity: document.type, body: { ...changes, Id: document.id, SyncToken: syncToken(document), sparse: true } },
	});
}

import { equals, isPositive, minus } from '../order/money';
import { refused, type Failure } from '../outcome/failure';
import { CANCELLED, TWIN, type Candidate, type OrderStanding } from '../postings/standing';
import { mainForm, plannedReversals, plannedSale, plannedSalesOrder, SALE, SALES_ORDER } from '../transaction/parts';
import type { PlannedForm, PlannedTransaction, TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { decideForm } from './decide-form';
import { decidePayments } from './decide-payments';
import { decideReversals } from './decide-reversals';
import { refuse, type Decision, type DocumentDecision, type PostingChoices, type Step } from './decision';
import { nameOfDocument, typeName } from './order-documents';
import { resolveTwins } from './resolve-twins';

/** What is to be done for one order; pure. */
export function decide(plan: TransactionPlan, found: OrderStanding, choices: PostingChoices, company: Company): Decision {
	const { standing, surplus } = resolveTwins(found);
	const decision = decideOrder(plan, standing, choices, company);
	const open = surplus.filter(({ txnDate }) => !company.booksClosedUntil || txnDate > company.booksClosedUntil);
	for (const document of open) {
		decision.voids.push({ key: `twin ${document.id}`, document, reason: TWIN });
		decision.remarks.push(`The order stood twice in QuickBooks: ${nameOfDocument(document)} (id ${document.id}), the younger one, goes`);
	}
	if (open.length < surplus.length) return { ...decision, steps: [], voids: [], failure: twinsInClosedBooks(surplus) };
	for (const step of decision.steps) {
		const failure = whyNotWritable(step, company);
		// A document that the others stand on and that cannot be written keeps them from being written.
		if (failure) return { ...decision, steps: [], voids: [], failure };
	}
	return decision;
}

function decideOrder(plan: TransactionPlan, standing: OrderStanding, choices: PostingChoices, company: Company): Decision {
	const chain = new Chain();
	const order = plannedSalesOrder(plan);
	const sale = plannedSale(plan);
	const saleStands = standing.sale.kind !== 'absent' && standing.sale.kind !== 'collision';
	if (!saleStands && order) {
		if (!chain.take(order, decideForm(plan, order, standing.salesOrder, choices))) return chain.end();
		if (plan.hold?.reason === 'cancelled' && standing.salesOrder.kind === 'posted') return chain.reject(standing.salesOrder.document);
		if (!sale) return chain.end();
		if (standing.invoicedByHand) chain.take(sale, adoptInvoice(standing.invoicedByHand, sale));
		else chain.take(sale, decideForm(plan, sale, standing.sale, choices));
	} else if (!saleStands && standing.salesOrder.kind === 'posted') {
		// An order stays where it was posted, whatever type a rule or a changed setting names today.
		chain.take({ ...mainForm(plan), key: SALES_ORDER }, decideForm(plan, mainForm(plan), standing.salesOrder, choices));
		if (!plan.hold) chain.add({ remarks: [staysSalesOrder(mainForm(plan))] });
		return chain.end();
	} else {
		if (standing.salesOrder.kind === 'posted') chain.stands(SALES_ORDER, standing.salesOrder.document);
		chain.take({ ...mainForm(plan), key: SALE }, decideForm(plan, mainForm(plan), standing.sale, choices));
	}
	if (!chain.goesOn) return chain.end();
	chain.add(decidePayments(plan, chain.decision, standing, choices.whenDeleted));
	chain.add(decideReversals(plan, chain.decision, standing, choices, company));
	chain.add(refundsToBook(plan));
	return chain.end();
}

/** Its income is not in the books, and nobody would see why. */
const staysSalesOrder = ({ type }: PlannedForm): string =>
	`The order stands as a sales order and stays one, although it would become a ${typeName(type)} today; make the invoice of it in QuickBooks`;

/** Decisions on an order's documents, each standing on the one before it. */
class Chain {
	readonly decision: Decision = { steps: [], voids: [], standing: new Map(), summary: '', remarks: [] };
	goesOn = true;

	/** @returns whether what stands on this document can be decided, too */
	take(transaction: PlannedForm, decided: DocumentDecision): boolean {
		const { decision } = this;
		switch (decided.kind) {
			case 'create':
				decision.steps.push({ transaction, decision: decided });
				break;
			case 'update':
			case 'adopt':
				decision.steps.push({ transaction, decision: decided });
				this.stands(transaction.key, decided.document);
				break;
			case 'unchanged':
				if (decided.document) this.stands(transaction.key, decided.document);
				decision.summary = decided.summary;
				if (decided.remark) decision.remarks.push(decided.remark);
				this.goesOn = decided.document !== undefined;
				break;
			case 'refuse':
				if (decided.document) this.stands(transaction.key, decided.document);
				decision.failure = decided.failure;
				this.goesOn = false;
		}
		return this.goesOn;
	}

	stands(key: string, document: Candidate): void {
		this.decision.standing.set(key, document);
	}

	/** A sales order posts nothing: that of a cancelled order is rejected, which needs no choice. */
	reject(document: Candidate): Decision {
		this.decision.voids.push({ key: SALES_ORDER, document, reason: CANCELLED });
		return this.decision;
	}

	add({ steps, voids, standing, remarks, failure }: Partial<Decision>): void {
		this.decision.steps.push(...(steps ?? []));
		this.decision.voids.push(...(voids ?? []));
		for (const [key, document] of standing ?? []) this.stands(key, document);
		this.decision.remarks.push(...(remarks ?? []));
		if (failure) this.decision.failure ??= failure;
	}

	end(): Decision {
		return this.decision;
	}
}

/** A person made an invoice of the sales order: it is the order's invoice when it says the same. */
function adoptInvoice(document: Candidate, { documentTotal, currency }: PlannedForm): DocumentDecision {
	if (equals(document.total, documentTotal)) return { kind: 'adopt', document };
	const failure = refused(
		'invoiced-by-hand',
		`A person made ${nameOfDocument(document)} of the sales order; it says ${document.total} ${currency}, the shop ${documentTotal}`,
		"Correct the invoice in QuickBooks, and run the order again: it is then taken for the order's own",
		{ shopTotal: documentTotal, booksTotal: document.total, difference: minus(documentTotal, document.total), quickBooksId: document.id },
	);
	return refuse(failure, document);
}

/** Refunds that are a person's affair by choice. */
function refundsToBook(plan: TransactionPlan): Pick<Decision, 'failure'> {
	const { refunded, currency } = plan.order;
	if (!isPositive(refunded) || plannedReversals(plan).length > 0) return {};
	const failure = refused(
		'refund-to-book',
		`${refunded} ${currency} was refunded in the shop`,
		"Enter the refund in QuickBooks by hand, or choose in 'Refunds' what it becomes",
		{ refunded, currency },
	);
	return { failure };
}

const twinsInClosedBooks = (surplus: Candidate[]): Failure =>
	refused(
		'posted-twice',
		`The order stands twice, and the younger ${surplus.map(nameOfDocument).join(', ')} is dated in a closed period`,
		'Void it in QuickBooks by hand',
	);

/** What is known beforehand to be refused is not sent. */
function whyNotWritable({ transaction, decision }: Step, company: Company): Failure | undefined {
	const txnDate = decision.kind === 'create' ? transaction.txnDate : decision.document.txnDate;
	if (company.booksClosedUntil && txnDate <= company.booksClosedUntil) {
		return decision.kind === 'update'
			? closedUnderChange(decision.document, transaction, company.booksClosedUntil)
			: booksClosed(txnDate, company.booksClosedUntil);
	}
	const { currency } = transaction;
	return currency !== company.homeCurrency && !company.multiCurrency ? foreignCurrency(currency, company) : undefined;
}

const booksClosed = (txnDate: string, closedUntil: string): Failure =>
	refused(
		'books-closed',
		`The transaction is dated ${txnDate}, and the books are closed up to ${closedUntil}`,
		"Enter it by hand in an open period, or move QuickBooks' closing date and run the order again",
	);

const closedUnderChange = (document: Candidate, { documentTotal, currency }: PlannedTransaction, closedUntil: string): Failure =>
	refused(
		'books-closed',
		`The order changed in the shop; ${nameOfDocument(document)} of ${document.txnDate} says ${document.total} ${currency}, the shop ${documentTotal}, ` +
			`and the books are closed up to ${closedUntil}`,
		'Enter the difference by hand in an open period',
		{ shopTotal: documentTotal, booksTotal: document.total, difference: minus(documentTotal, document.total), quickBooksId: document.id },
	);

const foreignCurrency = (currency: string, company: Company): Failure =>
	refused(
		'foreign-currency',
		`The order is in ${currency}, and this QuickBooks company keeps its books in ${company.homeCurrency} only`,
		'Switch on Multicurrency in QuickBooks (it cannot be switched off again), or enter the order by hand',
	);

import type { PlannedForm, PlannedLine, PlannedTransaction, TransactionPlan } from '../../nodes/transaction/plan';
import { idIn, listOf, objectOf, type Entity, type Json } from '../simulators/quickbooks/wire-values';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';

/** A plan as a person would note it down: documents with their lines, a sentence each. */
export const planInWords = (plan: TransactionPlan): Record<string, unknown> => ({
	...(plan.hold ? { hold: plan.hold.reason } : {}),
	documents: plan.transactions.map((transaction) => ({
		[heading(transaction)]: transaction.type === 'Payment' ? [`settles ${transaction.applied}`] : transaction.lines.map(lineInWords),
	})),
	...(plan.remarks.length > 0 ? { remarks: plan.remarks } : {}),
});

function heading(transaction: PlannedTransaction): string {
	const { key, type, txnDate, documentTotal, currency } = transaction;
	const number = transaction.type === 'Payment' ? (transaction.paymentReference ?? key) : transaction.docNumber;
	return `${type} ${number} of ${txnDate}, ${documentTotal} ${currency}${transaction.type === 'Payment' ? '' : taxInWords(transaction)}`;
}

function taxInWords({ tax }: PlannedForm): string {
	if (tax.mode === 'none') return '';
	const how = tax.mode === 'override' ? (tax.code ? ` under ${tax.code}` : '') : tax.inclusive ? ', inclusive' : ', exclusive';
	return `, tax ${tax.total}${how}`;
}

function lineInWords(line: PlannedLine): string {
	if (line.kind === 'discount') return `less ${line.amount}, ${line.description}${line.beforeTax ? ', before tax' : ''}`;
	const { item, quantity, unitPrice, amount, taxable, taxCode, tax } = line;
	const code = taxCode === undefined ? (taxable ? 'TAX' : 'NON') : `${taxCode}${taxable ? ` ${tax}` : ''}`;
	return `${quantity} × ${unitPrice} = ${amount} ${item.sku ?? item.name} [${code}]`;
}

/** What the books hold: documents with tax by rate, balance and links; accounts that moved; stock; what customers owe. */
export class BooksInWords {
	private readonly before: Map<string, number>;

	/** @param startingStock items that are no part of the story */
	constructor(
		private readonly company: QuickBooksSimulator,
		private readonly startingStock: ReadonlySet<string>,
	) {
		this.before = this.balances();
	}

	now(): Record<string, unknown> {
		const { company } = this.company;
		const moved = [...this.balances()].flatMap(([account, balance]) => {
			const change = Number((balance - (this.before.get(account) ?? 0)).toFixed(2));
			return change === 0 ? [] : [[account, change]];
		});
		const stocked = company.items.filter((item) => item.TrackQtyOnHand === true && !this.startingStock.has(item.Id));
		const owed = company.customers.flatMap(({ Id, DisplayName }) => {
			const balance = Number(company.ledger.owedBy(Id));
			return balance === 0 ? [] : [[DisplayName, balance]];
		});
		return {
			documents: company.documents().map((document) => this.documentInWords(document)),
			accounts: Object.fromEntries(moved),
			stock: Object.fromEntries(stocked.map(({ Sku, Id }) => [Sku, Number(company.inventory.quantityOf(Id))])),
			...(owed.length > 0 ? { owed: Object.fromEntries(owed) as object } : {}),
		};
	}

	/** Debit less credit. */
	private balances(): Map<string, number> {
		return new Map(this.company.trialBalance().rows.map(({ account, debit, credit }) => [account, Number(debit) - Number(credit)]));
	}

	private documentInWords(document: Entity): string {
		const type = this.company.company.typeOf(document)!;
		const { DocNumber, TxnDate, TotalAmt, Balance, TxnStatus, UnappliedAmt } = document;
		const parts = [
			`${type} ${String(DocNumber ?? document.PaymentRefNum ?? '')} of ${String(TxnDate)}, ${String(TotalAmt)}`,
			this.taxByRate(document),
			typeof document.GlobalTaxCalculation === 'string' ? document.GlobalTaxCalculation : '',
			type === 'Invoice' ? `open ${String(Balance)}` : '',
			type === 'Payment' ? `unapplied ${String(UnappliedAmt)}` : '',
			type === 'Estimate' ? String(TxnStatus) : '',
			this.linksOf(document),
		];
		return parts.filter(Boolean).join(', ');
	}

	private taxByRate(document: Entity): string {
		const { TaxLine, TotalTax } = objectOf(document.TxnTaxDetail);
		const nameOf = (line: Json) => {
			const id = idIn(objectOf(line.TaxLineDetail).TaxRateRef) ?? '';
			return String(this.company.company.get('TaxRate', id)?.Name ?? id);
		};
		const lines = listOf(TaxLine).filter(({ Amount }) => Amount !== 0);
		if (lines.length === 0) return TotalTax ? `tax ${String(TotalTax)}` : '';
		const each = lines.map((line) => `${nameOf(line)} ${String(line.Amount)} on ${String(objectOf(line.TaxLineDetail).NetAmountTaxable)}`);
		return `tax ${String(TotalTax)} (${each.join('; ')})`;
	}

	private linksOf(document: Entity): string {
		const onLines = listOf(document.Line).flatMap((line) => listOf(line.LinkedTxn));
		const own = listOf(document.LinkedTxn).length > 0 ? listOf(document.LinkedTxn) : onLines;
		const names = own.map(({ TxnType, TxnId }) => {
			const linked = this.company.company.get(String(TxnType), String(TxnId));
			return `${String(TxnType)} ${String(linked?.DocNumber ?? linked?.PaymentRefNum ?? TxnId)}`;
		});
		return names.length > 0 ? `linked to ${[...new Set(names)].join(' and ')}` : '';
	}
}

import { Big } from 'big.js';

/** One side of a posting. Positive amounts are debits, negative ones credits; always in the home currency. */
export interface LedgerEntry {
	readonly account: string;
	readonly amount: Big;
	/** Set on receivable entries: whose balance they move. */
	readonly customer?: string;
	/** Set on inventory entries: what leaves (negative) or enters the stock. */
	readonly stock?: { readonly item: string; readonly quantity: Big };
}

/** An account's balance as a trial balance shows it; one of the two columns is '0.00'. */
export interface TrialBalanceRow {
	readonly account: string;
	readonly debit: string;
	readonly credit: string;
}

/** The double-entry record of every posting document. A document that does not balance cannot be entered. */
export class GeneralLedger {
	private readonly byDocument = new Map<string, readonly LedgerEntry[]>();
	private readonly accounts = new Map<string, Big>();
	private readonly customers = new Map<string, Big>();
	private readonly stock = new Map<string, Big>();

	/** Enters a document, in place of what it had entered before. An empty list takes it out. */
	enter(document: string, entries: readonly LedgerEntry[]): void {
		const difference = entries.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
		if (!difference.eq(0)) throw new Error(`${document} does not balance: ${difference.toString()}`);
		for (const entry of this.byDocument.get(document) ?? []) this.move(entry, -1);
		for (const entry of entries) this.move(entry, 1);
		if (entries.length === 0) this.byDocument.delete(document);
		else this.byDocument.set(document, entries);
	}

	/** What a document has entered. */
	entriesOf(document: string): readonly LedgerEntry[] {
		return this.byDocument.get(document) ?? [];
	}

	/** Debit less credit. */
	balanceOf(account: string): Big {
		return this.accounts.get(account) ?? new Big(0);
	}

	/** What the customer owes, unapplied payments and credits taken off. */
	owedBy(customer: string): Big {
		return this.customers.get(customer) ?? new Big(0);
	}

	quantityOf(item: string): Big {
		return this.stock.get(item) ?? new Big(0);
	}

	/** Every account that was ever moved, and both columns' totals, which are always equal. */
	trialBalance(): { rows: TrialBalanceRow[]; debit: string; credit: string } {
		const zero = new Big(0);
		const rows = [...this.accounts].map(([account, balance]) => ({
			account,
			debit: (balance.gt(0) ? balance : zero).toFixed(2),
			credit: (balance.lt(0) ? balance.neg() : zero).toFixed(2),
		}));
		const total = (column: 'debit' | 'credit'): string =>
			rows.reduce((sum, row) => sum.plus(row[column]), zero).toFixed(2);
		return { rows, debit: total('debit'), credit: total('credit') };
	}

	private move({ account, amount, customer, stock }: LedgerEntry, sign: 1 | -1): void {
		add(this.accounts, account, amount.times(sign));
		if (customer !== undefined) add(this.customers, customer, amount.times(sign));
		if (stock !== undefined) add(this.stock, stock.item, stock.quantity.times(sign));
	}
}

function add(sums: Map<string, Big>, key: string, amount: Big): void {
	sums.set(key, (sums.get(key) ?? new Big(0)).plus(amount));
}

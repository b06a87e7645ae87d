import { Big } from 'big.js';

/** One side of a posting. Positive amounts are debits, negative ones credits. */
export interface LedgerEntry {
	readonly account: string;
	/** In the home currency. */
	readonly amount: Big;
	/** In the document's own currency; 0 for what exists in the home currency only: cost and exchange differences. */
	readonly own: Big;
	/** Set on receivable entries: whose balance they move. */
	readonly customer?: string;
}

/** An account's balance as a trial balance shows it; one of the two columns is '0.00'. */
export interface TrialBalanceRow {
	readonly account: string;
	readonly debit: string;
	readonly credit: string;
}

/** The double-entry record of everything that posts. What does not balance, in either currency, cannot be entered. */
export class GeneralLedger {
	private readonly byDocument = new Map<string, readonly LedgerEntry[]>();
	private readonly accounts = new Map<string, Big>();
	private readonly customers = new Map<string, Big>();

	/** Enters a document, in place of what it had entered before. An empty list takes it out. */
	enter(document: string, entries: readonly LedgerEntry[]): void {
		const inHomeCurrency = entries.every(({ amount, own }) => amount === own);
		for (const side of inHomeCurrency ? (['amount'] as const) : (['amount', 'own'] as const)) {
			const difference = entries.reduce((sum, entry) => sum.plus(entry[side]), zero);
			if (!difference.eq(0)) throw new Error(`${document} does not balance (${side}): ${difference.toString()}`);
		}
		for (const entry of this.byDocument.get(document) ?? []) this.move(entry, -1);
		for (const entry of entries) this.move(entry, 1);
		if (entries.length === 0) this.byDocument.delete(document);
		else this.byDocument.set(document, entries);
	}

	/** What a document has entered. */
	entriesOf(document: string): readonly LedgerEntry[] {
		return this.byDocument.get(document) ?? [];
	}

	/** Debit less credit, in the home currency. */
	balanceOf(account: string): Big {
		return this.accounts.get(account) ?? zero;
	}

	/** Debit less credit in the account's own currency, for accounts kept in a foreign one. */
	ownBalanceOf(account: string): Big {
		return [...this.byDocument.values()]
			.flat()
			.filter((entry) => entry.account === account)
			.reduce((sum, { own }) => sum.plus(own), zero);
	}

	/** What the customer owes in their own currency, unapplied payments and credits taken off. */
	owedBy(customer: string): Big {
		return this.customers.get(customer) ?? zero;
	}

	/** Every account that was ever moved, and both columns' totals, which are always equal. */
	trialBalance(): { rows: TrialBalanceRow[]; debit: string; credit: string } {
		const rows = [...this.accounts].map(([account, balance]) => ({
			account,
			debit: (balance.gt(0) ? balance : zero).toFixed(2),
			credit: (balance.lt(0) ? balance.neg() : zero).toFixed(2),
		}));
		const total = (column: 'debit' | 'credit'): string =>
			rows.reduce((sum, row) => sum.plus(row[column]), zero).toFixed(2);
		return { rows, debit: total('debit'), credit: total('credit') };
	}

	private move({ account, amount, own, customer }: LedgerEntry, sign: 1 | -1): void {
		add(this.accounts, account, amount, sign);
		if (customer !== undefined) add(this.customers, customer, own, sign);
	}
}

const zero = new Big(0);

function add(sums: Map<string, Big>, key: string, amount: Big, sign: 1 | -1): void {
	const before = sums.get(key) ?? zero;
	sums.set(key, sign === 1 ? before.plus(amount) : before.minus(amount));
}

import { Big } from 'big.js';
import type { Company } from './company';
import type { Depositable } from './deposit-links';
import { makeDeposit, undoDeposit, type BankDeposit } from './deposits';
import { seed, write } from './entity-operations';
import { notFound } from './faults';
import { isSalesForm } from './sales-documents';
import { day } from './simulated-time';
import { boughtStock } from './stock-movements';
import type { Entity, Json } from './wire-values';

/** What a person does in QuickBooks itself while a client is at work: same rules, but no token, no limit and no count. */
export class ByHand {
	private purchases = 0;

	constructor(private readonly company: Company) {}

	/** Enters a document, or an entry of a list (which is not checked and may state its own Id). */
	create(type: string, content: Json): Entity {
		if (!isSalesForm(type) && type !== 'Payment') return seed(this.company, type, content);
		const { Id } = write(this.company, 'create', type, content, { allowDuplicateDocNum: true });
		return this.found(type, String(Id));
	}

	/** Changes these properties and leaves the others. */
	edit(type: string, id: string, changes: Json): Entity {
		const { SyncToken } = this.found(type, id);
		write(
			this.company,
			'update',
			type,
			{ ...changes, Id: id, SyncToken, sparse: true },
			{ allowDuplicateDocNum: true },
		);
		return this.found(type, id);
	}

	void(type: string, id: string): Entity {
		const { SyncToken } = this.found(type, id);
		write(this.company, 'void', type, { Id: id, SyncToken });
		return this.found(type, id);
	}

	delete(type: string, id: string): void {
		if (type === 'Deposit') return undoDeposit(this.company, id);
		const { SyncToken } = this.found(type, id);
		write(this.company, 'delete', type, { Id: id, SyncToken });
	}

	/** Makes an entry of a list inactive. */
	deactivate(type: string, id: string): Entity {
		return this.edit(type, id, { Active: false });
	}

	/** Brings receipts and payments that wait in Undeposited Funds to the bank; today unless a date is given. */
	deposit(documents: readonly Depositable[], more: Partial<BankDeposit> = {}): Entity {
		return makeDeposit(this.company, { date: day(this.company.clock.now()), ...more, documents });
	}

	/** Buys goods of an item on account. `unitCost` is a decimal text in the home currency. */
	buyStock(itemId: string, quantity: number, unitCost: string, date = day(this.company.clock.now())): void {
		this.purchases += 1;
		const movements = boughtStock(this.found('Item', itemId), date, 0, new Big(quantity), new Big(unitCost));
		this.company.inventory.move(`Bill ${this.purchases}`, movements);
	}

	private found(type: string, id: string): Entity {
		const entity = this.company.get(type, id);
		if (entity === undefined) throw notFound();
		return entity;
	}
}

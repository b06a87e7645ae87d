import type { Company } from './company';
import { seed, write } from './entity-operations';
import { notFound } from './faults';
import { isSalesForm } from './sales-documents';
import type { Entity, Json } from './wire-values';

/** What a person does in QuickBooks itself while a client is at work: same rules, but no token, no limit and no count. */
export class ByHand {
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
		const { SyncToken } = this.found(type, id);
		write(this.company, 'delete', type, { Id: id, SyncToken });
	}

	/** Makes an entry of a list inactive. */
	deactivate(type: string, id: string): Entity {
		return this.edit(type, id, { Active: false });
	}

	private found(type: string, id: string): Entity {
		const entity = this.company.get(type, id);
		if (entity === undefined) throw notFound();
		return entity;
	}
}

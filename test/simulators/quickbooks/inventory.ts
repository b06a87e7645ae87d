import { Big } from 'big.js';
import type { GeneralLedger } from './general-ledger';
import { valued, type StockMovement, type StockValues } from './stock-layers';

/** A movement, and the accounts its value goes between. */
export interface PostedMovement extends StockMovement {
	/** The inventory asset account. */
	readonly asset: string;
	/** Cost of goods sold for sales and returns; what was bought or opened stands in another account. */
	readonly against: string;
}

const nothing: StockValues = { byDocument: new Map(), quantity: new Big(0), value: new Big(0) };

/**
 * The stock of every item and what it is worth. Costs follow from all movements of an item in the order of their dates, so a
 * document dated back changes what later sales have cost. They are computed when somebody asks for them.
 */
export class Inventory {
	private readonly movements = new Map<string, Map<string, PostedMovement>>();
	private readonly quantities = new Map<string, Big>();
	private readonly values = new Map<string, StockValues>();
	private readonly itemsOf = new Map<string, ReadonlySet<string>>();
	private readonly unsettled = new Set<string>();

	/** @param usualCost what a unit of the item costs as far as nothing else says so */
	constructor(
		private readonly ledger: GeneralLedger,
		private readonly usualCost: (item: string) => Big,
	) {}

	/** What a document moves, by item, in place of what it moved before. An empty map takes it out. */
	move(document: string, movements: ReadonlyMap<string, Omit<PostedMovement, 'document'>>): void {
		for (const item of this.itemsOf.get(document) ?? [])
			if (!movements.has(item)) this.change(item, document, undefined);
		for (const [item, movement] of movements) this.change(item, document, { ...movement, document });
		if (movements.size === 0) this.itemsOf.delete(document);
		else this.itemsOf.set(document, new Set(movements.keys()));
	}

	quantityOf(item: string): Big {
		return this.quantities.get(item) ?? new Big(0);
	}

	/** In the home currency. */
	valueOf(item: string): Big {
		this.settle();
		return (this.values.get(item) ?? nothing).value;
	}

	/** The items that ever moved. */
	get items(): string[] {
		return [...this.movements.keys()];
	}

	/** Brings the costs in the general ledger up to date. */
	settle(): void {
		for (const item of this.unsettled) this.settleItem(item);
		this.unsettled.clear();
	}

	/** Something else than movements has changed what the item costs. */
	reconsider(item: string): void {
		if (this.movements.has(item)) this.unsettled.add(item);
	}

	private change(item: string, document: string, movement: PostedMovement | undefined): void {
		const movements = this.movements.get(item) ?? new Map<string, PostedMovement>();
		this.movements.set(item, movements);
		const before = movements.get(document)?.quantity ?? new Big(0);
		this.quantities.set(
			item,
			this.quantityOf(item)
				.minus(before)
				.plus(movement?.quantity ?? 0),
		);
		if (movement === undefined) movements.delete(document);
		else movements.set(document, movement);
		this.unsettled.add(item);
	}

	private settleItem(item: string): void {
		const movements = this.movements.get(item) ?? new Map<string, PostedMovement>();
		const before = this.values.get(item) ?? nothing;
		const now = valued([...movements.values()], this.usualCost(item));
		this.values.set(item, now);
		for (const document of before.byDocument.keys())
			if (!now.byDocument.has(document)) this.ledger.enter(`${document} item ${item}`, []);
		for (const [document, value] of now.byDocument) {
			const movement = movements.get(document);
			if (movement === undefined) continue;
			const known = this.ledger.entriesOf(`${document} item ${item}`)[0];
			if (known?.account === movement.asset && known.amount.eq(value)) continue;
			const entries = [
				{ account: movement.asset, amount: value, own: new Big(0) },
				{ account: movement.against, amount: value.neg(), own: new Big(0) },
			];
			this.ledger.enter(`${document} item ${item}`, value.eq(0) ? [] : entries);
		}
	}
}

import { textOf, type Entity } from './wire-values';

/** Properties by which entities are found without looking at all of them. */
const indexed = ['DocNumber', 'DisplayName', 'Name', 'Sku'] as const;
export type IndexedProperty = (typeof indexed)[number];

export function isIndexed(property: string): property is IndexedProperty {
	return (indexed as readonly string[]).includes(property);
}

/**
 * The entities of a company by type and Id, oldest first. While it is frozen, `seen` and `visible` show what was there
 * before; nothing is copied for that, only what changes meanwhile is remembered.
 */
export class EntityStore {
	private readonly rows = new Map<string, Map<string, Entity>>();
	private readonly ids = new Map<string, Set<string>>();
	/** What was there (or was not) before the first change since it was frozen. */
	private before: Map<string, Map<string, Entity | undefined>> | undefined;

	put(type: string, entity: Entity): void {
		this.remember(type, entity.Id);
		this.index(type, entity.Id, entity);
		this.ofType(type).set(entity.Id, entity);
	}

	remove(type: string, id: string): void {
		this.remember(type, id);
		this.index(type, id, undefined);
		this.ofType(type).delete(id);
	}

	/** As it now is. */
	get(type: string, id: string): Entity | undefined {
		return this.rows.get(type)?.get(id);
	}

	/** As it now is, oldest first. */
	all(type: string): Entity[] {
		return [...(this.rows.get(type)?.values() ?? [])];
	}

	/** As it was when the store was frozen. */
	seen(type: string, id: string): Entity | undefined {
		const changed = this.before?.get(type);
		return changed?.has(id) === true ? changed.get(id) : this.get(type, id);
	}

	/** All of a type as it was when the store was frozen. */
	visible(type: string): Entity[] {
		const changed = this.before?.get(type);
		if (changed === undefined) return this.all(type);
		const kept = this.all(type).flatMap((entity) => this.seen(type, entity.Id) ?? []);
		const removed = [...changed].flatMap(([id, entity]) => (this.get(type, id) === undefined ? (entity ?? []) : []));
		return [...kept, ...removed];
	}

	/** The entities of a type whose property has this value, whatever its case, as they now are. */
	having(type: string, property: IndexedProperty, value: string): Entity[] {
		return this.idsOf(type, property, value).flatMap((id) => this.get(type, id) ?? []);
	}

	/** Those that may have had one of these values when the store was frozen; whoever asks has to look. */
	candidates(type: string, property: IndexedProperty | 'Id', values: readonly string[]): Entity[] {
		const now = property === 'Id' ? values : values.flatMap((value) => this.idsOf(type, property, value));
		const ids = new Set([...now, ...(this.before?.get(type)?.keys() ?? [])]);
		return [...ids].flatMap((id) => this.seen(type, id) ?? []);
	}

	/** From now on `seen` and `visible` show what there is at this moment, until the work is done. */
	frozenDuring<T>(work: () => T): T {
		this.before = new Map();
		try {
			return work();
		} finally {
			this.before = undefined;
		}
	}

	private remember(type: string, id: string): void {
		if (this.before === undefined) return;
		const changed = this.before.get(type) ?? new Map<string, Entity | undefined>();
		this.before.set(type, changed);
		if (!changed.has(id)) changed.set(id, this.get(type, id));
	}

	private index(type: string, id: string, next: Entity | undefined): void {
		const last = this.get(type, id);
		for (const property of indexed) {
			const [from, to] = [textOf(last?.[property]), textOf(next?.[property])];
			if (from === to) continue;
			if (from !== undefined) this.ids.get(keyOf(type, property, from))?.delete(id);
			if (to === undefined) continue;
			const key = keyOf(type, property, to);
			const ids = this.ids.get(key) ?? new Set();
			this.ids.set(key, ids.add(id));
		}
	}

	private idsOf(type: string, property: IndexedProperty, value: string): string[] {
		return [...(this.ids.get(keyOf(type, property, value)) ?? [])];
	}

	private ofType(type: string): Map<string, Entity> {
		const rows = this.rows.get(type) ?? new Map<string, Entity>();
		this.rows.set(type, rows);
		return rows;
	}
}

function keyOf(type: string, property: string, value: string): string {
	return `${type} ${property} ${value.toLowerCase()}`;
}

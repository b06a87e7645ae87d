import type { QbRecord } from './quickbooks';

/** Records by the values of some of their fields, as QuickBooks compares them: without regard to case. */
export class RecordIndex {
	private readonly byKey = new Map<string, Map<string, QbRecord>>();

	/** A record added again replaces its older reading. */
	add(record: QbRecord, keys: Iterable<readonly [field: string, value: string | undefined]>): void {
		for (const [field, value] of keys) {
			if (!value) continue;
			const key = keyOf(field, value);
			const records = this.byKey.get(key) ?? new Map<string, QbRecord>();
			records.set(record.Id!, record);
			this.byKey.set(key, records);
		}
	}

	all(): QbRecord[] {
		return [...new Set([...this.byKey.values()].flatMap((records) => [...records.values()]))];
	}

	find(field: string, value: string): QbRecord[] {
		return [...(this.byKey.get(keyOf(field, value))?.values() ?? [])];
	}
}

const keyOf = (field: string, value: string): string => `${field}:${value.trim().toLowerCase()}`;

/** What one poll gives out: each order once, in its newest reading. */
export class Batch<T> {
	/** Orders that were left out as they were placed before the start date, and were not met before. */
	historic = 0;

	private readonly byOrder = new Map<string, { reading: string; order: T }>();

	get size(): number {
		return this.byOrder.size;
	}

	get orders(): T[] {
		return [...this.byOrder.values()].map(({ order }) => order);
	}

	has(hash: string, reading: string): boolean {
		return this.byOrder.get(hash)?.reading === reading;
	}

	/** A later reading of an order takes the place of the earlier one, at the end. */
	add(hash: string, reading: string, order: T): void {
		this.byOrder.delete(hash);
		this.byOrder.set(hash, { reading, order });
	}
}

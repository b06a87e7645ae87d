/** Points that one query may cost at most. https://shopify.dev/docs/api/usage/limits#single-query-limit */
export const COST_LIMIT = 1_000;

/** More ids in one query than this make answers of many megabytes. */
const MOST = 50;

/**
 * How many records fit into one query. It starts from the worst case, the old linear cost rule, and then goes by what
 * Shopify really counts, with a tenth to spare.
 */
export class BatchSize {
	private size: number;

	/** @param worstCost points of one record by the linear rule */
	constructor(worstCost: number) {
		this.size = Math.max(1, Math.floor(COST_LIMIT / worstCost));
	}

	get current(): number {
		return this.size;
	}

	/** A query of `count` records cost this many points. */
	learn(cost: number, count: number): void {
		if (cost <= 0 || count <= 0) return;
		this.size = Math.max(1, Math.min(MOST, Math.floor((COST_LIMIT * 0.9 * count) / cost)));
	}

	/** @returns whether there was anything left to halve */
	halve(from: number): boolean {
		if (from <= 1) return false;
		this.size = Math.max(1, Math.floor(from / 2));
		return true;
	}
}

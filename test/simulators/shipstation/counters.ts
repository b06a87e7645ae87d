/** What was asked of the simulator since it started or since the last reset. */
export class Counters {
	/** Every http request that arrived, those struck by a fault included. */
	calls = 0;
	/** Requests by route: `POST /orders/createorders`. */
	byRoute: Record<string, number> = {};
	/** Requests turned away by the limit. */
	throttled = 0;
	/** Orders really written, one by one: what was refused or locked is none. */
	writes = 0;
	/** Every write, as `create 1001`, in order. */
	writeLog: string[] = [];
	/** How many orders each bulk call had, those refused as a whole included. */
	bulkSizes: number[] = [];
	/** Properties that were sent and that no model has: a value lost in silence. */
	ignored: string[] = [];

	written(what: string, which: string): void {
		this.writes += 1;
		this.writeLog.push(`${what} ${which}`);
	}

	called(route: string): void {
		this.byRoute[route] = (this.byRoute[route] ?? 0) + 1;
	}

	reset(): void {
		Object.assign(this, new Counters());
	}
}

/** Why a request, or an item of a batch, was refused. */
export interface Refusal {
	readonly what: string;
	/** Code and detail of the fault. */
	readonly why: string;
}

/** What was asked of the simulator since it started or since the last reset. */
export class Counters {
	/** Every http request that arrived, pages for people excepted. */
	calls = 0;
	batches = 0;
	/** Queries, those inside batches included. */
	queries = 0;
	/** Requests to one entity: create, read, update, delete, void. */
	entities = 0;
	/** Requests to the token endpoint. */
	tokens = 0;
	cdc = 0;
	/** Documents and list entries really written; replays are none. */
	writes = 0;
	/** Requests turned away by the limits. */
	throttled = 0;
	/** How many items each batch had, in order. */
	batchSizes: number[] = [];
	/** Every write, as `create SalesReceipt`, in order. */
	writeLog: string[] = [];
	refusals: Refusal[] = [];

	/** Requests and batch items refused. */
	get refused(): number {
		return this.refusals.length;
	}

	written(operation: string, type: string): void {
		this.writes += 1;
		this.writeLog.push(`${operation} ${type}`);
	}

	refuse(what: string, why: string): void {
		this.refusals.push({ what, why });
	}

	reset(): void {
		Object.assign(this, new Counters());
	}
}

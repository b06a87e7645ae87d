import type { SimulatedClock } from './simulated-time';

/** How long new documents stay out of sight of queries. Reading one by its Id always finds it. */
export interface Lag {
	/** Requests with queries that still miss it. */
	readonly lookUps?: number;
	readonly milliseconds?: number;
}

/** Keeps what was just written out of queries for a while, as a replicated index does. */
export class LaggingLookUp {
	private lag: Lag = {};
	private lookUps = 0;
	private readonly born = new Map<string, { lookUp: number; at: number }>();

	/** @param onHidden told whenever something is kept out of sight */
	constructor(
		private readonly clock: SimulatedClock,
		private readonly onHidden: () => void = () => undefined,
	) {}

	/** From now on new documents lag; `{}` ends it and shows everything. */
	set(lag: Lag): void {
		this.lag = lag;
	}

	/** To be called with every document written. */
	wrote(type: string, id: string): void {
		if (!this.born.has(`${type} ${id}`))
			this.born.set(`${type} ${id}`, { lookUp: this.lookUps, at: this.clock.now() });
	}

	/** To be called after every request that held queries. */
	lookedUp(): void {
		this.lookUps += 1;
	}

	isHidden(type: string, id: string): boolean {
		const { lookUps = 0, milliseconds = 0 } = this.lag;
		if (lookUps === 0 && milliseconds === 0) return false;
		const born = this.born.get(`${type} ${id}`);
		if (born === undefined) return false;
		const hidden = this.lookUps - born.lookUp < lookUps || this.clock.now() - born.at < milliseconds;
		if (hidden) this.onHidden();
		return hidden;
	}
}

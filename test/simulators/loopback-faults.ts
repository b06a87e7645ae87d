import { isDeepStrictEqual } from 'node:util';
import type { LoopbackAnswer, LoopbackOutcome, LoopbackRequest } from './loopback';

/** What a fault does to the request it strikes. */
export interface LoopbackFault {
	/** Which requests it strikes; default every one. */
	readonly matches?: (request: LoopbackRequest) => boolean;
	/** How often it strikes before it is spent; default once. */
	readonly times?: number;
	/** How many matching requests it lets pass first; default 0. */
	readonly skip?: number;
	/**
	 * `before`: the server never does the work. `after`: the work is done and only the answer is lost or changed,
	 * which is how a doubtful write comes about. Default `before`.
	 */
	readonly when?: 'before' | 'after';
	/** What is sent instead: an answer, a function of the true answer (only with `after`), or how the wire breaks. */
	readonly effect:
		| LoopbackAnswer
		| 'reset'
		| 'hang'
		| 'truncate'
		| ((answer: LoopbackAnswer, request: LoopbackRequest) => LoopbackOutcome);
}

interface Armed {
	readonly fault: LoopbackFault;
	toSkip: number;
	left: number;
}

/** A queue of scripted faults: for each request the oldest one that matches and is not spent strikes, at most one. */
export class LoopbackFaults {
	private armed: Armed[] = [];

	/** How often a fault has struck: what would have changed nothing of an answer has not. */
	struck = 0;

	add(fault: LoopbackFault): void {
		this.armed.push({ fault, toSkip: fault.skip ?? 0, left: fault.times ?? 1 });
	}

	/** Lets something happen just before the n-th request from now is answered; the request itself goes well. Says `happen` false, nothing did. */
	meanwhile(call: number, happen: () => unknown): void {
		this.beforeEach((nth) => nth === call && happen());
	}

	/**
	 * As `meanwhile`, at any request.
	 * @param happen is given the number of the request, from now on and from 1; false says that nothing happened, which is no strike
	 */
	beforeEach(happen: (nth: number) => unknown): void {
		let nth = 0;
		this.add({
			matches: () => {
				nth += 1;
				if (happen(nth) !== false) this.struck += 1;
				return false;
			},
			effect: 'reset',
		});
	}

	clear(): void {
		this.armed = [];
	}

	/** How many strikes are still to come; 0 says that every scripted fault has happened. */
	get pending(): number {
		return this.armed.reduce((sum, { left }) => sum + left, 0);
	}

	/** Whether the next request that matches would wait for ever; a caller in a test then need not wait long to know. */
	get hangsNext(): boolean {
		return this.armed.some(({ fault, toSkip, left }) => fault.effect === 'hang' && toSkip === 0 && left > 0);
	}

	/** Answers the request, through the fault that strikes it if there is one. */
	async around(request: LoopbackRequest, work: () => Promise<LoopbackAnswer>): Promise<LoopbackOutcome> {
		const fault = this.take(request);
		if (fault === undefined) return await work();
		const { effect } = fault;
		if (typeof effect === 'function') return this.changed(await work(), request, effect);
		this.struck += 1;
		// A cut or changed answer needs the true one, so the work is always done for these.
		if (effect === 'truncate') return { truncated: await work() };
		if (fault.when === 'after') await work();
		return effect;
	}

	private changed(answer: LoopbackAnswer, request: LoopbackRequest, effect: (answer: LoopbackAnswer, request: LoopbackRequest) => LoopbackOutcome): LoopbackOutcome {
		const changed = effect(answer, request);
		if (!isDeepStrictEqual(changed, answer)) this.struck += 1;
		return changed;
	}

	private take(request: LoopbackRequest): LoopbackFault | undefined {
		for (const armed of this.armed) {
			if (armed.left <= 0 || armed.fault.matches?.(request) === false) continue;
			if (armed.toSkip > 0) {
				armed.toSkip -= 1;
				continue;
			}
			armed.left -= 1;
			this.armed = this.armed.filter(({ left }) => left > 0);
			return armed.fault;
		}
		return undefined;
	}
}

import type { ChannelAnswer } from '../channels/channel';
import type { Clock } from '../outcome/clock';

/** Waits a little longer than the header says: its seconds are whole ones. */
const MARGIN_MS = 250;

/**
 * Keeps calls within the limit of a key (40 a minute, unless ShipStation agreed on another one): every answer tells how many are
 * left and when the count begins anew, so nothing is assumed. One call at a time; waiters are served in order.
 * https://www.shipstation.com/docs/api/requirements/#api-rate-limits
 */
export class Pacer {
	private turn: Promise<void> = Promise.resolve();
	private left = Infinity;
	private renewed = 0;

	/** Runs `work` when its turn has come and the window has room. */
	async run<T>(clock: Clock, work: () => Promise<T>): Promise<T> {
		const before = this.turn;
		let done!: () => void;
		this.turn = new Promise((resolve) => (done = resolve));
		await before;
		try {
			const wait = this.left > 0 ? 0 : this.renewed - clock.now();
			if (wait > 0) await clock.sleep(wait);
			this.left = Infinity;
			return await work();
		} finally {
			done();
		}
	}

	/** Takes note of what an answer says about the window. */
	heed({ headers }: ChannelAnswer, clock: Clock): void {
		const left = numberIn(headers['x-rate-limit-remaining']);
		const reset = numberIn(headers['x-rate-limit-reset']);
		if (left === undefined || reset === undefined) return;
		this.left = left;
		this.renewed = clock.now() + reset * 1_000 + MARGIN_MS;
	}

	/** After a refusal for speed nobody sends for a while. */
	rest(clock: Clock, milliseconds: number): void {
		this.left = 0;
		this.renewed = Math.max(this.renewed, clock.now() + milliseconds);
	}
}

/** How long an answer asks to wait, in milliseconds; `undefined` when it does not say. */
export function waitAsked({ headers }: ChannelAnswer): number | undefined {
	const seconds = numberIn(headers['x-rate-limit-reset']) ?? numberIn(headers['retry-after']);
	return seconds === undefined ? undefined : seconds * 1_000 + MARGIN_MS;
}

const numberIn = (header: string | undefined): number | undefined =>
	header !== undefined && /^\d+$/.test(header.trim()) ? Number(header) : undefined;

const pacers = new Map<string, Pacer>();

/** One pacer a key in this process, so that two workflows with the same key share its limit. */
export function pacerOf(key: string): Pacer {
	const known = pacers.get(key);
	if (known) return known;
	const made = new Pacer();
	pacers.set(key, made);
	return made;
}

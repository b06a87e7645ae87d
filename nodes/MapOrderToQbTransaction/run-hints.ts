import type { TransactionPlan } from '../transaction/plan';

type HoldReason = NonNullable<TransactionPlan['hold']>['reason'];

const told: Record<Exclude<HoldReason, 'left-out'>, (orders: string) => string> = {
	'waiting-for-payment': (orders) => `${orders} held until the payment is captured`,
	cancelled: (orders) => `${orders} held because of a cancellation`,
	refunded: (orders) => `${orders} held as given back before anything was posted`,
	draft: (orders) => `${orders} held as a draft`,
	'test-order': (orders) => `${orders} held as a test order; 'Post Test Orders' in Order Options posts them`,
};

/** Counts what a person would want to know of a run without opening every item. */
export class RunHints {
	private readonly held = new Map<Exclude<HoldReason, 'left-out'>, number>();
	/** Orders that a filter leaves out, by its name. */
	private readonly leftOut = new Map<string, number>();
	private refused = 0;

	planned({ hold }: TransactionPlan): void {
		if (!hold) return;
		if (hold.reason === 'left-out') this.leftOut.set(hold.by ?? '', (this.leftOut.get(hold.by ?? '') ?? 0) + 1);
		else this.held.set(hold.reason, (this.held.get(hold.reason) ?? 0) + 1);
	}

	needsAttention(): void {
		this.refused++;
	}

	sentences(): string[] {
		const sentences = [...this.held].map(([reason, count]) => `${told[reason](orders(count))}.`);
		for (const [by, count] of this.leftOut) sentences.push(`${orders(count)} left out by '${by}' in Order Options.`);
		if (this.refused > 0) sentences.push(`${orders(this.refused)} refused: each says why in Needs Attention.`);
		return sentences;
	}
}

const orders = (count: number): string => (count === 1 ? '1 order was' : `${count} orders were`);

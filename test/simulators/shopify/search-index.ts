import type { ShopClock } from '../shops/shop-clock';
import type { FinancialStatus } from './order-state';

/** What search knows of an order. It can be older than the order itself. */
export interface IndexedOrder {
	readonly updatedAt: number;
	readonly cancelled: boolean;
	readonly closed: boolean;
	readonly financialStatus: FinancialStatus;
}

/** Shopify's search runs behind its data: for a while a new order is not found, and a changed one only as it was. */
export class SearchIndex {
	/** Milliseconds until a change is found; 0 for at once. */
	delay = 0;
	private readonly entries = new Map<string, Array<{ visibleFrom: number; known: IndexedOrder }>>();

	constructor(private readonly clock: ShopClock) {}

	note(orderId: string, known: IndexedOrder): void {
		const entry = { visibleFrom: this.clock.now() + this.delay, known };
		const seen = this.entries.get(orderId) ?? [];
		// The newest entry in sight stays beside those that are still to come.
		const current = seen.filter(({ visibleFrom }) => visibleFrom <= this.clock.now()).slice(-1);
		const coming = seen.filter(({ visibleFrom }) => visibleFrom > this.clock.now());
		this.entries.set(orderId, this.delay === 0 ? [entry] : [...current, ...coming, entry]);
	}

	/** Undefined while search has not heard of the order. */
	lookUp(orderId: string): IndexedOrder | undefined {
		return this.entries
			.get(orderId)
			?.filter(({ visibleFrom }) => visibleFrom <= this.clock.now())
			.at(-1)?.known;
	}
}

import type { SendToChannel } from '../../nodes/channels/channel';
import { ShipStationGateway } from '../../nodes/shipstation/gateway';
import type { OrderToSend } from '../../nodes/shipstation/order-to-send';
import { Pacer } from '../../nodes/shipstation/pacer';
import { loopbackSession } from '../channels/loopback-session';
import { startShipStation, type ShipStationOptions, type ShipStationSimulator } from '../simulators/shipstation';
import { standingClock } from '../simulators/shops/shop-clock';

export const START = '2026-03-02T17:00:00Z';

/** Until a call is given up: long, so that no busy machine meets it, but for one that a test lets hang. */
const TIMEOUT_MS = 60_000;
const HANGING_MS = 20;

/** A simulated account with our gateway on it; waiting moves the account's clock and takes no time. */
export class AccountAtHand {
	/** Every wait, in milliseconds. */
	readonly waits: number[] = [];
	/** Where the key was sent to. */
	readonly origins: string[] = [];
	readonly gateway: ShipStationGateway;
	cancelled = false;

	private constructor(readonly simulator: ShipStationSimulator) {
		this.gateway = this.another();
	}

	static async open(options: ShipStationOptions = {}): Promise<AccountAtHand> {
		return new AccountAtHand(await startShipStation({ clock: standingClock(START), ...options }));
	}

	/** A gateway as another run has it: nothing remembered. */
	another(pacer = new Pacer()): ShipStationGateway {
		const { simulator } = this;
		const { apiKey, apiSecret } = simulator.key;
		const authorization = `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
		const sendTo = (origin: string): SendToChannel => {
			this.origins.push(origin);
			const timeoutMs = () => (simulator.faults.hangsNext ? HANGING_MS : TIMEOUT_MS);
			return loopbackSession({ url: origin, accountId: '', clock: simulator.clock }, { authorization }, {}, timeoutMs).send;
		};
		const clock = {
			now: () => simulator.clock.now(),
			cancelled: () => this.cancelled,
			sleep: async (milliseconds: number) => {
				this.waits.push(milliseconds);
				simulator.clock.advance(milliseconds);
			},
		};
		return new ShipStationGateway({ baseUrl: simulator.url, sendTo, clock, pacer });
	}

	/** What is kept, by key: every order stands once, or this throws. */
	byKey(orderKey: string) {
		const found = this.simulator.account.withKey(orderKey);
		if (found.length > 1) throw new Error(`order ${orderKey} is there ${found.length} times`);
		return found[0]?.order;
	}
}

const ADDRESS = { name: 'Ada Buyer', street1: '12 High Street', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US' };

export const order = (number: number, change: Partial<OrderToSend> = {}): OrderToSend => ({
	orderKey: `qbo-9130-Invoice-${number}`,
	orderNumber: String(number),
	orderDate: '2026-03-02 00:00:00',
	orderStatus: 'awaiting_shipment',
	billTo: ADDRESS,
	shipTo: ADDRESS,
	items: [{ lineItemKey: '1', sku: 'MUG', name: 'Mug', quantity: 2, unitPrice: 12.5, adjustment: false }],
	taxAmount: 2.13,
	shippingAmount: 5,
	amountPaid: 32.13,
	internalNotes: `sent ${number}`,
	...change,
});

export const orders = (count: number): OrderToSend[] => Array.from({ length: count }, (_, index) => order(1001 + index));

/** An order whose body no deserialiser takes, past our own check of it. */
export const poisoned = (number: number): OrderToSend => {
	const poison = order(number);
	// The check reads a copy: only what goes over the wire is spoilt.
	Object.defineProperty(poison, 'toJSON', { enumerable: false, value: () => ({ ...order(number), gift: 0 }) });
	return poison;
};

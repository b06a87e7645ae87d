import { startLoopback, type LoggedRequest } from '../loopback';
import { LoopbackFaults } from '../loopback-faults';
import { runningClock, type ShopClock } from '../shops/shop-clock';
import { Account } from './account';
import type { ApiKey } from './authenticate';
import { Counters } from './counters';
import { PeopleAtWork } from './people-at-work';
import { RateLimit } from './rate-limit';
import { answer } from './routes';
import { DEFAULT_SWITCHES, type Switches } from './switches';
import { Webhooks } from './webhooks';

export interface ShipStationOptions {
	/** Default 0: any free port. */
	readonly port?: number;
	readonly key?: ApiKey;
	/** Default: a clock that runs. */
	readonly clock?: ShopClock;
	/** Requests a minute; default 40. */
	readonly requestsPerMinute?: number;
	readonly switches?: Partial<Switches>;
}

/** A ShipStation account on loopback http, API V1. */
export interface ShipStationSimulator {
	readonly url: string;
	readonly key: ApiKey;
	readonly account: Account;
	readonly people: PeopleAtWork;
	readonly webhooks: Webhooks;
	readonly limit: RateLimit;
	readonly counters: Counters;
	/** May be changed while it runs. */
	readonly switches: Switches;
	readonly faults: LoopbackFaults;
	readonly clock: ShopClock;
	/** Every request, oldest first, without headers. */
	readonly log: readonly LoggedRequest[];
	/** ShipStation cannot be reached: connections are refused until `comeBack`. */
	goDown(): Promise<void>;
	comeBack(): Promise<void>;
	close(): Promise<void>;
}

export async function startShipStation(options: ShipStationOptions = {}): Promise<ShipStationSimulator> {
	const clock = options.clock ?? runningClock();
	const key = options.key ?? { apiKey: '0123456789abcdef0123456789abcdef', apiSecret: 'fedcba9876543210fedcba9876543210' };
	const switches: Switches = { ...DEFAULT_SWITCHES, ...options.switches };
	const account = new Account(clock, switches);
	const people = new PeopleAtWork(account, () => clock.now());
	const webhooks = new Webhooks(account, () => loopback.url);
	const limit = new RateLimit(clock, options.requestsPerMinute);
	const counters = new Counters();
	const faults = new LoopbackFaults();
	const loopback = await startLoopback((request) => answer(request, { account, people, webhooks, key, limit, counters }), {
		port: options.port,
		faults,
		onRequest: () => void (counters.calls += 1),
	});
	return {
		url: loopback.url,
		key,
		account,
		people,
		webhooks,
		limit,
		counters,
		switches,
		faults,
		clock,
		log: loopback.log,
		goDown: () => loopback.down(),
		comeBack: () => loopback.up(),
		close: () => loopback.close(),
	};
}

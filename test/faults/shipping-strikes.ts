import type { LoopbackFault } from '../simulators/loopback-faults';
import { listOf, objectOf } from '../simulators/quickbooks/wire-values';
import { isBulkCall, isOrderList, MANUAL_STORE, type ShipStationSimulator } from '../simulators/shipstation';
import { startingLists } from '../simulators/shipstation/account-lists';

/** A fault that strikes the n-th call to ShipStation of a run, once. */
export interface ShippingStrike {
	name: string;
	/** It does not depend on the call, so it strikes once a scenario. */
	once?: boolean;
	arm(account: ShipStationSimulator, call: number): void;
	/** What a person or time puts right before the next run. */
	mend?(account: ShipStationSimulator): void | Promise<void>;
}

const at = (call: number) => ({ skip: call - 1, times: 1 });

const answering = (name: string, fault: Omit<LoopbackFault, 'skip' | 'times'>): ShippingStrike => ({ name, arm: ({ faults }, call) => faults.add({ ...fault, ...at(call) }) });

const switchedFromThenOn = (name: string, which: 'keyExpired' | 'planWithoutV1'): ShippingStrike => ({
	name: `${name} from then on`,
	arm: (account, call) => account.faults.meanwhile(call, () => void (account.switches[which] = true)),
	mend: ({ switches }) => void (switches[which] = false),
});

const SPENT = { 'X-Rate-Limit-Limit': '40', 'X-Rate-Limit-Remaining': '0', 'X-Rate-Limit-Reset': '12' };

/** A bulk call with this order is answered so, whatever else is in it. */
const withOneOrder = (name: string, status: number, body: unknown): ShippingStrike => ({
	name,
	once: true,
	arm: ({ faults }) => faults.add({ matches: (request) => isBulkCall(request) && /"orderNumber":"(1042|E-51)"/.test(request.body), times: 1_000, effect: { status, body } }),
});

const changed = (name: string, change: (results: object[]) => object[]): ShippingStrike =>
	answering(name, {
		when: 'after',
		effect: (answer) => {
			const body = objectOf(answer.body);
			return Array.isArray(body.results) ? { ...answer, body: { ...body, results: change(listOf(body.results)) } } : answer;
		},
	});

export const SHIPPING_STRIKES: ShippingStrike[] = [
	answering('429 without a hint', { effect: { status: 429, body: 'Too Many Requests' } }),
	answering('429 with Retry-After', { effect: { status: 429, headers: { 'retry-after': '7' }, body: 'Too Many Requests' } }),
	answering('429 with the headers of the limit', { effect: { status: 429, headers: SPENT, body: { message: 'Too Many Requests' } } }),
	answering('"Too Many Requests" with status 500', { effect: { status: 500, headers: SPENT, body: { message: 'Too Many Requests' } } }),
	answering('"Too Many Requests" with status 200', { effect: { status: 200, headers: SPENT, body: { message: 'Too Many Requests' } } }),
	...[500, 502, 503, 504].flatMap((status) =>
		(['before', 'after'] as const).map((when) =>
			answering(`${status} ${when}`, { when, effect: { status, body: status === 500 ? { Message: 'An error has occurred.' } : `<html><body><h1>${status}</h1></body></html>` } }),
		),
	),
	answering('reset before', { effect: 'reset' }),
	answering('reset after the commit', { when: 'after', effect: 'reset' }),
	answering('time-out before', { effect: 'hang' }),
	answering('time-out after the commit', { when: 'after', effect: 'hang' }),
	{
		name: 'connections refused from then on',
		arm: (account, call) => account.faults.meanwhile(call, () => void account.goDown()),
		mend: (account) => account.comeBack(),
	},
	answering('truncated body', { effect: 'truncate' }),
	answering('HTML instead of JSON', { when: 'after', effect: { status: 200, body: '<html><body>ShipStation is being updated</body></html>' } }),
	answering('JSON of another shape', { when: 'after', effect: { status: 200, body: { message: 'Done' } } }),
	changed('results in another order', (results) => [...results].reverse()),
	changed('first result left out', (results) => results.slice(1)),
	changed('all results left out', () => []),
	withOneOrder('one bad order refuses the whole call', 400, { Message: 'The request is invalid.', ModelState: { apiOrders: ['Could not convert to integer.'] } }),
	withOneOrder('one bad order refuses the whole call, which names its place', 400, { Message: 'The request is invalid.', ModelState: { 'apiOrders[0].gift': ['Could not convert to boolean.'] } }),
	withOneOrder('one bad order breaks the whole call', 500, { Message: 'An error has occurred.' }),
	answering('401 once', { effect: { status: 401, body: { Message: 'Authorization has been denied for this request.' } } }),
	switchedFromThenOn('expired key', 'keyExpired'),
	switchedFromThenOn('plan without the API', 'planWithoutV1'),
	{
		name: 'store removed meanwhile',
		arm: (account, call) => account.faults.meanwhile(call, () => account.people.removeStore(MANUAL_STORE)),
		mend: ({ account }) => void (account.lists.stores = startingLists().stores),
	},
	{
		name: 'reset after the commit, and lists that lag behind it',
		arm: ({ faults }, call) =>
			faults.add({
				...at(call),
				when: 'after',
				effect: () => {
					faults.add({ matches: isOrderList, when: 'after', times: 2, effect: (answer) => ({ ...answer, body: { orders: [], total: 0, page: 1, pages: 0 } }) });
					return 'reset';
				},
			}),
	},
];

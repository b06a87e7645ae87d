import { objectOf, listOf } from '../simulators/quickbooks/wire-values';
import { fault, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';

/** A fault that strikes the n-th call of a run, once. */
export interface Strike {
	name: string;
	/** Whether QuickBooks may have done what it was asked: then its request-id modes matter. */
	doubtful?: boolean;
	/** It does not depend on the call, so it strikes once a scenario. */
	once?: boolean;
	/** It strikes what only the posting of orders has. */
	ofPosting?: boolean;
	arm(company: QuickBooksSimulator, call: number): void;
	/** What a person or time puts right before the next run. */
	mend?(company: QuickBooksSimulator): void | Promise<void>;
}

const setReadOnly = ({ company }: QuickBooksSimulator, readOnly: boolean) => {
	company.settings.readOnly = readOnly;
};

const at = (call: number) => ({ skip: call - 1, times: 1 });

/** Something that happens in the company just before the n-th call is answered; the call itself goes well. */
function meanwhile(company: QuickBooksSimulator, call: number, happen: () => void): void {
	let calls = 0;
	company.faults.add({
		matches: () => {
			calls += 1;
			if (calls === call) happen();
			return false;
		},
		effect: 'reset',
	});
}

const each = (company: QuickBooksSimulator, type: string, does: (id: string) => void): void => {
	for (const { Id, Name, DisplayName } of [...company.company.all(type)]) if (/^(SHIRT-1|Bo N1001)/.test(String(Name ?? DisplayName))) does(Id);
};
const reactivate = (company: QuickBooksSimulator) => {
	for (const type of ['Customer', 'Item']) each(company, type, (id) => company.byHand.edit(type, id, { Active: true }));
};

export const STRIKES: Strike[] = [
	{ name: '429', arm: (company, call) => company.faults.throttle(at(call)) },
	{ name: '429 with a hint how long', arm: (company, call) => company.faults.add({ ...at(call), effect: { status: 429, headers: { 'retry-after': '7' }, body: { message: 'ThrottleExceeded' } } }) },
	{ name: '403 for speed', arm: (company, call) => company.faults.throttle({ ...at(call), status: 403 }) },
	...([500, 502, 503, 504] as const).flatMap((status): Strike[] => [
		{ name: `${status} before`, arm: (company, call) => company.faults.serverError(status, { ...at(call), when: 'before' }) },
		{ name: `${status} after`, doubtful: true, arm: (company, call) => company.faults.serverError(status, { ...at(call), when: 'after' }) },
	]),
	{ name: 'reset before', arm: (company, call) => company.faults.reset({ ...at(call), when: 'before' }) },
	{ name: 'reset after the commit', doubtful: true, arm: (company, call) => company.faults.reset({ ...at(call), when: 'after' }) },
	{ name: 'time-out before', arm: (company, call) => company.faults.timeOut({ ...at(call), when: 'before' }) },
	{ name: 'time-out after the commit', doubtful: true, arm: (company, call) => company.faults.timeOut({ ...at(call), when: 'after' }) },
	{
		name: 'connections refused from then on',
		arm: (company, call) => meanwhile(company, call, () => void company.goDown()),
		mend: (company) => company.comeBack(),
	},
	{ name: 'truncated body', doubtful: true, arm: (company, call) => company.faults.truncate(at(call)) },
	{ name: 'HTML instead of JSON', doubtful: true, arm: (company, call) => company.faults.html({ ...at(call), when: 'after' }) },
	{ name: 'Fault inside a 200', arm: (company, call) => company.faults.faultInside200(fault('10000', 'An application error has occurred'), at(call)) },
	{
		name: 'answers in another order',
		arm: (company, call) =>
			company.faults.add({
				...at(call),
				when: 'after',
				effect: (answer) => ({ ...answer, body: { ...objectOf(answer.body), BatchItemResponse: [...listOf(objectOf(answer.body).BatchItemResponse)].reverse() } }),
			}),
	},
	{ name: 'first item left out', doubtful: true, arm: (company, call) => company.faults.leaveOutItems((item) => item.bId === '1', at(call)) },
	{ name: 'all items left out', doubtful: true, arm: (company, call) => company.faults.leaveOutItems(() => true, at(call)) },
	...(['6000', '10000', '5010', '6240', '6140', '600'] as const).map(
		(code): Strike => ({
			name: `one item refused with ${code}`,
			once: true,
			arm: (company) => company.faults.failItem(fault(code, 'Refused by the test'), (item) => item.operation !== undefined),
		}),
	),
	{
		name: 'expired token',
		arm: (company, call) => company.faults.add({ ...at(call), effect: { status: 401, body: { fault: { error: [{ message: 'AuthenticationFailed', code: '3200' }], type: 'AUTHENTICATION' } } } }),
	},
	{
		name: 'signed out from then on',
		arm: (company, call) =>
			company.faults.add({ skip: call - 1, times: 1_000, effect: { status: 401, body: { fault: { error: [{ message: 'AuthenticationFailed', code: '3200' }], type: 'AUTHENTICATION' } } } }),
	},
	{
		name: 'read-only from then on',
		arm: (company, call) => meanwhile(company, call, () => setReadOnly(company, true)),
		mend: (company) => setReadOnly(company, false),
	},
	{
		name: 'an item made inactive meanwhile',
		ofPosting: true,
		arm: (company, call) => meanwhile(company, call, () => each(company, 'Item', (id) => company.byHand.deactivate('Item', id))),
		mend: reactivate,
	},
	{
		name: 'a customer made inactive meanwhile',
		ofPosting: true,
		arm: (company, call) => meanwhile(company, call, () => each(company, 'Customer', (id) => company.byHand.deactivate('Customer', id))),
		mend: reactivate,
	},
	{
		name: 'look-ups that lag behind writes',
		once: true,
		arm: (company) => company.lag({ lookUps: 2 }),
		mend: (company) => company.lag({}),
	},
	{
		name: 'look-ups that lag, and a reset after the commit',
		doubtful: true,
		arm: (company, call) => {
			company.lag({ lookUps: 2 });
			company.faults.reset({ ...at(call), when: 'after' });
		},
		mend: (company) => company.lag({}),
	},
];

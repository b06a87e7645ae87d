import { objectOf, listOf } from '../simulators/quickbooks/wire-values';
import { line } from '../simulators/quickbooks/simulated-client';
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

/** @returns whether there was any */
function each(company: QuickBooksSimulator, type: string, does: (id: string) => void): boolean {
	const ours = company.company.all(type).filter(({ Name, DisplayName }) => /^(SHIRT-1|Bo N1001)/.test(String(Name ?? DisplayName)));
	for (const { Id } of ours) does(Id);
	return ours.length > 0;
}
const reactivate = (company: QuickBooksSimulator) => {
	for (const type of ['Customer', 'Item']) each(company, type, (id) => company.byHand.edit(type, id, { Active: true }));
};

const NAME = 'Bo N1001';
const EMAIL = 'bo1001@example.com';
const NUMBER = '1001';
const FORMS = ['SalesReceipt', 'Invoice', 'Estimate'] as const;

/** A person is a moment earlier than we are; afterwards there is nothing to enter any more. @returns whether there was */
function enterFirst({ company, byHand }: QuickBooksSimulator, type: 'Customer' | 'Vendor', content: { DisplayName: string; PrimaryEmailAddr?: { Address: string } }): boolean {
	const taken = (['Customer', 'Vendor'] as const).some((list) => company.all(list).some(({ DisplayName }) => DisplayName === content.DisplayName));
	if (!taken) byHand.create(type, content);
	return !taken;
}

/** Two customers with one e-mail address are for a person to choose from: the one that was just entered goes. */
function withdrawDouble({ company, byHand }: QuickBooksSimulator): void {
	const same = company.all('Customer').filter(({ Active, PrimaryEmailAddr }) => Active !== false && objectOf(PrimaryEmailAddr).Address === EMAIL);
	const entered = same.find(({ DisplayName }) => DisplayName === NAME);
	if (same.length > 1 && entered) byHand.deactivate('Customer', entered.Id);
}

/** A person's own sales carry the number that our first order is about to get. @returns whether it was still free */
function takeNumber({ company, byHand }: QuickBooksSimulator): boolean {
	const free = FORMS.filter((type) => !company.documents(type).some(({ DocNumber }) => DocNumber === NUMBER));
	for (const type of free) {
		byHand.create(type, { CustomerRef: { value: '2' }, DocNumber: NUMBER, PrivateNote: 'By hand', Line: [line('7', 1, 9, { TaxCodeRef: { value: 'NON' } })] });
	}
	return free.length > 0;
}

const takenBy = ({ company }: QuickBooksSimulator) =>
	FORMS.flatMap((type) => company.documents(type).filter(({ DocNumber, PrivateNote }) => DocNumber === NUMBER && PrivateNote === 'By hand').map((document) => [type, document] as const));

/** Saved with the same contents and the same tax: only the sync token is another one. @returns whether there were any */
function saveAnew({ company, byHand }: QuickBooksSimulator): boolean {
	const standing = [...FORMS, 'Payment', 'RefundReceipt', 'CreditMemo'].flatMap((type) => company.all(type).map((document) => [type, document] as const));
	for (const [type, { Id, TxnTaxDetail }] of standing) {
		byHand.edit(type, Id, TxnTaxDetail ? { TxnTaxDetail: { TotalTax: objectOf(TxnTaxDetail).TotalTax } } : {});
	}
	return standing.length > 0;
}

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
		arm: (company, call) => company.faults.meanwhile(call, () => void company.goDown()),
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
				effect: (answer) => {
					const body = objectOf(answer.body);
					return Array.isArray(body.BatchItemResponse) ? { ...answer, body: { ...body, BatchItemResponse: [...listOf(body.BatchItemResponse)].reverse() } } : answer;
				},
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
		name: 'connection taken back, refresh token and all',
		arm: (company, call) => company.faults.meanwhile(call, () => company.tokens.revoke()),
		mend: (company) => company.tokens.reconnect(),
	},
	{
		name: 'read-only from then on',
		arm: (company, call) => company.faults.meanwhile(call, () => setReadOnly(company, true)),
		mend: (company) => setReadOnly(company, false),
	},
	{
		name: 'an item made inactive meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => each(company, 'Item', (id) => company.byHand.deactivate('Item', id))),
		mend: reactivate,
	},
	{
		name: 'a customer made inactive meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => each(company, 'Customer', (id) => company.byHand.deactivate('Customer', id))),
		mend: reactivate,
	},
	{
		name: 'the same customer entered by a person meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => enterFirst(company, 'Customer', { DisplayName: NAME, PrimaryEmailAddr: { Address: EMAIL } })),
		mend: withdrawDouble,
	},
	{
		name: 'another customer of that name entered meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => enterFirst(company, 'Customer', { DisplayName: NAME })),
	},
	{
		name: 'a vendor of that name entered meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => enterFirst(company, 'Vendor', { DisplayName: NAME })),
	},
	{
		name: 'a number taken by a person meanwhile',
		ofPosting: true,
		arm: (company, call) => company.faults.meanwhile(call, () => takeNumber(company)),
		mend: (company) => {
			for (const [type, { Id }] of takenBy(company)) company.byHand.edit(type, Id, { DocNumber: `${NUMBER}-P` });
		},
	},
	{
		name: 'every document saved anew by a person meanwhile',
		arm: (company, call) => company.faults.meanwhile(call, () => saveAnew(company)),
	},
	{
		name: 'look-ups that lag behind writes',
		once: true,
		// Between QuickBooks and ShipStation nobody looks in the same run for a document just made, unless its answer was lost.
		ofPosting: true,
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

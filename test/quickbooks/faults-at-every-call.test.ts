import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import { fault, type QuickBooksOptions, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { makeOrder, planFor, SETTINGS, startPostingBench } from './posting-bench';

type Script = (company: QuickBooksSimulator, call: number) => void;
const at = (call: number) => ({ skip: call - 1, times: 1 });

/** What can happen to a call; each strikes the n-th call of a run once. */
const FAULTS: Record<string, Script> = {
	'429': (company, call) => company.faults.throttle(at(call)),
	'403 throttle': (company, call) => company.faults.throttle({ ...at(call), status: 403 }),
	'500 before': (company, call) => company.faults.serverError(500, { ...at(call), when: 'before' }),
	'502 after': (company, call) => company.faults.serverError(502, { ...at(call), when: 'after' }),
	'503 before': (company, call) => company.faults.serverError(503, { ...at(call), when: 'before' }),
	'504 after': (company, call) => company.faults.serverError(504, { ...at(call), when: 'after' }),
	'reset before': (company, call) => company.faults.reset({ ...at(call), when: 'before' }),
	'reset after': (company, call) => company.faults.reset({ ...at(call), when: 'after' }),
	'time-out before': (company, call) => company.faults.timeOut({ ...at(call), when: 'before' }),
	'time-out after': (company, call) => company.faults.timeOut({ ...at(call), when: 'after' }),
	truncated: (company, call) => company.faults.truncate(at(call)),
	html: (company, call) => company.faults.html(at(call)),
	'expired token': (company, call) => {
		if (call === 1) company.tokens.expire();
		else company.faults.add({ ...at(call), effect: { status: 401, body: { fault: { error: [{ message: 'AuthenticationFailed', code: '3200' }], type: 'AUTHENTICATION' } } } });
	},
	'item left out': (company, call) => company.faults.leaveOutItems((item) => item.bId === '1', at(call)),
	'one item refused': (company) => company.faults.failItem(fault('6000', 'A business validation error has occurred')),
};

const COMPANIES: Record<string, QuickBooksOptions> = {
	'request ids replayed': {},
	'request ids refused with 600': { behaviour: { requestIds: '600' } },
	'request ids refused with 6000': { behaviour: { requestIds: '6000' } },
	'request ids ignored': { behaviour: { requestIds: 'ignored' } },
	'QuickBooks numbers by itself': { company: { customTxnNumbers: false } },
};

const CALLS = 7;

/** What a company does with a repeated request id only matters where a write is in doubt. */
const inDoubt = Object.entries(FAULTS).filter(([name]) => /after|truncated|left out/.test(name));

describe.each(Object.entries(COMPANIES))('after any fault at any call and a run without it, %s', (name, options) => {
	test.each(name === 'request ids replayed' ? Object.entries(FAULTS) : inDoubt)('%s: every order stands once, to the cent', async (_fault, script) => {
		for (let call = 1; call <= CALLS; call += 1) {
			const bench = await startPostingBench(options);
			try {
				const settings = { ...SETTINGS, customer: { mode: 'byEmail' as const } };
				const plans = ['1001', '1002', '1003'].map((number) =>
					planFor(makeOrder(number, { customer: { firstName: 'Bo', lastName: `N${number}`, email: `bo${number}@example.com` } }), settings),
				);
				script(bench.company, call);
				await bench.post(plans).catch(() => undefined);
				bench.company.faults.clear();
				const again = await bench.post(plans);
				expect(again.postings.filter(({ outcome }) => outcome === 'needsAttention')).toEqual([]);
				const receipts = bench.company.company.all('SalesReceipt').filter(({ TotalAmt }) => TotalAmt !== 0);
				expect(receipts.map(({ PrivateNote }) => readMark(PrivateNote)?.id).sort()).toEqual(['1001', '1002', '1003']);
				expect(receipts.map(({ TotalAmt }) => new Big(String(TotalAmt)).toFixed(2))).toEqual(['60.74', '60.74', '60.74']);
				expect(bench.company.company.all('Customer').filter(({ DisplayName }) => String(DisplayName).startsWith('Bo '))).toHaveLength(3);
			} finally {
				await bench.close();
			}
		}
	});
});


import type { Failure, FailureCause } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';
import type { QbFault } from './quickbooks';

interface Classification {
	cause: FailureCause;
	message: string;
	remedy: string;
}

const SIGN_IN_AGAIN = 'Open the QuickBooks credential in n8n and connect it again';

/**
 * What a fault means, by its code alone; the words come localised. Codes: Intuit's error code list.
 * A code that is not here refuses one record, in QuickBooks' own words.
 */
const BY_CODE: Record<string, Classification> = {
	'3200': { cause: 'credential-invalid', message: 'QuickBooks refused the sign-in', remedy: SIGN_IN_AGAIN },
	'100': { cause: 'credential-invalid', message: 'QuickBooks refused the sign-in', remedy: SIGN_IN_AGAIN },
	'3100': {
		cause: 'credential-invalid',
		message: 'QuickBooks does not let this connection into the company',
		remedy: "Check that 'Environment' of the credential (Production or Sandbox) is that of the company, and connect it again",
	},
	'3001': { cause: 'rate-limited', message: 'QuickBooks asked for slower requests', remedy: 'Wait a minute; the node does so by itself' },
	'6190': {
		cause: 'configuration-invalid',
		message: 'The QuickBooks company is read-only, its subscription has ended or it is closed',
		remedy: 'Renew the subscription in QuickBooks, then run the workflow again',
	},
	'10000': { cause: 'temporarily-unavailable', message: 'QuickBooks could not answer', remedy: 'Run the workflow again later' },
};

const BY_STATUS: Record<number, Classification> = {
	401: BY_CODE['3200']!,
	403: BY_CODE['3100']!,
	404: {
		cause: 'configuration-invalid',
		message: 'QuickBooks does not know this address',
		remedy: "Check 'Environment' and 'Base URL' of the QuickBooks credential",
	},
	429: BY_CODE['3001']!,
};

/** QuickBooks redirects nobody: a proxy, or another service at the address of the credential. */
const REFERRED: Classification = {
	cause: 'configuration-invalid',
	message: 'QuickBooks refers requests to another address',
	remedy: "Nothing was sent there. Check 'Environment' and 'Base URL' of the QuickBooks credential, and any proxy in between",
};

/** A code is a word from outside: `constructor` is none of ours. */
const byCode = (code: string): Classification | undefined => (Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined);

const byStatus = (status = 0): Classification | undefined => BY_STATUS[status] ?? (status >= 300 && status < 400 ? REFERRED : undefined);

const UNAVAILABLE: Classification = {
	cause: 'temporarily-unavailable',
	message: 'QuickBooks could not be reached or did not answer properly',
	remedy: 'Run the workflow again; what was posted before is found and not posted twice',
};

/** A person pressed Stop: what is under way is finished, and nothing new is sent. */
export const EXECUTION_CANCELLED: Failure = {
	cause: 'temporarily-unavailable',
	reason: 'cancelled',
	message: 'The execution was cancelled before this was sent',
	remedy: 'Run the workflow again; what was posted before is found and not posted twice',
	evidence: { service: 'QuickBooks', doubtful: false },
};

/** After these codes nobody can say whether the record was made: it is looked for before anything is sent again. */
const DOUBTFUL_CODES = new Set(['600', '6000', '6140', '10000']);

export const isDoubtful = (fault: QbFault): boolean => DOUBTFUL_CODES.has(fault.code);

export const DUPLICATE_NAME = '6240';
const DUPLICATE_NUMBER = '6140';
export const STALE_OBJECT = '5010';
const BOOKS_CLOSED = '6210';

type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Reads both bodies that QuickBooks uses: `Fault.Error[]`, and the gateway's lower-case `fault.error[]`. */
export function readFault(body: unknown): QbFault | undefined {
	const fault = bag(bag(body).Fault ?? bag(body).fault);
	const list = fault.Error ?? fault.error;
	const first = bag(Array.isArray(list) ? list[0] : undefined);
	if (Object.keys(first).length === 0) return undefined;
	const element = text(first.element);
	return {
		code: text(first.code).replace(/^0+(?=\d)/, ''),
		message: text(first.Message ?? first.message),
		detail: text(first.Detail ?? first.detail),
		...(element ? { element } : {}),
	};
}

export interface FailedRequest {
	/** Absent when no answer came. */
	status?: number;
	body?: unknown;
	/** The network's own code: `ECONNRESET`. */
	networkCode?: string;
	traceId?: string;
}

/** Network faults before anything was sent: certainly not carried out. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * A request that did not bring an answer, as a failure. `evidence.doubtful` says that QuickBooks may have carried it out
 * all the same.
 */
export function requestFailure({ status, body, networkCode, traceId }: FailedRequest): Failure {
	const fault = readFault(body);
	const known = (fault && byCode(fault.code)) ?? byStatus(status) ?? UNAVAILABLE;
	const refusedOutright = status !== undefined && status >= 300 && status < 500 && !(fault && isDoubtful(fault));
	const doubtful = !refusedOutright && !(networkCode !== undefined && NEVER_SENT.has(networkCode));
	const unknownRefusal = known === UNAVAILABLE && refusedOutright;
	const happened = unknownRefusal ? 'QuickBooks did not accept the request' : known.message;
	return {
		cause: unknownRefusal ? 'node-defect' : known.cause,
		reason: unknownRefusal ? 'quickbooks-refused-the-request' : `quickbooks-${known.cause}`,
		message: fault?.message ? `${happened} ("${wordsOf(fault)}")` : happened,
		remedy: unknownRefusal ? 'Report this with the trace id, please' : known.remedy,
		evidence: {
			service: 'QuickBooks',
			doubtful,
			...(status !== undefined ? { status } : {}),
			...(fault ? { code: fault.code } : {}),
			...(networkCode ? { network: networkCode } : {}),
			...(traceId ? { intuitTraceId: traceId } : {}),
		},
	};
}

/** As much of QuickBooks' words as a person reads; they may repeat what was sent. */
const LONGEST_WORDS = 1_000;

/** QuickBooks' own words; the detail often begins with the message. */
const wordsOf = ({ message, detail }: QbFault): string =>
	withoutSecrets(detail.toLowerCase().startsWith(message.toLowerCase()) ? detail : [message, detail].filter(Boolean).join(': ')).slice(0, LONGEST_WORDS);

/** A fault on one record, as the failure of the orders that need it. Run-wide codes keep their cause. */
export function recordFailure(fault: QbFault, what: string): Failure {
	const known = byCode(fault.code);
	const words = wordsOf(fault);
	return {
		cause: known?.cause ?? 'order-refused',
		reason: known ? `quickbooks-${known.cause}` : `quickbooks-${fault.code || 'fault'}`,
		message: known
			? `${known.message}${words ? ` ("${words}")` : ''}`
			: `QuickBooks refused ${what}: ${words || 'it gave no reason'}${fault.element ? ` (field '${fault.element}')` : ''}`,
		remedy: known?.remedy ?? remedyFor(fault.code),
		evidence: { service: 'QuickBooks', code: fault.code, ...(fault.element ? { element: fault.element } : {}) },
	};
}

const REMEDIES: Record<string, string> = {
	'610': 'Something it uses was deleted or made inactive in QuickBooks: make it active again, or choose another',
	'2050': 'Shorten the named field',
	'2500': 'Something it refers to does not exist in QuickBooks any more: choose another account, item or tax code',
	[STALE_OBJECT]: 'Somebody changed it in QuickBooks at the same moment: run the order again',
	'6070': 'Amount, price and quantity of a line do not fit each other: report this order, please',
	'6100': "Choose 'US Automated Sales Tax' or the tax codes TAX and NON under 'Sales Tax'",
	[DUPLICATE_NUMBER]: "Give this shop a 'Doc Number Prefix', or correct the other document's number",
	[BOOKS_CLOSED]: "The books are closed for this date: enter it by hand in an open period, or move QuickBooks' closing date",
	[DUPLICATE_NAME]: 'A customer, vendor or employee has this name already: rename one of them',
};

const remedyFor = (code: string): string => (Object.hasOwn(REMEDIES, code) && REMEDIES[code]) || 'Correct what QuickBooks names, then run the order again';

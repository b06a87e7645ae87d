import type { ChannelAnswer } from '../channels/channel';
import type { ServiceFault } from '../channels/service-fault';
import { refused, type Failure } from '../outcome/failure';
import { withoutSecrets } from '../outcome/without-secrets';

const KEY_REFUSED: ServiceFault = {
	cause: 'credential-invalid',
	reason: 'key-not-accepted',
	says: 'does not accept this key and secret: they are wrong, or the key has run out',
	remedy: 'Make a new API V1 key in ShipStation (Settings → Account → API Settings) and put key and secret into the credential; keys are good for twelve months at most',
};

const PLAN_WITHOUT_V1: ServiceFault = {
	cause: 'configuration-invalid',
	reason: 'plan-without-api',
	says: "does not let this account use API V1",
	remedy: 'Ask ShipStation for a plan that has API V1',
};

const NOT_FOUND: ServiceFault = {
	cause: 'configuration-invalid',
	reason: 'not-found',
	says: 'has nothing at this address',
	remedy: "Check 'Base URL' in the credential: it is https://ssapi.shipstation.com",
};

const NOT_UNDERSTOOD: ServiceFault = {
	cause: 'node-defect',
	reason: 'request-not-understood',
	says: 'did not understand the request',
	remedy: 'Update this package; if it stays, report it with the details below',
};

const TOO_FAST: ServiceFault = {
	cause: 'rate-limited',
	reason: 'rate-limited',
	says: 'asks for fewer requests a minute',
	remedy: 'Nothing is lost: run the workflow again later, or less often while other integrations use the same account',
};

const DOWN: ServiceFault = {
	cause: 'temporarily-unavailable',
	reason: 'service-unavailable',
	says: 'is not available at the moment',
	remedy: 'Nothing is lost: the next run asks again. If it stays, look at https://status.shipstation.com',
};

/** https://www.shipstation.com/docs/api/requirements/; the contents of a 401 and a 403 are not documented. */
const BY_STATUS = new Map<number, ServiceFault>([
	[400, NOT_UNDERSTOOD],
	[401, KEY_REFUSED],
	[403, PLAN_WITHOUT_V1],
	[404, NOT_FOUND],
	[405, NOT_UNDERSTOOD],
	[408, DOWN],
	[415, NOT_UNDERSTOOD],
	[429, TOO_FAST],
]);

/** The API's own mark of a throttled request, which clients in the field meet with other statuses too. */
const THROTTLED = 'Too Many Requests';

const bodyOf = (answer: ChannelAnswer): Record<string, unknown> =>
	typeof answer.body === 'object' && answer.body !== null && !Array.isArray(answer.body) ? (answer.body as Record<string, unknown>) : {};

/** What is wrong with an answer, by its status and code; never by its prose. */
export function faultOf(answer: ChannelAnswer): Failure | undefined {
	const throttled = bodyOf(answer).message === THROTTLED;
	if (answer.status >= 200 && answer.status < 300 && !throttled) return undefined;
	const fault = throttled ? TOO_FAST : answer.status >= 500 ? DOWN : (BY_STATUS.get(answer.status) ?? NOT_UNDERSTOOD);
	const said = saidOf(answer);
	return {
		cause: fault.cause,
		reason: fault.reason,
		message: `ShipStation ${fault.says} (status ${answer.status})`,
		remedy: fault.remedy,
		evidence: { status: answer.status, ...(said === '' ? {} : { said }) },
	};
}

/** A good status with something else than JSON of the expected shape. */
export function shapeFault(answer: ChannelAnswer): Failure {
	return {
		cause: 'temporarily-unavailable',
		reason: 'answer-not-readable',
		message: `ShipStation answered with ${typeof answer.body === 'string' ? 'text that is not JSON' : 'JSON of another shape'} (status ${answer.status})`,
		remedy: "Nothing is lost: the next run asks again. If it stays, check 'Base URL' in the credential",
		evidence: { status: answer.status, contentType: answer.headers['content-type'] ?? null },
	};
}

/** Whether the orders of a call may have been written although nobody says so. */
export const isDoubtful = ({ cause }: Failure): boolean => cause === 'temporarily-unavailable';

/** An order that made ShipStation refuse the whole call, or that broke it. */
export function orderNotUnderstood(orderNumber: string, answer: ChannelAnswer, sentences: string[] = []): Failure {
	const said = sentences.length > 0 ? sentences.join('; ') : saidOf(answer);
	return refused(
		'order-not-understood',
		`ShipStation cannot read order ${orderNumber}${said === '' ? '' : `: ${said}`}`,
		'Correct the field that is named, in QuickBooks or in the parameter that fills it, and run the workflow again',
		{ status: answer.status },
	);
}

/** An order that ShipStation understood and did not take. */
export const orderRefused = (orderNumber: string, said: string | undefined): Failure =>
	refused(
		'order-refused-by-shipstation',
		`ShipStation did not take order ${orderNumber}${said === undefined ? ' and gives no reason' : `: ${withoutSecrets(said).slice(0, 300)}`}`,
		'Open the order in ShipStation: one that is shipped or cancelled stays as it is. Otherwise correct what is named (a store that was removed: choose another one in the node), and run the workflow again',
	);

/** Sentences about fields by the place of the order in the list: `apiOrders[3].items[0].quantity` is about the fourth one. */
export function sentencesByPlace(answer: ChannelAnswer): Map<number, string[]> {
	const byPlace = new Map<number, string[]>();
	for (const [path, sentence] of modelState(answer)) {
		const [, place, field = ''] = /^apiOrders\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
		if (place !== undefined) byPlace.set(Number(place), [...(byPlace.get(Number(place)) ?? []), `'${field}' ${sentence}`.slice(0, 300)]);
	}
	return byPlace;
}

/** The answer's own words, for people: which field, and what is wrong with it. */
function saidOf(answer: ChannelAnswer): string {
	const told = modelState(answer).map(([path, sentence]) => `'${path.replace(/^apiOrders?(\[\d+\])?\.?/, '')}' ${sentence}`);
	if (told.length > 0) return told.slice(0, 3).join('; ').slice(0, 500);
	const { Message, message } = bodyOf(answer);
	return withoutSecrets([Message, message].find((text): text is string => typeof text === 'string') ?? '').slice(0, 300);
}

function modelState(answer: ChannelAnswer): Array<[string, string]> {
	const state = bodyOf(answer).ModelState;
	if (typeof state !== 'object' || state === null) return [];
	return Object.entries(state).map(([path, sentences]): [string, string] => [path, withoutSecrets(Array.isArray(sentences) ? sentences.join(' ') : String(sentences))]);
}

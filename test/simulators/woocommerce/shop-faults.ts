import type { LoopbackFault } from '../loopback-faults';
import type { LoopbackAnswer, LoopbackRequest } from '../loopback';

const isOrderList = (request: LoopbackRequest): boolean => request.path.replace(/\/+$/, '').endsWith('/wc/v3/orders');

const onOrderList = (effect: LoopbackFault['effect'], times = 1): LoopbackFault => ({
	matches: isOrderList,
	times,
	effect,
});

/** A maintenance page or a firewall's challenge, with the status of a success. */
export const htmlInsteadOfJson = (times?: number): LoopbackFault =>
	onOrderList(
		{
			status: 200,
			body: '<!DOCTYPE html><html><body><h1>Briefly unavailable for scheduled maintenance.</h1></body></html>',
		},
		times,
	);

/** PHP died half-way: the connection ends properly, the JSON does not. */
export const cutJson = (times?: number): LoopbackFault =>
	onOrderList((answer) => {
		const text = JSON.stringify(answer.body);
		return {
			status: answer.status,
			headers: { ...answer.headers, 'content-type': 'application/json; charset=UTF-8' },
			body: text.slice(0, Math.floor(text.length / 2)),
		};
	}, times);

/** The connection breaks in the middle of a page. */
export const brokenPage = (times?: number): LoopbackFault => onOrderList('truncate', times);

/** The host's own limit; WooCommerce has none. */
export const tooManyRequests = (retryAfterSeconds: number, times?: number): LoopbackFault =>
	onOrderList(
		{
			status: 429,
			headers: { 'Retry-After': String(retryAfterSeconds) },
			body: '<html><body>Too Many Requests</body></html>',
		},
		times,
	);

/** WordPress' page for a fatal error. */
export const internalError = (times?: number): LoopbackFault =>
	onOrderList(
		{
			status: 500,
			body: {
				code: 'internal_server_error',
				message: '<p>There has been a critical error on this website.</p>',
				data: { status: 500 },
			},
		},
		times,
	);

/** The web server cannot reach PHP. */
export const badGateway = (times?: number): LoopbackFault =>
	onOrderList({ status: 502, body: '<html><head><title>502 Bad Gateway</title></head></html>' }, times);

export const connectionReset = (times?: number): LoopbackFault => onOrderList('reset', times);

/** No answer ever comes; the caller's time-out decides. */
export const noAnswer = (times?: number): LoopbackFault => onOrderList('hang', times);

/** Something happens in the store right after a page was read, before the next one is asked for. */
export const afterPage = (page: number, happening: () => void): LoopbackFault => ({
	matches: (request) => isOrderList(request) && (request.query.get('page') ?? '1') === String(page),
	effect: (answer: LoopbackAnswer) => {
		happening();
		return answer;
	},
});

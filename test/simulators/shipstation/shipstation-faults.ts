import type { LoopbackFault } from '../loopback-faults';
import type { LoopbackRequest } from '../loopback';

const to =
	(method: string, path: string) =>
	(request: LoopbackRequest): boolean =>
		request.method === method && request.path === path;

/** Bulk calls, lists of orders. */
export const isBulkCall = to('POST', '/orders/createorders');
export const isOrderList = to('GET', '/orders');

type Rest = Omit<LoopbackFault, 'effect'>;

/** The orders are written and the answer is lost: nobody knows. */
export const lostAnswer = (rest: Rest = {}): LoopbackFault => ({ matches: isBulkCall, when: 'after', effect: 'reset', ...rest });

/** The connection breaks before anything is written. */
export const brokenConnection = (rest: Rest = {}): LoopbackFault => ({ matches: isBulkCall, effect: 'reset', ...rest });

/** No answer ever comes; the caller's time-out decides. */
export const noAnswer = (rest: Rest = {}): LoopbackFault => ({ matches: isBulkCall, effect: 'hang', ...rest });

/** A server error; with `when: 'after'` the work is done all the same. */
export const serverError = (status: 500 | 502 | 503, rest: Rest = {}): LoopbackFault => ({
	matches: isBulkCall,
	effect: status === 500 ? { status, body: { Message: 'An error has occurred.' } } : { status, body: '<html><body>Bad gateway</body></html>' },
	...rest,
});

/** Turned away for speed by something in front of the API, which knows nothing of its headers. */
export const tooManyRequests = (rest: Rest = {}): LoopbackFault => ({ effect: { status: 429, body: 'Too Many Requests' }, ...rest });

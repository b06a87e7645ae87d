import type { ChannelSession, ChannelRequest } from '../../nodes/channels/channel';
import { fail, succeed } from '../../nodes/outcome/outcome';

interface Shop {
	url: string;
	accountId: string;
	clock: { now(): number; advance(milliseconds: number): void };
}

export interface LoopbackSession extends ChannelSession {
	/** Every request that was sent. */
	sent: ChannelRequest[];
	/** Every wait, in milliseconds; waiting moves the shop's clock and takes no time. */
	waits: number[];
}

/** As long as the nodes wait. */
const TIMEOUT_MS = 60_000;

/** A session with a simulated shop, as the node makes one with a real shop. */
export function loopbackSession(shop: Shop, headers: Record<string, string>, options: ChannelSession['options'] = {}, timeoutMs = () => TIMEOUT_MS): LoopbackSession {
	const sent: ChannelRequest[] = [];
	const waits: number[] = [];
	return {
		sent,
		waits,
		accountId: shop.accountId,
		shopUrl: shop.url,
		options,
		clock: {
			now: () => shop.clock.now(),
			cancelled: () => false,
			sleep: async (milliseconds) => {
				waits.push(milliseconds);
				shop.clock.advance(milliseconds);
			},
		},
		send: async (request) => {
			sent.push(request);
			const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([key, value]): [string, string] => [key, String(value)]));
			try {
				const answer = await fetch(`${shop.url}${request.path}${query.size > 0 ? `?${query}` : ''}`, {
					method: request.method,
					signal: AbortSignal.timeout(timeoutMs()),
					headers: { ...headers, ...(request.body === undefined ? {} : { 'content-type': 'application/json' }) },
					...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
				});
				const text = await answer.text();
				return succeed({ status: answer.status, headers: Object.fromEntries(answer.headers), body: parsed(text) });
			} catch {
				return fail({ cause: 'temporarily-unavailable', reason: 'connection-broken', message: 'The connection broke', remedy: 'Try again' });
			}
		},
	};
}

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
};

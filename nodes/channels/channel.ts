import type { Order, UnreadableOrder } from '../order/order';
import type { Clock } from '../outcome/clock';
import type { Outcome } from '../outcome/outcome';
import type { PageOf } from './readable';

/** A request to a channel, without host and without credentials: those are the sender's. */
export interface ChannelRequest {
	method: 'GET' | 'POST';
	/** Absolute path: `/wp-json/wc/v3/orders`. */
	path: string;
	query?: Record<string, string | number | boolean>;
	body?: unknown;
}

/** `body` is parsed JSON, or the raw text when it is not JSON. Header names are in lower case. */
export interface ChannelAnswer {
	status: number;
	headers: Record<string, string>;
	body: unknown;
}

/**
 * Sends with the user's credential. A status of 400 and more is an answer, not a failure; a failure is a broken
 * connection, a time-out or a credential that could not be used.
 */
export type SendToChannel = (request: ChannelRequest) => Promise<Outcome<ChannelAnswer>>;

/** What a channel needs to work: a way to send, a clock to wait by, and who the shop is. */
export interface ChannelSession {
	send: SendToChannel;
	clock: Clock;
	/** Which shop: host, in lower case. Part of every order's identity. */
	accountId: string;
	/** Base address for links to orders. */
	shopUrl: string;
	/** Settings of this channel from the node, e.g. the API version. */
	options: Record<string, string | number | boolean>;
}

/** Whether an order (by its `identityHash`) was read as it stands since this update. */
export type IsKnown = (hash: string, updatedAt: string | undefined) => boolean;

export interface OrderQuery {
	/** Which time the window is about. */
	by: 'updated' | 'placed';
	/** Inclusive; ISO 8601 in UTC. */
	from?: string;
	/** Exclusive; ISO 8601 in UTC. */
	to?: string;
	/** The channel's own status words; empty for every one. */
	statuses: string[];
	/** `newest` only for samples in the editor; everything else reads in ascending order. */
	order: 'oldest' | 'newest';
	/** Orders a page; a channel may give fewer. */
	pageSize: number;
	/** From the last page's `next`; absent for the first page. */
	pageToken?: string;
	/** Which orders were read as they stand. A channel that needs further calls to read one may leave it out. */
	isKnown?: IsKnown;
}

export type OrderPage = PageOf<Order | UnreadableOrder>;

export interface ChannelStatus {
	value: string;
	name: string;
}

/** A selling channel: where it is read from, one page at a time. */
export interface Channel {
	id: string;
	displayName: string;
	/** The channel's own order statuses, for the editor. */
	statuses: ChannelStatus[];
	/** Orders that are asked for at once, where a channel's calls are few and its pages large. */
	pageSize?: number;
	/** Reads one page. Never throws; an order that cannot be read never stops its page. */
	fetchPage(session: ChannelSession, query: OrderQuery): Promise<Outcome<OrderPage>>;
	/** The store's IANA time zone, when the channel tells it. */
	timeZone(session: ChannelSession): Promise<Outcome<string | undefined>>;
}

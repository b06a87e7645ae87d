import type { LoopbackAnswer } from '../loopback';
import type { Account, Happening } from './account';
import { badRequest, notFound } from './api-error';
import type { Incoming } from './read-incoming';

const EVENTS: readonly string[] = ['ORDER_NOTIFY', 'ITEM_ORDER_NOTIFY', 'SHIP_NOTIFY', 'ITEM_SHIP_NOTIFY', 'FULFILLMENT_SHIPPED', 'FULFILLMENT_REJECTED'];

/** A subscription, in the form of `GET /webhooks`. */
interface Webhook {
	IsLabelAPIHook: boolean;
	WebHookID: number;
	SellerID: number;
	StoreID: number | null;
	HookType: string;
	MessageFormat: string;
	Url: string;
	Name: string | null;
	BulkCopyBatchID: null;
	BulkCopyRecordID: null;
	Active: boolean;
	WebhookLogs: [];
	Seller: null;
	Store: null;
}

/** The thin body of a delivery: what to fetch, signed by nobody. */
export interface Delivery {
	readonly url: string;
	readonly body: { readonly resource_url: string; readonly resource_type: string };
	/** Status of the listener's answer; 0 when nobody answered. */
	readonly status: number;
}

/** Subscriptions and their deliveries. */
export class Webhooks {
	readonly subscribed: Webhook[] = [];
	private lastId = 122;

	constructor(
		private readonly account: Account,
		private readonly address: () => string,
	) {}

	/** `POST /webhooks/subscribe` */
	subscribe(body: Incoming): LoopbackAnswer {
		const { target_url: url, event, store_id: storeId, friendly_name: name } = body;
		if (typeof url !== 'string' || !URL.canParse(url)) throw badRequest('target_url is not a valid URL.');
		if (typeof event !== 'string' || !EVENTS.includes(event)) throw badRequest(`event is not one of ${EVENTS.join(', ')}.`);
		this.lastId += 1;
		this.subscribed.push({
			IsLabelAPIHook: false,
			WebHookID: this.lastId,
			SellerID: 100_000,
			StoreID: typeof storeId === 'number' ? storeId : null,
			HookType: event,
			MessageFormat: 'Json',
			Url: url,
			Name: typeof name === 'string' ? name : null,
			BulkCopyBatchID: null,
			BulkCopyRecordID: null,
			Active: true,
			WebhookLogs: [],
			Seller: null,
			Store: null,
		});
		return { status: 201, body: { id: this.lastId } };
	}

	/** `GET /webhooks` */
	list(): LoopbackAnswer {
		return { status: 200, body: { webhooks: this.subscribed } };
	}

	/** `DELETE /webhooks/{id}` */
	remove(id: number): LoopbackAnswer {
		const at = this.subscribed.findIndex(({ WebHookID }) => WebHookID === id);
		if (at < 0) throw notFound(`Webhook ${id} was not found.`);
		this.subscribed.splice(at, 1);
		return { status: 204 };
	}

	/** Delivers what has happened since the last time; ShipStation does so "within a few minutes", a test when it likes. */
	async deliver(): Promise<Delivery[]> {
		const happened = this.account.happenings.splice(0);
		return await Promise.all(
			happened.flatMap((happening) => this.listeners(happening).map(({ Url }) => this.post(Url, happening))),
		);
	}

	private listeners({ event, storeId }: Happening): Webhook[] {
		return this.subscribed.filter(({ HookType, StoreID }) => HookType === event && (StoreID === null || StoreID === storeId));
	}

	private async post(url: string, { event, resource }: Happening): Promise<Delivery> {
		const body = { resource_url: `${this.address()}${resource}`.slice(0, 200), resource_type: event };
		const headers = { 'content-type': 'application/json' };
		const status = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).then(
			(answer) => answer.status,
			() => 0,
		);
		return { url, body, status };
	}
}

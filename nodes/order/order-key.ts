/** What makes an order one and the same everywhere: channel, which shop, and the channel's own id. */
export interface OrderIdentity {
	channel: string;
	accountId: string;
	id: string;
}

/** One string for maps and for de-duplication; joined, since V8 keeps the parts of what is put together in a template, and there may be many. */
export const orderKey = ({ channel, accountId, id }: OrderIdentity): string => [channel, accountId, id].join('/');

import type { ShipStationSimulator } from './start';

interface Answered {
	status: number;
	headers: Headers;
	body: unknown;
}

const basic = ({ apiKey, apiSecret }: { apiKey: string; apiSecret: string }): string =>
	`Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;

/** Asks the simulator as any client does; for its own tests. */
export async function ask(
	shipstation: ShipStationSimulator,
	route: string,
	body?: unknown,
	key: { apiKey: string; apiSecret: string } = shipstation.key,
): Promise<Answered> {
	const space = route.indexOf(' ');
	const [method, path] = [route.slice(0, space), route.slice(space + 1)];
	const answer = await fetch(`${shipstation.url}${path}`, {
		method,
		headers: { authorization: basic(key), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
	});
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, body: text === '' ? undefined : JSON.parse(text) };
}

/** A small order that ShipStation takes. */
export const anOrder = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
	orderKey: 'key-1',
	orderNumber: '1001',
	orderDate: '2026-03-01 00:00:00',
	orderStatus: 'awaiting_shipment',
	billTo: { name: 'Ada Buyer' },
	shipTo: { name: 'Ada Buyer', street1: '12 High Street', city: 'Portland', state: 'OR', postalCode: '97201', country: 'US' },
	items: [
		{ lineItemKey: '1', sku: 'MUG', name: 'Mug', quantity: 3, unitPrice: 12.5 },
		{ lineItemKey: '2', sku: 'DISCOUNT', name: '10% OFF', quantity: 1, unitPrice: -3.75, adjustment: true },
	],
	taxAmount: 2.71,
	shippingAmount: 5,
	amountPaid: 41.46,
	...change,
});

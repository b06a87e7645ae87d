import { setTimeout as wait } from 'node:timers/promises';
import type { Order } from '../../nodes/order/order';
import type { CredentialToImport } from '../../demo/n8n/n8n-command';
import { plainNode } from '../../demo/n8n/plain-node';
import type { RunningN8n } from '../../demo/n8n/run-n8n';
import type { WorkflowFile } from '../../demo/n8n/workflows';
import { CREATE, fillIn, MAP, readTemplate } from '../../demo/templates';

/** Takes a part of a back-fill. */
export const PART = 'Part of the Orders';
/** Begins a run by hand with the same orders. */
export const BY_HAND = 'By Hand';
const ORDERS = 'Orders';

/**
 * A workflow that posts whatever orders are sent to its webhook, set as the template of sales receipts. Each part is a run of its
 * own, so n8n shares the parts out over the workers.
 * @param byHand what a run by hand posts
 */
export function partsWorkflow(path: string, credentials: CredentialToImport[], byHand: Order[] = []): WorkflowFile {
	const template = fillIn(readTemplate('woocommerce-to-sales-receipts'), { credentials, startDate: '' });
	const map = template.nodes.find(({ name }) => name === MAP)!;
	const create = template.nodes.find(({ name }) => name === CREATE)!;
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	return {
		name: `Orders in parts (${path})`,
		nodes: [
			{ ...plainNode(PART, 'n8n-nodes-base.webhook', { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} }, 2), webhookId: path },
			plainNode(BY_HAND, 'n8n-nodes-base.manualTrigger'),
			plainNode(ORDERS, 'n8n-nodes-base.splitOut', { fieldToSplitOut: 'body.orders', options: {} }),
			map,
			create,
		],
		connections: { [PART]: to(ORDERS), [BY_HAND]: to(ORDERS), [ORDERS]: to(MAP), [MAP]: to(CREATE) },
		pinData: { [BY_HAND]: [{ json: { body: { orders: byHand } } }] },
	};
}

/** A workflow that was just switched on does not have its webhook yet. */
const REGISTERED_WITHIN_MS = 15_000;

/** Sends a part; n8n answers at once and runs it when a worker is free. */
export async function sendPart(n8n: RunningN8n, path: string, orders: Order[]): Promise<void> {
	const send = () =>
		fetch(`${n8n.url}/webhook/${path}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ orders }),
		});
	const deadline = Date.now() + REGISTERED_WITHIN_MS;
	let answer = await send();
	while (answer.status === 404 && Date.now() < deadline) {
		await wait(200);
		answer = await send();
	}
	if (!answer.ok) throw new Error(`n8n answered a part with ${answer.status}: ${await answer.text()}`);
}

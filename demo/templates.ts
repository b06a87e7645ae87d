import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import type { CredentialToImport } from './n8n/n8n-command';
import type { WorkflowFile } from './n8n/workflows';

export const TRIGGER = 'Channel Trigger';
export const MAP = 'Map Order to QB Transaction';
export const CREATE = 'QuickBooks Create Transaction';
export const SEND = 'QB Order to ShipStation';
/** The triggers of a template that has two of them. */
export const DOCUMENTS = 'Orders From QuickBooks';
export const SHIPMENTS = 'Shipments From ShipStation';

/** The ready-made workflows that the demo runs. */
export const DEMO_TEMPLATES = ['woocommerce-to-sales-receipts', 'shopify-to-invoices'] as const;

/** The ready-made workflows of shipping that the demo runs: documents out, tracking back. */
export const SHIPPING_TEMPLATES = ['quickbooks-to-shipstation', 'shipstation-tracking'] as const;

/** All ready-made workflows, as a user would import them. */
export const TEMPLATES = [
	...DEMO_TEMPLATES,
	'woocommerce-to-sales-orders',
	'shopify-refunds',
	'outside-the-us',
	...SHIPPING_TEMPLATES,
	'sales-orders-to-shipstation',
	'quickbooks-and-shipstation',
	'reconcile-nightly',
	'undo-a-run',
] as const;
export type Template = (typeof TEMPLATES)[number];

export const readTemplate = (template: string): WorkflowFile =>
	JSON.parse(readFileSync(path.join(__dirname, '..', 'workflows', `${template}.json`), 'utf8')) as WorkflowFile;

const QUICKBOOKS = 'orderSyncQuickBooksOAuth2Api';
const SHIPSTATION = 'orderSyncShipStationApi';

/** Which credential each node of a template asks for. */
const ASKS_FOR: Record<string, (parameters: INode['parameters']) => string | undefined> = {
	channelTrigger: ({ syncDirection, channel }) => OF_DIRECTION[String(syncDirection)] ?? OF_CHANNEL[String(channel)],
	mapOrderToQbTransaction: () => QUICKBOOKS,
	qbOrderToShipStation: () => SHIPSTATION,
	quickBooksCreateTransaction: () => QUICKBOOKS,
};

const OF_DIRECTION: Record<string, string> = { ordersFromQuickBooks: QUICKBOOKS, shipmentsFromShipStation: SHIPSTATION };
const OF_CHANNEL: Record<string, string> = { woocommerce: 'orderSyncWooCommerceApi', shopify: 'orderSyncShopifyClientCredentialsApi' };

export interface FillIn {
	credentials: CredentialToImport[];
	/** What a user does to book older orders too. ISO 8601. */
	startDate: string;
	/** Other poll times than the template's. */
	pollTimes?: object;
	/** More options of the triggers. */
	triggerOptions?: object;
	/** Other choices than the template's, by the name of the node. */
	choices?: Record<string, object>;
	name?: string;
}

/** A template with the few fields filled in that a user fills in: credentials, and a start date for older orders. */
export function fillIn(template: WorkflowFile, { credentials, startDate, pollTimes, triggerOptions, choices, name }: FillIn): WorkflowFile {
	return {
		...template,
		...(name ? { name } : {}),
		nodes: template.nodes.map((node) => {
			const type = node.type.split('.').at(-1)!;
			const asked = ASKS_FOR[type]?.(node.parameters);
			const given = credentials.find((credential) => credential.type === asked);
			const chosen = { ...node.parameters, ...choices?.[node.name] };
			const filled: INode = { ...node, parameters: chosen, ...(given ? { credentials: { [given.type]: { id: given.id, name: given.name } } } : {}) };
			if (type !== 'channelTrigger') return filled;
			const options = { ...(chosen.options as object), ...triggerOptions, startDate };
			return { ...filled, parameters: { ...chosen, options, ...(pollTimes ? { pollTimes: pollTimes as never } : {}) } };
		}),
	};
}

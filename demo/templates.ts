import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { INode } from 'n8n-workflow';
import type { CredentialToImport } from './n8n/n8n-command';
import type { WorkflowFile } from './n8n/workflows';

export const TRIGGER = 'Channel Trigger';
export const MAP = 'Map Order to QB Transaction';
export const CREATE = 'QuickBooks Create Transaction';

/** The ready-made workflows that the demo runs. */
export const DEMO_TEMPLATES = ['woocommerce-to-sales-receipts', 'shopify-to-invoices'] as const;

/** All ready-made workflows, as a user would import them. */
export const TEMPLATES = [...DEMO_TEMPLATES, 'woocommerce-to-sales-orders', 'shopify-refunds', 'outside-the-us', 'reconcile-nightly', 'undo-a-run'] as const;
export type Template = (typeof TEMPLATES)[number];

export const readTemplate = (template: string): WorkflowFile =>
	JSON.parse(readFileSync(path.join(__dirname, '..', 'workflows', `${template}.json`), 'utf8')) as WorkflowFile;

/** Which credential each node of a template asks for. */
const ASKS_FOR: Record<string, string[]> = {
	channelTrigger: ['orderSyncWooCommerceApi', 'orderSyncShopifyClientCredentialsApi'],
	mapOrderToQbTransaction: ['orderSyncQuickBooksOAuth2Api'],
	quickBooksCreateTransaction: ['orderSyncQuickBooksOAuth2Api'],
};

export interface FillIn {
	credentials: CredentialToImport[];
	/** What a user does to book older orders too. ISO 8601. */
	startDate: string;
	/** Other poll times than the template's. */
	pollTimes?: object;
	/** More options of the trigger. */
	triggerOptions?: object;
	name?: string;
}

/** A template with the few fields filled in that a user fills in: credentials, and a start date for older orders. */
export function fillIn(template: WorkflowFile, { credentials, startDate, pollTimes, triggerOptions, name }: FillIn): WorkflowFile {
	const channel = template.nodes.find((node) => node.name === TRIGGER)?.parameters.channel;
	return {
		...template,
		...(name ? { name } : {}),
		nodes: template.nodes.map((node) => {
			const asked = ASKS_FOR[node.type.split('.').at(-1)!] ?? [];
			const given = credentials.filter(({ type }) => asked.includes(type) && fits(type, channel));
			const filled: INode = given.length === 0 ? node : { ...node, credentials: Object.fromEntries(given.map(({ id, name: called, type }) => [type, { id, name: called }])) };
			if (node.name !== TRIGGER) return filled;
			const options = { ...(node.parameters.options as object), ...triggerOptions, startDate };
			return { ...filled, parameters: { ...node.parameters, options, ...(pollTimes ? { pollTimes: pollTimes as never } : {}) } };
		}),
	};
}

const fits = (type: string, channel: unknown): boolean =>
	type === 'orderSyncQuickBooksOAuth2Api' || type.toLowerCase().includes(String(channel));

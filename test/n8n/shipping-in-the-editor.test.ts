import path from 'node:path';
import { name as packageName } from '../../package.json';
import type { Editor } from '../../demo/n8n/editor';
import { startN8n, type RunningN8n } from '../../demo/n8n/run-n8n';
import { packPackage } from '../../demo/n8n/install-package';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { OUT } from './business-in-n8n';

const ROOT = path.join(__dirname, '..', '..');

/** Panels, by the node's name: its parameters, and labels that it shows in this order. */
const PANELS: Record<string, { type: string; parameters: object; labels: string[]; credential: string }> = {
	Documents: {
		type: 'channelTrigger',
		parameters: { syncDirection: 'ordersFromQuickBooks' },
		labels: ['Sync Direction', 'Channel', 'Documents', 'Class', 'Filters', 'Document Updates', 'Options'],
		credential: 'QuickBooks',
	},
	Parcels: {
		type: 'channelTrigger',
		parameters: { syncDirection: 'shipmentsFromShipStation' },
		labels: ['Sync Direction', 'Channel', 'Options'],
		credential: 'ShipStation',
	},
	Orders: {
		type: 'channelTrigger',
		parameters: { channel: 'shipstation' },
		labels: ['Sync Direction', 'Channel', 'Which Orders', 'Paid Only', 'Filters'],
		credential: 'ShipStation',
	},
	Send: {
		type: 'qbOrderToShipStation',
		parameters: { incompleteAddresses: 'hold' },
		labels: [
			'Operation', 'Store', 'Order Status', 'Sales Orders', 'Bundles', 'Services', 'Incomplete Addresses', 'Tag for Incomplete Addresses', 'Tag Names or IDs',
			'Requested Service', 'Service Map', 'Custom Fields', 'Customs', 'Weights', 'Options',
		],
		credential: 'ShipStation',
	},
	Track: {
		type: 'quickBooksCreateTransaction',
		parameters: { operation: 'addTracking', shippingCost: 'addLine' },
		labels: ['Operation', 'Sales Orders That Shipped', 'Shipping Cost', 'Shipping Cost Item', 'Options'],
		credential: 'QuickBooks',
	},
};

let folder: string;
let n8n: RunningN8n;
let editor: Editor;
let workflow: string;

beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'shipping-in-the-editor-'));
	n8n = await startN8n({ userFolder: path.join(folder, 'n8n'), packageTarballs: [await packPackage(ROOT, folder)], credentials: [], env: {}, log: () => {} });
	const nodes = Object.entries(PANELS).map(([name, { type, parameters }], index) => ({
		id: `node-${index}`,
		name,
		type: `${packageName}.${type}`,
		typeVersion: 1,
		position: [index * 220, 0] as [number, number],
		parameters,
	}));
	workflow = await n8n.importWorkflow({ name: 'Shipping', nodes, connections: {}, settings: {} } as never);
	editor = await n8n.openEditor();
});

afterAll(async () => {
	await editor?.close();
	await n8n?.stop();
	await rm(folder, { recursive: true, force: true });
});

test.each(Object.entries(PANELS))('the panel of %s asks in the order of the wizard, and for one credential', async (name, { labels, credential }) => {
	await editor.openWorkflow(workflow);
	const shown = await editor.openNode(name);
	await editor.screenshot(path.join(OUT, `shipping, ${name}.png`));
	expect(shown.filter((label) => labels.includes(label))).toEqual(labels);
	const credentials = await editor.page.locator('[data-test-id="node-parameters"] [data-test-id="credentials-label"], [data-test-id="credentials-label"]').allInnerTexts();
	expect([credentials.length, credentials.join()]).toEqual([1, expect.stringContaining(credential)]);
});

test('another direction shows its own parameters and credential at once', async () => {
	await editor.openWorkflow(workflow);
	await editor.openNode('Orders');
	await choose('Sync Direction', 'Shipments From ShipStation');
	await editor.screenshot(path.join(OUT, 'shipping, switched.png'));
	expect(await editor.page.locator('[data-test-id="credentials-label"]').allInnerTexts()).toEqual([expect.stringContaining('ShipStation')]);
	await choose('Sync Direction', 'Orders From QuickBooks');
	expect(await editor.page.locator('[data-test-id="credentials-label"]').allInnerTexts()).toEqual([expect.stringContaining('QuickBooks')]);
	await choose('Sync Direction', 'Orders to QuickBooks');
	expect(await editor.page.locator('[data-test-id="node-parameters"]').innerText()).toContain('Which Orders');
});

/** Chooses in a list of the open panel. */
async function choose(label: string, option: string): Promise<void> {
	const field = editor.page.locator('[data-test-id="node-parameters"] .parameter-item, [data-test-id="parameter-item"]').filter({ hasText: label }).first();
	await field.locator('input').first().click();
	await editor.page.locator('.el-select-dropdown__item, [role="option"]').filter({ visible: true, hasText: option }).first().click();
	await editor.page.waitForTimeout(500);
}

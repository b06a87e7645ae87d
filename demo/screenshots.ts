import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAndPack } from './built-package';
import { bringTrackingOnce, sendDocumentsOnce } from './first-shipping';
import { syncAll } from './first-sync';
import type { Editor } from './n8n/editor';
import { startN8n, type RunningN8n } from './n8n/run-n8n';
import { packOrders } from './packing';
import { openSmallBusiness, type SmallBusiness } from './small-business';
import { CREATE, DEMO_TEMPLATES, fillIn, MAP, readTemplate, SEND, TEMPLATES, TRIGGER } from './templates';

/** `npm run screenshots`: the pictures of the READMEs, made anew in the real n8n. */
const IMAGES = path.join(__dirname, '..', 'workflows', 'images');

const picture = (name: string): string => path.join(IMAGES, `${name}.png`);

async function takeAll(n8n: RunningN8n, business: SmallBusiness): Promise<void> {
	const fill = { credentials: business.credentials, startDate: business.openedAt };
	const synced = await syncAll(n8n, fill);
	const sent = await sendDocumentsOnce(n8n, fill);
	packOrders(business.shipstation);
	const tracked = await bringTrackingOnce(n8n, fill);
	const running = new Map<string, string>([
		...DEMO_TEMPLATES.map((template, index) => [template, synced[index]!.workflowId] as const),
		['quickbooks-to-shipstation', sent.workflowId],
		['shipstation-tracking', tracked.workflowId],
	]);
	const editor = await n8n.openEditor();
	try {
		for (const template of TEMPLATES) {
			await editor.openWorkflow(running.get(template) ?? (await n8n.importWorkflow(fillIn(readTemplate(template), fill))));
			await editor.screenshot(picture(template));
		}
		await takePanels(editor, synced[0]!.workflowId, [[TRIGGER, 'trigger-panel'], [MAP, 'map-panel'], [CREATE, 'create-panel']]);
		const execution = await n8n.waitForExecution(synced[0]!.workflowId);
		await editor.openExecution(synced[0]!.workflowId, execution.id);
		await editor.screenshot(picture('execution'));
		await takePanels(editor, sent.workflowId, [[TRIGGER, 'documents-panel'], [SEND, 'send-panel']]);
		await takePanels(editor, tracked.workflowId, [[CREATE, 'tracking-panel']]);
		await editor.page.goto(`${business.quickbooks.url}/books`);
		await editor.screenshot(picture('books'));
		await editor.page.locator('section', { hasText: 'QuickBooks beside ShipStation' }).evaluate((section) => section.scrollIntoView());
		await editor.screenshot(picture('shipping'));
	} finally {
		await editor.close();
	}
}

async function takePanels(editor: Editor, workflowId: string, panels: Array<[node: string, name: string]>): Promise<void> {
	await editor.openWorkflow(workflowId);
	for (const [node, name] of panels) {
		await editor.openNode(node);
		await editor.screenshot(picture(name));
		await editor.closeNode();
	}
}

async function main(): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-screenshots-'));
	await mkdir(IMAGES, { recursive: true });
	const business = await openSmallBusiness({ woocommerceOrders: 60, shopifyOrders: 40, days: 20, documents: 24 });
	const n8n = await startN8n({
		userFolder: path.join(folder, 'n8n'),
		packageTarballs: [await buildAndPack(folder, console.log)],
		credentials: business.credentials,
		log: console.log,
	});
	try {
		await takeAll(n8n, business);
	} finally {
		await n8n.stop();
		await business.close();
		await rm(folder, { recursive: true, force: true });
	}
}

main().catch((thrown: unknown) => {
	console.error(thrown);
	process.exit(1);
});

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildAndPack } from './built-package';
import { syncAll } from './first-sync';
import { startN8n, type RunningN8n } from './n8n/run-n8n';
import { openSmallBusiness, type SmallBusiness } from './small-business';
import { CREATE, DEMO_TEMPLATES, fillIn, MAP, readTemplate, TEMPLATES, TRIGGER } from './templates';

/** `npm run screenshots`: the pictures of the READMEs, made anew in the real n8n. */
const IMAGES = path.join(__dirname, '..', 'workflows', 'images');

const picture = (name: string): string => path.join(IMAGES, `${name}.png`);

async function takeAll(n8n: RunningN8n, business: SmallBusiness): Promise<void> {
	const fill = { credentials: business.credentials, startDate: business.openedAt };
	const synced = await syncAll(n8n, fill);
	const editor = await n8n.openEditor();
	try {
		for (const template of TEMPLATES) {
			const at = (DEMO_TEMPLATES as readonly string[]).indexOf(template);
			await editor.openWorkflow(synced[at]?.workflowId ?? (await n8n.importWorkflow(fillIn(readTemplate(template), fill))));
			await editor.screenshot(picture(template));
		}
		await editor.openWorkflow(synced[0]!.workflowId);
		for (const [node, name] of [[TRIGGER, 'trigger-panel'], [MAP, 'map-panel'], [CREATE, 'create-panel']] as const) {
			await editor.openNode(node);
			await editor.screenshot(picture(name));
			await editor.closeNode();
		}
		const execution = await n8n.waitForExecution(synced[0]!.workflowId);
		await editor.openExecution(synced[0]!.workflowId, execution.id);
		await editor.screenshot(picture('execution'));
		await editor.page.goto(`${business.quickbooks.url}/books`);
		await editor.screenshot(picture('books'));
	} finally {
		await editor.close();
	}
}

async function main(): Promise<void> {
	const folder = await mkdtemp(path.join(tmpdir(), 'order-sync-screenshots-'));
	await mkdir(IMAGES, { recursive: true });
	const business = await openSmallBusiness({ woocommerceOrders: 60, shopifyOrders: 40, days: 20 });
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

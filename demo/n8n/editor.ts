import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { N8nApi } from './n8n-api';
import { SetupFailure } from './setup-failure';

/** Chromium reaches for its maker's servers unless it is told not to; the rest lets it run in a container. */
const CHROMIUM_ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** The editor is a large program; on a busy machine it takes half a minute to show a workflow. */
const TIMEOUT_MS = 120_000;
/** What moves into place after the canvas has appeared: the zoom, a panel, the checklist. */
const SETTLE_MS = 1_500;

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/;

/** The n8n editor in Chromium, signed in as the owner. Pages reach this machine only. */
export class Editor {
	/** What the browser's console called an error since the editor was opened, but for the requests that are kept from leaving. */
	readonly consoleErrors: string[] = [];

	private constructor(
		private readonly browser: Browser,
		/** The one page, for what this class has no word for. */
		readonly page: Page,
		private readonly url: string,
	) {
		page.on('pageerror', (error) => this.consoleErrors.push(error.message));
		page.on('console', (message) => {
			const { url: source } = message.location();
			const wasKeptHere = /^https?:/.test(source) && !LOOPBACK.test(source);
			if (message.type() === 'error' && !wasKeptHere) this.consoleErrors.push(`${message.text()} (${source})`);
		});
	}

	/**
	 * Opens Chromium and goes on in the session of the owner.
	 * @throws SetupFailure when Chromium is not installed.
	 */
	static async open(api: N8nApi, size = { width: 1400, height: 900 }): Promise<Editor> {
		const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
		try {
			const context = await browser.newContext({ viewport: size });
			await context.route('**/*', async (route) => {
				const address = route.request().url();
				await (/^https?:/.test(address) && !LOOPBACK.test(address) ? route.abort() : route.continue());
			});
			context.setDefaultTimeout(TIMEOUT_MS);
			const { cookie, browserId } = api.session;
			await context.addCookies([{ name: 'n8n-auth', value: cookie, url: api.url }]);
			await context.addInitScript({ content: `localStorage.setItem('n8n-browserId', '${browserId}')` });
			return new Editor(browser, await context.newPage(), api.url);
		} catch (error) {
			await browser.close();
			throw error;
		}
	}

	/** Opens a workflow and waits until its nodes are on the canvas. @returns their names as shown. */
	async openWorkflow(id: string): Promise<string[]> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		const nodes = this.page.locator('[data-test-id="canvas-node"]');
		await nodes.first().waitFor();
		return await nodes.evaluateAll((all) => all.map((node) => node.getAttribute('data-node-name') ?? ''));
	}

	/** Opens the panel of a node of the open workflow. @returns the labels of the parameters it shows. */
	async openNode(name: string): Promise<string[]> {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
		await this.page.locator('[data-test-id="ndv"]').first().waitFor();
		const labels = this.page.locator('[data-test-id="node-parameters"] label').filter({ visible: true });
		await labels.first().waitFor();
		// A label's text goes on with its hidden buttons.
		return (await labels.allInnerTexts()).map((text) => (text.split('\n')[0] ?? '').trim());
	}

	/** Opens one execution of a workflow: the canvas with what ran, and how many items went where. */
	async openExecution(workflowId: string, executionId: number): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${workflowId}/executions/${executionId}`);
		await this.page.locator('[data-test-id="canvas-node"]').first().waitFor();
	}

	/** Closes the panel of a node. */
	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.locator('[data-test-id="ndv"]').first().waitFor({ state: 'hidden' });
	}

	/** Writes what is seen to a PNG file, without n8n's checklist for active workflows; the file's folder is made. */
	async screenshot(file: string): Promise<void> {
		await mkdir(path.dirname(file), { recursive: true });
		await this.page.waitForTimeout(SETTLE_MS);
		const checklist = this.page.locator('[data-test-id="suggested-actions-close"]');
		if (await checklist.isVisible()) await checklist.click();
		await checklist.waitFor({ state: 'hidden' });
		await this.page.screenshot({ path: file });
	}

	async close(): Promise<void> {
		await this.browser.close();
	}
}

/** Chromium as Debian installs it, or the program that `CHROMIUM_PATH` names. */
function chromiumPath(): string {
	const program = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
	if (existsSync(program)) return program;
	throw new SetupFailure(
		`The n8n editor needs Chromium and ${program} is not there: install it (Debian: apt-get install chromium) ` +
			'or name the program in CHROMIUM_PATH.',
	);
}

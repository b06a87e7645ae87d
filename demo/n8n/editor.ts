import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { OWNER } from './n8n-api';
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

const LOOPBACK = /^https?:\/\/(127\.0\.0\.1|localhost)[:/]/;

/** The n8n editor in Chromium, signed in as the owner. Pages reach this machine only. */
export class Editor {
	private constructor(
		private readonly browser: Browser,
		/** The one page, for what this class has no word for. */
		readonly page: Page,
		private readonly url: string,
	) {}

	/**
	 * Opens Chromium and signs in.
	 * @param url the address of a running n8n.
	 * @throws SetupFailure when Chromium is not installed.
	 */
	static async open(url: string, size = { width: 1400, height: 900 }): Promise<Editor> {
		const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
		try {
			const context = await browser.newContext({ viewport: size });
			await context.route('**/*', async (route) => {
				const address = route.request().url();
				await (/^https?:/.test(address) && !LOOPBACK.test(address) ? route.abort() : route.continue());
			});
			const page = await context.newPage();
			await page.goto(`${url}/signin`);
			await page.locator('input[name="emailOrLdapLoginId"]').fill(OWNER.email);
			await page.locator('input[type="password"]').fill(OWNER.password);
			await page.keyboard.press('Enter');
			await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
			return new Editor(browser, page, url);
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
		const labels = this.page.locator('[data-test-id="node-parameters"] [data-test-id="parameter-input-label"], [data-test-id="ndv"] label');
		await labels.first().waitFor();
		return (await labels.allInnerTexts()).map((label) => label.trim()).filter(Boolean);
	}

	/** Closes the panel of a node. */
	async closeNode(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.page.locator('[data-test-id="ndv"]').first().waitFor({ state: 'hidden' });
	}

	/** Writes what is seen to a PNG file; its folder is made. */
	async screenshot(file: string): Promise<void> {
		await mkdir(path.dirname(file), { recursive: true });
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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Big } from 'big.js';
import { readMark } from '../../nodes/postings/mark';
import type { Execution } from '../../demo/n8n/executions';
import { packPackage } from '../../demo/n8n/install-package';
import { pollTimesEvery } from '../../demo/n8n/poll-times';
import { startN8n, type RunningN8n } from '../../demo/n8n/run-n8n';
import { openSmallBusiness, type BusinessSize, type SmallBusiness } from '../../demo/small-business';
import { fillIn, readTemplate, type Template } from '../../demo/templates';
import { expectNoSecretKept } from './kept-secrets';

const ROOT = path.join(__dirname, '..', '..');

/** Where the tests leave their screenshots. */
export const OUT = path.join(ROOT, 'test', 'out');

/** The simulated business beside a real n8n that has the built package and the business's credentials. */
export class BusinessInN8n {
	/** The workflows imported from templates, by template. */
	readonly workflows = new Map<Template, string>();

	private constructor(
		private readonly folder: string,
		readonly business: SmallBusiness,
		readonly n8n: RunningN8n,
	) {}

	/** @param env more environment variables for n8n */
	static async open(size: BusinessSize, env: NodeJS.ProcessEnv = {}): Promise<BusinessInN8n> {
		const folder = await mkdtemp(path.join(tmpdir(), 'business-in-n8n-'));
		const business = await openSmallBusiness(size);
		try {
			const n8n = await startN8n({
				userFolder: path.join(folder, 'n8n'),
				packageTarballs: [await packPackage(ROOT, folder)],
				credentials: business.credentials,
				env,
				log: (line) => process.stdout.write(`${line}\n`),
			});
			return new BusinessInN8n(folder, business, n8n);
		} catch (error) {
			await business.close();
			throw error;
		}
	}

	/** Where n8n keeps everything; a worker that is to help it is given the same. */
	get userFolder(): string {
		return path.join(this.folder, 'n8n');
	}

	/** Ends everything. Whatever a suite is about: nothing that n8n kept of it tells a secret. */
	async close(): Promise<void> {
		try {
			await this.n8n.stop();
			const { credentials, quickbooks, shopify } = this.business;
			await expectNoSecretKept(this.userFolder, credentials.map(({ data }) => data), [...quickbooks.tokens.issued, ...shopify.tokens.issued]);
		} finally {
			await this.business.close();
			await rm(this.folder, { recursive: true, force: true });
		}
	}

	/**
	 * What a user does: imports the template, fills it in, polls more often than it says, and switches it on or not.
	 * @param choices other ones than the template's, by the name of the node
	 */
	async importTemplate(template: Template, activate = true, triggerOptions: object = {}, choices: Record<string, object> = {}): Promise<string> {
		const { credentials, openedAt } = this.business;
		const filled = fillIn(readTemplate(template), { credentials, startDate: openedAt, pollTimes: pollTimesEvery(5), triggerOptions, choices });
		const id = await this.n8n.importWorkflow(filled);
		this.workflows.set(template, id);
		if (activate) await this.n8n.activate(id);
		return id;
	}

	workflow(template: Template): string {
		const id = this.workflows.get(template);
		if (!id) throw new Error(`'${template}' has not been imported yet.`);
		return id;
	}

	/** The id of the newest ended execution; 0 when there is none. */
	async newest(template: Template): Promise<number> {
		return (await this.n8n.executions(this.workflow(template))).at(-1)?.id ?? 0;
	}

	/** Waits for the next execution and sees that it went well. */
	async next(template: Template, after = 0): Promise<Execution> {
		const execution = await this.n8n.waitForExecution(this.workflow(template), { after, timeoutMs: 120_000 });
		// The whole error, so that a failing test says why.
		expect(execution.data.resultData.error).toBeUndefined();
		return execution;
	}

	/** As `next`, past executions that a kill has cut short. */
	async nextUncrashed(template: Template, after: number): Promise<Execution> {
		const execution = await this.n8n.waitForExecution(this.workflow(template), { after, timeoutMs: 120_000 });
		return execution.status === 'crashed' ? await this.nextUncrashed(template, execution.id) : await this.next(template, execution.id - 1);
	}

	/** Totals that the company's documents have of a channel's orders, by the orders' ids, as their marks say. */
	booked(channel: string): Map<string, string[]> {
		const totals = new Map<string, string[]>();
		for (const type of ['SalesReceipt', 'Invoice']) {
			for (const document of this.business.quickbooks.company.all(type)) {
				const mark = readMark(document.PrivateNote);
				if (mark?.channel !== channel) continue;
				totals.set(mark.id, [...(totals.get(mark.id) ?? []), new Big(String(document.TotalAmt)).toFixed(2)]);
			}
		}
		return totals;
	}

	/** A customer orders in the WooCommerce shop what somebody ordered before, and pays. @returns the order's id. */
	sellAgain(): string {
		const { store, orders } = this.business.woocommerce;
		const plain = new Set(orders().filter(({ paid, addsUp, refunded }) => paid && addsUp && refunded === '0.00').map(({ id }) => id));
		const example = store.all.find(({ id }) => plain.has(String(id)));
		if (!example) throw new Error('The shop has no order that was paid.');
		const { id } = store.addOrder({ ...example.draft, status: undefined });
		store.pay(id);
		return String(id);
	}

	/** The rows of the Data Table that the templates keep for a person. */
	rowsForAPerson = () => this.rowsOf<'order' | 'number' | 'total' | 'reason' | 'message' | 'remedy'>('Orders that need attention');

	/** The rows of a Data Table. */
	async rowsOf<Column extends string>(name: string): Promise<Array<Record<Column, string>>> {
		const { api } = this.n8n;
		const project = await api.rest<{ id: string }>('GET', '/projects/personal');
		const tables = await api.rest<{ data: Array<{ id: string; name: string }> }>('GET', `/projects/${project.id}/data-tables`);
		const table = tables.data.find((each) => each.name === name);
		if (!table) throw new Error(`There is no Data Table '${name}'.`);
		return (await api.rest<{ data: Array<Record<Column, string>> }>('GET', `/projects/${project.id}/data-tables/${table.id}/rows?take=250`)).data;
	}
}

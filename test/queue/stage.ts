import { endings, waitForEndings, type Ending } from '../../demo/n8n/executions';
import type { Order } from '../../nodes/order/order';
import { BusinessInN8n } from '../n8n/business-in-n8n';
import { BY_HAND, partsWorkflow, sendPart } from './parts';
import { QueueMode, type Worker } from './queue-mode';
import { shopOrders } from './shop-orders';

/** Runs that wait for a busy machine and for QuickBooks' limits. */
const PATIENCE_MS = 600_000;

/** The simulated business and n8n in queue mode, with the workflows that take orders in parts. */
export class Stage {
	/** Those that run. */
	workers: Worker[] = [];
	private readonly parts = new Map<string, string>();

	private constructor(
		readonly queue: QueueMode,
		readonly here: BusinessInN8n,
		/** All that the WooCommerce shop had sold when it opened. */
		readonly orders: Order[],
	) {}

	static async open({ orders, workers }: { orders: number; workers: number }): Promise<Stage> {
		const queue = await QueueMode.open();
		try {
			const here = await BusinessInN8n.open({ woocommerceOrders: orders, shopifyOrders: 0, days: 30, simple: true }, queue.env);
			const stage = new Stage(queue, here, await shopOrders(here.business.woocommerce));
			await Promise.all(Array.from({ length: workers }, () => stage.startWorker()));
			return stage;
		} catch (error) {
			await queue.close();
			throw error;
		}
	}

	get quickbooks() {
		return this.here.business.quickbooks;
	}

	async startWorker(): Promise<Worker> {
		const worker = await this.queue.startWorker(this.here.userFolder);
		this.workers.push(worker);
		return worker;
	}

	async killWorker(worker: Worker): Promise<void> {
		this.workers = this.workers.filter((one) => one !== worker);
		await worker.kill();
	}

	async stopWorker(worker: Worker): Promise<void> {
		this.workers = this.workers.filter((one) => one !== worker);
		await worker.stop();
	}

	/** Imports and switches on a workflow that takes parts at this path of the webhooks. */
	async takeParts(path: string, byHand: Order[] = []): Promise<void> {
		const id = await this.here.n8n.importWorkflow(partsWorkflow(path, this.here.business.credentials, byHand));
		await this.here.n8n.activate(id);
		this.parts.set(path, id);
	}

	/** Sends all parts at once, and `meanwhile` does what happens while they are worked on; then waits for the ends of their runs. */
	async post(path: string, parts: Order[][], meanwhile: () => Promise<void> = async () => undefined): Promise<Ending[]> {
		const { n8n } = this.here;
		const workflow = this.workflow(path);
		const after = (await endings(n8n.api, workflow)).at(-1)?.id ?? 0;
		await Promise.all([...parts.map((part) => sendPart(n8n, path, part)), meanwhile()]);
		return await waitForEndings(n8n.api, workflow, parts.length, { after, mode: 'webhook', timeoutMs: PATIENCE_MS });
	}

	/** Presses "Execute workflow", and waits for the end. */
	async postByHand(path: string): Promise<string> {
		return (await this.here.n8n.runManually(this.workflow(path), BY_HAND, PATIENCE_MS)).status;
	}

	async close(): Promise<void> {
		await this.queue.stopWorkers();
		await this.here.close();
		await this.queue.close();
	}

	private workflow(path: string): string {
		const id = this.parts.get(path);
		if (!id) throw new Error(`Nobody takes parts at '${path}'.`);
		return id;
	}
}

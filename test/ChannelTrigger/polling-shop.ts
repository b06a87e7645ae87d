import type { IDataObject, INodeExecutionData, INodeParameters, Workflow } from 'n8n-workflow';
import { OrderSyncWooCommerceApi } from '../../credentials/OrderSyncWooCommerceApi.credentials';
import { ChannelTrigger } from '../../nodes/ChannelTrigger/ChannelTrigger.node';
import { pollingMemory } from '../../nodes/ChannelTrigger/polling-memory';
import { CredentialVault, pollContext, savedStaticData, workflowOf, type StoredCredential } from '../engine';
import { expectNoSecret } from '../secrets';
import type { WooCommerceSimulator } from '../simulators/woocommerce';

/** The trigger in a workflow, reading a simulated shop, under the genuine engine. */
export class PollingShop {
	readonly vault: CredentialVault;
	private readonly node = new ChannelTrigger();
	private workflow: Workflow;

	constructor(
		credential: StoredCredential,
		private parameters: INodeParameters = {},
	) {
		this.vault = new CredentialVault([credential]);
		this.workflow = this.load({});
	}

	static ofWooCommerce(shop: Pick<WooCommerceSimulator, 'url' | 'keys'>, parameters: INodeParameters = {}): PollingShop {
		return new PollingShop({ type: new OrderSyncWooCommerceApi(), data: { url: shop.url, ...shop.keys } }, parameters);
	}

	/** What one poll gives out, as items. Neither they nor what is thrown or remembered tell a secret. */
	async poll(mode: 'trigger' | 'manual' = 'trigger'): Promise<INodeExecutionData[]> {
		const polled = this.node.poll.call(pollContext(this.workflow, 'Channel Trigger', this.vault, mode));
		const ended = await polled.then((given) => ({ given }), (thrown: unknown) => ({ thrown }));
		expectNoSecret([ended, this.saved], this.vault.secrets, 'The poll');
		if ('thrown' in ended) throw ended.thrown;
		return ended.given?.[0] ?? [];
	}

	/** The ids of the orders that one poll gives out. */
	async pollIds(): Promise<string[]> {
		return (await this.poll()).map(({ json }) => String(json.id));
	}

	/** What n8n would write to its database now. */
	get saved(): IDataObject {
		return savedStaticData(this.workflow);
	}

	/** Whether the node has put anything into its static data. */
	get remembers(): boolean {
		return Object.values(this.saved).some((entry) => Object.keys(entry as IDataObject).length > 0);
	}

	/** n8n starts again with what it had written. */
	restart(staticData: IDataObject = this.saved): void {
		pollingMemory.forget();
		this.workflow = this.load(staticData);
	}

	/** n8n goes on from a state that it read before the last poll wrote another, as it may with durable cursors. */
	goOnFrom(staticData: IDataObject): void {
		this.workflow = this.load(staticData);
	}

	/** The user saves the workflow with other parameters; the process goes on. */
	configure(parameters: INodeParameters): void {
		this.parameters = parameters;
		this.workflow = this.load(this.saved);
	}

	private load(staticData: IDataObject): Workflow {
		const { node: type, parameters, vault } = this;
		return workflowOf({ nodes: [{ name: 'Channel Trigger', type, parameters }], vault, staticData, timezone: 'America/New_York' });
	}
}

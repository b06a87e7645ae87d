import { Big } from 'big.js';
import { name as packageName } from '../../package.json';
import { pollTimesEvery } from '../../demo/n8n/poll-times';
import type { BusinessInN8n } from '../n8n/business-in-n8n';
import { line } from '../simulators/quickbooks/simulated-client';
import { startShipStation, type ShipStationSimulator } from '../simulators/shipstation';
import { runningClock } from '../simulators/shops/shop-clock';
import type { Random } from '../simulators/shops/random';
import type { Verdict } from '../faults/case';
import { judgeShipping, ordersOf, type Written } from '../faults/judge-shipping';

const ADDRESS = { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' };

/** Items of the simulated company, with the SKU that ShipStation is to see. */
const TOTE = { id: '7', sku: 'TOTE-01', price: 24 };
const MUG = { id: '8', sku: 'MUG-01', price: 12.5 };

/** A ShipStation account beside the business, and the workflows that send invoices there and bring their tracking back. */
export class ShippingBeside {
	private readonly written: Written[] = [];

	private constructor(
		private readonly here: BusinessInN8n,
		readonly account: ShipStationSimulator,
	) {}

	/** @param backlog invoices that a bookkeeper has written before the workflows are switched on */
	static async open(here: BusinessInN8n, backlog: number, random: Random): Promise<ShippingBeside> {
		const account = await startShipStation({ clock: runningClock(), requestsPerMinute: 100_000 });
		const beside = new ShippingBeside(here, account);
		for (let count = 0; count < backlog; count += 1) beside.write(random);
		await beside.switchOn();
		return beside;
	}

	close = () => this.account.close();

	/** A bookkeeper writes an invoice by hand. */
	write(random: Random): void {
		const quantities = { [TOTE.sku]: random.integer(1, 3), [MUG.sku]: random.integer(1, 5) };
		const number = String(7_000 + this.written.length);
		const lines = [TOTE, MUG].map(({ id, sku, price }) => line(id, quantities[sku]!, price, { TaxCodeRef: { value: 'NON' } }));
		const { Id, TotalAmt } = this.here.business.quickbooks.byHand.create('Invoice', { CustomerRef: { value: '2' }, DocNumber: number, ShipAddr: ADDRESS, Line: lines });
		this.written.push({ type: 'Invoice', id: Id, number, quantities, total: new Big(String(TotalAmt)).toFixed(2), labels: [] });
	}

	/** A packer makes the label of an order that has arrived, if there is one. */
	ship(): void {
		const next = this.written.find((each) => each.labels.length === 0 && ordersOf(this.places, each).length > 0);
		if (!next) return;
		const trackingNumber = `1Z${next.number}`;
		this.account.people.buyLabel(ordersOf(this.places, next)[0]!.orderId, { trackingNumber });
		next.labels.push(trackingNumber);
	}

	/** How many invoices were written. */
	get size(): number {
		return this.written.length;
	}

	/** Looks at ShipStation and at the books. */
	judge = (): Verdict => judgeShipping(this.places, this.written);

	private get places() {
		return { quickbooks: this.here.business.quickbooks, shipstation: this.account };
	}

	private async switchOn(): Promise<void> {
		const { n8n, business } = this.here;
		const key = await n8n.createCredential({ name: 'ShipStation (simulated)', type: 'orderSyncShipStationApi', data: { baseUrl: this.account.url, ...this.account.key } });
		const shipStation = { orderSyncShipStationApi: key };
		const { id, name, type } = business.credentials.find((each) => each.type.includes('QuickBooks'))!;
		const quickBooks = { [type]: { id, name } };
		const trigger = { pollTimes: pollTimesEvery(5), options: { startDate: business.openedAt, ordersPerPoll: 10 } };
		await this.flow('Invoices to ShipStation', [
			['channelTrigger', { syncDirection: 'ordersFromQuickBooks', class: { __rl: true, mode: 'name', value: '' }, ...trigger }, quickBooks],
			['qbOrderToShipStation', { orderStatus: 'awaitingShipment' }, shipStation],
		]);
		await this.flow('Tracking to QuickBooks', [
			['channelTrigger', { syncDirection: 'shipmentsFromShipStation', ...trigger }, shipStation],
			['quickBooksCreateTransaction', { operation: 'addTracking' }, quickBooks],
		]);
	}

	/** A trigger and one node behind it, switched on. */
	private async flow(called: string, parts: Array<[type: string, parameters: object, credentials: object]>): Promise<void> {
		const nodes = parts.map(([type, parameters, credentials], index) => ({
			id: `node-${index}`,
			name: type,
			type: `${packageName}.${type}`,
			typeVersion: 1,
			position: [index * 220, 0] as [number, number],
			parameters,
			credentials,
		}));
		const [first, second] = nodes;
		const connections = { [first!.name]: { main: [[{ node: second!.name, type: 'main', index: 0 }]] } };
		const { n8n } = this.here;
		await n8n.activate(await n8n.importWorkflow({ name: called, nodes, connections } as never));
	}
}

import { Big } from 'big.js';
import { SEND, TRIGGER } from '../../demo/templates';
import type { BusinessInN8n } from '../n8n/business-in-n8n';
import { line } from '../simulators/quickbooks/simulated-client';
import type { ShipStationSimulator } from '../simulators/shipstation';
import type { Random } from '../simulators/shops/random';
import type { Findings } from '../judging/tally';
import { judgeShipping, ordersOf, type Written } from '../faults/judge-shipping';

const ADDRESS = { Line1: '4581 Finch St.', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' };

/** Items of the simulated company, with the SKU that ShipStation is to see. */
const TOTE = { id: '7', sku: 'TOTE-01', price: 24 };
const MUG = { id: '8', sku: 'MUG-01', price: 12.5 };

/** The business's ShipStation account, and the workflows that send invoices there and bring their tracking back. */
export class ShippingBeside {
	private readonly written: Written[] = [];

	private constructor(private readonly here: BusinessInN8n) {}

	/** @param backlog invoices that a bookkeeper has written before the workflows are switched on */
	static async open(here: BusinessInN8n, backlog: number, random: Random): Promise<ShippingBeside> {
		const beside = new ShippingBeside(here);
		for (let count = 0; count < backlog; count += 1) beside.write(random);
		await beside.switchOn();
		return beside;
	}

	get account(): ShipStationSimulator {
		return this.here.business.shipstation;
	}

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
	judge = (): Findings => judgeShipping(this.places, this.written);

	private get places() {
		return { quickbooks: this.here.business.quickbooks, shipstation: this.account };
	}

	private async switchOn(): Promise<void> {
		const options = { ordersPerPoll: 10 };
		// Whatever its class, and though nobody has paid it yet.
		const choices = { [TRIGGER]: { class: { __rl: true, mode: 'name', value: '' } }, [SEND]: { orderStatus: 'awaitingShipment' } };
		await this.here.importTemplate('quickbooks-to-shipstation', true, options, choices);
		await this.here.importTemplate('shipstation-tracking', true, options);
	}
}

import { fetchDocuments } from '../../nodes/qb-documents/fetch-documents';
import { instant } from '../../nodes/channels/instant';
import type { Outcome } from '../../nodes/outcome/outcome';
import { addTracking } from '../../nodes/quickbooks/tracking/add-tracking';
import { fetchParcels } from '../../nodes/shipstation/fetch-parcels';
import { sendDocuments } from '../../nodes/shipstation/send-documents';
import { shippedOrders } from '../../nodes/shipstation/shipped-order';
import { axios, REQUEST_TIMEOUT_MS } from '../../nodes/vendor/quickbooks';
import { startDocumentsBench, type DocumentsBench } from '../qb-documents/documents-bench';
import { AccountAtHand } from '../shipstation/account-at-hand';
import { settingsOf } from '../shipstation/planned';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { line } from '../simulators/quickbooks/simulated-client';
import type { Json } from '../simulators/quickbooks/wire-values';
import { MANUAL_STORE, type Switches } from '../simulators/shipstation';
import { ordersOf, type Written } from './judge-shipping';

const TYPES = ['Invoice', 'SalesReceipt', 'Estimate'] as const;
const PAGE = 1_000;

/** The call that a fault lets hang is given up at once. */
const HANGING_MS = 20;

/** A company and a ShipStation account on one clock, people in both, and both ways between them. */
export class ShippingBench {
	readonly written: Written[] = [];
	private readonly openedAt: string;

	private constructor(
		readonly books: DocumentsBench,
		readonly at: AccountAtHand,
	) {
		this.openedAt = books.now();
	}

	static async open(company: QuickBooksOptions, switches: Partial<Switches>): Promise<ShippingBench> {
		const books = await startDocumentsBench(company, [...TYPES]);
		const { clock } = books.company;
		const shared = { now: () => clock.now(), advance: (milliseconds: number) => clock.advance(milliseconds), set: () => undefined };
		const at = await AccountAtHand.open({ clock: shared, requestsPerMinute: 100_000, switches });
		// Changes are read through node-quickbooks, which knows no time-out but the one for everything.
		Object.defineProperty(axios.defaults, 'timeout', { configurable: true, enumerable: true, get: () => (books.company.faults.hangsNext ? HANGING_MS : REQUEST_TIMEOUT_MS) });
		return new ShippingBench(books, at);
	}

	async close(): Promise<void> {
		await this.books.close();
		await this.at.simulator.close();
	}

	get places() {
		return { quickbooks: this.books.company, shipstation: this.at.simulator };
	}

	/** Both services count from here on. */
	resetCounters(): void {
		this.books.company.resetCounters();
		this.at.simulator.counters.reset();
	}

	get writes(): number {
		return this.books.company.counters.writes + this.at.simulator.counters.writes;
	}

	/** A bookkeeper writes a document. */
	write(type: Written['type'], number: string, totes: number, mugs: number): Written {
		const { Id, TotalAmt } = this.books.enter(type, { DocNumber: number, Line: linesOf(totes, mugs), ...(type === 'Estimate' ? { TxnStatus: 'Accepted' } : {}) });
		const one: Written = { type, id: Id, number, quantities: { 'TOTE-01': totes, 'MUG-01': mugs }, total: Number(TotalAmt).toFixed(2), labels: [] };
		this.written.push(one);
		return one;
	}

	/** A bookkeeper changes what was ordered. */
	reorder(one: Written, totes: number, mugs: number): void {
		this.books.wait(1_000);
		const { TotalAmt } = this.books.company.byHand.edit(one.type, one.id, { Line: linesOf(totes, mugs) } as Json);
		Object.assign(one, { quantities: { 'TOTE-01': totes, 'MUG-01': mugs }, total: Number(TotalAmt).toFixed(2) });
	}

	void(one: Written): void {
		this.books.wait(1_000);
		this.books.company.byHand.void(one.type, one.id);
		one.cancelled = true;
	}

	/** A packer makes a label of an order. */
	ship(one: Written): void {
		const [order] = ordersOf(this.places, one);
		if (!order) throw new Error(`${one.type} ${one.number} has not arrived`);
		const trackingNumber = `1Z${one.number}${one.labels.length}`;
		this.books.wait(1_000);
		this.at.simulator.people.buyLabel(order.orderId, { trackingNumber });
		one.labels.push(trackingNumber);
	}

	/** One run from QuickBooks to ShipStation. @throws what stopped it */
	async send(): Promise<void> {
		const { clock } = this.books;
		const documents = await fetchDocuments({ quickbooks: this.books.gateway(), clock, types: TYPES }, { by: 'updated', order: 'oldest', statuses: [], pageSize: PAGE, from: this.openedAt });
		const settings = settingsOf({ storeId: MANUAL_STORE, orderStatus: 'awaitingShipment' });
		const read = valueOf(documents).orders.map((document) => ({ document, settings }));
		stopIfStopped(valueOf(await sendDocuments(read, { shipstation: this.at.another(), clock, dryRun: false, sendSamples: false })));
	}

	/** One run from ShipStation back to QuickBooks. @throws what stopped it */
	async track(invoiceSalesOrders = false): Promise<void> {
		const { clock } = this.books;
		const parcels = await fetchParcels({ shipstation: this.at.another(), clock }, { by: 'updated', order: 'oldest', statuses: [], pageSize: PAGE, from: this.openedAt });
		const shipped = shippedOrders(valueOf(parcels).orders, { sample: false, fetchedAt: instant(clock.now()) });
		stopIfStopped(valueOf(await addTracking(shipped, { invoiceSalesOrders, writeSamples: false }, { quickbooks: this.books.gateway(), clock })));
	}
}

const linesOf = (totes: number, mugs: number) => [line('7', totes, 24, { TaxCodeRef: { value: 'NON' } }), line('8', mugs, 12.5, { TaxCodeRef: { value: 'NON' } })];

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(`${outcome.failure.reason}: ${outcome.failure.message}`);
	return outcome.value;
}

function stopIfStopped({ stoppedBy }: { stoppedBy?: { reason: string; message: string } }): void {
	if (stoppedBy) throw new Error(`${stoppedBy.reason}: ${stoppedBy.message}`);
}

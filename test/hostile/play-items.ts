import fc from 'fast-check';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { orderSchema } from '../../nodes/order/order';
import { CredentialVault, runWorkflow } from '../engine';
import { filledIn } from '../MapOrderToQbTransaction/canvas';
import { documentOf } from '../qb-documents/made-up-records';
import { makeOrder, planFor, SETTINGS } from '../quickbooks/posting-bench';
import { line } from '../simulators/quickbooks/simulated-client';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { startShipStation, type ShipStationSimulator } from '../simulators/shipstation';
import { isPolluted, spoilt } from './spoil';
import { quickBooksCredential, shipStationCredential } from '../simulators/stored-credentials';

/** The services beside a node, for as long as items are fed to it. */
export interface Services {
	company: QuickBooksSimulator;
	account: ShipStationSimulator;
}

/** The nodes that take items: as classes, since jest and Node.js find their files by different names. */
export type NodeClasses = Record<'MapOrderToQbTransaction' | 'QuickBooksCreateTransaction' | 'QbOrderToShipStation', new () => INodeType>;

/** What spoilt items are made of: each of a document of its own, as otherwise the second would be known already. */
type Samples = (count: number, feeding: Feeding) => Promise<unknown[]> | unknown[];

interface Feeding {
	services: Services;
	/** Feeds an operation with sound items. @returns what it gives out first */
	feed(what: string, items: unknown[]): Promise<unknown[]>;
}

/** A node, what it is fed, and how many outputs it has. The last one is for what needs attention. */
interface Fed {
	type: keyof NodeClasses;
	parameters: INodeParameters;
	outputs: number;
	samples: Samples;
}

const REFUND = { id: 'r', at: '2026-03-02T10:00:00Z', amount: '10.97', currency: 'USD', lines: [{ lineId: '2', quantity: '1', net: '10.01', tax: '0.96' }] };
const order = (number: number) => orderSchema.parse(makeOrder(String(number), { refunds: [REFUND], note: 'Thanks', billTo: { line1: '1 Main St', city: 'Bayshore', country: 'US' } }));
const plan = (number: number) => planFor(makeOrder(String(number)), { ...SETTINGS, transactionType: 'salesOrderInvoicePayment' });
const period = {
	...{ document: 'period', schemaVersion: 1, channel: 'woocommerce', accountId: 'shop.example.com', orders: 1, unreadable: 0, complete: true },
	...{ from: '2026-03-01T05:00:00Z', to: '2026-03-02T05:00:00Z', firstDay: '2026-03-01', lastDay: '2026-03-01' },
};

/** An invoice that a person entered, and that has left. */
function shipped({ company }: Services, number: number): unknown {
	const { Id } = company.byHand.create('Invoice', { DocNumber: `S-${number}`, CustomerRef: { value: '2' }, Line: [line('7', 1, 24)] });
	return { document: 'shippedOrder', qbDocument: { realmId: company.realmId, type: 'Invoice', id: Id }, parcels: [{ trackingNumber: `1Z${number}`, shipDate: '2026-03-05' }], voidedNumbers: ['1Z0'] };
}

const each = (make: (number: number) => unknown): Samples => (count) => Array.from({ length: count }, (_, index) => make(index + 1));

/** Numbers of orders that no other operation has to do with. */
const TO_UNDO = 50_000;

const create = (operation: string, samples: Samples, more: INodeParameters = {}): Fed => ({
	type: 'QuickBooksCreateTransaction',
	parameters: { operation, ...more },
	outputs: 3,
	samples,
});

/** Every operation that takes items, on the documents that it takes. */
export const FED: Record<string, Fed> = {
	Map: { type: 'MapOrderToQbTransaction', parameters: filledIn, outputs: 2, samples: each((number) => (number % 4 === 0 ? period : order(number))) },
	Post: create('post', each(plan)),
	Preview: create('preview', each((number) => (number % 4 === 0 ? order(number) : plan(10_000 + number)))),
	Reconcile: create('reconcile', each((number) => (number % 4 === 0 ? period : plan(number)))),
	Undo: create('undo', async (count, { feed }) => await feed('Post', Array.from({ length: count }, (_, index) => plan(TO_UNDO + index))), { undoPreview: false }),
	'Add Tracking': create('addTracking', (count, { services }) => Array.from({ length: count }, (_, index) => shipped(services, index))),
	'QB Order to ShipStation': {
		type: 'QbOrderToShipStation',
		parameters: { operation: 'send' },
		outputs: 3,
		samples: each((number) => documentOf({ Id: String(number), DocNumber: String(number) })),
	},
};

export async function startServices(): Promise<Services & { close(): Promise<void> }> {
	const [company, account] = await Promise.all([startQuickBooks({ limits: 'lifted' }), startShipStation({ requestsPerMinute: 100_000 })]);
	return { company, account, close: async () => void (await Promise.all([company.close(), account.close()])) };
}

export interface ItemsPlayed {
	/** Items that were worked on to their end: the others are for a person. */
	done: number;
	/** What is not as it should be: an item that is lost or given out twice, or a run that an item stops. */
	words: string[];
}

/** Feeds a node spoilt items, as a builder's own code could. */
export async function playItems(what: string, nodes: NodeClasses, services: Services, count: number, seed: number): Promise<ItemsPlayed> {
	const { outputs, samples } = FED[what]!;
	const vault = new CredentialVault([quickBooksCredential(services.company), shipStationCredential(services.account)]);
	const run = async (fed: string, items: unknown[]) =>
		await runWorkflow({ nodes: [{ name: 'Fed', type: new nodes[FED[fed]!.type](), parameters: FED[fed]!.parameters }], vault, input: items.map((json) => ({ json: json as never })) });
	const feed = async (fed: string, items: unknown[]) => (await run(fed, items)).json('Fed', 0);
	const sound = (await samples(count, { services, feed })).map((sample) => JSON.parse(JSON.stringify(sample)) as object);
	const words: string[] = sound.length === count ? [] : [`there are ${sound.length} sound items instead of ${count}`];
	// n8n's items are what JSON can say.
	const items = sound.map((sample, index) => JSON.parse(JSON.stringify(fc.sample(spoilt(sample), { numRuns: 1, seed: seed + index })[0])) as Record<string, unknown>);
	const ended = await run(what, items);
	if (isPolluted()) words.push('an object got a property from outside');
	if (ended.error) return { done: 0, words: [...words, `the run was stopped: ${ended.error.message} (${ended.error.description})`] };
	const left = Array.from({ length: outputs }, (_, output) => ended.items('Fed', output));
	const times = new Map<number, number>();
	for (const { pairedItem } of left.flat()) {
		const { item } = pairedItem as { item: number };
		times.set(item, (times.get(item) ?? 0) + 1);
	}
	items.forEach((item, index) => {
		const out = times.get(index) ?? 0;
		// A period is followed by what the books hold beyond it, and what is no posting is counted in a hint.
		const passesBy = what === 'Undo' && (item.document !== 'posting' || !('transactions' in item));
		const right = passesBy ? out === 0 : out === 1 || (what === 'Reconcile' && out > 1);
		if (!right) words.push(`item ${index} came out ${out} times: ${JSON.stringify(item).slice(0, 300)}`);
	});
	return { done: left.slice(0, -1).flat().length, words };
}

import fc from 'fast-check';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { orderSchema } from '../../nodes/order/order';
import { CredentialVault, runWorkflow } from '../engine';
import { filledIn } from '../MapOrderToQbTransaction/canvas';
import { documentOf } from '../qb-documents/made-up-records';
import { makeOrder, planFor, SETTINGS } from '../quickbooks/posting-bench';
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

/** A node, what it is fed, and how many outputs it has. */
interface Fed {
	type: keyof NodeClasses;
	parameters: INodeParameters;
	outputs: number;
	samples: (services: Services) => unknown[];
}

const order = () => orderSchema.parse(makeOrder('1', { refunds: [{ id: 'r', at: '2026-03-02T10:00:00Z', amount: '10.97', currency: 'USD', lines: [{ lineId: '2', quantity: '1', net: '10.01', tax: '0.96' }] }], note: 'Thanks', billTo: { line1: '1 Main St', city: 'Bayshore', country: 'US' } }));
const plan = () => planFor(makeOrder('1'), { ...SETTINGS, transactionType: 'salesOrderInvoicePayment' });
const period = {
	...{ document: 'period', schemaVersion: 1, channel: 'woocommerce', accountId: 'shop.example.com', orders: 1, unreadable: 0, complete: true },
	...{ from: '2026-03-01T05:00:00Z', to: '2026-03-02T05:00:00Z', firstDay: '2026-03-01', lastDay: '2026-03-01' },
};
const shipped = ({ company }: Services) => ({ document: 'shippedOrder', qbDocument: { realmId: company.realmId, type: 'Invoice', id: '1' }, parcels: [{ trackingNumber: '1Z1', shipDate: '2026-03-05' }], voidedNumbers: ['1Z0'] });
const posting = {
	document: 'posting',
	schemaVersion: 1,
	outcome: 'posted',
	action: 'created',
	summary: 'posted',
	order: { channel: 'woocommerce', accountId: 'shop.example.com', id: '1', number: '1' },
	transactions: [{ type: 'SalesReceipt', id: '5', key: 'sale', done: 'created', total: '60.74' }],
	newRecords: [{ entity: 'Customer', id: '7', name: 'Ana' }],
};

const create = (operation: string, samples: Fed['samples'], more: INodeParameters = {}): Fed => ({
	type: 'QuickBooksCreateTransaction',
	parameters: { operation, ...more },
	outputs: 3,
	samples,
});

/** Every operation that takes items, on the documents that it takes. */
export const FED: Record<string, Fed> = {
	Map: { type: 'MapOrderToQbTransaction', parameters: filledIn, outputs: 2, samples: () => [order(), period] },
	Post: create('post', () => [plan()]),
	Preview: create('preview', () => [plan(), order()]),
	Reconcile: create('reconcile', () => [plan(), period]),
	Undo: create('undo', () => [posting]),
	'Add Tracking': create('addTracking', (services) => [shipped(services)]),
	'QB Order to ShipStation': { type: 'QbOrderToShipStation', parameters: { operation: 'preview' }, outputs: 3, samples: () => [documentOf()] },
};

export async function startServices(): Promise<Services & { close(): Promise<void> }> {
	const [company, account] = await Promise.all([startQuickBooks(), startShipStation({ requestsPerMinute: 100_000 })]);
	return { company, account, close: async () => void (await Promise.all([company.close(), account.close()])) };
}

/**
 * Feeds a node spoilt items, as a builder's own code could. @returns what is not as it should be: an item that is lost or given out twice, or a
 * run that an item stops
 */
export async function playItems(what: string, nodes: NodeClasses, services: Services, count: number, seed: number): Promise<string[]> {
	const { type, parameters, outputs, samples } = FED[what]!;
	const { company, account } = services;
	const vault = new CredentialVault([quickBooksCredential(company), shipStationCredential(account)]);
	const given = samples(services).map((sample) => JSON.parse(JSON.stringify(sample)) as object);
	const items = fc
		.sample(fc.oneof(...given.map((sample) => spoilt(sample))), { numRuns: count, seed })
		// n8n's items are what JSON can say.
		.map((item) => JSON.parse(JSON.stringify(item)) as object);
	const run = await runWorkflow({ nodes: [{ name: 'Fed', type: new nodes[type](), parameters }], vault, input: items.map((json) => ({ json: json as never })) });
	const words: string[] = isPolluted() ? ['an object got a property from outside'] : [];
	if (run.error) return [...words, `the run was stopped: ${run.error.message} (${run.error.description})`];
	const left = Array.from({ length: outputs }, (_, output) => run.items('Fed', output)).flat();
	const times = new Map<number, number>();
	for (const { pairedItem } of left) {
		const { item } = pairedItem as { item: number };
		times.set(item, (times.get(item) ?? 0) + 1);
	}
	items.forEach((item, index) => {
		const out = times.get(index) ?? 0;
		// A period is followed by what the books hold beyond it.
		const right = out === 1 || (what === 'Reconcile' && out > 1) || (what === 'Undo' && out === 0);
		if (!right) words.push(`item ${index} came out ${out} times: ${JSON.stringify(item).slice(0, 300)}`);
	});
	return words;
}

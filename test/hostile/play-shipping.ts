import fc from 'fast-check';
import { compare, minus, sum } from '../../nodes/order/money';
import type { Failure } from '../../nodes/outcome/failure';
import { isStanding, type DocumentType, type StandingDocument } from '../../nodes/qb-documents/qb-document';
import { readQbDocument } from '../../nodes/qb-documents/read-qb-document';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import { fetchParcels } from '../../nodes/shipstation/fetch-parcels';
import { totalOf } from '../../nodes/shipstation/items';
import { orderToSendSchema } from '../../nodes/shipstation/order-to-send';
import { shippedOrders, shippedOrderSchema } from '../../nodes/shipstation/shipped-order';
import { readShippingSettings, type ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { toShipStationOrder, type ShippingPlan } from '../../nodes/shipstation/to-shipstation-order';
import { CONTEXT, DETAILS, documentOf, INVOICE } from '../qb-documents/made-up-records';
import { AccountAtHand } from '../shipstation/account-at-hand';
import { orderOf } from '../shipstation/planned';
import { runningClock } from '../simulators/shops/shop-clock';
import { isPolluted, spoilt } from './spoil';

const sampled = <T>(sample: T, count: number, seed: number): T[] =>
	// As it comes over the wire.
	fc.sample(spoilt(sample), { numRuns: count, seed }).map((value) => JSON.parse(JSON.stringify(value)) as T);

const settingsOf = (input: ShippingSettingsInput) => {
	const read = readShippingSettings(input);
	if (!read.ok) throw new Error(read.failure.message);
	return read.value;
};
const SETTINGS = [settingsOf({}), settingsOf({ address: { incomplete: 'hold', holdTagId: 3 }, tagIds: [1], decimalQuantities: 'onePiece' })];

export interface ShippingPlayed {
	/** What was read and planned to its end, and not refused. */
	done: number;
	/** What is not as it should be. */
	words: string[];
}

/** Reads spoilt records of QuickBooks and plans what goes to ShipStation. */
export function playRecords(count: number, seed: number): ShippingPlayed {
	const words: string[] = [];
	let done = 0;
	for (const type of ['Invoice', 'SalesReceipt', 'Estimate'] as DocumentType[]) {
		for (const record of sampled(INVOICE, count, seed)) {
			try {
				const document = toQbDocument(type, record, DETAILS, CONTEXT);
				const again = readQbDocument(JSON.parse(JSON.stringify(document)));
				if (!again.ok) words.push(`a document that no node reads: ${again.failure.message}`);
				if (document.status === 'unreadable' && document.reason === '') words.push('refused without a reason');
				for (const settings of isStanding(document) ? SETTINGS : []) {
					const plan = toShipStationOrder(document as StandingDocument, settings);
					words.push(...(plan.ok ? faultsOfPlan(plan.value, document as StandingDocument) : faultsOfRefusal(plan.failure)));
					if (plan.ok && plan.value.kind === 'send') done += 1;
				}
			} catch (thrown) {
				words.push(`${String(thrown)} at ${JSON.stringify(record).slice(0, 300)}`);
			}
		}
	}
	if (isPolluted()) words.push('an object got a property from outside');
	return { done, words };
}

const faultsOfRefusal = ({ reason, message, remedy }: Failure): string[] => (message.trim() === '' || remedy.trim() === '' ? [`refused without words: ${reason}`] : []);

/** What is sent is what ShipStation takes, whole characters, and comes to what the document does. */
function faultsOfPlan(plan: ShippingPlan, { total, refunds, lines }: StandingDocument): string[] {
	if (plan.kind !== 'send') return [];
	const { order } = plan;
	const read = orderToSendSchema.safeParse(order);
	const words = read.success ? [] : [`ShipStation would not take the order: ${read.error.message}`];
	JSON.stringify(order, (field, value: unknown) => {
		if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) words.push(`half a character is sent as ${field}`);
		return value;
	});
	// Which services are left out is the mapper's own affair.
	if (lines.flatMap((one) => [one, ...one.components]).some(({ itemType }) => itemType === 'Service')) return words;
	const shown = totalOf(order.items, String(order.taxAmount), String(order.shippingAmount));
	const apart = minus(minus(total, sum(refunds.map((refund) => refund.total))), shown);
	return compare(apart.replace('-', ''), '0.01') > 0 ? [...words, `the order comes to ${shown}, the document to ${total}`] : words;
}

/** Reads an account whose lists of shipments, of what was marked as shipped and of orders are spoilt. */
export async function playParcels(count: number, seed: number): Promise<ShippingPlayed> {
	const here = await AccountAtHand.open({ clock: runningClock(), requestsPerMinute: 100_000 });
	const { simulator: account, gateway } = here;
	const words: string[] = [];
	let done = 0;
	try {
		const outcomes = await gateway.sendOrders(['12', '13'].map((Id) => orderOf(documentOf({ Id, DocNumber: `10${Id}` }))));
		const [first = 0, second = 0] = outcomes.map((outcome) => (outcome.ok ? outcome.value.orderId : 0));
		account.people.buyLabel(first, { trackingNumber: '1Z111', carrierCode: 'ups', serviceCode: 'ups_ground', shipDate: '2026-03-05', cost: 7.25 });
		account.people.markAsShipped(second, { carrierCode: 'FedEx', trackingNumber: '7777', shipDate: '2026-03-06' });
		for (let one = 0; one < count; one += 1) {
			account.faults.clear();
			account.faults.add({
				times: Infinity,
				effect: (answer) => ({ ...answer, body: sampled(typeof answer.body === 'string' ? (JSON.parse(answer.body) as unknown) : JSON.parse(JSON.stringify(answer.body)), 1, seed + one)[0] }),
			});
			try {
				const session = { shipstation: here.another(), clock: { now: () => account.clock.now(), cancelled: () => false, sleep: () => Promise.resolve() } };
				const page = await fetchParcels(session, { by: 'updated', order: 'oldest', statuses: [], pageSize: 100, from: '2020-01-01T00:00:00.000Z' });
				if (!page.ok) words.push(...faultsOfRefusal(page.failure));
				const shipped = page.ok ? shippedOrders(page.value.orders, { sample: false }) : [];
				for (const order of shipped) {
					const read = shippedOrderSchema.safeParse(JSON.parse(JSON.stringify(order)));
					if (read.success) done += 1;
					else words.push(`a shipped order that no node reads: ${read.error.message} (poll ${one})`);
				}
			} catch (thrown) {
				words.push(`${String(thrown)} (poll ${one})`);
			}
		}
		if (isPolluted()) words.push('an object got a property from outside');
		return { done, words };
	} finally {
		await account.close();
	}
}

import type { QbDocument, StandingDocument } from '../../nodes/qb-documents/qb-document';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import { sendDocuments, type SendingRun } from '../../nodes/shipstation/send-documents';
import type { SendingReport } from '../../nodes/shipstation/sending-report';
import type { ShippingSettingsInput } from '../../nodes/shipstation/shipping-settings';
import { CONTEXT, DETAILS, documentOf } from '../qb-documents/made-up-records';
import { MANUAL_STORE } from '../simulators/shipstation';
import { AccountAtHand } from './account-at-hand';
import { settingsOf } from './planned';

let here: AccountAtHand;
beforeEach(async () => {
	here = await AccountAtHand.open();
});
afterEach(async () => await here.simulator.close());

async function run(documents: QbDocument[], input: ShippingSettingsInput = {}, more: { dryRun?: boolean; sendSamples?: boolean } = {}): Promise<SendingRun> {
	const shipstation = here.another();
	const clock = { now: () => here.simulator.clock.now(), sleep: async () => {}, cancelled: () => false };
	const settings = settingsOf(input);
	const sent = await sendDocuments(documents.map((document) => ({ document, settings })), { shipstation, clock, dryRun: false, sendSamples: false, ...more });
	if (!sent.ok) throw new Error(`${sent.failure.reason}: ${sent.failure.message}`);
	return sent.value;
}

const only = async (document: QbDocument, input: ShippingSettingsInput = {}, more = {}): Promise<SendingReport> => (await run([document], input, more)).reports[0]!;

const paid = { Balance: 0, LinkedTxn: [{ TxnId: '99', TxnType: 'Payment' }] };
const deleted = (id: string, type: 'Invoice' | 'Estimate' = 'Invoice') => toQbDocument(type, { Id: id, status: 'Deleted' }, DETAILS, CONTEXT);
const voided = (id = '12') => documentOf({ Id: id, TotalAmt: 0, Balance: 0, PrivateNote: 'Voided' });
const key = (id: string, type = 'Invoice') => `qbo-${CONTEXT.realmId}-${type}-${id}`;
const stored = (orderKey = key('12')) => here.byKey(orderKey)!;
const writeLog = () => here.simulator.counters.writeLog;

test('a document is sent once; the same one again writes nothing', async () => {
	expect(await only(documentOf())).toMatchObject({
		document: 'sending',
		outcome: 'sent',
		action: 'created',
		summary: 'Invoice 1042: order 1042 created, awaiting payment',
		qbDocument: { type: 'Invoice', id: '12', docNumber: '1042', total: '64.5', currency: 'USD' },
		order: { orderKey: key('12'), orderNumber: '1042', orderStatus: 'awaiting_payment', orderId: expect.any(Number) },
	});
	expect(await only(documentOf())).toMatchObject({ outcome: 'unchanged', action: 'none', order: { orderKey: key('12') } });
	expect(writeLog()).toEqual(['create 1042']);
});

test.each(['internalNotes', 'customField1', 'customField2', 'customField3'] as const)('what was sent is remembered in %s: nothing is sent twice, and a change is', async (fingerprint) => {
	await only(documentOf(), { fingerprint });
	const { internalNotes, advancedOptions } = stored();
	const places = { internalNotes, customField1: advancedOptions.customField1, customField2: advancedOptions.customField2, customField3: advancedOptions.customField3 };
	expect(Object.entries(places).flatMap(([place, text]) => (text?.includes('[order-sync]') ? [place] : []))).toEqual([fingerprint]);
	expect(await only(documentOf(), { fingerprint })).toMatchObject({ outcome: 'unchanged' });
	expect(await only(documentOf(paid), { fingerprint })).toMatchObject({ action: 'updated' });
	expect(await only(documentOf(paid), { fingerprint })).toMatchObject({ outcome: 'unchanged' });
	// Another place is no reason to send again what has not changed.
	expect(await only(documentOf(paid), { fingerprint: fingerprint === 'customField1' ? 'internalNotes' : 'customField1' })).toMatchObject({ outcome: 'unchanged' });
	expect(writeLog()).toEqual(['create 1042', 'update 1042']);
});

test('a payment releases the order, and what packers did meanwhile stays', async () => {
	await only(documentOf(), { tagIds: [8336] });
	const { orderId } = stored();
	here.simulator.people.edit(orderId, {
		shipTo: { ...stored().shipTo, street2: 'Back door' },
		weight: { value: 30, units: 'ounces' },
		carrierCode: 'ups',
		serviceCode: 'ups_ground',
		tagIds: [8336, 8324],
		advancedOptions: { ...stored().advancedOptions, customField2: 'Shelf 7' },
	});
	expect(await only(documentOf(paid), { tagIds: [8336] })).toMatchObject({ action: 'updated', order: { orderStatus: 'awaiting_shipment', orderId } });
	expect(stored()).toMatchObject({
		orderStatus: 'awaiting_shipment',
		amountPaid: 64.5,
		shipTo: { street2: 'Back door' },
		weight: { value: 30, units: 'ounces' },
		serviceCode: 'ups_ground',
		tagIds: [8336, 8324],
		advancedOptions: { customField2: 'Shelf 7' },
	});
});

test('a new address in QuickBooks replaces one that a packer corrected', async () => {
	await only(documentOf());
	here.simulator.people.edit(stored().orderId, { shipTo: { ...stored().shipTo, street2: 'Back door' } });
	await only(documentOf({ ShipAddr: { Line1: '9 New Rd', City: 'Bayshore', CountrySubDivisionCode: 'CA', PostalCode: '94326' } }));
	expect(stored().shipTo).toMatchObject({ street1: '9 New Rd' });
	expect(stored().shipTo.street2).not.toBe('Back door');
});

test('a hold that a packer set stays; ours ends when the address is complete', async () => {
	await only(documentOf());
	here.simulator.people.edit(stored().orderId, { orderStatus: 'on_hold' });
	expect(await only(documentOf(paid))).toMatchObject({ action: 'updated', remarks: [expect.stringContaining('stays on hold')] });
	expect(stored().orderStatus).toBe('on_hold');

	const nowhere = { Id: '13', DocNumber: '1043', ShipAddr: { Line1: 'Somewhere' }, ...paid };
	await only(documentOf(nowhere), { address: { incomplete: 'hold', holdTagId: 8324 } });
	expect(stored(key('13'))).toMatchObject({ orderStatus: 'on_hold', tagIds: [8324] });
	await only(documentOf({ ...paid, Id: '13', DocNumber: '1043' }), { address: { incomplete: 'hold' } });
	expect(stored(key('13')).orderStatus).toBe('awaiting_shipment');
});

describe('what has left stays as it is', () => {
	test.each(['refused', 'ignored'] as const)('a shipped order is left alone and said, where ShipStation has updates of it %s', async (lockedOrder) => {
		here.simulator.switches.lockedOrder = lockedOrder;
		await only(documentOf());
		here.simulator.people.buyLabel(stored().orderId);
		expect(await only(documentOf(paid))).toMatchObject({ outcome: 'unchanged', action: 'left', summary: expect.stringContaining('shipped in ShipStation') });
		expect(writeLog()).toHaveLength(1);
	});

	test('an order that a person cancelled in ShipStation is not sent again', async () => {
		await only(documentOf());
		here.simulator.people.cancel(stored().orderId);
		expect(await only(documentOf(paid))).toMatchObject({ outcome: 'unchanged', action: 'left', summary: expect.stringContaining('cancelled in ShipStation') });
	});

	test('a split order that changed goes to a person', async () => {
		await only(documentOf());
		here.simulator.people.split(stored().orderId, { 'MUG-01': 1 });
		expect(await only(documentOf(paid))).toMatchObject({ outcome: 'needsAttention', attention: { reason: 'split-or-merged' } });
		expect(await only(documentOf())).toMatchObject({ outcome: 'unchanged' });
	});

	test('an order that was merged into another one is not made anew', async () => {
		await run([documentOf(), documentOf({ Id: '13', DocNumber: '1043' })]);
		here.simulator.people.merge(stored(key('13')).orderId, [stored().orderId]);
		expect(await only(documentOf(paid))).toMatchObject({ outcome: 'unchanged', action: 'left', summary: 'Invoice 1042: nothing sent, as its order was merged into order 1043 in ShipStation' });
		expect(await only(documentOf({ Id: '13', DocNumber: '1043' }))).toMatchObject({ outcome: 'unchanged', action: 'none' });
		expect(await only(voided())).toMatchObject({ outcome: 'needsAttention', attention: { reason: 'merged-before-cancelled', message: expect.stringContaining('order 1043') } });
		expect(writeLog()).toEqual(['create 1042', 'create 1043']);
	});
});

describe('a document that does not stand any more', () => {
	test.each([
		['voided', () => voided()],
		['deleted', () => deleted('12')],
	])('%s: its order is cancelled, once', async (_how, gone) => {
		await only(documentOf());
		expect(await only(gone())).toMatchObject({ outcome: 'sent', action: 'cancelled', summary: expect.stringContaining('order 1042 cancelled') });
		expect(stored()).toMatchObject({ orderStatus: 'cancelled', items: [{ quantity: 2 }, { quantity: 1 }] });
		expect(await only(gone())).toMatchObject({ outcome: 'unchanged' });
	});

	test('its order has been shipped: a person is told', async () => {
		await only(documentOf());
		here.simulator.people.buyLabel(stored().orderId);
		expect(await only(voided())).toMatchObject({ outcome: 'needsAttention', attention: { reason: 'shipped-before-cancelled' } });
	});

	test('it never was sent: nothing is written', async () => {
		const { reports } = await run([voided(), deleted('77')]);
		expect(reports.map(({ outcome, action }) => [outcome, action])).toEqual([['unchanged', 'left'], ['unchanged', 'left']]);
		expect(writeLog()).toEqual([]);
	});

	test('both parts of a split order are cancelled', async () => {
		await only(documentOf());
		here.simulator.people.split(stored().orderId, { 'MUG-01': 1 });
		expect(await only(voided())).toMatchObject({ action: 'cancelled' });
		expect(here.simulator.account.withKey(key('12')).map(({ order }) => order.orderStatus)).toEqual(['cancelled', 'cancelled']);
	});
});

describe('a sales order and its invoice', () => {
	const estimate = (TxnStatus = 'Accepted', LinkedTxn: object[] = []) => documentOf({ Id: '5', DocNumber: 'E-5', TxnStatus, LinkedTxn, Balance: undefined }, 'Estimate');
	const closed = () => estimate('Closed', [{ TxnId: '12', TxnType: 'Invoice' }]);
	const invoice = (id = '12', changes: object = {}): StandingDocument => ({
		...documentOf({ Id: id, ...changes }),
		links: [{ type: 'Estimate', id: '5' }],
		estimate: { id: '5', status: 'Closed', invoices: [id], txnDate: '2026-03-02' },
	});
	const keys = () => here.simulator.account.orders.map(({ orderKey }) => orderKey);
	const ESTIMATE = key('5', 'Estimate');

	test('ship once: the invoice updates the order that the sales order made, and the sales order does not undo it', async () => {
		await only(estimate());
		expect(await only(invoice('12', paid))).toMatchObject({ action: 'updated', order: { orderNumber: '1042', orderStatus: 'awaiting_shipment' } });
		expect(await only(closed())).toMatchObject({ outcome: 'unchanged', summary: expect.stringContaining('invoice was sent in its place') });
		expect(await only(invoice('12', paid))).toMatchObject({ outcome: 'unchanged' });
		expect(keys()).toEqual([ESTIMATE]);
	});

	test('in one run are one order, whichever comes first', async () => {
		for (const documents of [[closed(), invoice()], [invoice(), closed()]]) {
			const { reports } = await run(documents);
			expect(reports.find(({ qbDocument }) => qbDocument.type === 'Estimate')).toMatchObject({ outcome: 'unchanged' });
			expect(keys()).toEqual([ESTIMATE]);
		}
	});

	test('invoiced in parts, of which none was sent as a whole, are as many orders', async () => {
		const part = (id: string): StandingDocument => ({ ...invoice(id), estimate: { id: '5', status: 'Closed', invoices: ['12', '14'] } });
		await run([part('12'), part('14')]);
		expect(keys().sort()).toEqual([key('12'), key('14')]);
	});

	test('sent as a whole, then invoiced in parts, ships once', async () => {
		await only(estimate());
		const part: StandingDocument = { ...invoice(), estimate: { id: '5', status: 'Accepted', invoices: ['12'] } };
		expect(await only(part)).toMatchObject({ outcome: 'unchanged', action: 'left', summary: expect.stringContaining('shipped as a whole') });
		expect(keys()).toEqual([ESTIMATE]);
	});

	test('an invoice that is voided gives the order back to its sales order', async () => {
		await only(estimate());
		await only(invoice());
		const { reports } = await run([voided(), estimate()]);
		expect(reports.map(({ action }) => action)).toEqual(['left', 'updated']);
		expect(stored(ESTIMATE).orderStatus).toBe('awaiting_payment');
	});

	test('an invoice that is deleted while nobody reads sales orders cancels the order, and the next one is a new order', async () => {
		await only(invoice());
		expect(await only(deleted('12'))).toMatchObject({ action: 'cancelled' });
		expect(await only(invoice('15'))).toMatchObject({ action: 'created', order: { orderKey: key('15') } });
		expect(await only(invoice('15'))).toMatchObject({ outcome: 'unchanged' });
		expect(keys()).toEqual([ESTIMATE, key('15')]);
	});

	test('sent as its invoice only: the sales order waits, and an order whose invoice is gone waits on hold', async () => {
		const asInvoice = { estimates: 'asInvoice' } as const;
		expect(await only(estimate(), asInvoice)).toMatchObject({ outcome: 'unchanged', summary: expect.stringContaining('waits for its invoice') });
		await only(invoice('12', paid), asInvoice);
		const { reports } = await run([deleted('12'), estimate()], asInvoice);
		expect(reports.map(({ action }) => action)).toEqual(['left', 'updated']);
		expect(stored(ESTIMATE).orderStatus).toBe('on_hold');
	});

	test('invoiced before it was sent, while invoices are not fetched, goes to a person', async () => {
		expect(await only(closed())).toMatchObject({ outcome: 'needsAttention', attention: { reason: 'invoiced-before-sent', remedy: expect.stringContaining("'Documents'") } });
	});

	test('a rejected sales order is cancelled', async () => {
		await only(estimate());
		expect(await only(estimate('Rejected'))).toMatchObject({ action: 'cancelled' });
	});
});

test('one document that cannot be sent does not stop the others', async () => {
	const { reports } = await run([documentOf({ ShipAddr: { Line1: 'Somewhere' } }), documentOf({ Id: '13', DocNumber: '1043' }), toQbDocument('Invoice', { Id: '14', TotalAmt: 'much' }, DETAILS, CONTEXT)]);
	expect(reports.map(({ outcome, attention }) => [outcome, attention?.reason])).toEqual([
		['needsAttention', 'address-incomplete'],
		['sent', undefined],
		['needsAttention', 'document-unreadable'],
	]);
});

test('the same document twice in a run counts once, by its last reading', async () => {
	const { reports } = await run([documentOf(), documentOf(paid)]);
	expect(reports.map(({ outcome }) => outcome)).toEqual(['unchanged', 'sent']);
	expect(stored().orderStatus).toBe('awaiting_shipment');
});

test('a preview writes nothing and shows exactly what would be sent', async () => {
	const previewed = await only(documentOf(), { storeId: MANUAL_STORE }, { dryRun: true });
	expect(previewed).toMatchObject({ outcome: 'preview', action: 'wouldCreate', payload: { orderKey: key('12'), advancedOptions: { storeId: MANUAL_STORE } } });
	expect(await only({ ...documentOf(), sample: true })).toMatchObject({ outcome: 'preview' });
	expect(here.simulator.counters.writes).toBe(0);
	expect(await only({ ...documentOf(), sample: true }, {}, { sendSamples: true })).toMatchObject({ outcome: 'sent' });
});

describe('ShipStation’s lists', () => {
	test('a store that was removed stops the run with its id, before anything is written', async () => {
		here.simulator.people.removeStore(MANUAL_STORE);
		await expect(only(documentOf(), { storeId: MANUAL_STORE })).rejects.toThrow(`store-missing: 'Store' is the store with the id ${MANUAL_STORE}, which does not exist in ShipStation`);
		expect(writeLog()).toEqual([]);
	});

	test('a service that does not exist goes to a person; the others are sent', async () => {
		const map = [
			{ shipMethod: 'UPS Ground', carrierCode: 'ups', serviceCode: 'ups_ground' },
			{ shipMethod: 'Rocket', carrierCode: 'ups', serviceCode: 'ups_rocket' },
			{ shipMethod: 'Drone', carrierCode: 'drones', serviceCode: 'fast' },
		];
		const by = (id: string, method: string) => documentOf({ Id: id, DocNumber: id, ShipMethodRef: { value: method, name: method } });
		const { reports } = await run([by('1', 'UPS Ground'), by('2', 'Rocket'), by('3', 'Drone')], { service: { map } });
		expect(reports.map(({ outcome, attention }) => [outcome, attention?.reason])).toEqual([
			['sent', undefined],
			['needsAttention', 'service-missing'],
			['needsAttention', 'service-missing'],
		]);
		expect(stored(key('1'))).toMatchObject({ carrierCode: 'ups', serviceCode: 'ups_ground' });
	});
});

test('a thousand documents cost at most thirteen calls, and the second run writes nothing', async () => {
	const documents = Array.from({ length: 1_000 }, (_, index) => documentOf({ Id: String(index + 1), DocNumber: String(2_000 + index), ...paid }));
	const first = await run(documents, { storeId: MANUAL_STORE });
	expect(first.reports.every(({ action }) => action === 'created')).toBe(true);
	const { counters } = here.simulator;
	expect(counters.calls).toBeLessThanOrEqual(13);
	counters.reset();
	const second = await run(documents, { storeId: MANUAL_STORE });
	expect(second.reports.every(({ outcome }) => outcome === 'unchanged')).toBe(true);
	expect(counters).toMatchObject({ writes: 0 });
	expect(counters.calls).toBeLessThanOrEqual(3);
});

test('documents of days far apart are looked up in a few stretches, not in all orders between', async () => {
	const days = ['2025-01-05', '2025-06-01', '2025-09-01', '2026-01-15', '2026-03-01', '2026-03-02'];
	await run(days.map((TxnDate, index) => documentOf({ Id: String(index + 1), DocNumber: String(index), TxnDate })));
	expect(here.simulator.log.filter(({ path }) => path === '/orders').length).toBe(4);
	const again = await run(days.map((TxnDate, index) => documentOf({ Id: String(index + 1), DocNumber: String(index), TxnDate })));
	expect(again.reports.map(({ outcome }) => outcome)).toEqual(days.map(() => 'unchanged'));
});

test('a key that has run out stops the run with what to do', async () => {
	here.simulator.switches.keyExpired = true;
	await expect(only(documentOf())).rejects.toThrow(/key/);
});

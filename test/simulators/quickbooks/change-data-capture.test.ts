import { MovableClock, startQuickBooks, type QuickBooksSimulator } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf, type Json } from './wire-values';

test('change data capture answers what was written since, deletions included, and 30 days at most', async () => {
	const quickbooks = await startQuickBooks({ clock: new MovableClock('2026-03-01T12:00:00Z') });
	const client = new SimulatedClient(quickbooks);
	await client.create('SalesReceipt', { DocNumber: 'old', Line: [line('8', 1, 12.5)] });
	quickbooks.clock.advance(60_000);
	const doomed = await client.create('SalesReceipt', { DocNumber: 'doomed', Line: [line('8', 1, 12.5)] });
	await client.create('SalesReceipt', { DocNumber: 'new', Line: [line('8', 1, 12.5)] });
	await client.operate('delete', 'SalesReceipt', { Id: doomed.Id, SyncToken: '0' });
	const answer = await client.send('GET', 'cdc?entities=SalesReceipt,Invoice&changedSince=2026-03-01T12:00:30Z');
	const [receipts, invoices] = listOf(listOf(answer.body.CDCResponse)[0]?.QueryResponse);
	expect(listOf(receipts?.SalesReceipt).map(({ Id, DocNumber, status }) => [Id, DocNumber, status])).toEqual([
		['3', 'new', undefined],
		[doomed.Id, undefined, 'Deleted'],
	]);
	expect(invoices).toEqual({});
	expect(objectOf((await client.send('GET', 'cdc?entities=Invoice&changedSince=2026-01-01')).body.Fault).type).toBe(
		'ValidationFault',
	);
	await quickbooks.close();
});

describe('what became of sales orders, invoices and receipts since', () => {
	let quickbooks: QuickBooksSimulator;
	let client: SimulatedClient;
	const since = '2026-03-01T12:00:30Z';

	beforeEach(async () => {
		quickbooks = await startQuickBooks({ clock: new MovableClock('2026-03-01T12:00:00Z') });
		client = new SimulatedClient(quickbooks);
	});

	afterEach(async () => {
		expect(quickbooks.audit()).toEqual([]);
		await quickbooks.close();
	});

	const sale = { CustomerRef: { value: '2' }, Line: [line('8', 1, 12.5)] };
	const changes = async (): Promise<Json> => {
		const answer = await client.send('GET', `cdc?entities=Estimate,Invoice,SalesReceipt&changedSince=${since}`);
		const found = listOf(listOf(answer.body.CDCResponse)[0]?.QueryResponse);
		return Object.assign({}, ...found) as Json;
	};

	test.each(['Estimate', 'Invoice', 'SalesReceipt'])('a deleted %s is told by its Id alone', async (type) => {
		const { Id } = await client.create(type, sale);
		quickbooks.clock.advance(60_000);
		expect(await changes()).toEqual({});
		quickbooks.byHand.delete(type, String(Id));
		const [gone] = listOf((await changes())[type]);
		expect(gone).toMatchObject({ Id, status: 'Deleted' });
		expect(gone).not.toHaveProperty('TotalAmt');
	});

	test.each(['Invoice', 'SalesReceipt'])('a voided %s is told with its number and nothing in it', async (type) => {
		const { Id } = await client.create(type, { ...sale, DocNumber: 'W-1' });
		quickbooks.clock.advance(60_000);
		quickbooks.byHand.void(type, String(Id));
		expect(listOf((await changes())[type])).toMatchObject([
			{ Id, DocNumber: 'W-1', TotalAmt: 0, PrivateNote: 'Voided', Line: [{ Amount: 0 }, { Amount: 0 }] },
		]);
	});

	test('a payment changes its invoice, and an invoice its estimate', async () => {
		const estimate = await client.create('Estimate', { ...sale, TxnStatus: 'Accepted' });
		const open = await client.create('Invoice', sale);
		quickbooks.clock.advance(60_000);
		const LinkedTxn = [{ TxnId: open.Id, TxnType: 'Invoice' }];
		const { CustomerRef } = sale;
		await client.create('Payment', { CustomerRef, TotalAmt: 12.5, Line: [{ Amount: 12.5, LinkedTxn }] });
		await client.create('Invoice', { ...sale, LinkedTxn: [{ TxnId: estimate.Id, TxnType: 'Estimate' }] });
		const { Estimate, Invoice } = await changes();
		expect(listOf(Estimate)).toMatchObject([{ Id: estimate.Id, TxnStatus: 'Closed' }]);
		expect(listOf(Invoice)).toMatchObject([{ Id: open.Id, Balance: 0 }, { Balance: 12.5 }]);
	});

	test('invoices can be asked for by when they were last changed, the latest last', async () => {
		const [first, second] = [await client.create('Invoice', sale), await client.create('Invoice', sale)];
		quickbooks.clock.advance(60_000);
		quickbooks.byHand.edit('Invoice', String(second.Id), { TrackingNum: '1Z9' });
		quickbooks.clock.advance(60_000);
		quickbooks.byHand.edit('Invoice', String(first.Id), { TrackingNum: '1Z8' });
		const asked = async (from: string): Promise<unknown[]> => {
			const where = `MetaData.LastUpdatedTime > '${from}' orderby MetaData.LastUpdatedTime`;
			return listOf((await client.query(`select * from Invoice where ${where}`)).Invoice).map(({ Id }) => Id);
		};
		expect(await asked(since)).toEqual([second.Id, first.Id]);
		expect(await asked('2026-03-01T05:01:30-07:00')).toEqual([first.Id]);
		expect(await asked('2026-03-01T12:02:00Z')).toEqual([]);
	});
});

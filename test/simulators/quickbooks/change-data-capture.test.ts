import { MovableClock, startQuickBooks } from './quickbooks-simulator';
import { line, SimulatedClient } from './simulated-client';
import { listOf, objectOf } from './wire-values';

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

import type { ReconciliationSummary } from '../../nodes/postings/reconciliation';
import type { Undoing } from '../../nodes/postings/undoing';
import { itemsOf } from '../../demo/n8n/executions';
import { CREATE, fillIn, readTemplate } from '../../demo/templates';
import { BusinessInN8n } from './business-in-n8n';

const WOOCOMMERCE = 'woocommerce-to-sales-receipts';
const RECONCILE = 'reconcile-nightly';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({ woocommerceOrders: 60, shopifyOrders: 0, days: 4 });
	await here.importTemplate(WOOCOMMERCE);
	await here.next(WOOCOMMERCE);
});

afterAll(async () => await here?.close());

/** Those that count; one of a gift has a total of zero, too. */
const receipts = () => here.business.quickbooks.company.documents('SalesReceipt').filter(({ PrivateNote }) => !String(PrivateNote).startsWith('Voided'));

test('the nightly reconciliation reports yesterday, writes nothing, and finds what a person deleted', async () => {
	await here.importTemplate(RECONCILE);
	const run = await here.next(RECONCILE);
	const [first] = itemsOf(run, CREATE, 1).filter(({ document }) => document === 'reconciliation') as unknown as ReconciliationSummary[];
	expect(first).toMatchObject({ missing: 0, different: 0, unknown: 0 });
	expect(first!.posted).toBeGreaterThan(2);
	expect(await here.rowsOf('Reconciliations')).toMatchObject([{ period: `${first!.firstDay} to ${first!.lastDay}`, posted: String(first!.posted), missing: '0' }]);

	const victim = receipts().find(({ TxnDate }) => TxnDate === first!.firstDay)!;
	await here.n8n.deactivate(here.workflow(WOOCOMMERCE));
	here.business.quickbooks.byHand.delete('SalesReceipt', victim.Id);
	here.business.quickbooks.resetCounters();
	// After a restart the period of the last night is given out again, as its run may not have been worked through.
	await here.n8n.stop();
	await here.n8n.start();
	const again = await here.next(RECONCILE, run.id);
	const [second] = itemsOf(again, CREATE, 1).filter(({ document }) => document === 'reconciliation') as unknown as ReconciliationSummary[];
	expect(second).toMatchObject({ missing: 1, posted: first!.posted - 1 });
	expect(here.business.quickbooks.counters.writes).toBe(0);
	expect((await here.rowsForAPerson()).find(({ number }) => number === victim.DocNumber)).toMatchObject({ reason: 'missing' });
	expect(await here.rowsOf('Reconciliations')).toHaveLength(1);
});

test('undo previews, then takes out of the books what was made, and the books balance', async () => {
	const { credentials, openedAt, quickbooks } = here.business;
	const before = receipts().length;
	expect(before).toBeGreaterThan(10);
	const undo = async (more: object) => {
		const template = fillIn(readTemplate('undo-a-run'), { credentials, startDate: openedAt });
		const nodes = template.nodes.map((node) => (node.name === CREATE ? { ...node, parameters: { ...node.parameters, undoFrom: openedAt, undoUntil: new Date(Date.now() + 60_000).toISOString(), ...more } } : node));
		return await here.n8n.runManually(await here.n8n.importWorkflow({ ...template, nodes }), 'When Clicked', 60_000);
	};
	const preview = itemsOf(await undo({}), CREATE, 1) as unknown as Undoing[];
	expect(preview).toHaveLength(before);
	expect(receipts()).toHaveLength(before);
	const undone = itemsOf(await undo({ undoPreview: false }), CREATE, 0) as unknown as Undoing[];
	expect(undone).toHaveLength(before);
	expect(receipts()).toEqual([]);
	const { debit, credit } = quickbooks.trialBalance();
	expect(debit.toString()).toBe(credit.toString());
});

import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';
import { BOB, BOB_IN_BERLIN, BOOK, CARD, FLAT_RATE, MUG, SHIRT } from '../simulators/woocommerce/example-orders';
import type { WooOrderDraft } from '../simulators/woocommerce/order-draft';
import { renderOrder } from '../simulators/woocommerce/render-order';
import { EXAMPLE_TAX_RATES } from '../simulators/woocommerce/site';
import { readRun } from '../../demo/first-sync';
import { MAP, readTemplate } from '../../demo/templates';
import { BusinessInN8n, OUT } from './business-in-n8n';

const ABROAD = 'outside-the-us';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({
		woocommerceOrders: 0,
		shopifyOrders: 0,
		days: 2,
		company: { country: 'GB', homeCurrency: 'GBP', partnerTaxEnabled: undefined },
		site: {
			currency: 'GBP',
			pricesIncludeTax: true,
			timeZone: 'Europe/London',
			baseTaxPercent: 20,
			taxRates: [...EXAMPLE_TAX_RATES, { id: 19, code: 'DE-MWST-1', label: 'MwSt.', percent: 19, country: 'DE', taxClass: '', onShipping: true }],
		},
	});
	for (const { sku } of [SHIRT, MUG, BOOK]) {
		here.business.quickbooks.byHand.create('Item', { Name: sku, Sku: sku, Type: 'NonInventory', IncomeAccountRef: { value: '79' } });
	}
});

afterAll(async () => await here?.close());

const draft = (lines: WooOrderDraft['lines']): WooOrderDraft => ({ billing: BOB, lines, shippingLines: [{ ...FLAT_RATE, total: '3.95' }], paymentMethod: CARD, currency: 'GBP', pricesIncludeTax: true });

test('orders of a shop in the UK become invoices with their VAT by code, settled when paid, to the penny', async () => {
	const { store, orders } = here.business.woocommerce;
	const { company } = here.business.quickbooks;
	for (const lines of [
		[{ product: SHIRT, quantity: 3 }],
		[{ product: SHIRT, quantity: 1 }, { product: BOOK, quantity: 2 }],
		[{ product: MUG, quantity: 7 }],
		[{ product: BOOK, quantity: 1 }],
	]) {
		const { id } = store.addOrder(draft(lines));
		store.pay(id);
	}
	const { id: unpaid } = store.addOrder(draft([{ product: MUG, quantity: 1 }]));
	await here.importTemplate(ABROAD);
	const run = readRun(await here.next(ABROAD));
	expect(run.needsAttention.map(({ summary }) => summary)).toEqual([]);
	const books = here.booked('woocommerce');
	const sold = orders();
	expect(sold).toHaveLength(5);
	for (const { id, number, total } of sold) expect([number, books.get(id)]).toEqual([number, [total]]);

	const invoices = company.documents('Invoice');
	const open = invoices.filter(({ Balance }) => Balance !== 0);
	expect(open.map(({ DocNumber }) => DocNumber)).toEqual([String(unpaid)]);
	// The tax of the books is the shop's: 20 % in the prices of shirts, mugs and shipping, none in those of books.
	const tax = invoices.map(({ TxnTaxDetail }) => Number((TxnTaxDetail as { TotalTax: number }).TotalTax));
	const shops = store.all.map((order) => [String(order.id), renderOrder(order, store.site).total_tax]);
	expect(invoices.map(({ DocNumber }, index) => [DocNumber, tax[index]!.toFixed(2)])).toEqual(expect.arrayContaining(shops));
	expect(here.business.quickbooks.audit()).toEqual([]);
});

test('an order with a tax that no row names waits for a person, who is told which one', async () => {
	const { store } = here.business.woocommerce;
	const last = await here.newest(ABROAD);
	const { id } = store.addOrder({ ...draft([{ product: MUG, quantity: 1 }]), billing: BOB_IN_BERLIN });
	store.pay(id);
	const run = readRun(await here.next(ABROAD, last));
	expect(run.needsAttention.map(({ order, attention }) => [order.id, attention?.reason])).toEqual([[String(id), 'tax-not-mapped']]);
	const [row] = (await here.rowsForAPerson()).filter(({ order }) => order.endsWith(`/${id}`));
	expect(row).toMatchObject({ message: expect.stringMatching(/'MwSt\.' of 19 % in .*DE/), remedy: expect.stringContaining("'Tax Codes' in Tax Options") });
	expect(here.booked('woocommerce').has(String(id))).toBe(false);
});

test("a row of Tax Codes offers the company's own codes", async () => {
	const { type, ...credential } = here.business.credentials.find((each) => each.type === 'orderSyncQuickBooksOAuth2Api')!;
	const node = readTemplate(ABROAD).nodes.find(({ name }) => name === MAP)!;
	const list = {
		nodeType: node.type,
		path: 'parameters.taxOptions.taxCodes.rows[0].code',
		method: 'searchTaxCodes',
		parameters: node.parameters as INodeParameters,
		credentials: { [type]: { id: credential.id, name: credential.name } },
	};
	const found = await here.n8n.searchList(list);
	expect(found.results.map(({ name }) => name)).toEqual(expect.arrayContaining(['20.0% S', '5.0% R', '0.0% Z', 'No VAT', 'Exempt']));
});

test('the panel shows the rows under Tax Options', async () => {
	const editor = await here.n8n.openEditor();
	try {
		await editor.openWorkflow(here.workflow(ABROAD));
		await editor.openNode(MAP);
		const rates = editor.page.getByText('Shop Tax Rate');
		// Rows appear a moment after the fields around them.
		await rates.first().waitFor();
		await rates.first().scrollIntoViewIfNeeded();
		await editor.screenshot(path.join(OUT, 'outside-the-us, tax codes.png'));
		expect(await rates.count()).toBe(3);
		for (const label of ['Taxable Code', 'Non-Taxable Code', 'Out-of-Scope Code', 'Shop Tax Name']) expect(await editor.page.getByText(label, { exact: true }).count()).toBeGreaterThan(0);
	} finally {
		await editor.close();
	}
});

import { BOB, BOOK, CARD, FLAT_RATE, MUG, SHIRT } from '../simulators/woocommerce/example-orders';
import type { WooOrderDraft } from '../simulators/woocommerce/order-draft';
import { renderOrder } from '../simulators/woocommerce/render-order';
import { readRun } from '../../demo/first-sync';
import { BusinessInN8n } from './business-in-n8n';

const ABROAD = 'outside-the-us';

let here: BusinessInN8n;

beforeAll(async () => {
	here = await BusinessInN8n.open({
		woocommerceOrders: 0,
		shopifyOrders: 0,
		days: 2,
		company: { country: 'GB', homeCurrency: 'GBP', partnerTaxEnabled: undefined },
		site: { currency: 'GBP', pricesIncludeTax: true, timeZone: 'Europe/London', baseTaxPercent: 20 },
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

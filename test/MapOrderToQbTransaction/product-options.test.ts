import type { INodeParameters } from 'n8n-workflow';
import type { Posting } from '../../nodes/postings/posting';
import { mainForm } from '../../nodes/transaction/parts';
import type { TransactionPlan } from '../../nodes/transaction/plan';
import { orderOf } from '../transaction/order-of';
import { itemLinesOf } from '../transaction/planned';
import { map, MAP, NEEDS_ATTENTION, PLANNED } from './canvas';

const itemOf = async (productOptions: INodeParameters, parameters: INodeParameters = {}, order = orderOf()) => {
	const run = await map([order], { productOptions, ...parameters });
	expect(run.error).toBeUndefined();
	const [plan] = run.json<TransactionPlan>(MAP, PLANNED);
	return plan && itemLinesOf(mainForm(plan))[0]!.item;
};

describe('Product Options', () => {
	test('take a SKU map from the table', async () => {
		const rows = { product: [{ shop: 'HAT-1', sku: '100', name: '' }, { shop: '', sku: '', name: '' }] };
		expect(await itemOf({ skuMapRows: rows })).toMatchObject({ sku: '100' });
	});

	test('take a SKU map as CSV or JSON from an earlier node by an expression', async () => {
		const order = (text: string) => orderOf({ meta: { text } });
		const options = { skuMap: '={{ $json.meta.text }}' };
		expect(await itemOf(options, {}, order('shop,sku\nHAT-1,100'))).toMatchObject({ sku: '100' });
		expect(await itemOf({ skuMap: '={{ JSON.parse($json.meta.text) }}' }, {}, order('{"HAT-1": "200"}'))).toMatchObject({ sku: '200' });
	});

	test('of an expression that gives no map send that order to a person, with the row', async () => {
		const run = await map([orderOf({ meta: { text: 'shop,sku\nHAT-1,' } }), orderOf({ id: '2', number: '1002' })], {
			productOptions: { skuMap: '={{ $json.meta.text }}' },
		});
		expect(run.json<Posting>(MAP, NEEDS_ATTENTION)).toMatchObject([{ order: { number: '1001' }, attention: { message: expect.stringContaining("row 1 ('HAT-1')") } }]);
		expect(run.json(MAP, PLANNED)).toHaveLength(1);
	});

	test('strip and add before and after a SKU', async () => {
		expect(await itemOf({ skuPrefixToStrip: 'HAT-', skuPrefixToAdd: 'H', skuSuffixToAdd: '-US' })).toMatchObject({ sku: 'H1-US' });
	});

	test('seek by name, and say when and with what a created inventory product starts', async () => {
		const account = { __rl: true, mode: 'name', value: 'x' };
		const inventory = { missingProducts: 'createInventory', itemAssetAccount: account, itemCogsAccount: account };
		const options = { findProductsBy: 'skuAsName', inventoryStartDate: '2026-01-01T14:30:00.000-05:00', inventoryQuantity: 7 };
		expect(await itemOf(options, inventory)).toMatchObject({
			name: 'HAT-1',
			orElse: { item: { name: 'HAT-1', sku: 'HAT-1', type: 'Inventory', startDate: '2026-01-01', quantityOnHand: '7' } },
		});
	});
});

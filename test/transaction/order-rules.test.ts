import type { OrderInput } from '../../nodes/order/order';
import { mainForm } from '../../nodes/transaction/parts';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import { settingsOf } from './order-of';
import { payment, planned, saleOf } from './planned';

const unpaid: Partial<OrderInput> = { payments: [], paymentStatus: 'unpaid' };
const toCanada: Partial<OrderInput> = { shipTo: { country: 'CA' }, billTo: { country: 'US' } };

describe('a type rule', () => {
	const typeOf = (order: Partial<OrderInput>, ...typeRules: NonNullable<SyncSettingsInput['typeRules']>) => saleOf(order, { typeRules }).type;

	test.each<[string, object, Partial<OrderInput>, Partial<OrderInput>]>([
		['channels', { channels: ['WooCommerce'] }, {}, { channel: 'shopify' }],
		['places within a channel', { channels: ['pos'] }, { channel: 'shopify', sourceName: 'POS' }, { channel: 'shopify', sourceName: 'web' }],
		['countries, where it is shipped to', { countries: ['ca', 'mx'] }, toCanada, { shipTo: { country: 'US' }, billTo: { country: 'CA' } }],
		['countries, where it is billed to when nothing is shipped', { countries: ['CA'] }, { billTo: { country: 'CA' } }, {}],
		['payment statuses', { paymentStatuses: ['partiallyRefunded'] }, { paymentStatus: 'partiallyRefunded' }, {}],
		['payment methods', { paymentMethods: ['Bank Transfer'] }, { payments: [payment('21.40', { method: 'bacs', methodTitle: 'bank transfer' })] }, {}],
		['payment methods that are still to be paid by', { paymentMethods: ['bacs'] }, { payments: [payment('21.40', { method: 'bacs', status: 'pending' })] }, { payments: [payment('21.40'), payment('21.40', { id: 'p2', method: 'bacs', status: 'failure' })] }],
		['tags, one of which is enough', { tags: ['wholesale', 'b2b'] }, { tags: ['spring', 'B2B'] }, { tags: ['spring'] }],
		['totals from', { totalFrom: '21.40' }, {}, { lines: [{ title: 'Hat', quantity: '1', gross: '21.39', net: '21.39' }], totals: { total: '21.39' } }],
		['totals to', { totalTo: '21.40' }, {}, { lines: [{ title: 'Hat', quantity: '1', gross: '21.41', net: '21.41' }], totals: { total: '21.41' } }],
	])('goes by %s', (_, conditions, meeting, missing) => {
		const rule = { ...conditions, transactionType: 'invoiceAndPayment' as const };
		expect(typeOf(meeting, rule)).toBe('Invoice');
		expect(typeOf(missing, rule)).toBe('SalesReceipt');
	});

	test('counts when all of it is met, and the first one that is', () => {
		const rules = [
			{ tags: ['wholesale'], countries: ['CA'], transactionType: 'salesOrder' as const },
			{ tags: ['wholesale'], transactionType: 'invoice' as const },
			{ transactionType: 'invoiceAndPayment' as const },
		];
		expect(typeOf({ ...toCanada, tags: ['wholesale'] }, ...rules)).toBe('Estimate');
		expect(planned({ tags: ['wholesale'], ...unpaid }, { typeRules: rules }).transactions.map(({ type }) => type)).toEqual(['Invoice']);
		expect(planned({}, { typeRules: rules }).transactions.map(({ type }) => type)).toEqual(['Invoice', 'Payment']);
	});

	test('has its own say about unpaid orders and about when the invoice comes', () => {
		const rule = { tags: ['drop-shipped'], transactionType: 'salesOrderInvoicePayment' as const, invoiceWhen: 'whenFulfilled' as const };
		expect(planned({ tags: ['drop-shipped'] }, { typeRules: [rule] }).transactions.map(({ type }) => type)).toEqual(['Estimate']);
		const receipts = { typeRules: [{ channels: ['woocommerce'], unpaidReceipt: 'invoice' as const }] };
		expect(saleOf(unpaid, receipts).type).toBe('Invoice');
		expect(planned({ ...unpaid, channel: 'shopify' }, receipts).hold).toMatchObject({ reason: 'waiting-for-payment' });
	});

	test('makes a receipt bring its payments along, since an earlier reading may have made an invoice', () => {
		const typeRules = [{ paymentStatuses: ['unpaid'], transactionType: 'invoice' as const }];
		expect(planned(unpaid, { typeRules }).transactions.map(({ type }) => type)).toEqual(['Invoice']);
		expect(planned({}, { typeRules }).transactions.map(({ type }) => type)).toEqual(['SalesReceipt', 'Payment']);
		expect(planned({}, { typeByOrder: true }).transactions.map(({ type }) => type)).toEqual(['SalesReceipt', 'Payment']);
		expect(planned().transactions.map(({ type }) => type)).toEqual(['SalesReceipt']);
	});

	test('needs the accounts of what it makes', () => {
		const told = (typeRules: SyncSettingsInput['typeRules']) => {
			const outcome = readSettings({ transactionType: 'salesOrder', products: { whenMissing: 'needsAttention' }, typeRules });
			return outcome.ok ? 'fits' : outcome.failure.message;
		};
		expect(told([])).toBe('fits');
		expect(told([{ transactionType: 'salesReceipt' }])).toBe("'Deposit Account' is empty, and a Sales Receipt needs it");
		expect(told([{ transactionType: 'invoiceAndPayment' }])).toBe("'Deposit Account' is empty, and payments go there");
	});

	test('that does not fit is told by what the editor calls it', () => {
		const outcome = readSettings({ ...settingsOf(), transactionType: 'receipt' });
		expect(outcome).toMatchObject({
			failure: { message: expect.stringMatching(/^A setting does not fit: 'Transaction Type' must be one of 'Invoice', .*'Sales Receipt', and is 'receipt'$/) },
		});
		const rule = readSettings({ ...settingsOf(), typeRules: [{ totalFrom: 'much' }] });
		expect(rule).toMatchObject({ failure: { message: expect.stringContaining("'Type Rules[0].totalFrom' must be an amount") } });
	});
});

describe('a filter', () => {
	const holdOf = (order: Partial<OrderInput>, filters: SyncSettingsInput['filters']) => planned(order, { filters }).hold;

	test.each<[string, SyncSettingsInput['filters'], Partial<OrderInput>, Partial<OrderInput>, string]>([
		['Only Channels', { channels: ['woocommerce'] }, {}, { channel: 'amazon', sourceName: 'FBA' }, "it is from 'amazon', 'FBA'"],
		['Only Countries', { countries: ['US'] }, { shipTo: { country: 'US' } }, toCanada, 'it goes to CA'],
		['Only Countries', { countries: ['US'] }, { billTo: { country: 'us' } }, {}, 'it names no country'],
		['Only Order Statuses', { orderStatuses: ['completed'] }, { status: 'completed' }, {}, 'it is open'],
		['Only Payment Methods', { paymentMethods: ['stripe'] }, {}, { payments: [payment('21.40', { method: 'cod' })] }, "it is paid by 'cod'"],
		['Only Payment Methods', { paymentMethods: ['stripe'] }, {}, { payments: [] }, 'it names no payment method'],
		['Only Payment Statuses', { paymentStatuses: ['paid'] }, {}, { paymentStatus: 'partiallyRefunded' }, 'it is refunded in part'],
		['Only Tags', { tags: ['wholesale'] }, { tags: ['Wholesale'] }, { tags: ['spring', 'spring'] }, "its tags are 'spring'"],
		['Only Tags', { tags: ['wholesale'] }, { tags: ['wholesale'] }, {}, 'it has no tag'],
		['Leave Out Tags', { withoutTags: ['gift'] }, { tags: ['spring'] }, { tags: ['spring', 'Gift'] }, "its tags are 'spring', 'Gift'"],
		['Only Totals From', { totalFrom: '21.40' }, {}, { lines: [{ title: 'Hat', quantity: '1', gross: '20', net: '20' }], totals: { total: '20' } }, 'its total is 20.00 USD'],
		['Only Totals To', { totalTo: '21.40' }, {}, { lines: [{ title: 'Hat', quantity: '1', gross: '22', net: '22' }], totals: { total: '22' } }, 'its total is 22.00 USD'],
	])('%s', (by, filters, passing, left, why) => {
		expect(holdOf(passing, filters)).toBeUndefined();
		expect(holdOf(left, filters)).toEqual({ reason: 'left-out', by, message: `Order '1001' is left out by '${by}': ${why}.` });
	});

	test('leaves an order planned, so that what stands of it is compared', () => {
		expect(mainForm(planned(toCanada, { filters: { countries: ['US'] } })).documentTotal).toBe('21.40');
	});

	test('says less than a cancellation, a draft or a payment that is missing', () => {
		const filters = { countries: ['US'] };
		expect(holdOf({ ...toCanada, status: 'cancelled' }, filters)).toMatchObject({ reason: 'cancelled' });
		expect(holdOf({ ...toCanada, status: 'draft' }, filters)).toMatchObject({ reason: 'draft' });
		expect(holdOf({ ...toCanada, ...unpaid }, filters)).toMatchObject({ reason: 'waiting-for-payment' });
	});
});

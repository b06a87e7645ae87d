import { expectEachOrderOnce } from '../../demo/bench/each-order-once';
import { writeMark } from '../../nodes/postings/mark';
import { startQuickBooks, type QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';

let quickbooks: QuickBooksSimulator;
beforeEach(async () => {
	quickbooks = await startQuickBooks();
});
afterEach(async () => {
	await quickbooks.close();
});

const markOf = (id: string): string =>
	writeMark({ channel: 'woocommerce', accountId: 'shop.example', id, part: 'sale', facts: '0123456789ab', posted: 'ba9876543210' });

/** A receipt under a number of its own, as whoever posts an order twice may have one. */
const enter = (DocNumber: string, PrivateNote?: string) =>
	quickbooks.byHand.create('SalesReceipt', {
		DocNumber,
		...(PrivateNote === undefined ? {} : { PrivateNote }),
		Line: [{ Amount: 12, DetailType: 'SalesItemLineDetail', SalesItemLineDetail: { ItemRef: { value: '7' } } }],
	});

test('an order that stands under two numbers is not counted as two orders', () => {
	enter('W1', markOf('1'));
	enter('W2', markOf('2'));
	expect(() => expectEachOrderOnce(quickbooks, ['SalesReceipt'])).not.toThrow();
	enter('W1-2', markOf('1'));
	expect(() => expectEachOrderOnce(quickbooks, ['SalesReceipt'])).toThrow(/^Order 1 stands 2 times: SalesReceipt \d+, \d+$/);
});

test('a document that belongs to no order is not counted as one', () => {
	enter('W1', markOf('1'));
	enter('W2');
	expect(() => expectEachOrderOnce(quickbooks, ['SalesReceipt'])).toThrow('Of 2 documents of type SalesReceipt only 1 stand for an order');
});

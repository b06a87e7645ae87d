import { openSmallBusiness, type SmallBusiness } from '../../demo/small-business';
import { writeMark } from '../../nodes/postings/mark';
import { line } from '../simulators/quickbooks/simulated-client';
import type { Entity } from '../simulators/quickbooks/wire-values';
import { judgeBooks } from './judge-books';

const CUSTOMER = { value: '2' };

let business: SmallBusiness;
let invoice: Entity;

beforeEach(async () => {
	business = await openSmallBusiness({ woocommerceOrders: 1, shopifyOrders: 1, days: 1, simple: true });
	const [bought] = business.woocommerce.orders();
	business.quickbooks.byHand.create('SalesReceipt', { ...form(bought!), PrivateNote: noteOf(bought!) });
	const [ordered] = business.shopify.orders();
	invoice = business.quickbooks.byHand.create('Invoice', { ...form(ordered!), PrivateNote: noteOf(ordered!) });
	pay({ Line: [{ Amount: Number(invoice.TotalAmt), LinkedTxn: [{ TxnId: invoice.Id, TxnType: 'Invoice' }] }] });
});
afterEach(() => business.close());

const form = ({ total }: { total: string }) => ({ CustomerRef: CUSTOMER, Line: [line('7', 1, Number(total), { TaxCodeRef: { value: 'NON' } })] });
const noteOf = ({ channel, id }: { channel: string; id: string }) => writeMark({ channel, accountId: 'shop', id, part: 'sale', facts: '0'.repeat(12), posted: '0'.repeat(12) });

function pay(applied: object = {}): void {
	const [ordered] = business.shopify.orders();
	business.quickbooks.byHand.create('Payment', { CustomerRef: CUSTOMER, TotalAmt: Number(invoice.TotalAmt), PrivateNote: noteOf(ordered!), ...applied });
}
const payments = () => business.quickbooks.company.all('Payment');

test('orders that stand once and are paid are found in order', () => {
	expect(judgeBooks(business)).toMatchObject({ orders: 2, lost: 0, twice: 0, wrong: 0 });
});

test('a payment that was lost is found, and the invoice that it leaves open', () => {
	business.quickbooks.byHand.delete('Payment', payments()[0]!.Id);
	expect(judgeBooks(business)).toMatchObject({ lost: 1, twice: 0, wrong: 1 });
});

test('a payment that was made twice is found', () => {
	pay();
	expect(judgeBooks(business)).toMatchObject({ lost: 0, twice: 1 });
});

test('an order that stands as something else, too, is found', () => {
	const [ordered] = business.shopify.orders();
	business.quickbooks.byHand.create('SalesReceipt', { ...form(ordered!), PrivateNote: noteOf(ordered!) });
	expect(judgeBooks(business)).toMatchObject({ lost: 0, twice: 1 });
});

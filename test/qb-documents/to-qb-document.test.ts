import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { sum } from '../../nodes/order/money';
import { documentKey, readDocumentKey } from '../../nodes/qb-documents/document-key';
import { readQbDocument } from '../../nodes/qb-documents/read-qb-document';
import { toQbDocument } from '../../nodes/qb-documents/to-qb-document';
import { isStanding, type DocumentType, type StandingDocument } from '../../nodes/qb-documents/qb-document';
import type { QbRecord } from '../../nodes/quickbooks/quickbooks';
import { CONTEXT, DETAILS, discountLine, documentOf, INVOICE, itemLine } from './made-up-records';

const REFERENCE = join(__dirname, '../../../shared/reference/quickbooks/samples');
const whenReferenceIsThere = existsSync(REFERENCE) ? describe : describe.skip;

/** Every record of a type in a recording, whatever it is wrapped in. */
function recordsOf(type: string, value: unknown): QbRecord[] {
	if (Array.isArray(value)) return value.flatMap((entry) => recordsOf(type, entry));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === type ? ([inner].flat() as QbRecord[]) : recordsOf(type, typeof inner === 'string' && inner.startsWith('{') ? JSON.parse(inner) : inner),
	);
}

const partsOf = ({ lines, tax }: StandingDocument): string => sum([...lines.map(({ amount }) => amount), tax]);

test('an invoice carries what ShipStation needs: products with SKUs, people, address, money', () => {
	expect(documentOf()).toMatchObject({
		document: 'qbDocument',
		realmId: CONTEXT.realmId,
		type: 'Invoice',
		id: '12',
		status: 'active',
		docNumber: '1042',
		txnDate: '2026-03-02',
		createdAt: '2026-03-02T18:15:00.000Z',
		customer: { name: "Amelia's Garden Studio", givenName: 'Amelia', phone: '(555) 010-2233', email: 'amelia@example.com' },
		email: 'orders@example.com',
		shipTo: { lines: ['4581 Finch St.'], city: 'Bayshore', region: 'CA', postalCode: '94326' },
		lines: [
			{ id: '1', kind: 'item', sku: 'TOTE-01', name: 'Canvas Tote', quantity: '2', unitPrice: '20', amount: '40' },
			{ id: '2', kind: 'item', sku: 'MUG-01', name: 'Enamel Mug', quantity: '1', unitPrice: '12.5', amount: '12.5' },
			{ kind: 'shipping', amount: '8' },
		],
		tax: '4',
		total: '64.5',
		balance: '64.5',
		paid: false,
		amountPaid: '0',
		url: 'https://qbo.example.test/app/invoice?txnId=12',
	});
});

test('a partly paid invoice says what was paid and when; a paid one that it is paid', () => {
	const links = [{ TxnId: '99', TxnType: 'Payment' }];
	expect(documentOf({ Balance: 54.5, LinkedTxn: links })).toMatchObject({ paid: false, amountPaid: '10', paidOn: '2026-03-04', paymentMethod: 'Visa' });
	expect(documentOf({ Balance: 0, LinkedTxn: links })).toMatchObject({ paid: true, amountPaid: '64.5' });
	expect(documentOf({ Balance: 0 }, 'SalesReceipt')).toMatchObject({ paid: true, paidOn: '2026-03-02', amountPaid: '64.5' });
	expect(documentOf({ TxnStatus: 'Accepted' }, 'Estimate')).toMatchObject({ paid: false, amountPaid: '0', estimateStatus: 'Accepted' });
});

test('a bundle whose own amount is 0 is worth what its components come to, in the quantity sold', () => {
	const { lines } = documentOf({
		Line: [
			{
				Id: '1',
				Amount: 0,
				Description: 'Breakfast for two',
				DetailType: 'GroupLineDetail',
				GroupLineDetail: { GroupItemRef: { value: '30' }, Quantity: 3, Line: [itemLine('2', '8', 6, 12.5), itemLine('3', '7', 3, 20)] },
			},
			discountLine(5),
		],
		TxnTaxDetail: { TotalTax: 0 },
		TotalAmt: 130,
	});
	expect(lines).toMatchObject([
		{
			kind: 'bundle',
			sku: 'SET-01',
			quantity: '3',
			amount: '135',
			components: [
				{ sku: 'MUG-01', quantity: '6', amount: '75' },
				{ sku: 'TOTE-01', quantity: '3', amount: '60' },
			],
		},
		{ kind: 'discount', amount: '-5' },
	]);
});

test('words between the lines are kept as words, subtotals are left out, and an unknown kind of line is not lost', () => {
	const { lines } = documentOf({
		Line: [
			{ Description: 'Please pack with care', DetailType: 'DescriptionOnly', DescriptionLineDetail: {} },
			{ Amount: 5, DetailType: 'SubTotalLineDetail' },
			{ Amount: 3, DetailType: 'MarvelLineDetail' },
		],
	});
	expect(lines).toMatchObject([
		{ kind: 'text', description: 'Please pack with care', amount: '0' },
		{ kind: 'other', name: 'MarvelLineDetail', amount: '3' },
	]);
});

test('our own line is not in the note that goes on, and says which order made the document', () => {
	const note = 'Leave at the door\n[order-sync] woocommerce | shop.example.test | 77 | facts 0123456789ab | posted ba9876543210';
	expect(documentOf({ PrivateNote: note })).toMatchObject({
		note: 'Leave at the door',
		mark: { channel: 'woocommerce', accountId: 'shop.example.test', id: '77', part: 'sale' },
	});
});

test('an invoice knows the estimate it was made of and all other invoices of it', () => {
	const estimate = { ...INVOICE, Id: '5', DocNumber: 'E-5', TxnStatus: 'Closed', LinkedTxn: [{ TxnId: '14', TxnType: 'Invoice' }, { TxnId: '12', TxnType: 'Invoice' }] };
	const links = [itemLine('1', '7', 2, 20, { LinkedTxn: [{ TxnId: '5', TxnType: 'Estimate' }] })];
	expect(documentOf({ Line: links }, 'Invoice', { estimates: new Map([['5', estimate]]) })).toMatchObject({
		links: [{ type: 'Estimate', id: '5' }],
		estimate: { id: '5', docNumber: 'E-5', status: 'Closed', invoices: ['12', '14'] },
	});
});

test('voided and deleted documents are told apart from those that stand', () => {
	expect(documentOf({ TotalAmt: 0, Balance: 0, Line: [], TxnTaxDetail: { TotalTax: 0 }, PrivateNote: 'Voided' })).toMatchObject({ status: 'voided', paid: false });
	const gone = { Id: '12', status: 'Deleted', MetaData: { LastUpdatedTime: '2026-03-05T08:00:00-08:00' } };
	expect(toQbDocument('Invoice', gone, DETAILS, CONTEXT)).toMatchObject({ status: 'deleted', id: '12', updatedAt: '2026-03-05T16:00:00.000Z' });
});

test('a document that cannot be read travels on with its id and the field', () => {
	expect(toQbDocument('Invoice', { ...INVOICE, TotalAmt: 'much' }, DETAILS, CONTEXT)).toMatchObject({
		status: 'unreadable',
		id: '12',
		docNumber: '1042',
		reason: "'TotalAmt' must be a number, not 'much'",
	});
});

test('whatever is mapped is a document to the next node, also after a trip as JSON', () => {
	for (const document of [documentOf(), toQbDocument('Invoice', { Id: '3', status: 'Deleted' }, DETAILS, CONTEXT)]) {
		expect(readQbDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
	}
	expect(readQbDocument({ document: 'order' })).toMatchObject({ ok: false, failure: { message: expect.stringContaining('an order of a selling channel') } });
	expect(readQbDocument({ realmId: '1', type: 'Bill', id: '2' })).toMatchObject({ ok: false, failure: { message: expect.stringContaining("'type'") } });
});

test('the key of a document says which it is, and no other key is taken for one', () => {
	const identity = { realmId: '4620816365000000001', type: 'SalesReceipt' as const, id: '1234567' };
	expect(documentKey(identity)).toBe('qbo-4620816365000000001-SalesReceipt-1234567');
	expect(documentKey(identity).length).toBeLessThanOrEqual(50);
	expect(readDocumentKey(documentKey(identity))).toEqual(identity);
	for (const key of [undefined, '', 'qbo-1-Bill-2', 'manual-5b', '1001']) expect(readDocumentKey(key)).toBeUndefined();
});

whenReferenceIsThere('recorded documents of QuickBooks', () => {
	const file = (path: string): unknown => JSON.parse(readFileSync(join(REFERENCE, path), 'utf8'));
	// Read when the test runs: where it is skipped, the files are not there.
	const recorded: Array<[DocumentType, () => QbRecord[]]> = [
		['Invoice', () => file('nytely-mocks/mockInvoiceData.json') as QbRecord[]],
		['Estimate', () => file('nytely-mocks/mockEstimateData.json') as QbRecord[]],
		['Estimate', () => recordsOf('Estimate', file('minimul-qbo_api/cdc__basic.json'))],
		['SalesReceipt', () => recordsOf('SalesReceipt', file('minimul-qbo_api/all__sales_receipts.json'))],
	];

	test.each(recorded)('every %s is read, and adds up to its total', (type, recordsOfFile) => {
		const records = recordsOfFile();
		expect(records.length).toBeGreaterThan(2);
		const read = records.map((record) => toQbDocument(type, record, DETAILS, CONTEXT));
		expect(read.filter((document) => document.status === 'unreadable')).toEqual([]);
		const apart = read.filter(isStanding).filter((document) => partsOf(document) !== document.total);
		// 1013 bills a statement charge, which QuickBooks links and does not show as a line.
		expect(apart.map(({ docNumber }) => docNumber)).toEqual(type === 'Invoice' ? ['1013'] : []);
	});
});

import { noteWithMark, readMark, type Mark } from '../../nodes/postings/mark';

const mark = (id: string): Mark => ({ channel: 'woocommerce', accountId: 'shop.example', id, part: 'sale', facts: '0'.repeat(12), posted: '1'.repeat(12) });

test("a customer's words that look like a mark do not make the document another order's", () => {
	const words = noteWithMark('Please call first', mark('another'));
	expect(readMark(noteWithMark(words, mark('own')))).toEqual(mark('own'));
});

test('the mark is found above words that a person wrote below it, even if they name the label', () => {
	const note = `${noteWithMark('Gift', mark('own'))}\nchecked, see [order-sync] above`;
	expect(readMark(note)).toEqual(mark('own'));
});

test('a note without a mark has none', () => {
	expect(readMark('[order-sync] and nothing else')).toBeUndefined();
	expect(readMark(undefined)).toBeUndefined();
});

import { NOTE_LIMIT, noteWithMark, readMark } from '../../nodes/postings/mark';
import { playOrders } from './play-orders';

test.each([1, 2, 3, 4])('orders of hostile names, SKUs and numbers stand once and in their total, or a person is told: seed %i', async (seed) => {
	const { posted, refused, words, ...sums } = await playOrders(50, seed);
	expect({ ...sums, words }).toEqual({ cases: 50, lost: 0, twice: 0, wrong: 0, words: [] });
	expect(posted + refused).toBe(50);
	expect(posted).toBeGreaterThan(10);
});

test('a note of characters that take two units each leaves room for the mark, counted either way', () => {
	const mark = { channel: 'woocommerce', accountId: 'shop.example.com', id: '1', part: 'sale', facts: '0123456789ab', posted: '0123456789ab' };
	const note = noteWithMark('🌻'.repeat(2_500), mark);
	expect(note.length).toBeLessThanOrEqual(NOTE_LIMIT);
	expect(readMark(note)).toEqual(mark);
	expect(note).not.toMatch(/\p{Surrogate}/u);
});

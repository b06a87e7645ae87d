import { playOrders } from './play-orders';

test.each([1, 2, 3, 4])('orders of hostile names, SKUs and numbers stand once and in their total, or a person is told: seed %i', async (seed) => {
	const { posted, refused, words, ...sums } = await playOrders(50, seed);
	expect({ ...sums, words }).toEqual({ cases: 50, lost: 0, twice: 0, wrong: 0, words: [] });
	expect(posted + refused).toBe(50);
	expect(posted).toBeGreaterThan(10);
});

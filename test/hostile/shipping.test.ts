import { playParcels, playRecords } from './play-shipping';

test('records of QuickBooks spoilt in any way are documents that ship what they say, or are refused with a reason', () => {
	const { done, words } = playRecords(Number(process.env.FUZZ_RUNS ?? 60), 20260301);
	expect(words).toEqual([]);
	expect(done).toBeGreaterThan(10);
});

test('lists of ShipStation spoilt in any way give parcels that can be written back, or are refused with a reason', async () => {
	const { done, words } = await playParcels(Number(process.env.FUZZ_RUNS ?? 12), 20260301);
	expect(words).toEqual([]);
	expect(done).toBeGreaterThan(5);
});

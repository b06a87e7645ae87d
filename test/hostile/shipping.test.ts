import { playParcels, playRecords } from './play-shipping';

test('records of QuickBooks spoilt in any way are documents, or are refused with a reason', () => {
	expect(playRecords(Number(process.env.FUZZ_RUNS ?? 60), 20260301)).toEqual([]);
});

test('lists of ShipStation spoilt in any way give parcels that can be written back, or are refused with a reason', async () => {
	expect(await playParcels(Number(process.env.FUZZ_RUNS ?? 12), 20260301)).toEqual([]);
});

import fc from '../repeatable';
import { dayOf, dayToPacific, instantOf, isMidnight, toPacific, windowEnd, windowStart } from '../../nodes/shipstation/pacific-time';

test.each([
	['2016-02-16T15:16:53.7070000', '2016-02-16T23:16:53.707Z'],
	['2015-08-17T09:24:14.78', '2015-08-17T16:24:14.780Z'],
	['2026-07-01 00:00:00', '2026-07-01T07:00:00Z'],
	['2015-07-02', '2015-07-02T07:00:00Z'],
	// Spring leaves 2:30 out.
	['2026-03-08T02:30:00.0000000', '2026-03-08T10:30:00Z'],
	// Autumn has 1:30 twice.
	['2026-11-01T01:30:00.0000000', '2026-11-01T08:30:00Z'],
])('%s of ShipStation’s is %s', (pacific, instant) => {
	expect(instantOf(pacific)).toBe(instant);
});

test.each([undefined, '', 'soon', '2026-13-01T00:00:00'])('%s is no date', (text) => {
	expect([instantOf(text), dayOf(text), isMidnight(text)]).toEqual([undefined, undefined, false]);
});

test('a day stays a day, and an instant is converted', () => {
	expect(dayToPacific('2026-03-01')).toBe('2026-03-01 00:00:00');
	expect(dayOf('2026-03-01 00:00:00')).toBe('2026-03-01');
	expect(dayOf('2016-02-16T23:59:53.7070000')).toBe('2016-02-16');
	expect(toPacific('2026-03-01T00:00:00Z')).toBe('2026-02-28 16:00:00');
	expect([isMidnight('2026-03-01T00:00:00.0000000'), isMidnight('2026-03-01T00:00:01.0000000')]).toEqual([true, false]);
});

test.each([
	['2026-11-01T07:59:00Z', '2026-11-01 00:59:00', '2026-11-01 00:59:00'],
	['2026-11-01T08:40:00Z', '2026-11-01 00:55:00', '2026-11-01 02:05:00'],
	['2026-11-01T09:40:00Z', '2026-11-01 00:55:00', '2026-11-01 02:05:00'],
	['2026-11-01T10:00:00Z', '2026-11-01 02:00:00', '2026-11-01 02:00:00'],
	['2026-03-08T09:59:59Z', '2026-03-08 01:59:59', '2026-03-08 01:59:59'],
	['2026-03-08T10:00:00Z', '2026-03-08 03:00:00', '2026-03-08 03:00:00'],
])('a window from or to %s begins at %s and ends at %s', (instant, start, end) => {
	expect([windowStart(instant), windowEnd(instant)]).toEqual([start, end]);
});

test('whatever happens from an instant on, and whatever happens up to it, is in the window by ShipStation’s own clock', () => {
	const around = fc.integer({ min: Date.parse('2026-10-31T00:00:00Z'), max: Date.parse('2026-11-02T12:00:00Z') });
	const iso = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
	fc.assert(
		fc.property(around, fc.integer({ min: 0, max: 3 * 3_600_000 }), (time, later) => {
			const wall = (at: number) => toPacific(iso(at));
			expect(wall(time + later) >= windowStart(iso(time))).toBe(true);
			expect(wall(time - later) <= windowEnd(iso(time))).toBe(true);
		}),
		{ numRuns: 3_000 },
	);
});

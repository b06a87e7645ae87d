import type { PeriodChoice } from '../channels/period';
import type { OrderFilter, ReadingRules } from '../channels/reading-rules';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { ReadParameter } from '../n8n/parameters';
import { DateTime } from '../vendor/luxon';
import { readShipStationOptions } from './shipstation-options';

/** The node's parameters, read and checked. */
export interface TriggerSettings {
	channel: string;
	/** How to sign in, where a channel has several ways. */
	authentication: string;
	apiVersion: string;
	/** What else the channel is told; its own affair. */
	channelOptions: Record<string, string>;
	/** The channel's own status words; empty for every one. */
	statuses: string[];
	filter: OrderFilter;
	rules: ReadingRules;
	/** Only when orders of a period are asked for. */
	period?: PeriodChoice;
	ordersPerPoll: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const MOST_ORDERS = 5_000;

/** @param zone the workflow's time zone: the editor's dates carry none */
export function readSettings(read: ReadParameter, zone: string): Outcome<TriggerSettings> {
	const dates = readDates(read, zone);
	if (!dates.ok) return dates;
	const period = read('whichOrders', 'newOrders') === 'period' ? readPeriod(read) : undefined;
	if (period && !period.ok) return period;

	const channel = read('channel', 'woocommerce');
	const channelOptions = channel === 'shipstation' ? readShipStationOptions(read) : succeed({});
	if (!channelOptions.ok) return channelOptions;
	const { startDate, placedSince, updatedSince } = dates.value;
	const filter: OrderFilter = {
		paidOnly: read('paidOnly', true),
		includeTest: read('filters.includeTest', false),
		...(updatedSince ? { updatedSince } : {}),
	};
	// Two dates before which nothing is wanted: the later one holds.
	const start = [startDate, placedSince].filter((date) => date !== undefined).sort().at(-1);
	return succeed({
		channel,
		authentication: read('shopifyAuthentication', ''),
		apiVersion: read('apiVersion', ''),
		channelOptions: { ...channelOptions.value },
		statuses: read(`${channel}Statuses`, []),
		filter,
		rules: readRules(read, start, filter),
		...(period ? { period: period.value } : {}),
		ordersPerPoll: readOrdersPerPoll(read),
	});
}

/** How far and how often to look back, as every direction reads it. */
export const readRules = (read: ReadParameter, startDate: string | undefined, filter: OrderFilter): ReadingRules => ({
	...(startDate ? { startDate } : {}),
	updates: read('orderUpdates', 'newAndUpdated') === 'newOnly' ? 'newOnly' : 'newAndUpdated',
	overlap: positive(read('options.overlapMinutes', 5)) * MINUTE,
	recoveryWindow: positive(read('options.recoveryHours', 24)) * HOUR,
	sweepInterval: positive(read('options.sweepIntervalHours', 24)) * HOUR,
	sweepWindow: positive(read('options.sweepDays', 3)) * 24 * HOUR,
	filter,
});

export const readOrdersPerPoll = (read: ReadParameter): number =>
	Math.max(1, Math.min(MOST_ORDERS, Math.floor(read('options.ordersPerPoll', MOST_ORDERS))));

const positive = (value: number): number => Math.max(0, value);

const DATES = { startDate: 'options.startDate', placedSince: 'filters.placedSince', updatedSince: 'filters.updatedSince' };
const LABELS = { startDate: 'Start Date', placedSince: 'Placed Since', updatedSince: 'Updated Since' };

/** @param zone the workflow's time zone: the editor's dates carry none */
export function readDates(read: ReadParameter, zone: string): Outcome<Partial<Record<keyof typeof DATES, string>>> {
	const dates: Partial<Record<keyof typeof DATES, string>> = {};
	for (const name of ['startDate', 'placedSince', 'updatedSince'] as const) {
		const text = read(DATES[name], '');
		if (text === '') continue;
		const date = DateTime.fromISO(text, { zone });
		if (!date.isValid) return fail(notADate(LABELS[name], text));
		dates[name] = date.toJSDate().toISOString();
	}
	return succeed(dates);
}

function readPeriod(read: ReadParameter): Outcome<PeriodChoice> {
	const kind = read('period', 'yesterday');
	if (kind !== 'range') return succeed({ kind: kind as 'yesterday' | 'lastWeek' | 'lastMonth' });
	const days: string[] = [];
	for (const [name, label] of [['periodFirstDay', 'First Day'], ['periodLastDay', 'Last Day']] as const) {
		const text = read(name, '');
		const day = text.slice(0, 10);
		if (!DateTime.fromISO(day, { zone: 'UTC' }).isValid) return fail(notADate(label, text));
		days.push(day);
	}
	const [firstDay = '', lastDay = ''] = days;
	if (lastDay >= firstDay) return succeed({ kind, firstDay, lastDay });
	return fail({
		cause: 'configuration-invalid',
		reason: 'range-ends-before-it-begins',
		message: `'Last Day' is ${lastDay}, before 'First Day' ${firstDay}`,
		remedy: 'Exchange the two days',
	});
}

const notADate = (label: string, text: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'not-a-date',
	message: `'${label}' is '${text}', which is not a date`,
	remedy: 'Give a date as in 2026-03-01, or as in 2026-03-01T09:00:00',
});

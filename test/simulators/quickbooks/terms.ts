import type { Company } from './company';
import { dayAfter } from './simulated-time';
import { isNumber, type Json } from './wire-values';

/** The terms QuickBooks goes by when a form names none, as recorded: due 30 days later and no SalesTermRef. */
const usualDays = 30;

/** The day a document of this date is due by its terms. */
export function dueDate(company: Company, date: string, termId: string | undefined): string {
	const term: Json = termId === undefined ? { DueDays: usualDays } : company.resolve('Term', termId);
	if (isNumber(term.DayOfMonthDue)) return dayOfMonth(date, term.DayOfMonthDue, term.DueNextMonthDays);
	return dayAfter(date, isNumber(term.DueDays) ? term.DueDays : usualDays);
}

/** Due on a day of the month: the next such day, or the one after when that is fewer days away than `least`. */
function dayOfMonth(date: string, wanted: number, least: unknown): string {
	const [year = 0, month = 1] = date.split('-').map(Number);
	const earliest = dayAfter(date, isNumber(least) ? least : 0);
	for (let later = 0; ; later += 1) {
		const last = new Date(Date.UTC(year, month + later, 0)).getUTCDate();
		const due = new Date(Date.UTC(year, month - 1 + later, Math.min(wanted, last))).toISOString().slice(0, 10);
		if (due >= earliest) return due;
	}
}

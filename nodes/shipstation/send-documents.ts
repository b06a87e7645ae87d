import type { Clock } from '../outcome/clock';
import { stopsTheRun, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { documentKey } from '../qb-documents/document-key';
import { isStanding, type DeletedDocument, type QbDocument, type StandingDocument } from '../qb-documents/qb-document';
import { checkServices, checkStore } from './check-lists';
import { decideCancelling, decideSending, type SendingDecision } from './decide-sending';
import { reportDecision, reportPreview, reportUnread } from './report-decision';
import { report, reportAttention, type SendingReport } from './sending-report';
import type { SentOrder, ShipStation } from './shipstation';
import type { ShippingSettings } from './shipping-settings';
import { findStandingOrders } from './standing-orders';
import { toShipStationOrder, type ShippingPlan } from './to-shipstation-order';

/** A document with the settings that hold for it. */
export interface DocumentToSend {
	document: QbDocument;
	settings: ShippingSettings;
}

export interface SendingRun {
	/** One a document, in the order of the documents. */
	reports: SendingReport[];
	/** Soft findings, once a run. */
	hints: string[];
	/** What stopped the run; documents after it are among those that need attention. */
	stoppedBy?: Failure;
}

export interface SendingContext {
	shipstation: ShipStation;
	clock: Clock;
	/** Everything but the writes. */
	dryRun: boolean;
	/** Whether documents of a test step are sent like any other. */
	sendSamples: boolean;
}

/** A document, what it becomes and what is to be done about it. */
interface Case {
	document: QbDocument;
	settings: ShippingSettings;
	plan?: ShippingPlan;
	decision?: SendingDecision;
	report?: SendingReport;
}

/**
 * Sends documents to ShipStation: plans each, looks up once what stands of them, decides, and sends in bulk. Fails only when nothing
 * could be done at all.
 */
export async function sendDocuments(documents: readonly DocumentToSend[], context: SendingContext): Promise<Outcome<SendingRun>> {
	const cases: Case[] = documents.map(({ document, settings }) => ({ document, settings }));
	setEarlierReadingsAside(cases);
	for (const one of cases) plan(one);
	setSalesOrdersAside(cases);
	const open = cases.filter(({ report: done }) => !done);
	const hints: string[] = [];
	if (open.length > 0) {
		const decided = await decide(open, context);
		if (!decided.ok) return decided;
		hints.push(...decided.value);
		const stoppedBy = await carryOut(open, context);
		if (stoppedBy && cases.every(({ report: done }) => done?.outcome === 'needsAttention')) return fail(stoppedBy);
		if (stoppedBy) return succeed({ reports: cases.map(({ report: done }) => done!), hints, stoppedBy });
	}
	return succeed({ reports: cases.map(({ report: done }) => done!), hints });
}

/** A document that comes twice counts once: by its last reading. */
function setEarlierReadingsAside(cases: Case[]): void {
	const latest = new Map(cases.map((one) => [documentKey(one.document), one]));
	for (const one of cases) {
		if (latest.get(documentKey(one.document)) === one) continue;
		one.report = report(one.document, 'A later reading of the same document is in this run; that one counts', { outcome: 'unchanged', action: 'none' });
	}
}

function plan(one: Case): void {
	const { document, settings } = one;
	if (one.report || document.status === 'deleted') return;
	if (!isStanding(document)) {
		one.report = reportUnread(document);
		return;
	}
	const planned = toShipStationOrder(document, settings);
	if (!planned.ok) one.report = reportAttention(document, planned.failure);
	else one.plan = planned.value;
	if (planned.ok && planned.value.kind === 'leave') one.report = reportDecision(document, { ...planned.value, action: 'left' });
}

/** A sales order and its invoice in one run are one order: the invoice's. */
function setSalesOrdersAside(cases: Case[]): void {
	const invoices = new Map(cases.flatMap(({ plan: planned, document }) => (planned?.kind === 'send' && document.type !== 'Estimate' ? [[planned.keys.key, document] as const] : [])));
	for (const one of cases) {
		const { document, plan: planned } = one;
		if (one.report || document.type !== 'Estimate' || (planned?.kind !== 'send' && planned?.kind !== 'awaitInvoice')) continue;
		if (!invoices.has(planned.keys.key)) continue;
		one.report = reportDecision(document, { kind: 'leave', action: 'none', because: 'its invoice is sent in its place' });
	}
}

/** Looks up what stands in ShipStation, and decides on every case. @returns hints */
async function decide(open: Case[], { shipstation, clock }: SendingContext): Promise<Outcome<string[]>> {
	const standing = open.flatMap(({ document }) => (isStanding(document) ? [document] : []));
	const found = await findStandingOrders({ shipstation, clock }, standing.flatMap(daysOf), standing.length < open.length);
	if (!found.ok) return found;
	const kept = new Set(open.flatMap(({ plan: planned }) => (planned?.kind === 'send' || planned?.kind === 'awaitInvoice' ? [planned.keys.key] : [])));
	const run = { keeps: (key: string) => kept.has(key) };
	for (const one of open) {
		const { document, plan: planned } = one;
		one.decision =
			planned && isStanding(document)
				? decideSending(document, planned, found.value.orders, run)
				: decideCancelling(document as DeletedDocument, documentKey(document), 'it was deleted in QuickBooks', found.value.orders, run);
	}
	const { unreadable } = found.value;
	return succeed(unreadable.length > 0 ? [`${unreadable.length} orders in ShipStation could not be read, so they were not compared: ${unreadable[0]}`] : []);
}

/** The days that a document's order may be dated: an order that its sales order made has that one's. */
const daysOf = ({ txnDate, estimate }: StandingDocument): string[] => [txnDate, ...(estimate?.txnDate ? [estimate.txnDate] : [])];

/** Does what was decided. @returns what stopped the run */
async function carryOut(open: Case[], context: SendingContext): Promise<Failure | undefined> {
	const { shipstation } = context;
	for (const one of open) {
		const { document, decision } = one;
		const isDry = context.dryRun || (document.sample && !context.sendSamples);
		if (decision!.kind === 'leave' || decision!.kind === 'refuse') one.report = reportDecision(document, decision!);
		else if (isDry) one.report = reportPreview(document, decision!);
	}
	const toWrite = open.filter(({ report: done }) => !done);
	const checked = await checkLists(toWrite, shipstation);
	if (checked) return stop(toWrite, checked);
	const sends = toWrite.filter(({ report: done, decision }) => !done && decision!.kind !== 'cancel');
	const sent = await shipstation.sendOrders(sends.flatMap(({ decision }) => ('order' in decision! ? [decision.order] : [])));
	settle(sends, sent);
	const stopped = firstStop(sent);
	if (stopped) return stop(toWrite, stopped);
	return await cancel(toWrite.filter(({ report: done }) => !done), shipstation);
}

async function cancel(cases: Case[], shipstation: ShipStation): Promise<Failure | undefined> {
	const parts = cases.flatMap((one) => (one.decision?.kind === 'cancel' ? one.decision.parts.map((part) => ({ one, part })) : []));
	if (parts.length === 0) return undefined;
	const cancelled = await shipstation.cancelOrders(parts.map(({ part }) => part));
	for (const one of cases) {
		const own = cancelled.filter((_, index) => parts[index]!.one === one);
		settle([one], [own.find((outcome) => !outcome.ok) ?? own[0]!]);
	}
	return firstStop(cancelled);
}

function settle(cases: Case[], outcomes: Array<Outcome<SentOrder>>): void {
	for (const [index, one] of cases.entries()) {
		const outcome = outcomes[index]!;
		one.report = outcome.ok ? reportDecision(one.document, one.decision!, outcome.value) : reportAttention(one.document, outcome.failure);
	}
}

/** What the orders refer to in ShipStation's own lists; only what is to be written is asked for. */
async function checkLists(cases: Case[], shipstation: ShipStation): Promise<Failure | undefined> {
	const creating = cases.flatMap(({ decision, settings }) => (decision?.kind === 'create' && settings.storeId !== undefined ? [settings.storeId] : []));
	const store = await checkStore(creating, shipstation);
	if (store) return store;
	const services = await checkServices(cases.flatMap(({ decision }) => (decision && 'order' in decision ? [decision.order] : [])), shipstation);
	if (!services.ok) return services.failure;
	for (const one of cases) {
		const wrong = one.decision && 'order' in one.decision ? services.value(one.decision.order) : undefined;
		if (wrong) one.report = reportAttention(one.document, wrong);
	}
	return undefined;
}

/** Whatever was not settled yet has the same failure. */
function stop(cases: Case[], failure: Failure): Failure {
	for (const one of cases) one.report ??= reportAttention(one.document, failure);
	return failure;
}

const firstStop = (outcomes: Array<Outcome<SentOrder>>): Failure | undefined =>
	outcomes.flatMap((outcome) => (!outcome.ok && stopsTheRun(outcome.failure) ? [outcome.failure] : []))[0];

import { equals } from '../order/money';
import type { Clock } from '../outcome/clock';
import { succeed, type Outcome } from '../outcome/outcome';
import { readMark, writeMark } from '../postings/mark';
import type { Candidate } from '../postings/standing';
import { ask } from './ask';
import { syncToken } from './candidate';
import { nameOfDocument } from './order-documents';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import { sendSurely, type Writing } from './send-surely';

interface Step extends Writing {
	document: Candidate;
	done(record: QbRecord): boolean;
}

/**
 * Voids documents that this run made and that must not stand. Voiding overwrites the note, so the mark goes back into it
 * behind `reason`: the next run knows whose it was and why.
 * @returns the ids of those that are voided now
 */
export async function takeBack(
	documents: Candidate[],
	reason: string,
	{ quickbooks, clock }: { quickbooks: QuickBooks; clock: Clock },
): Promise<Set<string>> {
	const options = { quickbooks, clock, lookAgain: (steps: Step[]) => findDone(quickbooks, steps) };
	const voided = await sendSurely(documents.map(voiding), options);
	const records = [...voided].flatMap(([step, outcome]) => (outcome.ok ? [{ step, record: outcome.value }] : []));
	await sendSurely(records.map(({ step, record }) => noting(step.document, record, reason)), options);
	return new Set(records.map(({ step }) => step.document.id));
}

const voiding = (document: Candidate): Step => ({
	document,
	what: `the voiding of ${nameOfDocument(document)}`,
	item: { kind: 'write', operation: 'void', entity: document.type, body: { Id: document.id, SyncToken: syncToken(document) } },
	done: (record) => equals(String(record.TotalAmt ?? '0'), '0'),
});

function noting(document: Candidate, record: QbRecord, reason: string): Step {
	const mark = readMark(document.note);
	const note = mark ? `${reason}\n${writeMark(mark)}` : reason;
	return {
		document,
		what: `the note of ${nameOfDocument(document)}`,
		item: {
			kind: 'write',
			operation: 'update',
			entity: document.type,
			body: { Id: document.id, SyncToken: String(record.SyncToken), sparse: true, PrivateNote: note },
		},
		done: (candidate) => candidate.PrivateNote === note,
	};
}

async function findDone(quickbooks: QuickBooks, steps: Step[]): Promise<Outcome<Map<Step, QbRecord>>> {
	const types = [...new Set(steps.map(({ document }) => document.type))];
	const rows = await ask(
		quickbooks,
		types.flatMap((type) => selectIn(type, 'Id', steps.filter(({ document }) => document.type === type).map(({ document }) => document.id))),
	);
	if (!rows.ok) return rows;
	const found = new Map<Step, QbRecord>();
	for (const step of steps) {
		const record = rows.value.flat().find((candidate) => candidate.Id === step.document.id && step.done(candidate));
		if (record) found.set(step, record);
	}
	return succeed(found);
}

import { succeed, type Outcome } from '../outcome/outcome';
import { isMarkOfPart, readMark } from '../postings/mark';
import { ask } from './ask';
import { lookUpByMark } from './look-up-by-mark';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';
import type { OrderWriting } from './write-orders';

/** Which of these orders QuickBooks holds after all: by number, and by mark where it numbers by itself. */
export async function findWritten(
	quickbooks: QuickBooks,
	writings: OrderWriting[],
): Promise<Outcome<Map<OrderWriting, QbRecord>>> {
	const creations = writings.filter((writing) => writing.action === 'created');
	const updates = writings.filter((writing) => writing.action !== 'created');
	const statements = [...new Set(writings.map((writing) => writing.item.entity))].flatMap((entity) => {
		const of = (list: OrderWriting[]) => list.filter((writing) => writing.item.entity === entity);
		return [
			...selectIn(entity, 'DocNumber', of(creations).flatMap(({ item }) => (item.body.DocNumber as string | undefined) ?? [])),
			...selectIn(entity, 'Id', of(updates).map(({ item }) => item.body.Id!)),
		];
	});
	const rows = await ask(quickbooks, statements);
	if (!rows.ok) return rows;
	const unnumbered = creations.filter(({ item }) => item.body.DocNumber === undefined);
	const types = [...new Set(unnumbered.map(({ item }) => item.entity))];
	const marked = unnumbered.length > 0 ? await lookUpByMark(quickbooks, unnumbered.map(({ plan }) => plan), types) : succeed([]);
	if (!marked.ok) return marked;
	const records = [...rows.value.flat(), ...marked.value.map(({ record }) => record as QbRecord)];
	const found = new Map<OrderWriting, QbRecord>();
	for (const writing of writings) {
		const note = writing.item.body.PrivateNote;
		const record = records.find((candidate) => {
			const mark = readMark(candidate.PrivateNote);
			return isMarkOfPart(mark, writing.plan.order, writing.transaction.key) && (writing.action === 'created' || candidate.PrivateNote === note);
		});
		if (record) found.set(writing, record);
	}
	return succeed(found);
}

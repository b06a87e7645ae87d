import { succeed, type Outcome } from '../outcome/outcome';
import { TWIN, type Candidate } from '../postings/standing';
import { confirm } from './confirm';
import { takeBack } from './take-back';
import type { OrderWriting, WriteContext, Written } from './write-orders';

export interface Settled {
	written: Map<OrderWriting, Outcome<Written>>;
	/** What QuickBooks said it created and does not hold: it answered with an old answer, and a person deleted that document. */
	gone: Map<OrderWriting, Candidate>;
}

/**
 * Looks once more at what was created, and voids what turns out to be the younger of two. Nothing else does where QuickBooks numbers by
 * itself and batches differ: a request id only answers for the very same batch, and a number is only refused where it is ours.
 * Every run that made one of several takes back its own, so that the eldest stays whoever comes first. What a look-up shows too
 * late is for the next run (`resolve-twins.ts`).
 */
export async function settleTwins(
	written: Map<OrderWriting, Outcome<Written>>,
	context: Pick<WriteContext, 'quickbooks' | 'clock' | 'lookedUpAt'>,
): Promise<Settled> {
	const settled: Settled = { written: new Map(written), gone: new Map() };
	const created = [...written].flatMap(([writing, outcome]) =>
		outcome.ok && writing.action === 'created' ? [{ writing, ...outcome.value }] : [],
	);
	if (created.length === 0) return settled;
	const looked = await confirm(created.map(({ document }) => document), context);
	// What was written stands all the same; the next run finds twins, if there are any.
	if (!looked.ok) return settled;
	const { gone, twins } = looked.value;
	const younger = created.filter(({ document }) => twins.has(document.id));
	const voided = await takeBack(younger.map(({ document }) => document), TWIN, context);
	for (const { writing, document, remarks } of created) {
		const elder = twins.get(document.id);
		if (gone.has(document.id)) {
			settled.written.delete(writing);
			settled.gone.set(writing, document);
		} else if (elder && voided.has(document.id)) {
			const remark = `Another run posted the same order at the same moment; the younger document (id ${document.id}) was voided`;
			settled.written.set(writing, succeed({ document: elder, remarks: [...remarks, remark] }));
		}
	}
	return settled;
}

import { asPosted } from '../postings/as-posted';
import { readMark } from '../postings/mark';
import type { Candidate, OrderStanding, Standing } from '../postings/standing';
import { createdAt } from './candidate';
import { isSettled } from './linked';

/** Two runs that post at once, or a write that was repeated in doubt, are this far apart at most; a person's copy is made later. */
const RACE_MS = 3_600_000;

export interface ResolvedTwins {
	standing: OrderStanding;
	/** What stands beside the document that stays, and is to go. */
	surplus: Candidate[];
}

/**
 * An order that stands twice because two runs posted it at the same moment: the one that something links to stays, otherwise the
 * eldest, and the others go. Left as twins, for a person, when more than one is settled, when one to go was edited, or when they
 * were not made at the same time.
 */
export function resolveTwins(standing: OrderStanding): ResolvedTwins {
	const sale = resolve(standing.sale);
	const salesOrder = resolve(standing.salesOrder);
	return {
		standing: { ...standing, sale: sale.standing, salesOrder: salesOrder.standing },
		surplus: [...sale.surplus, ...salesOrder.surplus],
	};
}

function resolve(standing: Standing): { standing: Standing; surplus: Candidate[] } {
	if (standing.kind !== 'twins') return { standing, surplus: [] };
	const { documents } = standing;
	const settled = documents.filter(isSettled);
	const stays = settled[0] ?? documents[0]!;
	const surplus = documents.filter((document) => document !== stays);
	const times = documents.map(({ record }) => Date.parse(createdAt(record)));
	const atOnce = Math.max(...times) - Math.min(...times) <= RACE_MS;
	if (settled.length > 1 || !atOnce || !surplus.every(isAsPosted)) return { standing, surplus: [] };
	return { standing: { kind: 'posted', document: stays, mark: readMark(stays.note)!, edited: !isAsPosted(stays) }, surplus };
}

const isAsPosted = ({ record, total, note }: Candidate): boolean => asPosted(record, total) === readMark(note)?.posted;

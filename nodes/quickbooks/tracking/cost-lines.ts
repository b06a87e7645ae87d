import { equals, isPositive, sum } from '../../order/money';
import type { Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { isMarked } from '../../postings/mark';
import type { Candidate } from '../../postings/standing';
import { isUnitedStates, type Company } from '../company';
import { isSettled } from '../linked';
import { nameOfDocument } from '../order-documents';
import { literal } from '../query';
import type { QbRecord, QuickBooks } from '../quickbooks';
import type { Shipped } from './tracking-changes';

/** The product or service that shipping cost is booked to. */
export interface CostItem {
	id: string;
}

/** Finds it in QuickBooks; a choice that names nothing stops the run. */
export async function findCostItem(quickbooks: QuickBooks, choice: { by: 'id' | 'name'; value: string } | undefined): Promise<Outcome<CostItem | undefined>> {
	if (!choice) return succeed(undefined);
	const where = choice.by === 'id' ? `Id = ${literal(choice.value)}` : `Name = ${literal(choice.value)}`;
	const rows = await quickbooks.query(`select * from Item where ${where}`);
	if (!rows.ok) return rows;
	const [item, ...others] = rows.value;
	if (!item?.Id || others.length > 0) return fail(noItem(choice.value));
	return succeed({ id: item.Id });
}

const noItem = (value: string): Failure => ({
	cause: 'configuration-invalid',
	reason: 'cost-item-missing',
	message: `'Shipping Cost Item' names '${value}', which this QuickBooks company does not have as an active product or service`,
	remedy: "Create it in QuickBooks, or choose another 'Shipping Cost Item'",
});

/** How a line of ours is known again, so that no label is charged twice. */
const wordsOf = (id: number): string => `Shipping cost of label ${id}`;

interface CostLines {
	changes: QbRecord;
	/** What QuickBooks' total is to be then. */
	total: string;
	remarks: string[];
}

/**
 * What labels cost, as lines of the document. Never on one that is paid, in part too, as that would open it again; nor on one that
 * an order of a selling channel made, as its total would no longer be the shop's.
 */
export function costLines(document: Candidate, { parcels }: Shipped, item: CostItem | undefined, company: Company): CostLines {
	const none = (remark?: string): CostLines => ({ changes: {}, total: document.total, remarks: remark ? [remark] : [] });
	if (!item) return none();
	const lines = (Array.isArray(document.record.Line) ? document.record.Line : []) as QbRecord[];
	const labels = parcels.filter(({ kind, id, cost }) => kind === 'label' && id !== undefined && cost !== undefined && isPositive(cost));
	const charged = new Set(lines.map(({ Description }) => Description));
	const fresh = labels.filter(({ id }) => !charged.has(wordsOf(id!)));
	if (fresh.length === 0) return none();
	const why = whyNot(document, company);
	if (why) return none(`No shipping cost was added to ${nameOfDocument(document)}, as ${why}`);
	const added = fresh.map(({ id, cost }): QbRecord => ({
		DetailType: 'SalesItemLineDetail',
		Amount: Number(cost),
		Description: wordsOf(id!),
		SalesItemLineDetail: { ItemRef: { value: item.id }, TaxCodeRef: { value: 'NON' } },
	}));
	const kept = lines.filter(({ DetailType }) => DetailType !== 'SubTotalLineDetail');
	return { changes: { Line: [...kept, ...added] }, total: sum([document.total, ...fresh.map(({ cost }) => cost!)]), remarks: [] };
}

function whyNot(document: Candidate, company: Company): string | undefined {
	const { Balance } = document.record;
	if (isMarked(document.note)) return 'an order of a selling channel made it';
	const isPaid = document.type === 'SalesReceipt' || (document.type === 'Invoice' && !(Balance !== undefined && equals(String(Balance), document.total)));
	if (isPaid || (document.type === 'Invoice' && isSettled(document))) return 'it is paid, if only in part';
	// Outside the US every line needs a tax code, and which one a person must say.
	return isUnitedStates(company) ? undefined : 'its tax code is not known outside the United States';
}

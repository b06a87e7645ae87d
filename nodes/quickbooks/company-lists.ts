import { succeed, type Outcome } from '../outcome/outcome';
import type { PlannedTransaction } from '../transaction/plan';
import type { RecordChoice } from '../transaction/plan-fields';
import type { Reference } from './customers';
import { nameOfRecord, pickRecord } from './pick-record';
import { PAGE_LIMIT } from './query';
import type { QbRecord } from './quickbooks';

/** Lists that documents refer to besides people, items, accounts and tax codes: QuickBooks' entity, and its word for an entry. */
const LISTS = {
	class: { entity: 'Class', word: 'class' },
	location: { entity: 'Department', word: 'location' },
	terms: { entity: 'Term', word: 'terms' },
	paymentMethod: { entity: 'PaymentMethod', word: 'payment method' },
} as const;

export type ListName = keyof typeof LISTS;

const names = Object.keys(LISTS) as ListName[];

/** The lists that these documents name an entry of. */
export const listsNamedBy = (transactions: PlannedTransaction[]): ListName[] =>
	names.filter((name) => transactions.some((transaction) => name in transaction && transaction[name as 'paymentMethod'] !== undefined));

/** The whole list, inactive entries included: a company has few of each. */
export const listQuery = (name: ListName): string =>
	`select * from ${LISTS[name].entity} where Active IN (true, false) maxresults ${PAGE_LIMIT}`;

/** The company's lists as far as a run names entries of them; each is asked for once. */
export class CompanyLists {
	constructor(private readonly records: ReadonlyMap<ListName, QbRecord[]> = new Map()) {}

	/** The entry's id; a failure names the parameter to change. */
	resolve(choice: RecordChoice, list: ListName): Outcome<Reference> {
		const picked = pickRecord(this.records.get(list) ?? [], choice, LISTS[list].word);
		return picked.ok ? succeed({ value: picked.value.Id!, name: nameOfRecord(picked.value) }) : picked;
	}
}

import type { Company } from './company';
import { element, type Html } from './html';
import { money, number, section, table, type Cell } from './page-tables';
import { applicationsOf } from './payments';
import { depositedDocuments } from './deposit-links';
import { decimalOf, listOf, objectOf, textOf, type Entity } from './wire-values';

/** More than that nobody reads; the rest is counted. */
const mostShown = 200;

const typeNames: Readonly<Record<string, string>> = {
	SalesReceipt: 'Sales Receipt',
	CreditMemo: 'Credit Memo',
	RefundReceipt: 'Refund Receipt',
};

/** A document as people call it: `Sales Receipt WOO-1001`, or by its id where it has no number. */
export function nameOf(type: string, { DocNumber, Id }: Entity): string {
	return `${typeNames[type] ?? type} ${textOf(DocNumber) ?? `#${Id}`}`;
}

/** The documents, the newest first, each with what it is linked to. */
export function documentSection(company: Company): Html {
	const all = company.documents().sort((left, right) => Number(right.Id) - Number(left.Id));
	if (all.length === 0) return section('Documents', [], 'Nothing has been posted yet.');
	const shown = all.slice(0, mostShown);
	const head = ['Document', 'Date', 'Customer', 'Total', 'Tax', 'Open', 'Linked with', 'Note'];
	const rest = all.length - shown.length;
	return section(
		'Documents',
		[
			table(
				head,
				shown.map((document) => documentRow(company, document)),
			),
		],
		rest === 0 ? undefined : `The newest ${shown.length}; ${rest} older ones are not shown.`,
	);
}

function documentRow(company: Company, document: Entity): Cell[] {
	const type = company.typeOf(document) ?? '';
	const tax = objectOf(document.TxnTaxDetail).TotalTax;
	const open = type === 'Payment' ? document.UnappliedAmt : document.Balance;
	const status = type === 'Estimate' ? ` · ${textOf(document.TxnStatus) ?? ''}` : '';
	return [
		element('span', [`${nameOf(type, document)}${status}`], { id: `document-${document.Id}` }),
		textOf(document.TxnDate) ?? '',
		textOf(objectOf(document.CustomerRef).name) ?? '',
		number(money(decimalOf(document.TotalAmt))),
		number(tax === undefined ? '' : money(decimalOf(tax), '')),
		number(open === undefined ? '' : money(decimalOf(open), '')),
		linksOf(company, type, document),
		element('span', [(textOf(document.PrivateNote) ?? '').split('\n')[0] ?? ''], { class: 'note' }),
	];
}

/** What a document says it is linked to: payments what they pay, deposits what they bring to the bank. */
function linksOf(company: Company, type: string, document: Entity): Html {
	const linked = [
		...(type === 'Payment' ? applicationsOf(document) : []),
		...(type === 'Deposit' ? depositedDocuments(document) : []),
		...listOf(document.LinkedTxn).map(({ TxnType, TxnId }) => ({ type: String(TxnType), id: String(TxnId) })),
	];
	const names = linked.flatMap(({ type: otherType, id }) => {
		const other = company.get(otherType, id);
		return other === undefined ? [] : [element('a', [nameOf(otherType, other)], { href: `#document-${id}` })];
	});
	return element(
		'span',
		names.flatMap((name, index) => (index === 0 ? [name] : [', ', name])),
		{ class: 'links' },
	);
}

import type { Company } from './company';
import { fault } from './faults';
import type { SalesForm, WriteOptions } from './sales-documents';
import { textOf, type Entity, type Json } from './wire-values';

/** How QuickBooks names the types in the text of fault 6140; it is in the company's language. */
const typeNames: Readonly<Record<SalesForm, string>> = {
	SalesReceipt: 'Sales Receipt',
	Invoice: 'Invoice',
	Estimate: 'Estimate',
	CreditMemo: 'Credit Memo',
	RefundReceipt: 'Refund',
};

/**
 * The number a document gets. With custom numbers: the one sent, none when none was sent, and 6140 when it is taken.
 * Without: QuickBooks counts by itself and ignores what was sent.
 */
export function documentNumber(
	company: Company,
	type: SalesForm,
	sent: Json,
	before: Entity | undefined,
	options: WriteOptions,
): string | undefined {
	if (!company.settings.customTxnNumbers) return textOf(before?.DocNumber) ?? nextNumber(company, type);
	const number = textOf(sent.DocNumber);
	if (number === undefined || options.allowDuplicateDocNum === true) return number;
	for (const other of typesCompared(company, type)) {
		const holder = company
			.having(other, 'DocNumber', number)
			.find((document) => document.DocNumber === number && !(other === type && document.Id === before?.Id));
		if (holder !== undefined) throw duplicate(number, other, holder.Id);
	}
	return number;
}

function typesCompared(company: Company, type: SalesForm): readonly SalesForm[] {
	if (company.behaviour.docNumbersUniqueOver === 'type' || type === 'Estimate') return [type];
	return ['SalesReceipt', 'Invoice', 'CreditMemo', 'RefundReceipt'];
}

/** Estimates count by themselves, all other sales forms together. */
function nextNumber(company: Company, type: SalesForm): string {
	const types: SalesForm[] =
		type === 'Estimate' ? ['Estimate'] : ['SalesReceipt', 'Invoice', 'CreditMemo', 'RefundReceipt'];
	return String(Math.max(1000, company.highestNumber(types)) + 1);
}

function duplicate(number: string, type: SalesForm, id: string): Error {
	return fault(
		'6140',
		'Duplicate Document Number Error : You must specify a different number. This number has already been used. ' +
			`DocNumber=${number} is assigned to TxnType=${typeNames[type]} with TxnId=${id}`,
		'',
	);
}

import { refused, type Failure } from '../../outcome/failure';
import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { isVoided, type Candidate } from '../../postings/standing';
import { documentKey, typeAndId, type DocumentIdentity } from '../../qb-documents/document-key';
import type { Company } from '../company';
import { linkedIds } from '../linked';
import { nameOfDocument, typeName } from '../order-documents';
import type { QuickBooks } from '../quickbooks';
import { queriesBy, queriesById, readDocuments, readWithCompany } from '../read-documents';

/** The document that tracking is written into. */
export interface Target {
	document: Candidate;
	/** A sales order that nobody has invoiced yet. */
	isOpenSalesOrder: boolean;
}

export interface ShippedDocuments {
	company: Company;
	/** By its key, as the parcels name it; or why there is none. */
	targets: Map<string, Outcome<Target>>;
}

/**
 * Finds the documents that parcels belong to, in one batch; and in a second one the invoices of sales orders: what was shipped by
 * a sales order is tracked on its invoice, once it has one.
 */
export async function findShippedDocuments(quickbooks: QuickBooks, identities: readonly DocumentIdentity[]): Promise<Outcome<ShippedDocuments>> {
	const own = identities.filter(({ realmId }) => realmId === quickbooks.realmId);
	const read = await readWithCompany(quickbooks, queriesById(own));
	if (!read.ok) return read;
	const documents = new Map(read.value.documents.map((document) => [typeAndId(document), document]));
	const invoices = await invoicesOf(quickbooks, [...documents.values()]);
	if (!invoices.ok) return invoices;
	const targets = new Map(
		identities.map((identity) => {
			const key = documentKey(identity);
			if (identity.realmId !== quickbooks.realmId) return [key, fail<Target>(anotherCompany(identity))];
			return [key, targetOf(identity, documents.get(typeAndId(identity)), invoices.value)];
		}),
	);
	return succeed({ company: read.value.company, targets });
}

async function invoicesOf(quickbooks: QuickBooks, documents: Candidate[]): Promise<Outcome<Map<string, Candidate>>> {
	const ids = documents.filter(({ type }) => type === 'Estimate').flatMap((estimate) => linkedIds(estimate, 'Invoice'));
	if (ids.length === 0) return succeed(new Map());
	const invoices = await readDocuments(quickbooks, queriesBy('Invoice', 'Id', ids));
	return invoices.ok ? succeed(new Map(invoices.value.map((invoice) => [invoice.id, invoice]))) : invoices;
}

function targetOf(identity: DocumentIdentity, document: Candidate | undefined, invoices: Map<string, Candidate>): Outcome<Target> {
	if (!document) return fail(gone(identity));
	if (document.type !== 'Estimate') return isVoided(document) ? fail(voided(document)) : succeed({ document, isOpenSalesOrder: false });
	const linked = linkedIds(document, 'Invoice').flatMap((id) => invoices.get(id) ?? []).filter((invoice) => !isVoided(invoice));
	const [invoice, ...others] = linked;
	// A sales order that was invoiced in parts keeps its tracking itself: no part is the whole.
	if (!invoice || others.length > 0) return succeed({ document, isOpenSalesOrder: !invoice && isOpen(document) });
	return succeed({ document: invoice, isOpenSalesOrder: false });
}

const isOpen = ({ record }: Candidate): boolean => record.TxnStatus === 'Accepted' || record.TxnStatus === 'Pending';

const anotherCompany = ({ type, id, realmId }: DocumentIdentity): Failure =>
	refused('another-company', `${typeName(type)} with id ${id} belongs to another QuickBooks company (${realmId})`, 'Choose the credential of that company');

const gone = ({ type, id }: DocumentIdentity): Failure =>
	refused('shipped-and-deleted', `${typeName(type)} with id ${id} was shipped, and QuickBooks does not have it any more`, 'Enter the sale in QuickBooks again, or get the parcel back');

const voided = (document: Candidate): Failure =>
	refused('shipped-and-voided', `${nameOfDocument(document)} was shipped, and it was voided in QuickBooks`, 'Enter the sale in QuickBooks again, or get the parcel back');

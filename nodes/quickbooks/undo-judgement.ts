import { asPosted } from '../postings/as-posted';
import { readMark } from '../postings/mark';
import { isVoided, type Candidate } from '../postings/standing';
import type { Company } from './company';
import { settlingLinks } from './linked';
import { nameOfDocument } from './order-documents';

/** Whether a document may be taken out of the books, or why it is left. */
export type Judgement = { kind: 'undo' } | { kind: 'gone' } | { kind: 'left'; why: string };

/**
 * Only what stands exactly as we left it is undone: not what a person edited, voided, paid or deposited since, and nothing of a
 * closed period.
 * @param going ids of the documents that go with it, as `Payment/12`: their links do not hold it
 */
export function judge(document: Candidate, going: ReadonlySet<string>, company: Company): Judgement {
	const left = (why: string): Judgement => ({ kind: 'left', why: `${nameOfDocument(document)} ${why}` });
	if (isVoided(document)) return { kind: 'gone' };
	const mark = readMark(document.note);
	if (!mark) return left('does not carry the mark of this package');
	if (asPosted(document.record, document.total) !== mark.posted) return left('was edited in QuickBooks since');
	const holding = settlingLinks(document).filter((link) => !going.has(link));
	if (holding.length > 0) return left(`has ${holding.map((link) => link.replace('/', ' with id ')).join(', ')} on it, made by somebody else`);
	if (company.booksClosedUntil && document.txnDate <= company.booksClosedUntil) {
		return left(`is dated ${document.txnDate}, and the books are closed up to ${company.booksClosedUntil}`);
	}
	return { kind: 'undo' };
}

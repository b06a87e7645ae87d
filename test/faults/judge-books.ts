import { Big } from 'big.js';
import { isVoided } from '../../nodes/postings/standing';
import { readMark } from '../../nodes/postings/mark';
import type { QuickBooksSimulator } from '../simulators/quickbooks/quickbooks-simulator';
import { count, noFindings, type Findings } from '../judging/tally';
import type { Scenario } from './scenarios';

const TYPES = ['Estimate', 'SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo'] as const;
const cents = (value: unknown): string => new Big(String(value ?? 0)).toFixed(2);

/** Looks at the company itself, not at what anybody reported. */
export function judgeBooks({ company }: QuickBooksSimulator, { plans, expected, balance }: Scenario): Findings {
	const verdict = noFindings();
	const say = (what: 'lost' | 'twice' | 'wrong', words: string) => count(verdict, what, words);
	for (const { order } of plans) {
		const own = (type: (typeof TYPES)[number]) =>
			company
				.documents(type)
				.filter(({ PrivateNote }) => readMark(PrivateNote)?.id === order.id)
				.filter(({ TotalAmt, PrivateNote, TxnStatus }) => !isVoided({ type, total: String(TotalAmt), note: String(PrivateNote) }) && TxnStatus !== 'Rejected');
		for (const type of TYPES) {
			const wanted = [...(expected[type] ?? [])].sort();
			const found = own(type).map(({ TotalAmt }) => cents(TotalAmt)).sort();
			if (found.length < wanted.length) say('lost', `${type} of ${order.number}: ${found.join()} instead of ${wanted.join()}`);
			else if (found.length > wanted.length) say('twice', `${type} of ${order.number}: ${found.join()} instead of ${wanted.join() || 'none'}`);
			else if (found.join() !== wanted.join()) say('wrong', `${type} of ${order.number}: ${found.join()} instead of ${wanted.join()}`);
		}
		const [invoice] = own('Invoice');
		if (!invoice) continue;
		if (balance !== undefined && cents(invoice.Balance) !== balance) say('wrong', `Invoice ${order.number} has ${cents(invoice.Balance)} open instead of ${balance}`);
		const links = new Set((invoice.LinkedTxn as Array<{ TxnType: string; TxnId: string }> | undefined)?.map(({ TxnType, TxnId }) => `${TxnType} ${TxnId}`));
		for (const type of ['Estimate', 'Payment'] as const) {
			for (const { Id } of own(type)) if (!links.has(`${type} ${Id}`)) say('wrong', `Invoice ${order.number} is not linked to ${type} ${Id}`);
		}
	}
	const names = company.all('Customer').map(({ DisplayName }) => String(DisplayName));
	const twins = names.filter((name, index) => names.indexOf(name) !== index);
	if (twins.length > 0) say('twice', `customers ${twins.join()}`);
	const { debit, credit } = company.trialBalance();
	if (cents(debit) !== cents(credit)) say('wrong', `debits ${String(debit)}, credits ${String(credit)}`);
	return verdict;
}

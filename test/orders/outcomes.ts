import { nameOfDocument } from '../../nodes/quickbooks/order-documents';
import { isUnreadable, type Order, type UnreadableOrder } from '../../nodes/order/order';
import { planTransaction } from '../../nodes/transaction/plan-transaction';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';
import type { QuickBooksOptions } from '../simulators/quickbooks/quickbooks-simulator';
import { only, startPostingBench, type PostingBench } from '../quickbooks/posting-bench';

/** A company that keeps its books in the order's currency, and how its bookkeeper set Map up. */
interface Home {
	company: QuickBooksOptions['company'];
	tax: SyncSettingsInput['tax'];
}

const byCode = (country: string, homeCurrency: string, taxableCode: string): Home => ({
	company: { country, homeCurrency, partnerTaxEnabled: undefined },
	tax: { mode: 'codes', taxableCode, nonTaxableCode: 'Exempt' },
});

const HOMES: Record<string, Home> = {
	GBP: byCode('GB', 'GBP', '20.0% S'),
	EUR: byCode('DE', 'EUR', '19% USt'),
};
const UNITED_STATES: Home = { company: {}, tax: { mode: 'override' } };

const account = (value: string) => ({ by: 'name' as const, value });

const settingsOf = ({ tax }: Home, transactionType: SyncSettingsInput['transactionType']): SyncSettingsInput => ({
	transactionType,
	tax,
	customer: { mode: 'byEmail', whenMissing: 'fallback', fallback: 'Web Store' },
	accounts: {
		deposit: account('Undeposited Funds'),
		income: account('Sales of Product Income'),
		discount: account('Discounts given'),
		giftCardLiability: account('Gift Card Liability'),
		tips: account('Tips Payable'),
		duties: account('Tips Payable'),
	},
});

/**
 * What becomes of an order in one line: the documents that stand for it with QuickBooks' totals, or that it waits, or why a person
 * has to look. Fails where the books say another total than the shop, less what it redeemed.
 */
export async function outcomeOf(order: Order | UnreadableOrder, transactionType: SyncSettingsInput['transactionType']): Promise<string> {
	if (isUnreadable(order)) return `needs attention: order-unreadable, ${order.reason}`;
	const home = HOMES[order.currency] ?? UNITED_STATES;
	const settings = readSettings(settingsOf(home, transactionType));
	if (!settings.ok) throw new Error(settings.failure.message);
	const plan = planTransaction(order, settings.value);
	if (!plan.ok) return `needs attention: ${plan.failure.reason}`;
	const bench = await startPostingBench({ company: home.company });
	try {
		const posting = only(await bench.post([plan.value]));
		const stands = documentsIn(bench);
		if (posting.outcome === 'needsAttention') return [`needs attention: ${posting.attention!.reason}`, ...stands].join('; ');
		if (posting.outcome === 'unchanged') return `waits: ${plan.value.hold!.reason}`;
		if (Number(posting.difference) !== 0) throw new Error(`${posting.booksTotal} in the books, ${posting.shopTotal} in the shop`);
		const faults = bench.company.audit();
		if (faults.length > 0) throw new Error(faults.join('; '));
		return stands.join('; ');
	} finally {
		await bench.close();
	}
}

const TYPES = ['Estimate', 'SalesReceipt', 'Invoice', 'Payment', 'RefundReceipt', 'CreditMemo'] as const;

const documentsIn = ({ company }: PostingBench): string[] =>
	TYPES.flatMap((type) =>
		company.company.documents(type).map((document) => {
			const { Id: id, DocNumber, TotalAmt, TxnTaxDetail } = document as unknown as { Id: string; DocNumber?: string; TotalAmt: number; TxnTaxDetail?: { TotalTax?: number } };
			const tax = TxnTaxDetail?.TotalTax ? ` with tax ${TxnTaxDetail.TotalTax.toFixed(2)}` : '';
			const name = type === 'Payment' ? 'Payment' : nameOfDocument({ type, id, ...(DocNumber ? { docNumber: DocNumber } : {}) });
			return `${name}: ${TotalAmt.toFixed(2)}${tax}`;
		}),
	);

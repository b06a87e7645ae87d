import { Big } from 'big.js';
import type { Company } from './company';
import { paymentLine, settle } from './payments';
import { post } from './postings';
import { cents, decimalOf, idIn, type Entity } from './wire-values';

/**
 * Where credits are applied automatically, a new invoice is paid out of its customer's open credit memos at once, and a new
 * credit memo pays their open invoices, the oldest first, each by a payment of nothing.
 */
export function autoApplyCredits(company: Company, type: string, created: Entity): void {
	if (!company.settings.autoApplyCredit) return;
	const otherType = type === 'Invoice' ? 'CreditMemo' : type === 'CreditMemo' ? 'Invoice' : undefined;
	if (otherType === undefined) return;
	const theirs = company
		.documents(otherType)
		.filter(({ CustomerRef }) => idIn(CustomerRef) === idIn(created.CustomerRef))
		.sort((left, right) => (String(left.TxnDate) < String(right.TxnDate) ? -1 : 1));
	for (const other of theirs) {
		const own = company.get(type, created.Id) ?? created;
		const [invoice, memo] = type === 'Invoice' ? [own, other] : [other, own];
		const [due, credit] = [decimalOf(invoice.Balance), decimalOf(memo.RemainingCredit)];
		const amount = due.lt(credit) ? due : credit;
		if (amount.gt(0)) link(company, invoice, memo, amount);
	}
}

function link(company: Company, invoice: Entity, memo: Entity, amount: Big): void {
	const payment = company.insert('Payment', {
		TxnDate: invoice.TxnDate,
		CustomerRef: invoice.CustomerRef,
		CurrencyRef: invoice.CurrencyRef,
		...(invoice.ExchangeRate === undefined ? {} : { ExchangeRate: invoice.ExchangeRate }),
		PrivateNote: 'Created by QB Online to link credits to charges.',
		Line: [paymentLine('Invoice', invoice, amount), paymentLine('CreditMemo', memo, amount)],
		TotalAmt: cents(new Big(0)),
		UnappliedAmt: 0,
		ProcessPayment: false,
	});
	settle(company, payment.Id, undefined, payment);
	post(company, 'Payment', payment);
}

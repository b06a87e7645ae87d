import { Big } from 'big.js';
import type { Company } from './company';
import { element, type Html } from './html';
import { grouped, money, number, section, table } from './page-tables';
import { decimalOf, idIn, isNumber, objectOf, textOf, type Entity } from './wire-values';

/** What the books come to: accounts, what customers owe, what is in stock. */
export function balanceSections(company: Company): Html {
	return element('div', [trialBalance(company), element('div', [receivables(company), stock(company)])], {
		class: 'columns',
	});
}

/** Every account with a balance, and the two equal totals. */
function trialBalance(company: Company): Html {
	const { rows, debit, credit } = company.trialBalance();
	const moved = rows.filter((row) => row.debit !== row.credit);
	const body = moved.map((row) => [row.account, side(row.debit), side(row.credit)]);
	return section('Trial balance', [
		table(['Account', 'Debit', 'Credit'], body, ['Total', number(grouped(debit)), number(grouped(credit))]),
	]);
}

function side(amount: string): Html {
	return number(amount === '0.00' ? '' : grouped(amount));
}

/** Who owes something or has something to their credit, in their own currency. */
function receivables(company: Company): Html {
	const open = sums(company.documents('Invoice'), ({ Balance }) => decimalOf(Balance));
	const credits = sums(
		[...company.documents('CreditMemo'), ...company.documents('Payment')],
		({ RemainingCredit, UnappliedAmt }) => decimalOf(isNumber(RemainingCredit) ? RemainingCredit : UnappliedAmt),
	);
	const rows = company.customers.flatMap((customer) => {
		const [owed, credit] = [open.get(customer.Id) ?? new Big(0), credits.get(customer.Id) ?? new Big(0)];
		if (owed.eq(0) && credit.eq(0)) return [];
		const currency = idIn(customer.CurrencyRef) ?? '';
		const foreign = currency === company.settings.homeCurrency ? '' : ` (${currency})`;
		const name = `${String(customer.DisplayName)}${foreign}`;
		return [[name, number(money(owed, '')), number(money(credit, '')), number(money(owed.minus(credit)))]];
	});
	if (rows.length === 0) return section('Accounts receivable', [], 'No customer owes anything.');
	return section('Accounts receivable', [table(['Customer', 'Invoices', 'Credits', 'Owes'], rows)]);
}

function sums(documents: readonly Entity[], amountOf: (document: Entity) => Big): ReadonlyMap<string, Big> {
	const found = new Map<string, Big>();
	for (const document of documents) {
		const customer = textOf(objectOf(document.CustomerRef).value) ?? '';
		found.set(customer, (found.get(customer) ?? new Big(0)).plus(amountOf(document)));
	}
	return found;
}

function stock(company: Company): Html {
	const rows = company.inventory.items.map((id) => [
		String(company.get('Item', id)?.Name),
		number(grouped(company.inventory.quantityOf(id).toString())),
		number(money(company.inventory.valueOf(id))),
	]);
	return section('Inventory', [table(['Product', 'On hand', 'Worth'], rows)], 'First in, first out.');
}

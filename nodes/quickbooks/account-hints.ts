import type { AccountRole } from '../transaction/settings/accounts';
import type { AccountChoice, PlannedTransaction } from '../transaction/plan';
import type { ChartOfAccounts } from './accounts';
import { itemChoicesOf } from './references';

type Named = [choice: AccountChoice, role: AccountRole | 'item'];

/** Every account that these documents name, those of items included that may never have to be made. */
function accountsNamedBy(transactions: PlannedTransaction[]): Map<string, Named> {
	const named = new Map<string, Named>();
	const add = (choice: AccountChoice | undefined, role: Named[1]) => {
		if (choice) named.set(`${choice.field} ${choice.by} ${choice.value}`, [choice, role]);
	};
	for (const transaction of transactions) {
		add(transaction.depositAccount, 'deposit');
		if (transaction.type === 'Payment') continue;
		add(transaction.accountsReceivable, 'accountsReceivable');
		for (const line of transaction.lines) if (line.kind === 'discount') add(line.account, 'discount');
		for (const { orElse } of itemChoicesOf(transaction)) {
			if (orElse.action !== 'create') continue;
			add(orElse.item.incomeAccount, 'item');
			add(orElse.item.assetAccount, 'itemAsset');
			add(orElse.item.cogsAccount, 'itemCogs');
		}
	}
	return named;
}

/**
 * Checks each account that a run names once. What is needed stops the orders that need it and is told there; what is not needed
 * today, such as the account of products that exist all, is a hint before it stops an order tomorrow.
 * @param told what orders were refused for
 */
export function accountHints(transactions: PlannedTransaction[], accounts: ChartOfAccounts, told: ReadonlySet<string>): string[] {
	return [...accountsNamedBy(transactions).values()].flatMap(([choice, role]) => {
		const account = accounts.resolve(choice, role);
		if (account.ok || told.has(account.failure.message)) return [];
		return [`${account.failure.message}. No order of this run needed it. ${account.failure.remedy}`];
	});
}

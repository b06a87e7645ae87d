import type { AccountChoice } from '../transaction/plan';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { misconfigured, nameOfRecord as nameOf, pickRecord } from './pick-record';
import type { QbRecord } from './quickbooks';

/** What an account is chosen for, and the types QuickBooks takes for it (Intuit, entity reference of each document). */
export const ACCOUNT_TYPES = {
	deposit: ['Bank', 'Other Current Asset'],
	income: ['Income', 'Other Income'],
	discount: ['Income', 'Other Income', 'Expense', 'Other Expense', 'Cost of Goods Sold'],
	receivable: ['Accounts Receivable'],
	asset: ['Other Current Asset'],
	cogs: ['Cost of Goods Sold'],
	liability: ['Other Current Liability', 'Long Term Liability'],
} as const;

export type AccountPurpose = keyof typeof ACCOUNT_TYPES;

/** The company's chart of accounts, asked for once a run. */
export class ChartOfAccounts {
	/** Every document of a run names the same few accounts. */
	private readonly chosen = new Map<string, Outcome<QbRecord>>();

	constructor(private readonly accounts: QbRecord[]) {}

	/** The chosen account's id; a failure names the parameter to change. */
	resolve(choice: AccountChoice, purpose: AccountPurpose | readonly AccountPurpose[]): Outcome<{ value: string; name: string }> {
		const key = `${choice.by} ${choice.value} ${choice.field}`;
		const picked = this.chosen.get(key) ?? pickRecord(this.accounts, choice, 'account');
		this.chosen.set(key, picked);
		if (!picked.ok) return picked;
		const account = picked.value;
		const purposes = typeof purpose === 'string' ? [purpose] : purpose;
		const allowed: string[] = [...new Set(purposes.flatMap((one) => ACCOUNT_TYPES[one]))];
		if (!allowed.includes(String(account.AccountType))) {
			return fail(
				misconfigured(
					'account-type-wrong',
					`The account '${nameOf(account)}' in '${choice.field}' is of the type ${String(account.AccountType)}; QuickBooks takes ${allowed.join(' or ')} here`,
					`Choose an account of the right type in '${choice.field}'`,
				),
			);
		}
		return succeed({ value: account.Id!, name: nameOf(account) });
	}

	subTypeOf(id: string): string | undefined {
		return this.accounts.find((account) => account.Id === id)?.AccountSubType as string | undefined;
	}
}

import type { AccountChoice } from '../transaction/plan';
import { accountFields, type AccountRole } from '../transaction/settings/accounts';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import { misconfigured, nameOfRecord as nameOf, pickRecord } from './pick-record';
import type { QbRecord } from './quickbooks';

const MONEY = ['Bank', 'Other Current Asset'];
const INCOME = ['Income', 'Other Income'];
const INCOME_OR_EXPENSE = [...INCOME, 'Expense', 'Other Expense'];
const OWED_OR_INCOME = ['Other Current Liability', ...INCOME];

/** Types of account that fit each role: what QuickBooks takes in its place (Intuit, entity reference), and what a bookkeeper would book there. */
export const ACCOUNT_TYPES: Record<AccountRole, readonly string[]> = {
	deposit: MONEY,
	refundFrom: MONEY,
	giftCardClearing: MONEY,
	income: INCOME,
	shippingIncome: INCOME,
	fees: INCOME,
	refunds: INCOME_OR_EXPENSE,
	rounding: INCOME_OR_EXPENSE,
	discount: [...INCOME_OR_EXPENSE, 'Cost of Goods Sold'],
	tips: OWED_OR_INCOME,
	duties: OWED_OR_INCOME,
	channelFees: ['Expense', 'Other Expense', 'Cost of Goods Sold'],
	giftCardLiability: ['Other Current Liability', 'Long Term Liability'],
	accountsReceivable: ['Accounts Receivable'],
	itemAsset: ['Other Current Asset'],
	itemCogs: ['Cost of Goods Sold'],
};

const roleOfField = new Map([...Object.entries(accountFields).map(([role, field]) => [field, role]), ['Payment Methods', 'deposit']] as Array<[string, AccountRole]>);

/** What an account of an item may be, whoever named it. */
const OF_AN_ITEM = [...new Set([...INCOME_OR_EXPENSE, ...ACCOUNT_TYPES.channelFees, ...ACCOUNT_TYPES.giftCardLiability])];

/** The company's chart of accounts, asked for once a run. */
export class ChartOfAccounts {
	/** Every document of a run names the same few accounts. */
	private readonly chosen = new Map<string, Outcome<QbRecord>>();

	constructor(private readonly accounts: QbRecord[]) {}

	/**
	 * The chosen account's id; a failure names the parameter to change.
	 * @param role what it is used for; `item` where an item is made for it, which can be for many things: then its field says it
	 */
	resolve(choice: AccountChoice, role: AccountRole | 'item'): Outcome<{ value: string; name: string }> {
		const key = `${choice.by} ${choice.value} ${choice.field}`;
		const picked = this.chosen.get(key) ?? pickRecord(this.accounts, choice, 'account');
		this.chosen.set(key, picked);
		if (!picked.ok) return picked;
		const account = picked.value;
		const itsRole = role === 'item' ? roleOfField.get(choice.field) : role;
		const allowed = itsRole ? ACCOUNT_TYPES[itsRole] : OF_AN_ITEM;
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

	/** The account that money goes to, which must hold the money's currency or the company's own. */
	resolveDeposit(choice: AccountChoice, currency: string, homeCurrency: string): Outcome<{ value: string; name: string }> {
		const found = this.resolve(choice, 'deposit');
		if (!found.ok) return found;
		const account = this.accounts.find(({ Id }) => Id === found.value.value);
		const own = (account?.CurrencyRef as { value?: string } | undefined)?.value ?? homeCurrency;
		if (own === homeCurrency || own === currency) return found;
		return fail(
			refused(
				'deposit-account-currency',
				`The account '${found.value.name}' in '${choice.field}' holds ${own}, and the money of this order is ${currency}`,
				`Choose an account in ${currency} or ${homeCurrency} in '${choice.field}'; an expression can choose one by the order's currency`,
				{ account: found.value.name, accountCurrency: own, currency },
			),
		);
	}

	/** The account's name when it is known and does not fit the role. */
	misfit(id: string, role: AccountRole): string | undefined {
		const account = this.accounts.find(({ Id }) => Id === id);
		return account && !ACCOUNT_TYPES[role].includes(String(account.AccountType)) ? nameOf(account) : undefined;
	}

	subTypeOf(id: string): string | undefined {
		return this.accounts.find((account) => account.Id === id)?.AccountSubType as string | undefined;
	}
}

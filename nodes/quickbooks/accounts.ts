import type { AccountChoice } from '../transaction/plan';
import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
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

const misconfigured = (reason: string, message: string, remedy: string): Failure => ({
	cause: 'configuration-invalid',
	reason,
	message,
	remedy,
});

/** The company's chart of accounts, asked for once a run. */
export class ChartOfAccounts {
	/** Every document of a run names the same few accounts. */
	private readonly chosen = new Map<string, QbRecord[]>();

	constructor(private readonly accounts: QbRecord[]) {}

	/** The chosen account's id; a failure names the parameter to change. */
	resolve(choice: AccountChoice, purpose: AccountPurpose | readonly AccountPurpose[]): Outcome<{ value: string; name: string }> {
		const key = `${choice.by} ${choice.value}`;
		const found = this.chosen.get(key) ?? this.seek(choice);
		this.chosen.set(key, found);
		const [account, second] = found;
		if (!account) {
			return fail(
				misconfigured(
					'account-not-found',
					`'${choice.field}' names the account '${choice.value}', which this QuickBooks company does not have`,
					`Choose another account in '${choice.field}'`,
				),
			);
		}
		if (second) {
			return fail(
				misconfigured(
					'account-ambiguous',
					`'${choice.field}' names the account '${choice.value}', and QuickBooks has ${found.length} of that name`,
					`Choose the account in '${choice.field}' from the list, or write it with its parent: 'Parent:${choice.value}'`,
				),
			);
		}
		if (account.Active === false) {
			return fail(
				misconfigured(
					'account-inactive',
					`The account '${nameOf(account)}' in '${choice.field}' is inactive in QuickBooks`,
					`Make it active in QuickBooks, or choose another account in '${choice.field}'`,
				),
			);
		}
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

	/** Active ones before inactive ones, and by a whole name before the last part of one: `Web` is not `Retail:Web` where it exists itself. */
	private seek({ by, value }: AccountChoice): QbRecord[] {
		if (by === 'id') return this.accounts.filter(({ Id }) => Id === value);
		const active = this.accounts.filter(({ Active }) => Active !== false);
		const inactive = this.accounts.filter(({ Active }) => Active === false);
		const ways = [active, inactive].flatMap((accounts) =>
			(['FullyQualifiedName', 'Name'] as const).map((field) => accounts.filter((account) => isNamed(account, field, value))),
		);
		return ways.find((accounts) => accounts.length > 0) ?? [];
	}

	subTypeOf(id: string): string | undefined {
		return this.accounts.find((account) => account.Id === id)?.AccountSubType as string | undefined;
	}
}

const nameOf = (account: QbRecord): string => String(account.FullyQualifiedName ?? account.Name ?? '');

/** QuickBooks appends this to the name of what was made inactive. */
const INACTIVE = / \(deleted(?: \d+)?\)$/;

function isNamed(account: QbRecord, field: 'FullyQualifiedName' | 'Name', name: string): boolean {
	const own = account[field];
	if (typeof own !== 'string') return false;
	return (account.Active === false ? own.replace(INACTIVE, '') : own).toLowerCase() === name.trim().toLowerCase();
}

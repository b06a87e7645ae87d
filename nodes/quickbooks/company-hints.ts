import type { PlannedTransaction, TransactionPlan } from '../transaction/plan';
import type { Company } from './company';
import { numbersOf } from './look-up-by-number';
import type { References } from './references';

const NUMBERS_ITSELF =
	"This QuickBooks company numbers transactions by itself ('Custom transaction numbers' is off), " +
	'so order numbers are not used as Doc Numbers; orders are found again by the mark in their notes';

/** What a builder should know of the company's own settings. */
export function companyHints(company: Company, plans: TransactionPlan[]): string[] {
	return plans.some((plan) => numbersOf(plan).length > 0) && !company.customNumbers ? [NUMBERS_ITSELF] : [];
}

/** Deposits that go straight to a checking account: the bank feed would count the income twice. */
export function depositHints(transactions: PlannedTransaction[], { accounts }: References): string[] {
	const choices = new Map(transactions.flatMap(({ depositAccount: choice }) => (choice ? [[choice.value, choice]] : [])));
	return [...choices.values()].flatMap((choice) => {
		const account = accounts.resolve(choice, 'deposit');
		return account.ok && accounts.subTypeOf(account.value.value) === 'Checking'
			? [
					`'${choice.field}' is the checking account '${account.value.name}': the bank feed will bring the same money again. ` +
						'Undeposited Funds or a clearing account of the payment processor avoids that',
				]
			: [];
	});
}

import type { Order, OrderPayment } from '../order/order';
import { refused } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { AccountChoice } from './plan';
import type { RecordChoice } from './plan-fields';
import { accountFor, type SyncSettings } from './sync-settings';

/** How something was paid, in the shop's words. */
export type Paid = Pick<OrderPayment, 'method' | 'tender'> & { methodTitle?: string | undefined };

const TABLE = 'Payment Methods';

const rowOf = ({ method, methodTitle }: Paid, { paymentMethods }: SyncSettings) => {
	const words = [method, methodTitle ?? ''].map((word) => word.trim().toLowerCase()).filter(Boolean);
	return paymentMethods.find(({ methods }) => words.some((word) => methods.includes(word)));
};

/** Gift cards and store credit settle a liability: no money goes anywhere. */
const money = (paid: readonly Paid[]): Paid[] => paid.filter(({ tender }) => tender === 'money');

const keyOf = (choice: { by: string; value: string } | undefined): string => (choice ? `${choice.by} ${choice.value}` : '');

function distinct<T extends { by: string; value: string } | undefined>(choices: T[]): T[] {
	if (choices.length < 2) return choices;
	return [...new Map(choices.map((choice) => [keyOf(choice), choice])).values()];
}

/** The account that what is paid in this way goes to; gift cards and store credit that are payments go to a clearing account. */
export function accountOf(paid: Paid, settings: SyncSettings): AccountChoice | undefined {
	const deposit = rowOf(paid, settings)?.deposit;
	if (deposit) return { ...deposit, field: TABLE };
	return accountFor(settings, paid.tender === 'money' ? 'deposit' : 'giftCardClearing');
}

/** QuickBooks' payment method for one way of paying. */
export function methodOf(paid: Paid, settings: SyncSettings): RecordChoice | undefined {
	const method = rowOf(paid, settings)?.method;
	return method && { ...method, field: TABLE };
}

/** QuickBooks' payment method for a document that names one only: none where it was paid in several ways. */
export function methodOfAll(paid: readonly Paid[], settings: SyncSettings): RecordChoice | undefined {
	const methods = distinct(money(paid).map((one) => methodOf(one, settings)));
	return methods.length === 1 ? methods[0] : undefined;
}

/**
 * The account of a document that holds all its money in one. Fails where its ways of paying lead to several: then only payments of
 * their own can go where they belong.
 * @param remedy what the builder can do about it
 */
export function accountOfAll(order: Order, paid: readonly Paid[], settings: SyncSettings, remedy: string): Outcome<AccountChoice | undefined> {
	const all = money(paid);
	const accounts = all.length === 0 ? [accountFor(settings, 'deposit')] : distinct(all.map((one) => accountOf(one, settings)));
	if (accounts.length === 1) return succeed(accounts[0]);
	const ways = all.map(({ method, methodTitle }) => `'${methodTitle || method}'`);
	const names = accounts.map((account) => `'${account?.value ?? ''}'`);
	return fail(
		refused(
			'several-deposit-accounts',
			`Order '${order.number}' has money by ${[...new Set(ways)].join(' and ')}, which goes to several accounts: ${names.join(' and ')}`,
			remedy,
		),
	);
}

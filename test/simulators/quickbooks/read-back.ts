import { isDebitAccount } from './chart-of-accounts';
import type { Company } from './company';
import { exchangeRateOf } from './currencies';
import { cents, decimalOf, defined, idIn, type Entity, type Json } from './wire-values';

/** An entity as QuickBooks answers it: what is stored, with the balances the general ledger says. */
export function readBack(company: Company, type: string, entity: Entity): Json {
	if (type === 'Account') {
		const foreign = idIn(entity.CurrencyRef) !== company.settings.homeCurrency;
		company.inventory.settle();
		const debit = foreign ? company.ledger.ownBalanceOf(entity.Id) : company.ledger.balanceOf(entity.Id);
		const balance = cents(isDebitAccount(String(entity.AccountType)) ? debit : debit.neg());
		return defined({ ...entity, CurrentBalance: balance, CurrentBalanceWithSubAccounts: balance });
	}
	if (type === 'Customer') {
		const balance = cents(company.ledger.owedBy(entity.Id));
		return defined({ ...entity, Balance: balance, BalanceWithJobs: balance });
	}
	if (type === 'Item' && entity.TrackQtyOnHand === true) {
		return defined({ ...entity, QtyOnHand: Number(company.inventory.quantityOf(entity.Id).toString()) });
	}
	if (type === 'Invoice' && company.settings.multiCurrency) {
		return { ...entity, HomeBalance: cents(decimalOf(entity.Balance).times(exchangeRateOf(entity))) };
	}
	return entity;
}

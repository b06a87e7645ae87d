import type { ReadValue } from '../n8n/read-value';
import { withoutAbsent } from '../order/without-absent';
import type { SyncSettingsInput } from '../transaction/sync-settings';
import { readAccounts } from './parameters/accounts';
import { readCharges, readItems } from './parameters/charges';
import { readCurrency } from './parameters/currency';
import { readCustomers } from './parameters/customers';
import { readDocuments } from './parameters/documents';
import { readOrders } from './parameters/orders';
import { readPayments } from './parameters/payments';
import { readProducts } from './parameters/products';
import { readRefunds } from './parameters/refunds';
import { readTax } from './parameters/sales-tax';
import { readTransaction } from './parameters/transaction';

/**
 * The node's parameters as settings. A parameter that the others hide says nothing, whatever is left in it.
 * @param typeByOrder whether an expression chooses the Transaction Type
 */
export const settingsFromParameters = (read: ReadValue, typeByOrder = false): SyncSettingsInput =>
	withoutAbsent({
		...readTransaction(read),
		typeByOrder,
		accounts: readAccounts(read),
		customer: readCustomers(read),
		products: readProducts(read),
		items: readItems(read),
		...readCharges(read),
		tax: readTax(read),
		currency: readCurrency(read),
		...readDocuments(read),
		...readPayments(read),
		...readRefunds(read),
		...readOrders(read),
	});

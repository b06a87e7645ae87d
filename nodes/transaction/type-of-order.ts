import type { Order } from '../order/order';
import { meets } from './conditions';
import type { TransactionType } from './settings/transaction-type';
import type { SyncSettings } from './sync-settings';

/** What an order is to become, and how far. */
export type TypeChoice = Pick<SyncSettings, 'transactionType' | 'invoiceWhen' | 'unpaidReceipt'>;

/** As the first rule says that an order meets, otherwise as all orders. */
export const typeOfOrder = (order: Order, settings: SyncSettings): TypeChoice =>
	settings.typeRules.find((rule) => meets(order, rule)) ?? settings;

/** Whether an order may stand as another type than it would become today. */
export const typesDiffer = ({ typeRules, typeByOrder }: SyncSettings): boolean => typeByOrder || typeRules.length > 0;

/** Every type that some order may become. */
export const possibleTypes = ({ typeRules, transactionType }: SyncSettings): Set<TransactionType> =>
	new Set([transactionType, ...typeRules.map((rule) => rule.transactionType)]);

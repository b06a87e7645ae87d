import { orderSchema, type Order, type OrderInput } from '../../nodes/order/order';
import type { SyncSettings } from '../../nodes/transaction/sync-settings';
import { readSettings, type SyncSettingsInput } from '../../nodes/transaction/sync-settings';

/** A paid order of one hat, unless told otherwise. */
export function orderOf(changes: Partial<OrderInput> = {}): Order {
	const total = changes.totals?.total ?? '21.40';
	return orderSchema.parse({
		channel: 'woocommerce',
		accountId: 'hats.example.com',
		id: '727',
		number: '1001',
		placedAt: '2026-03-01T18:30:00Z',
		localDate: '2026-03-01',
		currency: 'USD',
		paymentStatus: 'paid',
		customer: { firstName: 'Jane', lastName: 'Doe', email: 'Jane.Doe@example.com' },
		lines: [{ id: '1', sku: 'HAT-1', title: 'Straw hat', quantity: '2', gross: '20.00', net: '20.00', tax: '1.40' }],
		totals: { total: '21.40' },
		payments: [{ id: 'p1', kind: 'sale', status: 'success', method: 'stripe', amount: total, currency: changes.currency ?? 'USD' }],
		...changes,
	});
}

const complete: SyncSettingsInput = {
	accounts: {
		deposit: { by: 'name', value: 'Undeposited Funds' },
		income: { by: 'name', value: 'Sales of Product Income' },
		giftCardLiability: { by: 'name', value: 'Gift Cards Outstanding' },
	},
};

export function settingsOf(changes: SyncSettingsInput = {}): SyncSettings {
	const settings = readSettings({ ...complete, ...changes, accounts: { ...complete.accounts, ...changes.accounts } });
	if (!settings.ok) throw new Error(settings.failure.message);
	return settings.value;
}

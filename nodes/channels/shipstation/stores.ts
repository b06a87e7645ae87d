import { fail, succeed, type Outcome } from '../../outcome/outcome';
import { ask, type Access } from '../../shipstation/ask';
import { shapeFault } from '../../shipstation/faults';
import { storeSchema } from '../../shipstation/lists';
import { z } from '../../vendor/zod';
import type { KnownStore } from './remitter';

/** Every store of the account by its id, those too that were switched off since their orders came. */
export async function knownStores(access: Access): Promise<Outcome<Map<string, KnownStore>>> {
	const asked = await ask(access, { method: 'GET', path: '/stores', query: { showInactive: true } }, { down: 2, limited: 2 });
	if (!asked.ok) return fail(asked.failure);
	const stores = z.array(storeSchema).safeParse(asked.value.body);
	if (!stores.success) return fail(shapeFault(asked.value));
	return succeed(new Map(stores.data.map(({ storeId, storeName, marketplaceName }) => [String(storeId), { name: storeName, marketplace: marketplaceName }])));
}

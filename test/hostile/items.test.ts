import { MapOrderToQbTransaction } from '../../nodes/MapOrderToQbTransaction/MapOrderToQbTransaction.node';
import { QbOrderToShipStation } from '../../nodes/QbOrderToShipStation/QbOrderToShipStation.node';
import { QuickBooksCreateTransaction } from '../../nodes/QuickBooksCreateTransaction/QuickBooksCreateTransaction.node';
import { FED, playItems, startServices, type Services } from './play-items';

jest.mock('../../nodes/n8n/execution-clock', () => jest.requireActual('../engine/hurried-clock'));

let services: Services & { close(): Promise<void> };
beforeAll(async () => {
	services = await startServices();
});
afterAll(async () => await services.close());

test.each(Object.keys(FED))('%s: each spoilt item comes out once, and none stops the others', async (what) => {
	const { done, words } = await playItems(what, { MapOrderToQbTransaction, QuickBooksCreateTransaction, QbOrderToShipStation }, services, 60, 20260301);
	expect(words).toEqual([]);
	// Much can be spoilt in an item that no node needs: otherwise nothing was tried but the refusals.
	expect(done).toBeGreaterThan(5);
});

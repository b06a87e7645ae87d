import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { OrderToSend } from './order-to-send';
import type { ShipStation } from './shipstation';

/** Whether the stores that new orders are to be put into are there: one that was removed would be passed over in silence. */
export async function checkStore(storeIds: readonly number[], shipstation: ShipStation): Promise<Failure | undefined> {
	if (storeIds.length === 0) return undefined;
	const stores = await shipstation.stores();
	if (!stores.ok) return stores.failure;
	const active = new Set(stores.value.filter((store) => store.active).map(({ storeId }) => storeId));
	const missing = storeIds.find((id) => !active.has(id));
	return missing === undefined ? undefined : storeMissing(missing, stores.value.some(({ storeId }) => storeId === missing));
}

const storeMissing = (id: number, isInactive: boolean): Failure => ({
	cause: 'configuration-invalid',
	reason: 'store-missing',
	message: `'Store' is the store with the id ${id}, which ${isInactive ? 'is inactive in' : 'does not exist in'} ShipStation`,
	remedy: "Choose another store under 'Store', or make it active again in ShipStation",
});

/**
 * Whether the services that orders were mapped to are there.
 * @returns why an order's is not, if it is not
 */
export async function checkServices(
	orders: readonly OrderToSend[],
	shipstation: ShipStation,
): Promise<Outcome<(order: OrderToSend) => Failure | undefined>> {
	const carriers = new Set(orders.flatMap(({ carrierCode, serviceCode }) => (carrierCode && serviceCode ? [carrierCode] : [])));
	const known = new Set<string>();
	const unknownCarriers = new Set<string>();
	for (const carrier of carriers) {
		const services = await shipstation.services(carrier);
		if (services.ok) for (const { code } of services.value) known.add(`${carrier}/${code}`);
		// An unknown carrier is refused as a wrong address or request would be; whatever else is wrong concerns the whole run.
		else if (['configuration-invalid', 'node-defect'].includes(services.failure.cause)) unknownCarriers.add(carrier);
		else return fail(services.failure);
	}
	return succeed(({ carrierCode = '', serviceCode = '', orderNumber }) => {
		if (!carriers.has(carrierCode) || serviceCode === '' || known.has(`${carrierCode}/${serviceCode}`)) return undefined;
		return serviceMissing(orderNumber, carrierCode, serviceCode, unknownCarriers.has(carrierCode));
	});
}

const serviceMissing = (orderNumber: string, carrier: string, service: string, carrierIsUnknown: boolean): Failure =>
	refused(
		'service-missing',
		`Order ${orderNumber} is to be shipped with the service '${service}' of '${carrier}', and ShipStation has no such ${carrierIsUnknown ? 'carrier' : 'service'}`,
		"Correct the entry under 'Service Map'",
	);

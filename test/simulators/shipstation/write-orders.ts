import type { LoopbackAnswer } from '../loopback';
import { isLocked, type Account } from './account';
import { badRequest, invalidRequest, notFound, type ModelState } from './api-error';
import { renderOrder } from './build-order';
import type { Counters } from './counters';
import { ORDER_FIELDS } from './incoming-fields';
import type { Kept } from './order-record';
import { cannotDeserialize, checkObject, missingFields, noFindings, truncated, type Findings, type Incoming } from './read-incoming';

const MOST_ORDERS = 100;
const ORDER_TYPE = 'SS.OpenApi.Models.Orders.Order';

const LOCKED = 'The order is in a status that does not allow updates.';

type Written = { readonly kept: Kept } | { readonly refused: string };

/** `POST /orders/createorder` */
export function createOrder(account: Account, counters: Counters, body: unknown): LoopbackAnswer {
	if (Array.isArray(body)) throw invalidRequest({ apiOrder: [cannotDeserialize(body, ORDER_TYPE)] });
	const found = noFindings();
	checkObject(body, ORDER_FIELDS, ORDER_TYPE, 'apiOrder', found);
	const order = body as Incoming;
	if (found.errors.size === 0) addMissing(order, 'apiOrder', found);
	if (found.errors.size > 0) throw invalidRequest(Object.fromEntries(found.errors));
	counters.ignored.push(...found.unknown);
	const written = write(account, counters, order, found);
	if ('refused' in written) throw badRequest(written.refused);
	return { status: 200, body: renderOrder(written.kept.order) };
}

/** `POST /orders/createorders`: one body, which is understood as a whole or not at all; then one result an order. */
export function createOrders(account: Account, counters: Counters, body: unknown): LoopbackAnswer {
	if (!Array.isArray(body)) {
		const first = typeof body === 'object' && body !== null ? Object.keys(body)[0] : undefined;
		throw invalidRequest({ [first === undefined ? 'apiOrders' : `apiOrders.${first}`]: [cannotDeserialize(body, `${ORDER_TYPE}[]`)] });
	}
	if (body.length > MOST_ORDERS) throw badRequest(`A maximum of ${MOST_ORDERS} orders can be created or updated in one request.`);
	const { switches } = account;
	const findings = body.map((order: unknown, index) => {
		const found = noFindings();
		const path = switches.modelStateNamesPlace ? `apiOrders[${index}]` : 'apiOrders';
		checkObject(order, ORDER_FIELDS, ORDER_TYPE, path, found);
		if (found.errors.size === 0 && switches.missingField === 'wholeBody') addMissing(order as Incoming, path, found);
		return found;
	});
	const modelState: ModelState = {};
	for (const { errors } of findings) {
		for (const [path, sentences] of errors) modelState[path] = [...(modelState[path] ?? []), ...sentences];
	}
	if (Object.keys(modelState).length > 0) throw invalidRequest(modelState);

	const results = (body as Incoming[]).map((order, index) => {
		const found = findings[index] ?? noFindings();
		counters.ignored.push(...found.unknown);
		const missing = missingFields(order);
		const written: Written = missing.length > 0 ? { refused: `${missing.join(', ')} is required.` } : write(account, counters, order, found);
		return resultOf(order, written);
	});
	const hasErrors = results.some(({ success }) => !success);
	return {
		status: hasErrors ? switches.partlyFailedStatus : 200,
		body: { hasErrors, results: switches.resultsReversed ? results.reverse() : results },
	};
}

const resultOf = (sent: Incoming, written: Written) =>
	'refused' in written
		? {
				orderId: 0,
				orderNumber: sent.orderNumber ?? null,
				orderKey: sent.orderKey ?? null,
				success: false,
				errorMessage: written.refused,
			}
		: {
				orderId: written.kept.order.orderId,
				orderNumber: written.kept.order.orderNumber,
				orderKey: written.kept.order.orderKey,
				success: true,
				errorMessage: null,
			};

function addMissing(order: Incoming, path: string, found: Findings): void {
	for (const name of missingFields(order)) found.errors.set(`${path}.${name}`, [`The ${name} field is required.`]);
}

/** One order that was understood: refused with a reason, or created, or updated. */
function write(account: Account, counters: Counters, sent: Incoming, found: Findings): Written {
	const { switches } = account;
	if (found.overLong.length > 0 && switches.overLong === 'refusedAlone')
		return { refused: `${found.overLong.join(', ')} exceeds the maximum length.` };
	const order = switches.overLong === 'truncated' ? truncated(sent, ORDER_FIELDS) : sent;
	const country = (order.shipTo as Incoming).country;
	if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return { refused: `'${String(country)}' is not a valid ISO country code.` };

	const known = standing(account, order);
	if ('refused' in known) return known;
	if (known.kept === undefined) {
		const refused = refusalOfStore(account, order);
		if (refused !== undefined) return { refused };
		counters.written('create', String(order.orderNumber));
		return { kept: account.create(order, keyOf(order)) };
	}
	if (isLocked(known.kept)) {
		if (switches.lockedOrder === 'refused') return { refused: LOCKED };
		return { kept: known.kept };
	}
	counters.written('update', String(order.orderNumber));
	return { kept: account.update(known.kept, order) };
}

const keyOf = ({ orderKey }: Incoming): string | undefined => (typeof orderKey === 'string' && orderKey !== '' ? orderKey : undefined);

/** The order that a key means; the parts of a split one are told apart by `orderId` alone. */
function standing(account: Account, sent: Incoming): { kept: Kept | undefined } | { refused: string } {
	const key = keyOf(sent);
	if (key === undefined) return { kept: undefined };
	const found = account.withKey(key);
	const split = found.some(({ order }) => order.advancedOptions.parentId !== null);
	if (!split && typeof sent.orderId !== 'number') return { kept: found[0] };
	if (typeof sent.orderId !== 'number') return { refused: 'orderId is required to update a split order.' };
	const named = found.find(({ order }) => order.orderId === sent.orderId);
	return named === undefined ? { refused: `There is no order ${sent.orderId} with this orderKey.` } : { kept: named };
}

function refusalOfStore(account: Account, order: Incoming): string | undefined {
	const { storeId } = (order.advancedOptions ?? {}) as Incoming;
	if (storeId === undefined || storeId === null) return undefined;
	const store = account.store(Number(storeId));
	if (store?.active === true) return undefined;
	const sentence = `Store ${String(storeId)} was not found.`;
	if (account.switches.unknownStore === 'wholeBody') throw badRequest(sentence);
	return sentence;
}

/** `DELETE /orders/{id}`: soft, the order is in no list any more. */
export function deleteOrder(account: Account, counters: Counters, orderId: number): LoopbackAnswer {
	const kept = visible(account, orderId);
	kept.hidden = true;
	account.touch(kept);
	counters.written('delete', kept.order.orderNumber);
	return { status: 200, body: { success: true, message: 'The requested order has been deleted.' } };
}

/** `POST /orders/addtag` */
export function addTag(account: Account, counters: Counters, body: Incoming): LoopbackAnswer {
	const kept = visible(account, body.orderId);
	if (!account.lists.tags.some(({ tagId }) => tagId === body.tagId)) throw badRequest(`There is no tag ${String(body.tagId)}.`);
	kept.order.tagIds = [...new Set([...(kept.order.tagIds ?? []), body.tagId as number])];
	account.touch(kept);
	counters.written('tag', kept.order.orderNumber);
	return { status: 200, body: { success: true, message: 'Tag added successfully.' } };
}

/** `POST /orders/holduntil` */
export function holdUntil(account: Account, counters: Counters, body: Incoming): LoopbackAnswer {
	const kept = visible(account, body.orderId);
	if (typeof body.holdUntilDate !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(body.holdUntilDate)) {
		throw invalidRequest({ 'apiHoldUntil.holdUntilDate': ['The holdUntilDate field is required.'] });
	}
	if (isLocked(kept)) throw badRequest(LOCKED);
	Object.assign(kept.order, { orderStatus: 'on_hold', holdUntilDate: body.holdUntilDate.slice(0, 10) });
	account.touch(kept);
	counters.written('hold', kept.order.orderNumber);
	return { status: 200, body: { success: true, message: 'Order held successfully.' } };
}

/** `POST /orders/restorefromhold` */
export function restoreFromHold(account: Account, counters: Counters, body: Incoming): LoopbackAnswer {
	const kept = visible(account, body.orderId);
	if (kept.order.orderStatus !== 'on_hold') throw badRequest('The order is not on hold.');
	Object.assign(kept.order, { orderStatus: 'awaiting_shipment', holdUntilDate: null });
	account.touch(kept);
	counters.written('restore', kept.order.orderNumber);
	return { status: 200, body: { success: true, message: 'The requested order has been restored' } };
}

export function visible(account: Account, orderId: unknown): Kept {
	const kept = typeof orderId === 'number' ? account.find(orderId) : undefined;
	if (kept === undefined || kept.hidden === true) throw notFound(`Order ${String(orderId)} was not found.`);
	return kept;
}

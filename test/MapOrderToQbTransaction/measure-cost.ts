import { deepCopy } from 'n8n-workflow';
import { mapItem } from '../../nodes/MapOrderToQbTransaction/map-item';
import { succeed } from '../../nodes/outcome/outcome';
import { settingsOf } from '../transaction/order-of';
import { ordinaryOrder } from './ordinary-order';

/** Microseconds of an order. */
export interface Cost {
	mapping: number;
	copying: number;
}

const ORDERS = 2000;
const TURNS = 30;

/** CPU time, so that other programs on the machine count little. */
function microsecondsPerOrder(run: () => void): number {
	const begun = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(begun);
	return (user + system) / ORDERS;
}

/** In turns, and of each its best: what disturbs one turn must not decide. */
function measureCost(): Cost {
	const orders = Array.from({ length: ORDERS }, (_, index) => ordinaryOrder(index));
	const settings = succeed(settingsOf());
	const best: Cost = { mapping: Infinity, copying: Infinity };
	for (let turn = 0; turn < TURNS; turn += 1) {
		let plans = 0;
		const mapping = microsecondsPerOrder(() => orders.forEach((order) => (plans += mapItem(order, () => settings).kind === 'plan' ? 1 : 0)));
		if (plans !== ORDERS) throw new Error(`${plans} of ${ORDERS} ordinary orders were planned`);
		const copying = microsecondsPerOrder(() => orders.forEach((order) => deepCopy(order)));
		best.mapping = Math.min(best.mapping, mapping);
		best.copying = Math.min(best.copying, copying);
	}
	return best;
}

process.stdout.write(JSON.stringify(measureCost()));

import type { OrderLine } from '../order/order';
import type { PlannedItemLine } from './plan';

/** Says of each line of an order whether others are parts of it, and of which it is a part. */
export function bundleMarks(lines: OrderLine[]): (line: OrderLine) => Pick<PlannedItemLine, 'bundle' | 'partOf'> {
	const parents = new Set(lines.flatMap(({ parentLineId }) => parentLineId ?? []));
	if (parents.size === 0) return () => ({});
	const ids = new Set(lines.map(({ id }) => id));
	return ({ id, parentLineId }) => ({
		...(parents.has(id) ? { bundle: id } : {}),
		...(parentLineId !== undefined && ids.has(parentLineId) ? { partOf: parentLineId } : {}),
	});
}

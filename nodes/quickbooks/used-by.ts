type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const key = (entity: string, reference: unknown): string[] => {
	const { value } = bag(reference);
	return typeof value === 'string' ? [`${entity}/${value}`] : [];
};

/**
 * Customers and items that a record refers to: `Customer/12`, `Item/7`. Those of documents, bundles, purchases, journal entries and deposits, and
 * the parents of sub-customers and sub-products.
 * @param type of the record, where it can have a parent: that is of the same one
 */
export const usedBy = (record: Bag, type = ''): string[] => [
	...key('Customer', record.CustomerRef),
	...key(type, record.ParentRef),
	...list(bag(record.ItemGroupDetail).ItemGroupLine).flatMap((line) => key('Item', bag(line).ItemRef)),
	...list(record.Line).flatMap(usedByLine),
];

function usedByLine(line: unknown): string[] {
	return Object.entries(bag(line)).flatMap(([name, value]) => {
		if (!name.endsWith('Detail')) return [];
		const detail = bag(value);
		return [
			...key('Item', detail.ItemRef),
			...key('Item', detail.GroupItemRef),
			...key('Customer', detail.CustomerRef),
			// A journal entry's line names its customer in a reference of its own, a deposit's line by itself; vendors have other ids.
			...key('Customer', bag(detail.Entity).EntityRef ?? detail.Entity),
			...list(detail.Line).flatMap(usedByLine),
		];
	});
}

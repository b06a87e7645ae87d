type Bag = Record<string, unknown>;
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null ? (value as Bag) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const key = (entity: string, reference: unknown): string[] => {
	const { value } = bag(reference);
	return typeof value === 'string' ? [`${entity}/${value}`] : [];
};

/** Customers and items that a document refers to: `Customer/12`, `Item/7`; those of bundles and purchases, too. */
export const usedBy = (document: Bag): string[] => [...key('Customer', document.CustomerRef), ...list(document.Line).flatMap(usedByLine)];

function usedByLine(line: unknown): string[] {
	return Object.entries(bag(line)).flatMap(([name, value]) => {
		if (!name.endsWith('Detail')) return [];
		const detail = bag(value);
		return [
			...key('Item', detail.ItemRef),
			...key('Item', detail.GroupItemRef),
			...key('Customer', detail.CustomerRef),
			...list(detail.Line).flatMap(usedByLine),
		];
	});
}

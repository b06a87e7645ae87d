import { EntityStore } from './entity-store';
import type { Entity } from './wire-values';

describe('the store of a simulated company', () => {
	const document = (Id: string, DocNumber: string): Entity => ({
		Id,
		DocNumber,
		SyncToken: '0',
		MetaData: { CreateTime: '', LastUpdatedTime: '' },
	});
	const numbers = (rows: readonly Entity[]): unknown[] => rows.map(({ DocNumber }) => DocNumber);

	test('finds by number whatever its case, and forgets numbers that changed', () => {
		const store = new EntityStore();
		store.put('Invoice', document('1', 'A-1'));
		expect(numbers(store.having('Invoice', 'DocNumber', 'a-1'))).toEqual(['A-1']);
		store.put('Invoice', document('1', 'A-2'));
		expect(store.having('Invoice', 'DocNumber', 'A-1')).toEqual([]);
		store.remove('Invoice', '1');
		expect(store.having('Invoice', 'DocNumber', 'A-2')).toEqual([]);
	});

	test('while it is frozen, it shows what was there before, in lists, by Id and by number', () => {
		const store = new EntityStore();
		for (const id of ['1', '2', '3']) store.put('Invoice', document(id, `A-${id}`));
		store.frozenDuring(() => {
			store.put('Invoice', document('1', 'B-1'));
			store.remove('Invoice', '2');
			store.put('Invoice', document('4', 'A-4'));
			expect(numbers(store.visible('Invoice')).sort()).toEqual(['A-1', 'A-2', 'A-3']);
			expect(store.seen('Invoice', '4')).toBeUndefined();
			expect(store.seen('Invoice', '2')?.DocNumber).toBe('A-2');
			expect(numbers(store.candidates('Invoice', 'DocNumber', ['A-1', 'A-3']))).toEqual(
				expect.arrayContaining(['A-1', 'A-3']),
			);
			expect(numbers(store.candidates('Invoice', 'DocNumber', ['A-4']))).not.toContain('A-4');
			expect(numbers(store.all('Invoice'))).toEqual(['B-1', 'A-3', 'A-4']);
		});
		expect(numbers(store.visible('Invoice'))).toEqual(['B-1', 'A-3', 'A-4']);
	});
});

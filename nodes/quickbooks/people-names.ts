import { ask } from './ask';
import { selectIn } from './query';
import type { QbRecord, QuickBooks } from './quickbooks';

/** Somebody who is no customer and has a name that a customer cannot have then. */
export interface Namesake {
	what: 'vendor' | 'employee';
	record: QbRecord;
}

/**
 * Vendors and employees of these names: names are unique over all three (API Explorer: Customer.DisplayName). Those who are inactive have
 * other names. Where QuickBooks does not tell, nobody is known, and creating the customer will say it.
 */
export async function findNamesakes(quickbooks: QuickBooks, names: string[]): Promise<Namesake[]> {
	if (names.length === 0) return [];
	const asked = (['vendor', 'employee'] as const).flatMap((what) =>
		selectIn(what === 'vendor' ? 'Vendor' : 'Employee', 'DisplayName', names).map((statement) => ({ what, statement })),
	);
	const rows = await ask(quickbooks, asked.map(({ statement }) => statement));
	if (!rows.ok) return [];
	return rows.value.flatMap((records, index) => records.map((record) => ({ what: asked[index]!.what, record })));
}

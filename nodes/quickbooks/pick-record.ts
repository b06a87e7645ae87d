import type { Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { RecordChoice } from '../transaction/plan-fields';
import { formerName } from './inactive-names';
import type { QbRecord } from './quickbooks';

export const misconfigured = (reason: string, message: string, remedy: string): Failure => ({
	cause: 'configuration-invalid',
	reason,
	message,
	remedy,
});

/** The whole name of an entry of a list, with its parents' before it. */
export const nameOfRecord = (record: QbRecord): string => String(record.FullyQualifiedName ?? record.Name ?? '');

/**
 * The one active entry of a list that was chosen; a failure names the parameter to change.
 * @param what an entry of the list is, in a sentence: `account`
 */
export function pickRecord(records: QbRecord[], choice: RecordChoice, what: string): Outcome<QbRecord> {
	const { field, value } = choice;
	const found = seek(records, choice);
	const [record, second] = found;
	const reason = what.replaceAll(' ', '-');
	if (second) {
		return fail(
			misconfigured(
				`${reason}-ambiguous`,
				`'${field}' names the ${what} '${value}', and QuickBooks has ${found.length} of that name`,
				`Choose the ${what} in '${field}' from the list, or write it with its parent: 'Parent:${value}'`,
			),
		);
	}
	if (record && record.Active !== false) return succeed(record);
	return fail(
		record
			? misconfigured(
					`${reason}-inactive`,
					`The ${what} '${nameOfRecord(record)}' in '${field}' is inactive in QuickBooks`,
					`Make it active in QuickBooks, or choose another ${what} in '${field}'`,
				)
			: misconfigured(
					`${reason}-not-found`,
					`'${field}' names the ${what} '${value}', which this QuickBooks company does not have`,
					`Choose another ${what} in '${field}'`,
				),
	);
}

/** Active ones before inactive ones, and by a whole name before the last part of one: `Web` is not `Retail:Web` where it exists itself. */
function seek(records: QbRecord[], { by, value }: RecordChoice): QbRecord[] {
	if (by === 'id') return records.filter(({ Id }) => Id === value);
	const active = records.filter(({ Active }) => Active !== false);
	const inactive = records.filter(({ Active }) => Active === false);
	const ways = [active, inactive].flatMap((some) =>
		(['FullyQualifiedName', 'Name'] as const).map((field) => some.filter((record) => isNamed(record, field, value))),
	);
	return ways.find((some) => some.length > 0) ?? [];
}

function isNamed(record: QbRecord, field: 'FullyQualifiedName' | 'Name', name: string): boolean {
	const own = record[field];
	if (typeof own !== 'string') return false;
	return (record.Active === false ? formerName(own) : own).toLowerCase() === name.trim().toLowerCase();
}

import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { PlannedForm } from '../transaction/plan';
import type { Company } from './company';
import type { ListName } from './company-lists';
import { misconfigured } from './pick-record';
import type { QbRecord } from './quickbooks';
import { storable } from './storable';
import type { Books } from './to-document';

const reference = (value: string): QbRecord => ({ value });

/** Where a document keeps its entry of a list. */
const REFERENCES = { class: 'ClassRef', location: 'DepartmentRef', terms: 'SalesTermRef', paymentMethod: 'PaymentMethodRef' } as const;

/** The fields that a person may have changed by now: they are written once, and no update of ours takes them up again. */
export const WRITTEN_ONCE = ['ClassRef', 'DepartmentRef', 'SalesTermRef', 'DueDate', 'PaymentMethodRef', 'CustomField', 'ShipDate', 'ShipMethodRef', 'TrackingNum'];

/**
 * What a document has besides money and people. Fails where the company has no place for it: QuickBooks would drop it without a
 * word.
 */
export function toFields(transaction: PlannedForm, { company, references }: Books): Outcome<QbRecord> {
	const body: QbRecord = {};
	for (const name of Object.keys(REFERENCES) as ListName[]) {
		const choice = transaction[name];
		if (!choice) continue;
		if (name === 'class' && !company.classOnDocument && !company.classOnLines) return fail(classesOff(choice.field));
		if (name === 'location' && !company.tracksLocations) return fail(locationsOff(choice.field));
		const found = references.lists.resolve(choice, name);
		if (!found.ok) return found;
		if (name !== 'class' || company.classOnDocument) body[REFERENCES[name]] = reference(found.value.value);
	}
	const { customFields, dueDate, shipDate, shipMethod, trackingNumber } = transaction;
	if (customFields) {
		const values: QbRecord[] = [];
		for (const { field, value } of customFields) {
			const number = customFieldNumber(field, company);
			if (!number.ok) return number;
			values.push({ DefinitionId: number.value, StringValue: storable(value, company) });
		}
		body.CustomField = values;
	}
	if (dueDate) body.DueDate = dueDate;
	if (shipDate) body.ShipDate = shipDate;
	if (shipMethod) body.ShipMethodRef = reference(storable(shipMethod, company, 30));
	if (trackingNumber) body.TrackingNum = storable(trackingNumber, company);
	return succeed(body);
}

/** The class on each line, where the company keeps one a line: those of a bundle and the discount included. */
export function withClass(lines: QbRecord[], transaction: PlannedForm, { company, references }: Books): Outcome<QbRecord[]> {
	if (!transaction.class || !company.classOnLines) return succeed(lines);
	const found = references.lists.resolve(transaction.class, 'class');
	return found.ok ? succeed(lines.map((line) => classified(line, reference(found.value.value)))) : found;
}

function classified(line: QbRecord, classRef: QbRecord): QbRecord {
	const { DetailType } = line as { DetailType: string };
	const detail = (line[DetailType] ?? {}) as QbRecord;
	if (DetailType === 'GroupLineDetail') {
		const lines = (detail.Line ?? []) as QbRecord[];
		return { ...line, GroupLineDetail: { ...detail, Line: lines.map((one) => classified(one, classRef)) } };
	}
	return { ...line, [DetailType]: { ...detail, ClassRef: classRef } };
}

/** A custom field's number, by its name in the company or by the number itself. */
function customFieldNumber(field: string, { customFields }: Company): Outcome<string> {
	const wanted = field.trim().toLowerCase();
	const found = [...customFields].find(([number, name]) => number === wanted || name.toLowerCase() === wanted);
	if (found) return succeed(found[0]);
	const known = [...customFields].map(([number, name]) => `'${name}' (${number})`).join(', ');
	return fail(
		misconfigured(
			'custom-field-not-found',
			`'Custom Fields' names '${field}', and the sales forms of this QuickBooks company have ${known ? `only ${known}` : 'no custom field'}`,
			"Add the field in QuickBooks under Account and settings, Sales, or correct its name in 'Custom Fields'",
		),
	);
}

const classesOff = (field: string) =>
	misconfigured(
		'class-tracking-off',
		`'${field}' names a class, and class tracking is switched off in this QuickBooks company`,
		`Switch it on in QuickBooks under Account and settings, Advanced, Categories, or empty '${field}'`,
	);

const locationsOff = (field: string) =>
	misconfigured(
		'location-tracking-off',
		`'${field}' names a location, and location tracking is switched off in this QuickBooks company`,
		`Switch it on in QuickBooks under Account and settings, Advanced, Categories, or empty '${field}'`,
	);

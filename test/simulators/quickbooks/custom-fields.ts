import type { Company } from './company';
import type { CompanySettings } from './company-settings';
import { fault } from './faults';
import { defined, listOf, textOf, type Json } from './wire-values';

const slots = [1, 2, 3] as const;

/**
 * The custom fields of a sales form as read back: every field the company has switched on, with a value where one was sent.
 * A field that is not on is refused with 3000.
 */
export function customFields(company: Company, sent: Json): Json[] {
	const names = company.settings.customFields;
	const values = listOf(sent.CustomField);
	for (const { DefinitionId } of values) {
		const name = names[Number(DefinitionId) - 1];
		if (name === undefined || name === '') {
			throw fault(
				'3000',
				`Invalid Custom Field : The custom field ${String(DefinitionId)} is not in use`,
				'CustomField',
			);
		}
	}
	return slots.flatMap((slot) => {
		const Name = textOf(names[slot - 1]);
		if (Name === undefined) return [];
		const value = values.find(({ DefinitionId }) => DefinitionId === String(slot));
		return [
			defined({ DefinitionId: String(slot), Name, Type: 'StringType', StringValue: textOf(value?.StringValue) }),
		];
	});
}

/** How the preferences tell which fields are on and what they are called, in the two lists that were recorded. */
export function customFieldPreferences({ customFields: names }: CompanySettings): Json[] {
	const inUse = slots.filter((slot) => textOf(names[slot - 1]) !== undefined);
	return [
		{
			CustomField: slots.map((slot) => ({
				Name: `SalesFormsPrefs.UseSalesCustom${slot}`,
				Type: 'BooleanType',
				BooleanValue: inUse.includes(slot),
			})),
		},
		{
			CustomField: inUse.map((slot) => ({
				Name: `SalesFormsPrefs.SalesCustomName${slot}`,
				Type: 'StringType',
				StringValue: names[slot - 1],
			})),
		},
	];
}

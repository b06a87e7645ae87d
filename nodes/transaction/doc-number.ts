import { refused, type Failure } from '../outcome/failure';
import { fail, succeed, type Outcome } from '../outcome/outcome';
import type { SyncSettings } from './sync-settings';
import { oneLine } from './text-limits';

/** QuickBooks' limit (API Explorer: DocNumber). */
export const DOC_NUMBER_LIMIT = 21;

/**
 * Prefix, the order's number and suffix; `undefined` where QuickBooks numbers its documents itself. A number is never cut: a cut one could
 * be another order's.
 * @param ending what stands behind the suffix, for a document that takes the sale back: `-R1`
 */
export function docNumberOf(orderNumber: string, { docNumber }: SyncSettings, ending = ''): Outcome<string | undefined> {
	if (docNumber.by === 'quickBooks') return succeed(undefined);
	const { prefix } = docNumber;
	const suffix = `${docNumber.suffix}${ending}`;
	const whole = `${prefix}${orderNumber}${suffix}`.trim();
	if (whole !== oneLine(whole)) {
		return fail(
			refused(
				'doc-number-characters',
				`The Doc Number '${oneLine(whole)}' has line breaks, repeated spaces or control characters in it`,
				"Correct the order's number, 'Doc Number Prefix' or 'Doc Number Suffix'",
			),
		);
	}
	if (whole.length > DOC_NUMBER_LIMIT) {
		return fail(docNumberTooLong(whole, prefix !== '' || suffix !== ''));
	}
	return succeed(whole);
}

/** @param affixed whether the builder's settings made it longer than the order's own number */
export const docNumberTooLong = (number: string, affixed: boolean): Failure =>
	refused(
		'doc-number-too-long',
		`The Doc Number '${number}' has ${number.length} characters; QuickBooks takes ${DOC_NUMBER_LIMIT}`,
		affixed ? "Shorten 'Doc Number Prefix' or 'Doc Number Suffix'" : "Give the order a shorter 'number' in a node before this one",
		{ docNumber: number, characters: number.length, limit: DOC_NUMBER_LIMIT },
	);

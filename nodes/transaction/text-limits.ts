// Nearly every text of a shop is one; testing for it costs a fraction of the replacements.
const printableAscii = /^[ -~]*$/;
const singleSpaced = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** Replaces what cannot be sent as text: halves of surrogate pairs and control characters but tab and line breaks. */
export const sendable = (text: string): string =>
	printableAscii.test(text) ? text : text.replace(/\p{Surrogate}/gu, '\uFFFD').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ');

/** The first `length` UTF-16 units at most; never half a character. */
export function cutAt(text: string, length: number): string {
	const end = /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && length < text.length ? length - 1 : length;
	return text.slice(0, Math.max(0, end));
}

/** At most `limit` long; what was cut ends with an ellipsis. */
export function fit(text: string, limit: number): string {
	const clean = sendable(text);
	return clean.length <= limit ? clean : `${cutAt(clean, limit - 1)}…`;
}

/** Whether `fit` would cut. */
export const exceeds = (text: string, limit: number): boolean => text.length > limit;

/** On one line, with single spaces. */
export const oneLine = (text: string): string =>
	singleSpaced.test(text) ? text : sendable(text).replace(/\s+/g, ' ').trim();

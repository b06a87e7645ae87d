/**
 * Text cut to what a field takes, in UTF-16 units as the receiving side counts them; a cut text ends in an ellipsis and no
 * character is cut in half.
 */
export function fitText(text: string, most: number): string {
	const clean = text.replace(/\p{Surrogate}/gu, '\uFFFD').trim();
	if (clean.length <= most) return clean;
	let kept = '';
	for (const character of clean) {
		if (kept.length + character.length > most - 1) break;
		kept += character;
	}
	return `${kept.trimEnd()}…`;
}

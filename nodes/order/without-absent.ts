/** An absent property is left out rather than carried as undefined: that is how it looks after the canvas, too. */
export function withoutAbsent<T extends object>(whole: T): T {
	const present = {} as T;
	for (const key of Object.keys(whole) as Array<keyof T>) if (whole[key] !== undefined) present[key] = whole[key];
	return present;
}

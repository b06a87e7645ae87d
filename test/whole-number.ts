/**
 * A number that was given on the command line.
 * @throws Error when it is none: `--seed=x` would play nothing that can be repeated.
 */
export function wholeNumber(option: string, given: string | undefined): number | undefined {
	if (given === undefined) return undefined;
	if (!/^\d+$/.test(given)) throw new Error(`--${option}=${given}: a whole number is expected.`);
	return Number(given);
}

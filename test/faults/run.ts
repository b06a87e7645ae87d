import { noFindings, type Verdict } from './case';
import { postingCases } from './posting-cases';
import { shippingCases } from './shipping-cases';

/**
 * The fault matrix: `npm run test:faults`, or a part of it that is chosen evenly, `npm run test:faults -- --short`; `--only=tracking`
 * plays the cases whose name says so. Ends with one line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const SHORT = process.argv.includes('--short');
const SHORT_SIZE = 600;
const ONLY = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

async function main(): Promise<void> {
	const matrix = [...(await postingCases()), ...(await shippingCases())];
	const everyCase = matrix.filter(({ name }) => ONLY === undefined || name.includes(ONLY));
	const step = SHORT ? Math.max(1, Math.floor(everyCase.length / SHORT_SIZE)) : 1;
	const cases = everyCase.filter((_, index) => index % step === 0);
	console.log(`${cases.length} of ${matrix.length} cases`);
	const sums = noFindings();
	let failed = 0;
	for (const [index, { name, play }] of cases.entries()) {
		const { lost, twice, wrong, words } = await play().catch(cameToNothing);
		sums.lost += lost;
		sums.twice += twice;
		sums.wrong += wrong;
		if (lost + twice + wrong > 0) failed += 1;
		if (lost + twice + wrong > 0) console.log(`${name}:\n  ${words.join('\n  ')}`);
		if ((index + 1) % 250 === 0) console.log(`${index + 1} cases played, ${failed} failed`);
	}
	const { lost, twice, wrong } = sums;
	console.log(`${cases.length} cases played, ${failed} failed`);
	console.log(JSON.stringify({ suite: 'faults', cases: cases.length, lost, twice, wrong }));
	if (failed > 0) process.exitCode = 1;
}

/** A case that cannot be played to its end proves nothing. */
const cameToNothing = (thrown: unknown): Verdict => ({ ...noFindings(), wrong: 1, words: [`not played to its end: ${String(thrown)}`] });

main().catch((thrown: unknown) => {
	console.error(thrown);
	process.exit(1);
});

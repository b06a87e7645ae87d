import { allCases, nameOf, play } from './matrix';

/**
 * The fault matrix: `npm run test:faults`, or a part of it that is chosen evenly, `npm run test:faults -- --short`. Ends with one
 * line of JSON, and fails when an order is lost, stands twice or stands wrong.
 */
const SHORT = process.argv.includes('--short');
const SHORT_SIZE = 400;
const ONLY = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);

async function main(): Promise<void> {
	const everyCase = (await allCases()).filter((one) => ONLY === undefined || nameOf(one).includes(ONLY));
	const step = SHORT ? Math.max(1, Math.floor(everyCase.length / SHORT_SIZE)) : 1;
	const cases = everyCase.filter((_, index) => index % step === 0);
	console.log(`${cases.length} of ${everyCase.length} cases`);
	const sums = { lost: 0, twice: 0, wrong: 0 };
	for (const [index, one] of cases.entries()) {
		const { lost, twice, wrong, words } = await play(one);
		sums.lost += lost;
		sums.twice += twice;
		sums.wrong += wrong;
		if (words.length > 0) console.log(`${nameOf(one)}:\n  ${words.join('\n  ')}`);
		if ((index + 1) % 250 === 0) console.log(`${index + 1} cases played`);
	}
	console.log(JSON.stringify({ suite: 'faults', cases: cases.length, ...sums }));
	if (sums.lost + sums.twice + sums.wrong > 0) process.exitCode = 1;
}

main().catch((thrown: unknown) => {
	console.error(thrown);
	process.exit(1);
});

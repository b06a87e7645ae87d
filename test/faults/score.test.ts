import { noFindings } from '../judging/tally';
import type { Case } from './case';
import { Score } from './score';

const theCase = (kind: string, struck: number, found: object = {}): Case => ({ name: `a case of ${kind}`, kind, play: async () => await Promise.resolve({ ...noFindings(), ...found, struck }) });

let said: string[];
let score: Score;

beforeEach(() => {
	said = [];
	score = new Score((line) => said.push(line));
});

test('a case in which no fault struck is not counted', async () => {
	for (const struck of [1, 0, 3]) await score.play(theCase('reset', struck));
	expect(score).toMatchObject({ cases: 2, idle: 1, failed: 0 });
});

test('what a case finds is counted, whether its fault struck or not', async () => {
	await score.play(theCase('reset', 0, { lost: 1, words: ['order 1'] }));
	expect(score).toMatchObject({ cases: 1, idle: 0, failed: 1, sums: { lost: 1, twice: 0, wrong: 0 } });
});

test('a case that is not played to its end is wrong', async () => {
	await score.play({ ...theCase('reset', 1), play: () => Promise.reject(new Error('no port')) });
	expect(score).toMatchObject({ cases: 1, failed: 1, sums: { wrong: 1 } });
});

test('a kind of fault that was left out is played until it strikes, and one that never strikes is wrong', async () => {
	const matrix = [theCase('reset', 1), theCase('hang', 0), theCase('hang', 1), theCase('hang', 1), theCase('lag', 0)];
	await score.play(matrix[0]!);
	await score.playEveryKind(matrix);
	expect(score).toMatchObject({ cases: 2, idle: 2, failed: 1, sums: { lost: 0, twice: 0, wrong: 1 } });
	expect(said).toEqual(['lag: strikes in no case']);
});

/**
 * The Poll Times of a polling trigger that looks every few seconds. n8n refuses a single rule that fires more often than
 * once a minute, so this gives one rule for each second of the minute.
 * @param seconds a divisor of 60.
 */
export function pollTimesEvery(seconds: number): { item: Array<{ mode: 'custom'; cronExpression: string }> } {
	const times = Array.from({ length: 60 / seconds }, (_, index) => index * seconds);
	return { item: times.map((second) => ({ mode: 'custom', cronExpression: `${second} * * * * *` })) };
}

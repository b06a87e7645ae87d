/** Takes one line for the person who waits, without a line end. */
export type Log = (line: string) => void;

/** Long silence looks like a hang, so a step that takes longer than this says that it is still at work. */
const HEARTBEAT_MS = 5_000;

/** Does one step of a long work and tells what it is, that it goes on (every few seconds) and how long it took. */
export async function withProgress<T>(log: Log, step: string, work: () => Promise<T>): Promise<T> {
	const startedAt = Date.now();
	const seconds = () => Math.round((Date.now() - startedAt) / 1000);
	log(`${step} ...`);
	const heartbeat = setInterval(() => log(`${step} ... ${seconds()} s`), HEARTBEAT_MS);
	try {
		const result = await work();
		log(`${step}: done in ${seconds()} s`);
		return result;
	} finally {
		clearInterval(heartbeat);
	}
}

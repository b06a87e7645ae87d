import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The holder touches the lock this often ... */
const HEARTBEAT_MS = 3_000;
/** ... so a lock that was not touched for this long belongs to a process that is gone. */
const STALE_AFTER_MS = 30_000;
/** How often who waits for the lock is told. */
const TELL_EVERY_MS = 5_000;
/** How long a taker of an abandoned lock waits to see whether another taker came after it. */
const SETTLE_MS = 500;

interface Holder {
	token: string;
	host: string;
	pid: number;
}

/**
 * Does the work while no other process does work under the same lock file. It spares two processes the same long
 * download; the work itself must still end in one atomic step, because a machine that slept can lose its lock.
 * @param onWait called at once when another process holds the lock, and then every few seconds with the seconds waited.
 */
export async function whileLocked<T>(
	lockFile: string,
	onWait: (seconds: number) => void,
	work: () => Promise<T>,
): Promise<T> {
	const me: Holder = { token: randomUUID(), host: hostname(), pid: process.pid };
	await mkdir(path.dirname(lockFile), { recursive: true });
	const startedAt = Date.now();
	for (let tellAt = startedAt; !(await take(lockFile, me)); await wait(500)) {
		if (Date.now() < tellAt) continue;
		onWait(Math.round((Date.now() - startedAt) / 1000));
		tellAt += TELL_EVERY_MS;
	}
	const touch = () => utimes(lockFile, new Date(), new Date()).catch(() => undefined);
	const heartbeat = setInterval(() => void touch(), HEARTBEAT_MS);
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		if ((await readHolder(lockFile))?.token === me.token) await rm(lockFile, { force: true });
	}
}

async function take(lockFile: string, me: Holder): Promise<boolean> {
	const created = await writeFile(lockFile, JSON.stringify(me), { flag: 'wx' }).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'EEXIST') return false;
			throw error;
		},
	);
	if (created) return true;
	if (!(await isAbandoned(lockFile))) return false;
	// Several may take over at once: the last rename wins, and everyone looks again after a pause.
	const mine = `${lockFile}.${me.token}`;
	await writeFile(mine, JSON.stringify(me));
	await rename(mine, lockFile);
	await wait(SETTLE_MS);
	return (await readHolder(lockFile))?.token === me.token;
}

async function isAbandoned(lockFile: string): Promise<boolean> {
	const state = await stat(lockFile).catch(() => undefined);
	if (!state) return false;
	if (Date.now() - state.mtimeMs > STALE_AFTER_MS) return true;
	const holder = await readHolder(lockFile);
	return holder?.host === hostname() && !isAlive(holder.pid);
}

async function readHolder(lockFile: string): Promise<Holder | undefined> {
	const text = await readFile(lockFile, 'utf8').catch(() => '');
	// A lock that is being written is empty for a moment; its time of change then decides.
	return text === '' ? undefined : (JSON.parse(text) as Holder);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

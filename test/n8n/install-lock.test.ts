import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { whileLocked } from '../../demo/n8n/install-lock';

let folder: string;
let lock: string;

beforeEach(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'install-lock-'));
	lock = path.join(folder, 'n8n.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('only one works at a time, and who waits is told', async () => {
	let working = 0;
	let most = 0;
	const told: string[] = [];
	const work = (name: string) =>
		whileLocked(lock, () => told.push(name), async () => {
			most = Math.max(most, ++working);
			await wait(1_500);
			working--;
		});
	await Promise.all([work('first'), work('second')]);
	expect(most).toBe(1);
	expect(told).toHaveLength(1);
	expect(existsSync(lock)).toBe(false);
});

test('the lock is given back when the work fails', async () => {
	await expect(whileLocked(lock, jest.fn(), () => Promise.reject(new Error('no space')))).rejects.toThrow('no space');
	await expect(whileLocked(lock, jest.fn(), async () => 'done')).resolves.toBe('done');
});

test('the lock of a process that is gone is taken over at once', async () => {
	const gone = spawnSync(process.execPath, ['--version']).pid;
	await writeFile(lock, JSON.stringify({ token: 'gone', host: hostname(), pid: gone }));
	const onWait = jest.fn();
	await expect(whileLocked(lock, onWait, async () => 'done')).resolves.toBe('done');
	expect(onWait).not.toHaveBeenCalled();
});

test('the lock of another machine is taken over when nobody has touched it for long', async () => {
	await writeFile(lock, JSON.stringify({ token: 'other', host: 'elsewhere.example.test', pid: process.pid }));
	const longAgo = new Date(Date.now() - 60_000);
	await utimes(lock, longAgo, longAgo);
	await expect(whileLocked(lock, jest.fn(), async () => 'done')).resolves.toBe('done');
});

test('of several that find an abandoned lock, one works at a time', async () => {
	await writeFile(lock, JSON.stringify({ token: 'other', host: 'elsewhere.example.test', pid: 1 }));
	const longAgo = new Date(Date.now() - 60_000);
	await utimes(lock, longAgo, longAgo);
	let working = 0;
	let most = 0;
	const work = () =>
		whileLocked(lock, jest.fn(), async () => {
			most = Math.max(most, ++working);
			await wait(200);
			working--;
		});
	await Promise.all([work(), work(), work()]);
	expect(most).toBe(1);
});

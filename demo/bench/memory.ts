import { readFile, writeFile } from 'node:fs/promises';
import type { RunningN8n } from '../n8n/run-n8n';

/** Resident memory of the n8n process now, and the most since `forgetPeak`, in MB. Needs Linux. */
export async function memoryOf({ pid }: RunningN8n): Promise<{ now: number; peak: number }> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8');
	const megabytes = (name: string): number => Math.round(Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024);
	return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Sets the high-water mark back to what is resident now (proc(5), clear_refs). Needs Linux. */
export async function forgetPeak({ pid }: RunningN8n): Promise<void> {
	await writeFile(`/proc/${pid}/clear_refs`, '5');
}

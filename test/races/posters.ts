import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Answer, Job, Said } from './poster';

/** Processes that post at the same moment, each with a connection, a pacer and a memory of its own, as workers of n8n are. */
export class Posters {
	private constructor(private readonly children: ChildProcess[]) {}

	static start(count: number): Posters {
		const script = path.join(__dirname, 'poster.ts');
		return new Posters(Array.from({ length: count }, () => fork(script, { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })));
	}

	/** Each job is done by a process of its own. @returns what each said, in the order of the jobs */
	async post(jobs: Job[]): Promise<Said[][]> {
		return await Promise.all(
			jobs.map(async (job, index) => {
				const child = this.children[index];
				if (!child) throw new Error(`There are ${this.children.length} posters for ${jobs.length} jobs.`);
				const answered = once(child, 'message') as Promise<[Answer]>;
				child.send(job);
				const [answer] = await answered;
				if ('failed' in answer) throw new Error(`A poster could not do its work: ${answer.failed}`);
				return answer.said;
			}),
		);
	}

	stop(): void {
		for (const child of this.children) child.kill('SIGKILL');
	}
}

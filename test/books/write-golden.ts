import { writeFileSync } from 'node:fs';
import { book, goldenFile, TYPES } from './book-order';
import { WORLDS, type World } from './worlds';

/** Writes what stands today, to be read by a bookkeeper before it is kept: `node --import tsx test/books/write-golden.ts`. */
async function writeAll(): Promise<void> {
	for (const world of WORLDS) await write(world);
}

async function write(world: World): Promise<void> {
	const golden: Record<string, unknown> = {};
	for (const type of TYPES) {
		const { plan, books } = await book(world, type);
		golden[type] = { plan, books };
	}
	writeFileSync(goldenFile(world), `${JSON.stringify(golden, null, '\t')}\n`);
}

void writeAll();

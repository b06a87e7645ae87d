import type { z } from '../vendor/zod';

/** Writes a mark of where the next page begins, and reads it; `undefined` for a text that this version did not write. */
export const tokenText = <T extends z.ZodType>(schema: T) => ({
	writeToken: (token: z.output<T>): string => JSON.stringify(token),
	readToken: (text: string): z.output<T> | undefined => {
		try {
			const parsed = schema.safeParse(JSON.parse(text));
			return parsed.success ? parsed.data : undefined;
		} catch {
			return undefined;
		}
	},
});

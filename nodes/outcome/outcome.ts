import type { Failure } from './failure';

/** The answer of anything that can fail in production. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const fail = <T = never>(failure: Failure): Outcome<T> => ({ ok: false, failure });

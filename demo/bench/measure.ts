/** One figure of the benchmark, and what was asked of it. Names are stable: others compare them over time. */
export interface Measure {
	name: string;
	value: number;
	unit: string;
	/** What was promised, as a sentence. */
	asked: string;
	/** The figure in `asked`, which says "at most" or "at least" of it; a value on the wrong side fails the benchmark. */
	limit: number;
}

/** What a benchmark promises of one of its figures. */
export type Promised = Omit<Measure, 'value'>;

/** What a benchmark is told. */
export interface Run {
	log: (line: string) => void;
	/** The whole form, which takes longer. */
	full: boolean;
}

/** Something that can be measured on its own. */
export interface Benchmark {
	/** The measures it gives, so that one can be asked for by name. */
	measures: Promised[];
	/** Only the whole form gives values; the short one tells how things grow. */
	fullOnly?: true;
	/** Measures. @returns a value for each of `measures`, in their order. */
	run(run: Run): Promise<number[]>;
}

/**
 * Runs one benchmark. Values are given with two decimals, rounded to the worse side: a limit is never met by rounding.
 * @throws when a promised figure was not measured; only what is measured in the whole form may give none in the short one.
 */
export async function measure({ measures, fullOnly, run }: Benchmark, options: Run): Promise<Measure[]> {
	const values = await run(options);
	if (values.length === 0 && fullOnly && !options.full) return [];
	if (values.length !== measures.length) throw new Error(`Measured ${values.length} of: ${measures.map(({ name }) => name).join(', ')}`);
	return measures.map(({ name, unit, asked, limit }, index) => ({ name, value: toCents(values[index]!, isFloor(asked)), unit, asked, limit }));
}

const isFloor = (asked: string): boolean => asked.includes('at least ');

function toCents(value: number, down: boolean): number {
	// To nine significant decimals first: 0.1 must not become 0.11 for being a hair above it.
	const cents = Number((value * 100).toFixed(7));
	return (down ? Math.floor(cents) : Math.ceil(cents)) / 100;
}

export const isBroken = ({ value, limit, asked }: Pick<Measure, 'value' | 'limit' | 'asked'>): boolean =>
	isFloor(asked) ? !(value >= limit) : !(value <= limit);

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

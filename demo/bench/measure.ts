/** One figure of the benchmark, and what was asked of it. Names are stable: others compare them over time. */
export interface Measure {
	name: string;
	value: number;
	unit: string;
	/** What was promised, as a sentence. */
	asked: string;
	/** The figure in `asked`; a value above it fails the benchmark. */
	limit: number;
}

/** What a benchmark promises of one of its figures. */
export type Promised = Omit<Measure, 'value'>;

/** Something that can be measured on its own. */
export interface Benchmark {
	/** The measures it gives, so that one can be asked for by name. */
	measures: Promised[];
	/** Measures. @returns a value for each of `measures`, in their order. */
	run(log: (line: string) => void): Promise<number[]>;
}

/** Runs one benchmark. Values are given with two decimals, rounded up: a limit is never met by rounding. */
export async function measure({ measures, run }: Benchmark, log: (line: string) => void): Promise<Measure[]> {
	const values = await run(log);
	return measures.map(({ name, unit, asked, limit }, index) => ({ name, value: upToCents(values[index]!), unit, asked, limit }));
}

// To nine significant decimals first: 0.1 must not become 0.11 for being a hair above it.
const upToCents = (value: number): number => Math.ceil(Number((value * 100).toFixed(7))) / 100;

export const isBroken = ({ value, limit }: Measure): boolean => value > limit;

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

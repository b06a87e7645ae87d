/** One figure of the benchmark, and what was asked of it. Names are stable: others compare them over time. */
export interface Measure {
	name: string;
	value: number;
	unit: string;
	/** In words: `at most 60`. */
	asked: string;
	/** The figure in `asked`; a value above it fails the benchmark. */
	limit: number;
}

/** Something that can be measured on its own. */
export interface Benchmark {
	/** The measures it gives, so that one can be asked for by name. */
	names: string[];
	run(log: (line: string) => void): Promise<Measure[]>;
}

export const atMost = (name: string, value: number, unit: string, limit: number): Measure => ({
	name,
	value: Math.round(value * 100) / 100,
	unit,
	asked: `at most ${limit}`,
	limit,
});

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** What a run of the bench is to do. */
export interface BenchOptions {
	/** Runs of each contestant, of which the median counts. */
	readonly rounds: number;
	/** Everything, however long it takes. */
	readonly isFull: boolean;
}

/** Something that is measured. */
export interface Part {
	readonly name: string;
	readonly summary: string;
	/** Measures, and returns the lines to show: Markdown. */
	run(options: BenchOptions): Promise<readonly string[]>;
}

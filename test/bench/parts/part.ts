/** Something that the bench measures. */
export interface Part {
	readonly name: string;
	readonly summary: string;
	/**
	 * Measures.
	 *
	 * @param rounds how many times each program runs; the medians count
	 * @returns lines of Markdown
	 */
	run(rounds: number): Promise<readonly string[]>;
}

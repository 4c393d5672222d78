/**
 * What one run of the whole way says of itself; times in milliseconds since the process began, where nothing else is
 * said.
 */
export interface OursRun {
	readonly files: number;
	readonly listed: number;
	/** When the first competency had a story. */
	readonly firstRows: number;
	/** When every file was in the index with its problems, and the coverage was known. */
	readonly complete: number;
	/** Longest time for which the thread of the extension host would have stood still. */
	readonly longestBlock: number;
	readonly stories: number;
	/** Competencies with a story. */
	readonly covered: number;
	readonly problems: number;
	/** How long one file that was edited on the disk took to the new coverage. */
	readonly edited: number;
}

/** How many checks passed and failed. */
export interface Counts {
	readonly passed: number;
	readonly failed: number;
}

/** The line that ends every test run, and by which a run within a run is counted. */
export function closingLine({ passed, failed }: Counts): string {
	return `${passed} passed, ${failed} failed`;
}

/** The counts in a line that is a closing line and nothing else. */
export function countsIn(line: string): Counts | undefined {
	const match = /^(\d+) passed, (\d+) failed$/.exec(line.trim());
	return match ? { passed: Number(match[1]), failed: Number(match[2]) } : undefined;
}

/** How far a run is: what has ended, and what began after that. */
export interface Progress {
	readonly counts: Counts;
	/** The full title of the test or hook that runs. */
	readonly running: string;
}

const progressMark = '▸ ';

/** The line that tells, for whoever watches a run, which test begins. */
export function progressLine({ counts, running }: Progress): string {
	return `${progressMark}${closingLine(counts)}, running ${running.replaceAll(/\s+/gu, ' ')}`;
}

/** The progress in a line that {@link progressLine} made. */
export function progressIn(line: string): Progress | undefined {
	const match = /^▸ (\d+) passed, (\d+) failed, running (.*)$/u.exec(line.trim());
	return match
		? { counts: { passed: Number(match[1]), failed: Number(match[2]) }, running: match[3] ?? '' }
		: undefined;
}

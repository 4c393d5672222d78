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

const failureMark = '✘ ';

/** The line that names a test which failed. */
export function failureLine(title: string): string {
	return failureMark + title;
}

/** The test that failed, in a line that says so and nothing else. */
export function failureIn(line: string): string | undefined {
	const text = line.trim();
	return text.startsWith(failureMark) ? text.slice(failureMark.length) : undefined;
}

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

/** How many lines tell of a failure: beyond these a stack or a difference says little more. */
const linesOfFailure = 20;

/**
 * The lines that tell of a test which failed: its title, what went wrong and where. Each is marked, so that the end of
 * `npm test` can repeat them: what stands before it may be too long to be kept.
 */
export function failureLines(title: string, { message, stack = message }: Pick<Error, 'message' | 'stack'>): string[] {
	// Some engines leave the message out of the stack.
	const reason = stack.includes(message) ? stack : `${message}\n${stack}`;
	return [title, ...reason.split('\n').map((line) => `    ${line.trim()}`)].slice(0, linesOfFailure).map((line) => failureMark + line);
}

/** What a line says of a test that failed, if it says nothing else. */
export function failureIn(line: string): string | undefined {
	const text = line.trim();
	return text.startsWith(failureMark) ? text.slice(failureMark.length) : undefined;
}

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

/** How many lines tell of a failure, and how long one may be: beyond these a stack or a value says little more. */
const linesOfFailure = 20;
const longestLine = 2000;

/** What a test failed with: an error, or an assertion with the values that it compared. */
export interface Failure extends Pick<Error, 'message' | 'stack'> {
	/** Whether {@link expected} and {@link actual} say more than the message. */
	readonly showDiff?: boolean;
	readonly expected?: unknown;
	readonly actual?: unknown;
}

/**
 * The lines that tell of a test which failed: its title, what went wrong and where. Each is marked, so that the end of
 * `npm test` can repeat them: what stands before it may be too long to be kept.
 */
export function failureLines(title: string, { message, stack = message, showDiff, expected, actual }: Failure): string[] {
	// Some engines leave the message out of the stack.
	const reason = (stack.includes(message) ? stack : `${message}\n${stack}`).split('\n');
	const values = showDiff ? [`expected: ${inOneLine(expected)}`, `actual: ${inOneLine(actual)}`] : [];
	return [title, ...[...values, ...reason].map((line) => `    ${line.trim()}`)]
		.slice(0, linesOfFailure)
		.map((line) => failureMark + line.slice(0, longestLine));
}

/** A value as it is, or as mocha has already written it over several lines. */
function inOneLine(value: unknown): string {
	const text = typeof value === 'string' ? value : written(value);
	return text.replaceAll(/\s*\n\s*/gu, ' ');
}

function written(value: unknown): string {
	try {
		return JSON.stringify(value) ?? String(value);
	} catch {
		return String(value);
	}
}

/** What a line says of a test that failed, if it says nothing else. */
export function failureIn(line: string): string | undefined {
	const text = line.trim();
	return text.startsWith(failureMark) ? text.slice(failureMark.length) : undefined;
}

const failureMark = '✘ ';

/** How many lines tell of a failure, and how long one may be: beyond these a stack or a value says little more. */
const maxLines = 20;
const maxLineLength = 2000;

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
export function failureLines(
	title: string,
	{ message, stack = message, showDiff, expected, actual }: Failure,
): string[] {
	// Some engines leave the message out of the stack.
	const reason = (stack.includes(message) ? stack : `${message}\n${stack}`).split('\n');
	const values = showDiff ? [`expected: ${inOneLine(expected)}`, `actual: ${inOneLine(actual)}`] : [];
	return [title, ...[...values, ...reason].map((line) => `    ${line.trim()}`)]
		.slice(0, maxLines)
		.map((line) => failureMark + line.slice(0, maxLineLength));
}

/** What a line says of a test that failed, if it says nothing else. */
export function failureIn(line: string): string | undefined {
	const text = line.trim();
	return text.startsWith(failureMark) ? text.slice(failureMark.length) : undefined;
}

/** A value as it is, or as mocha has already written it over several lines. */
function inOneLine(value: unknown): string {
	const text = typeof value === 'string' ? value : valueText(value);
	return text.replaceAll(/\s*\n\s*/gu, ' ');
}

/**
 * A value as JSON, with what JSON would lose: the members of sets and maps, `undefined`, and numbers that are none.
 *
 * @param indent as JSON.stringify takes it
 */
export function valueText(value: unknown, indent?: string): string {
	try {
		return JSON.stringify(value, withoutLoss, indent);
	} catch {
		return String(value);
	}
}

/** A replacer for JSON.stringify, which says `{}` of every set and every map. */
export function withMembers(_key: string, value: unknown): unknown {
	if (value instanceof Set) return { 'Set of': [...value] };
	return value instanceof Map ? { 'Map of': [...value] } : value;
}

function withoutLoss(key: string, value: unknown): unknown {
	if (value === undefined || typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)))
		return `[${String(value)}]`;
	return withMembers(key, value);
}

/** Whether a value holds something that JSON, and so mocha's own comparison of two values, would lose. */
export function isLostInJson(value: unknown): boolean {
	let lost = false;
	try {
		JSON.stringify(value, (key, each: unknown) => {
			lost ||= withoutLoss(key, each) !== each;
			return each;
		});
	} catch {
		return false;
	}
	return lost;
}

import { stepLimitMilliseconds } from '../limits.ts';
import { valueText, withMembers } from '../workbench/failureLines.ts';

const pollEveryMilliseconds = 20;

/**
 * Waits for a condition of the editor, which changes in its own time.
 *
 * @param probe reads what the condition is about
 * @param holds tells whether it is as wanted
 * @returns what `probe` read when the condition held
 * @throws Error with what `probe` read last, when the time is up
 */
export async function eventually<T>(
	probe: () => T | PromiseLike<T>,
	holds: (value: T) => boolean,
	limitMilliseconds = stepLimitMilliseconds,
): Promise<T> {
	const deadline = Date.now() + limitMilliseconds;
	for (;;) {
		const value = await probe();
		if (holds(value)) {
			return value;
		}
		if (Date.now() > deadline) {
			throw new Error(`Not within ${limitMilliseconds} ms. It is still ${valueText(value)}`);
		}
		await new Promise<void>((resolve) => {
			setTimeout(resolve, pollEveryMilliseconds);
		});
	}
}

/**
 * Waits until what `probe` reads is as expected.
 *
 * @throws Error with the lines in which the two differ, when the time is up
 */
export async function eventuallyEquals<T>(
	probe: () => T | PromiseLike<T>,
	expected: T,
	limitMilliseconds?: number,
): Promise<void> {
	let last: string | undefined;
	const wanted = inLines(expected);
	const isAsExpected = (value: T): boolean => (last = inLines(value)) === wanted;
	await eventually(probe, isAsExpected, limitMilliseconds).catch((error: unknown) => {
		if (last === undefined || last === wanted) {
			throw error;
		}
		const [missing, surplus] = [linesOnlyIn(wanted, last), linesOnlyIn(last, wanted)];
		throw new Error(`In the end it was not as expected.\nMissing:\n${missing}\nToo much:\n${surplus}`, {
			cause: error,
		});
	});
}

function inLines(value: unknown): string {
	return JSON.stringify(value, withMembers, '  ') ?? 'undefined';
}

function linesOnlyIn(text: string, other: string): string {
	const others = new Set(other.split('\n'));
	return text
		.split('\n')
		.filter((line) => !others.has(line))
		.join('\n');
}

import { expect } from 'chai';

const pollEveryMilliseconds = 50;

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
	limitMilliseconds = 10_000,
): Promise<T> {
	const deadline = Date.now() + limitMilliseconds;
	for (;;) {
		const value = await probe();
		if (holds(value)) {
			return value;
		}
		if (Date.now() > deadline) {
			throw new Error(`Not within ${limitMilliseconds} ms. It is still ${JSON.stringify(value)}`);
		}
		await new Promise<void>((resolve) => {
			setTimeout(resolve, pollEveryMilliseconds);
		});
	}
}

/**
 * Waits until what `probe` reads is as expected.
 *
 * @throws AssertionError with the difference, when the time is up
 */
export async function eventuallyEquals<T>(
	probe: () => T | PromiseLike<T>,
	expected: T,
	limitMilliseconds?: number,
): Promise<void> {
	let last: { readonly value: T } | undefined;
	const isAsExpected = (value: T): boolean => {
		last = { value };
		return JSON.stringify(value) === JSON.stringify(expected);
	};
	await eventually(probe, isAsExpected, limitMilliseconds).catch((error: unknown) => {
		expect(last?.value).to.deep.equal(expected);
		throw error;
	});
}

/** Whether a value from the other side has the right type. */
export type Check<T> = (value: unknown) => value is T;

/** The type that a check accepts. */
export type Checked<C> = C extends Check<infer T> ? T : never;

/** @param maxLength in UTF-16 code units */
export function text(maxLength = 1_000_000): Check<string> {
	return (value): value is string => typeof value === 'string' && value.length <= maxLength;
}

/** An integer from 0 on. */
export const count: Check<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A finite number. */
export const number: Check<number> = (value): value is number => Number.isFinite(value);

export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** One of these values. */
export function one<const T extends string | number>(...values: readonly T[]): Check<T> {
	return (value): value is T => values.some((each) => each === value);
}

export function list<T>(item: Check<T>, maxLength = 100_000): Check<readonly T[]> {
	return (value): value is readonly T[] => Array.isArray(value) && value.length <= maxLength && value.every(item);
}

type Shape<Checks> = { readonly [Key in keyof Checks]: Checked<Checks[Key]> };
type Simple<T> = { readonly [Key in keyof T]: T[Key] };

/**
 * An object with these properties and no others.
 *
 * @param optional those that may be left out; one that is there as `undefined` counts as left out
 */
export function shape<Required extends object, Optional extends object = object>(
	required: Required,
	optional?: Optional,
): Check<Simple<Shape<Required> & Partial<Shape<Optional>>>> {
	const checks = new Map<string, Check<unknown>>([...Object.entries(required), ...Object.entries(optional ?? {})]);
	const needed = Object.keys(required);
	return (value): value is Simple<Shape<Required> & Partial<Shape<Optional>>> => {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
		const entries = Object.entries(value).filter(([, each]) => each !== undefined);
		return (
			entries.every(([key, each]) => checks.get(key)?.(each) === true) &&
			needed.every((key) => Object.hasOwn(value, key) && (value as Record<string, unknown>)[key] !== undefined)
		);
	};
}

/** A value that at least one of the checks accepts. */
export function any<Checks extends readonly Check<unknown>[]>(...checks: Checks): Check<Checked<Checks[number]>> {
	return (value): value is Checked<Checks[number]> => checks.some((check) => check(value));
}

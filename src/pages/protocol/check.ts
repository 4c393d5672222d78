/** Says whether a value that comes over a border is what it has to be. */
export type Check<T> = (value: unknown) => value is T;

/** What a check lets through. */
export type Checked<C> = C extends Check<infer T> ? T : never;

/** @param longest in UTF-16 code units */
export function text(longest = 1_000_000): Check<string> {
	return (value): value is string => typeof value === 'string' && value.length <= longest;
}

/** A whole number from 0 on. */
export const count: Check<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Any number but NaN and the infinite ones. */
export const number: Check<number> = (value): value is number => Number.isFinite(value);

export const flag: Check<boolean> = (value): value is boolean => typeof value === 'boolean';

/** One of a few values. */
export function one<const T extends string | number>(...values: readonly T[]): Check<T> {
	return (value): value is T => values.some((each) => each === value);
}

export function list<T>(item: Check<T>, longest = 100_000): Check<readonly T[]> {
	return (value): value is readonly T[] => Array.isArray(value) && value.length <= longest && value.every(item);
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

/** What any of the checks lets through. */
export function any<Checks extends readonly Check<unknown>[]>(...checks: Checks): Check<Checked<Checks[number]>> {
	return (value): value is Checked<Checks[number]> => checks.some((check) => check(value));
}

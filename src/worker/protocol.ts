import type { Framework } from '../core/framework/model.ts';
import type { LanguageService } from '../core/languageService.ts';

export type Method = keyof LanguageService;

/** Makes an array of frameworks known to the worker under a number, before the first call that refers to it. */
export interface Definition {
	readonly form: 'definition';
	readonly id: number;
	readonly frameworks: readonly Framework[];
	/** Numbers that are not referred to any more. */
	readonly forget: readonly number[];
}

/** A call of the language service. In an argument with a property `frameworks` that is the number of a definition. */
export interface Call {
	readonly form: 'call';
	readonly id: number;
	readonly method: Method;
	readonly args: readonly unknown[];
}

export type ToWorker = Definition | Call;

/** The first message says that the worker is loaded; each of the others answers a call. */
export type FromWorker =
	| { readonly form: 'ready' }
	| { readonly form: 'result'; readonly id: number; readonly result: unknown }
	| { readonly form: 'failure'; readonly id: number; readonly message: string };

/** Puts something else in the place of the frameworks that arguments carry. */
export function replaceFrameworks(args: readonly unknown[], replacement: (frameworks: unknown) => unknown): readonly unknown[] {
	return args.map((arg) => {
		if (typeof arg !== 'object' || arg === null || !('frameworks' in arg)) return arg;
		return { ...arg, frameworks: replacement(arg.frameworks) };
	});
}

import type { RuleFailure } from '../rules/run.ts';

/** Where failures go that nobody waits for. */
export interface Log {
	info(message: string): void;
	warn(message: string): void;
	error(error: string | Error): void;
}

/**
 * Makes what receives the failure of something that nobody waits for: it goes to the log, with its stack where it has
 * one.
 */
export function logError(log: Pick<Log, 'error'>): (error: unknown) => void {
	return (error) => log.error(error instanceof Error ? error : String(error));
}

/**
 * Writes down what failed on a file. A file is analysed at every pause in typing, and what fails once fails again: each
 * failure is logged once, and again only after it was gone or {@link forget} was called.
 */
export class FailureLog {
	readonly #log: Pick<Log, 'error'>;
	readonly #logged = new Map<string, ReadonlySet<string>>();

	constructor(log: Pick<Log, 'error'>) {
		this.#log = log;
	}

	/**
	 * Takes note of everything that failed in one analysis of a file.
	 *
	 * @param uri as a person reads it
	 * @param failures none where all went well
	 */
	report(uri: string, failures: readonly RuleFailure[]): void {
		const known = this.#logged.get(uri);
		for (const { rule, message } of failures) {
			if (!known?.has(rule)) this.#log.error(`Rule ${rule} failed on ${uri}: ${message}`);
		}
		if (failures.length > 0) this.#logged.set(uri, new Set(failures.map(({ rule }) => rule)));
		else this.#logged.delete(uri);
	}

	/** Starts anew, as after a change of rules or frameworks. */
	forget(): void {
		this.#logged.clear();
	}
}

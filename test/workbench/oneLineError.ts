/** An error that the reader can act on: shown as its message alone, without a stack. */
export class OneLineError extends Error {}

/**
 * Runs a command-line entry. A {@link OneLineError} ends the process with its message, any other error with its stack,
 * both with exit code 1.
 */
export function runEntry(main: () => Promise<void>): void {
	main().catch((error: unknown) => {
		console.error(error instanceof OneLineError ? error.message : error);
		process.exitCode = 1;
	});
}

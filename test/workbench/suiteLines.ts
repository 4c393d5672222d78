/** Marks what the host suite writes to the console among what VS Code writes there. */
export const suiteLinePrefix = '[host suite] ';

/** The suite's own line in a message of the console, if it is one. */
export function suiteLineIn(message: unknown): string | undefined {
	return typeof message === 'string' && message.startsWith(suiteLinePrefix)
		? message.slice(suiteLinePrefix.length)
		: undefined;
}

/** How the program ends. */
export const exitCodes = {
	ok: 0,
	/** Problems at or over the severity that counts. */
	problems: 1,
	/** It could not be done as asked: wrong usage, or something that could not be read or written. */
	refused: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What the bench measures around the extension's own code; times in milliseconds. */
export interface ActivationFigures {
	/** Running the bundle. */
	readonly loaded: number;
	/**
	 * From the activation to the first moment at which the thread was free, from there to the next, and so on to its
	 * end.
	 */
	readonly slices: readonly number[];
	/** All of the activation, with what others did in between. */
	readonly activated: number;
	/** From the activation to the end of the first scan. */
	readonly complete: number;
	/** Longest time between two ticks of a timer of one millisecond, since it was last set to 0. */
	longestBlock: number;
}

/** What the bench says from inside an extension host. */
export interface HostFigures {
	readonly activation: ActivationFigures;
	readonly stories: number;
	/** From a character typed to its diagnostic, by name of the file. */
	readonly keystrokes: Readonly<Record<string, readonly number[]>>;
	/** Longest time the thread stood still while that was typed. */
	readonly blockWhileTyping: number;
}

/** A message of the console with {@link HostFigures} as JSON. */
export const figuresPrefix = 'figures: ';

/** A message of the console with an array of lines as JSON. */
export const linesPrefix = 'lines: ';

/** Waits for signs of progress, and gives up when none comes for a while. */
export class StallWatch {
	readonly #limitMilliseconds: number;
	readonly #onStall: () => void;
	#timer: NodeJS.Timeout | undefined;

	/**
	 * @param limitMilliseconds the longest time without a sign
	 * @param onStall called once, when that has passed
	 */
	constructor(limitMilliseconds: number, onStall: () => void) {
		this.#limitMilliseconds = limitMilliseconds;
		this.#onStall = onStall;
		this.sign();
	}

	/** There was progress. */
	sign(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#onStall, this.#limitMilliseconds);
	}

	/** Nobody waits any more. */
	stop(): void {
		clearTimeout(this.#timer);
	}
}

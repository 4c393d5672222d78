/** Waits for signs of progress, and gives up when none comes for a while. */
export class StallWatch {
	#limitMilliseconds: number;
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

	/** There was progress, and from now on the longest time without a sign is another. */
	signWithLimit(limitMilliseconds: number): void {
		this.#limitMilliseconds = limitMilliseconds;
		this.sign();
	}

	/** Nobody waits any more. */
	stop(): void {
		clearTimeout(this.#timer);
	}
}

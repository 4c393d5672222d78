import type { Steps } from '../core/text/steps.ts';

/**
 * As long as one slice of work may get before others have their turn, in milliseconds: no author notices it, and the
 * next step may still take some.
 */
const sliceLength = 3;

/** Work in slices, between which whatever else waits for the thread is done. */
export class Slices {
	#begun = performance.now();

	/** Begins a new slice where the present one has lasted long enough. */
	async next(): Promise<void> {
		if (!this.#isLong) return;
		await new Promise<void>((resolve) => setTimeout(resolve));
		this.#begun = performance.now();
	}

	/** Does work in as many slices as it takes. */
	async run<T>(steps: Steps<T>): Promise<T> {
		for (;;) {
			const { done, value } = steps.next();
			if (done) return value;
			if (this.#isLong) await this.next();
		}
	}

	get #isLong(): boolean {
		return performance.now() - this.#begun >= sliceLength;
	}
}

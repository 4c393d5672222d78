import type { Steps } from '../text/steps.ts';
import type { Clock } from './workspace.ts';

/**
 * As long as one slice of work may get before others have their turn, in milliseconds: no author notices it, and the
 * next step may still take some.
 */
const sliceLength = 3;

/** Work in slices, between which whatever else waits for the thread is done. */
export class Slices {
	readonly #clock: Pick<Clock, 'elapsed' | 'schedule'>;
	#begun: number;

	constructor(clock: Pick<Clock, 'elapsed' | 'schedule'>) {
		this.#clock = clock;
		this.#begun = clock.elapsed();
	}

	/** Begins a new slice where the present one has lasted long enough. */
	async next(): Promise<void> {
		if (!this.#isLong) return;
		await new Promise<void>((resolve) => this.#clock.schedule(resolve, 0));
		this.#begun = this.#clock.elapsed();
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
		return this.#clock.elapsed() - this.#begun >= sliceLength;
	}
}

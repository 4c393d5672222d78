import type { Disposable } from '../../src/core/library/event.ts';
import type { Clock } from '../../src/core/library/workspace.ts';

interface Timer {
	readonly due: number;
	readonly action: () => void;
}

/** A clock that stands still until it is told to go on. */
export class VirtualClock implements Clock {
	#now = 1_700_000_000_000;
	#looks = 0;
	readonly #timers = new Set<Timer>();

	now(): number {
		return this.#now;
	}

	/** Goes on with every look, so that work in slices is interrupted now and then. */
	elapsed(): number {
		return this.#now + ++this.#looks;
	}

	schedule(action: () => void, milliseconds: number): Disposable {
		const timer = { due: this.#now + milliseconds, action };
		this.#timers.add(timer);
		return { dispose: () => void this.#timers.delete(timer) };
	}

	/** Resolves after a while of this clock. */
	wait(milliseconds: number): Promise<void> {
		return new Promise((resolve) => this.schedule(resolve, milliseconds));
	}

	/** Goes on by so many milliseconds, in which everything that is due happens. */
	async pass(milliseconds: number): Promise<void> {
		await this.#runUntil(this.#now + milliseconds);
	}

	/** Goes on until nothing is due any more. */
	async settle(): Promise<void> {
		await this.#runUntil(Infinity);
	}

	async #runUntil(end: number): Promise<void> {
		for (;;) {
			await promisesSettled();
			let next: Timer | undefined;
			for (const timer of this.#timers) if (timer.due <= end && (!next || timer.due < next.due)) next = timer;
			if (!next) break;
			this.#timers.delete(next);
			this.#now = Math.max(this.#now, next.due);
			next.action();
		}
		if (end !== Infinity) this.#now = Math.max(this.#now, end);
	}
}

/** Whatever waits for promises alone has happened. */
function promisesSettled(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

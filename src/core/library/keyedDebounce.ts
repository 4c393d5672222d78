import type { Disposable } from './event.ts';
import type { Clock } from './workspace.ts';

/** Runs an action a while after its last request, for each key by itself: one document never delays another. */
export class KeyedDebounce implements Disposable {
	readonly #timers = new Map<string, { readonly timer: Disposable; readonly run: () => void }>();
	readonly #clock: Pick<Clock, 'schedule'>;
	readonly #milliseconds: number;

	/** @param milliseconds of quiet before the action runs */
	constructor(clock: Pick<Clock, 'schedule'>, milliseconds: number) {
		this.#clock = clock;
		this.#milliseconds = milliseconds;
	}

	/** @param milliseconds of quiet this time */
	schedule(key: string, action: () => void, milliseconds = this.#milliseconds): void {
		this.cancel(key);
		const run = (): void => {
			this.#timers.delete(key);
			action();
		};
		this.#timers.set(key, { timer: this.#clock.schedule(run, milliseconds), run });
	}

	cancel(key: string): void {
		this.#timers.get(key)?.timer.dispose();
		this.#timers.delete(key);
	}

	/** Runs at once what waits. */
	flush(): void {
		const waiting = [...this.#timers.values()];
		for (const { timer, run } of waiting) {
			timer.dispose();
			run();
		}
	}

	dispose(): void {
		for (const { timer } of this.#timers.values()) timer.dispose();
		this.#timers.clear();
	}
}

import type { Disposable } from 'vscode';

/** Runs an action a while after its last request, for each key by itself: one document never delays another. */
export class KeyedDebounce implements Disposable {
	readonly #timers = new Map<string, unknown>();
	readonly #milliseconds: number;

	/** @param milliseconds of quiet before the action runs */
	constructor(milliseconds: number) {
		this.#milliseconds = milliseconds;
	}

	/** @param milliseconds of quiet this time */
	schedule(key: string, action: () => void, milliseconds = this.#milliseconds): void {
		this.cancel(key);
		const timer = setTimeout(() => {
			this.#timers.delete(key);
			action();
		}, milliseconds);
		this.#timers.set(key, timer);
	}

	cancel(key: string): void {
		clearTimeout(this.#timers.get(key));
		this.#timers.delete(key);
	}

	dispose(): void {
		for (const timer of this.#timers.values()) clearTimeout(timer);
		this.#timers.clear();
	}
}

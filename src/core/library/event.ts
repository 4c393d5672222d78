/** Something that stops when it is disposed; the shape VS Code and this core share. */
export interface Disposable {
	dispose(): void;
}

/** Adds a listener until the returned value is disposed. */
export type Event<T> = (listener: (event: T) => void) => Disposable;

/** Tells listeners of changes, in the order in which they came. */
export class Emitter<T> {
	readonly #listeners = new Set<(event: T) => void>();
	readonly #report: (error: unknown) => void;

	/** @param report receives what a listener throws; the others are told all the same, and so goes on who fires */
	constructor(report: (error: unknown) => void) {
		this.#report = report;
	}

	readonly event: Event<T> = (listener) => {
		this.#listeners.add(listener);
		return { dispose: () => void this.#listeners.delete(listener) };
	};

	fire(event: T): void {
		for (const listener of this.#listeners) {
			try {
				listener(event);
			} catch (error) {
				this.#report(error);
			}
		}
	}
}

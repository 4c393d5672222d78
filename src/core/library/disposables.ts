import type { Disposable } from './event.ts';

/** Collects what is to be disposed together, the latest first. */
export class Disposables implements Disposable {
	readonly #items: Disposable[] = [];

	/** Adds an item and hands it back. */
	add<T extends Disposable>(item: T): T {
		this.#items.push(item);
		return item;
	}

	dispose(): void {
		for (let item = this.#items.pop(); item; item = this.#items.pop()) item.dispose();
	}
}

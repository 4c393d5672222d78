/** Items in their order, kept so item by item. */
export class SortedList<T> {
	readonly #compare: (a: T, b: T) => number;
	readonly #items: T[] = [];

	/** @param compare a total order: items that it calls equal are the same */
	constructor(compare: (a: T, b: T) => number) {
		this.#compare = compare;
	}

	get items(): readonly T[] {
		return this.#items;
	}

	add(item: T): void {
		this.#items.splice(this.#placeOf(item), 0, item);
	}

	/** Takes an item out, if it is in. */
	remove(item: T): void {
		const place = this.#placeOf(item);
		const found = this.#items[place];
		if (found !== undefined && this.#compare(found, item) === 0) this.#items.splice(place, 1);
	}

	/** Where the first item stands that does not come before this one. */
	#placeOf(item: T): number {
		let [low, high] = [0, this.#items.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#compare(this.#items[middle] as T, item) < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

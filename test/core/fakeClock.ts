import type { Clock } from '../../src/worker/budget.ts';

interface Timer {
	readonly at: number;
	readonly callback: () => void;
}

/** A clock that goes on when a test says so. */
export class FakeClock implements Clock {
	#now = 0;
	#timers: Timer[] = [];

	readonly now = (): number => this.#now;

	schedule(callback: () => void, milliseconds: number): () => void {
		const timer = { at: this.#now + milliseconds, callback };
		this.#timers.push(timer);
		return () => (this.#timers = this.#timers.filter((other) => other !== timer));
	}

	/** Lets time go by in which every timer runs when it is due, with all that follows from it. */
	async pass(milliseconds: number): Promise<void> {
		const end = this.#now + milliseconds;
		await settled();
		for (let timer = this.#due(end); timer; timer = this.#due(end)) {
			this.#timers = this.#timers.filter((other) => other !== timer);
			this.#now = Math.max(this.#now, timer.at);
			timer.callback();
			await settled();
		}
		this.#now = end;
	}

	/** Lets as much time go by as something takes. */
	async passUntil(something: Promise<unknown>): Promise<void> {
		const over = { is: false };
		const end = (): void => {
			over.is = true;
		};
		something.then(end, end);
		while (!over.is) await this.pass(10);
	}

	/** Lets time go by in which this thread gets to nothing. */
	holdUp(milliseconds: number): void {
		this.#now += milliseconds;
	}

	#due(end: number): Timer | undefined {
		return this.#timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
	}
}

/** Once everything has happened that is to follow at once. */
function settled(): Promise<void> {
	return new Promise(setImmediate);
}

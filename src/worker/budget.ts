/** Time of this thread, and waking up in it; tests have one of their own. */
export interface Clock {
	/** By the system's clock, in milliseconds. */
	readonly now: () => number;
	/** @returns cancels it */
	schedule(callback: () => void, milliseconds: number): () => void;
}

export const systemClock: Clock = {
	now: Date.now,
	schedule(callback, milliseconds) {
		const timer = setTimeout(callback, milliseconds);
		return () => clearTimeout(timer);
	},
};

/** Tells how much processor time a worker's thread has had since some moment before the first question, in milliseconds. */
export type Meter = () => number | Promise<number>;

/** Most calls are answered before anybody looks at their time; in milliseconds. */
const firstLook = 100;

/** Pause between two looks, in milliseconds. */
const lookEvery = 25;

/** How long a worker takes to load on a calm machine that is not the fastest, in milliseconds; 100 were measured. */
const usualLoadTime = 200;

/** A machine that was suspended while a worker was loading is not that slow. */
const maxSlowness = 20;

/**
 * Watches the processor time of one call, from {@link firstLook} ms after it was sent.
 *
 * @param budget in milliseconds
 * @param onSpent is called once, where an answer that is on its way has had time to come
 * @returns stops watching
 */
export function watchBudget(budget: number, used: Meter, clock: Clock, onSpent: () => void): () => void {
	let isWatched = true;
	let cancel: () => void;
	let start: number | undefined;
	let wasSpent = false;
	const look = async (): Promise<void> => {
		// A thread that waits for the disk answers later; it is not using any of its budget meanwhile.
		const now = await used();
		if (!isWatched) return;
		start ??= now;
		const isSpent = now - start >= budget;
		if (isSpent && wasSpent) {
			onSpent();
			return;
		}
		wasSpent = isSpent;
		cancel = clock.schedule(lookAgain, lookEvery);
	};
	const lookAgain = (): void => {
		// The worker is gone, which is told otherwise.
		look().catch(() => undefined);
	};
	cancel = clock.schedule(lookAgain, firstLook);
	return () => {
		isWatched = false;
		cancel();
	};
}

/**
 * Estimates the processor time of a worker where its thread has no clock, and rather too low: the time between two
 * looks counts as no more than it was meant to be, since a process that was suspended or starved looks late; and in the
 * measure of a calm machine, as on a slow or busy one the worker itself took long to load.
 *
 * @param loadTime how long the worker took to load, in milliseconds
 * @param bound an upper bound of the worker's processor time since any moment, in milliseconds, where there is one
 */
export function estimatingMeter(clock: Clock, loadTime: number, bound?: () => number): Meter {
	const slowness = Math.min(Math.max(loadTime / usualLoadTime, 1), maxSlowness);
	let used = 0;
	const passed = since(clock.now);
	const possible = bound ? since(bound) : () => lookEvery;
	return () => {
		used += Math.max(0, Math.min(passed(), lookEvery, possible())) / slowness;
		return used;
	};
}

/** Tells by how much a figure has changed since it was last asked. */
function since(figure: () => number): () => number {
	let last = figure();
	return () => {
		const before = last;
		last = figure();
		return last - before;
	};
}

/** The time, and timers. */
export interface Clock {
	/** By the system's clock, in milliseconds. */
	readonly now: () => number;
	/** @returns cancels the timer */
	schedule(callback: () => void, milliseconds: number): () => void;
}

export const systemClock: Clock = {
	now: Date.now,
	schedule(callback, milliseconds) {
		const timer = setTimeout(callback, milliseconds);
		return () => clearTimeout(timer);
	},
};

/** The processor time that a worker's thread has used since a fixed moment, in milliseconds. */
export type Meter = () => number | Promise<number>;

/** In milliseconds after the call was sent: most calls are answered by then. */
const firstLook = 100;

/** Pause between two looks, in milliseconds. */
const lookEvery = 25;

/** How long a worker takes to load on a slow but idle machine, in milliseconds; 100 were measured on a fast one. */
const usualLoadTime = 200;

/** Bounds the estimate where the machine was suspended while a worker loaded. */
const maxSlowness = 20;

/**
 * Watches the processor time of one call.
 *
 * @param budget in milliseconds
 * @param onSpent is called once, one look after the budget was spent, so that an answer on its way still counts
 * @returns stops watching
 */
export function watchBudget(budget: number, used: Meter, clock: Clock, onSpent: () => void): () => void {
	let isWatched = true;
	let cancel: () => void;
	let start: number | undefined;
	let wasSpent = false;
	const look = async (): Promise<void> => {
		// A thread that waits for the disk answers late, but uses no processor time meanwhile.
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
		// The worker has ended, which its listener reports.
		look().catch(() => undefined);
	};
	cancel = clock.schedule(lookAgain, firstLook);
	return () => {
		isWatched = false;
		cancel();
	};
}

/**
 * Estimates the processor time of a worker in hosts that do not report it. It rather estimates too low: the time
 * between two looks counts as at most the planned pause, since a process that was suspended or starved looks late; and
 * it is divided by how much slower than usual the worker loaded, since on a slow or busy machine everything takes
 * longer.
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

/** The change of a figure since the previous call. */
function since(figure: () => number): () => number {
	let last = figure();
	return () => {
		const before = last;
		last = figure();
		return last - before;
	};
}

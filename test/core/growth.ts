/**
 * Times one size and one sixteen times as large: work in proportion takes 16 times as long, work in its square 256
 * times.
 */
const factor = 16;

/** What lies well above the one and below the other, whatever else the machine is doing. */
export const mostGrowth = 64;

/**
 * How many times longer work takes on sixteen times as much, by the processor's own count and at best of three.
 *
 * @param size the larger one; the smaller should still take some milliseconds
 * @param work on a size
 */
export function growthOf(size: number, work: (size: number) => unknown): number {
	work(size / factor);
	const small = Math.min(...[1, 2, 3].map(() => processorTime(() => work(size / factor))));
	const large = Math.min(...[1, 2, 3].map(() => processorTime(() => work(size))));
	// Less than a millisecond is mostly what the clock itself takes.
	return large / Math.max(small, 1000);
}

/** In microseconds. */
function processorTime(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return user + system;
}

/** Longer than this, in milliseconds, nothing in the extension may hold the thread of its host. */
const longest = 10;

/** What Node's monitor of its event loop offers; times in nanoseconds. */
interface DelayHistogram {
	readonly max: number;
	readonly count: number;
	percentile(percent: number): number;
	enable(): void;
	disable(): void;
}

interface PerformanceHooks {
	monitorEventLoopDelay(options: { resolution: number }): DelayHistogram;
}

/**
 * Watches how long the thread of the Node host was held while the tests ran: by the extension, the tests themselves, VS Code
 * and its own extensions, and by whatever kept the processor from all of them.
 * @returns says so in a line; undefined in a web worker, which has no such monitor
 */
export function watchEventLoop(): (() => string) | undefined {
	const host = globalThis as unknown as { process?: { getBuiltinModule?(name: 'node:perf_hooks'): PerformanceHooks } };
	const delay = host.process?.getBuiltinModule?.('node:perf_hooks').monitorEventLoopDelay({ resolution: 1 });
	delay?.enable();
	return delay && (() => {
		delay.disable();
		const [half, most, nearlyAll] = [50, 99, 99.9].map((percent) => inMilliseconds(delay.percentile(percent)));
		return `thread of the extension host held for ${half} ms at p50, ${most} ms at p99, ${nearlyAll} ms at p99.9, ${inMilliseconds(delay.max)} ms at most (aim for the extension's part: ${longest} ms)`;
	});
}

function inMilliseconds(nanoseconds: number): string {
	return (nanoseconds / 1e6).toFixed(1);
}

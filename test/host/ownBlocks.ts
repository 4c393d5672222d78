import { type Block, blocksIn, type CpuProfile, samplingInterval } from '../bench/measure/blocks.ts';
import { quantile } from '../bench/measure/results.ts';

/** Longer than this, in milliseconds, nothing in the extension may hold the thread of its host. */
const longest = 10;

interface InspectorSession {
	connect(): void;
	post(method: string, parameters?: object): void;
	/** Answers at once, as it inspects its own thread. */
	post(
		method: 'Profiler.stop',
		answer: (error: Error | null, result: { readonly profile: CpuProfile }) => void,
	): void;
}

/**
 * Watches for how long the extension holds the thread of the Node host while the tests run: times with a function of
 * its bundle on the stack, see {@link blocksIn}. What VS Code, the tests and other processes do besides does not
 * count.
 *
 * @returns says so in lines; undefined in a web worker, which has no such profiles
 */
export function watchOwnBlocks(): (() => readonly string[]) | undefined {
	const host = globalThis as unknown as {
		process?: { getBuiltinModule?(name: 'node:inspector'): { readonly Session: new () => InspectorSession } };
	};
	const inspector = host.process?.getBuiltinModule?.('node:inspector');
	if (!inspector) return undefined;
	const session = new inspector.Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.setSamplingInterval', { interval: samplingInterval });
	session.post('Profiler.start');
	return () => {
		let blocks: readonly Block[] = [];
		session.post('Profiler.stop', (error, result) => {
			if (!error) blocks = blocksIn(result.profile, isOwnBundle);
		});
		return blockLines(blocks);
	};
}

/** Whether a script is the extension's bundle, and not that of an extension that VS Code brings: many are called so. */
export function isOwnBundle(url: string): boolean {
	return url.endsWith('/dist/extension.js') && !/\/extensions\/[^/]+\/dist\//u.test(url);
}

/** Says how long the blocks are, and what the longest were spent on. */
export function blockLines(blocks: readonly Block[]): readonly string[] {
	const times = blocks.map(({ milliseconds }) => milliseconds);
	const [half, most, all] = [0.5, 0.99, 1].map((share) => quantile(times, share).toFixed(1));
	const over = times.filter((time) => time > longest).length;
	const top = blocks.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 5);
	return [
		`the extension held the thread of its host ${times.length} times: ${half} ms at p50, ${most} ms at p99, ${all} ms at most, ${over} times longer than ${longest} ms`,
		...top.map((block) => `  ${blockText(block)}`),
	];
}

/** A block with what it was spent on. */
function blockText({ milliseconds, entry, top }: Block): string {
	return `${milliseconds.toFixed(1)} ms from ${entry}: ${top
		.slice(0, 4)
		.map(([name, time]) => `${name} ${time.toFixed(1)}`)
		.join(', ')}`;
}

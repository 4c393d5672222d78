/** A profile of the processor as V8's inspector gives it; times in microseconds. */
export interface CpuProfile {
	readonly nodes: readonly ProfileNode[];
	/** Ids of nodes, in the order of time. */
	readonly samples?: readonly number[];
	/** From the sample before to each sample. */
	readonly timeDeltas?: readonly number[];
}

interface ProfileNode {
	readonly id: number;
	readonly callFrame: { readonly functionName: string; readonly url: string };
	readonly children?: readonly number[];
}

/** A time during which one program held the thread; in milliseconds. */
export interface Block {
	readonly milliseconds: number;
	/** The program's function that was called first, or came up most often as such. */
	readonly entry: string;
	/** Functions on top of the stack with their times, longest first; also those that the program called. */
	readonly top: readonly (readonly [name: string, milliseconds: number])[];
}

/** How often the stack is looked at, in microseconds. */
export const samplingInterval = 500;

/** A sample that comes later than this was kept waiting by other processes. */
const maxDelta = 2 * samplingInterval;

/**
 * Finds the times during which a program held the thread: samples in a row that have one of its functions on the stack.
 * Whatever those called counts, and so does the collection of garbage that comes in between or right after. Two tasks
 * of the program that follow each other without a sample of something else are one block, so that none comes out
 * shorter than it was. Time that other processes had in between does not count.
 *
 * @param isOwn whether a script is part of the program
 */
export function blocksIn(
	{ nodes, samples = [], timeDeltas = [] }: CpuProfile,
	isOwn: (url: string) => boolean,
): readonly Block[] {
	const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
	const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
	const entries = new Map<number, string | undefined>();
	const entryOf = (id: number | undefined): string | undefined => {
		if (id === undefined) return undefined;
		if (!entries.has(id)) {
			const { url = '', functionName = '' } = frames.get(id) ?? {};
			entries.set(id, entryOf(parents.get(id)) ?? (isOwn(url) ? nameOf(functionName) : undefined));
		}
		return entries.get(id);
	};
	const blocks: Block[] = [];
	let [microseconds, called, top] = [0, new Map<string, number>(), new Map<string, number>()];
	const end = () => {
		if (microseconds > 0)
			blocks.push({
				milliseconds: microseconds / 1000,
				entry: descending(called)[0]?.[0] ?? '',
				top: descending(top),
			});
		[microseconds, called, top] = [0, new Map(), new Map()];
	};
	for (const [index, id] of samples.entries()) {
		const entry = entryOf(id);
		const name = frames.get(id)?.functionName ?? '';
		if (entry === undefined && !(name === '(garbage collector)' && microseconds > 0)) {
			end();
			continue;
		}
		const delta = Math.min(Math.max(timeDeltas[index] ?? 0, 0), maxDelta);
		microseconds += delta;
		if (entry !== undefined) add(called, entry, delta);
		add(top, nameOf(name), delta);
	}
	end();
	return blocks;
}

function nameOf(functionName: string): string {
	return functionName === '' ? '(anonymous)' : functionName;
}

function add(times: Map<string, number>, name: string, microseconds: number): void {
	times.set(name, (times.get(name) ?? 0) + microseconds);
}

function descending(times: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
	return [...times]
		.toSorted(([, a], [, b]) => b - a)
		.map(([name, microseconds]) => [name, microseconds / 1000] as const);
}

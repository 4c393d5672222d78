import { type Command, type Cost, type ProcessRun, runProcess } from './processRun.ts';
import { median } from './statistics.ts';

/** Somebody who does some work on the same files as the others. */
export interface Contestant {
	readonly name: string;
	readonly command: Command;
}

export interface Standing extends Cost {
	readonly name: string;
	readonly runs: readonly ProcessRun[];
}

/** Runs the contestants in turns, so that what else the machine does hits all of them, and takes the medians. */
export async function runContest(contestants: readonly Contestant[], rounds: number): Promise<readonly Standing[]> {
	const runs = new Map<Contestant, ProcessRun[]>(contestants.map((contestant) => [contestant, []]));
	for (let round = 0; round < rounds; round++) {
		for (const [{ command }, own] of runs) own.push(await runProcess(command));
	}
	return [...runs].map(([{ name }, own]) => ({
		name,
		runs: own,
		wall: median(own.map(({ wall }) => wall)),
		...medianOf(own, 'cpu'),
		...medianOf(own, 'peak'),
	}));
}

function medianOf(runs: readonly ProcessRun[], figure: 'cpu' | 'peak'): Partial<Record<'cpu' | 'peak', number>> {
	const known = runs.flatMap((run) => run[figure] ?? []);
	return known.length > 0 ? { [figure]: median(known) } : {};
}

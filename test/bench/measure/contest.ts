import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { OneLineError } from '../../workbench/oneLineError.ts';
import { median } from './results.ts';

/** A program that works on the same files as the others. */
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

/** What a process takes. */
export interface Cost {
	/** From its start to its end, in seconds. */
	readonly wall: number;
	/** Of all its threads and children, in seconds; absent where the system does not tell (other than Linux). */
	readonly cpu?: number;
	/** Largest resident memory of the process itself, in megabytes; absent where the system does not tell. */
	readonly peak?: number;
}

interface ProcessRun extends Cost {
	/** What it wrote to standard output. */
	readonly output: string;
}

/** A program with its arguments. */
export interface Command {
	readonly file: string;
	readonly args: readonly string[];
	readonly cwd?: string;
	/** Exit codes of a run that did its work; linters end with 1 or 2 where they found something. */
	readonly sound?: readonly number[];
}

/** Between two looks at the peak memory that the system keeps, in milliseconds. */
const lookEvery = 10;

/** Linux counts the time of processes in hundredths of a second, on every architecture in use (proc(5), USER_HZ). */
const ticksPerSecond = 100;

/** @throws OneLineError where the program can't be run or ends with another code than its sound ones */
async function runProcess({ file, args, cwd, sound = [0] }: Command): Promise<ProcessRun> {
	const before = timeOfChildren();
	const start = performance.now();
	const child = spawn(file, args, {
		...(cwd !== undefined && { cwd }),
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
	});
	let output = '';
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-2000)));
	let peak: number | undefined;
	const timer = setInterval(() => (peak = peakOf(child.pid) ?? peak), lookEvery);
	try {
		const [code] = (await once(child, 'close')) as [number | null];
		const wall = (performance.now() - start) / 1000;
		if (code === null || !sound.includes(code))
			throw new OneLineError(
				`${file} ${args.slice(0, 4).join(' ')} ended with ${code}: ${errors || output.slice(-500)}`,
			);
		const after = timeOfChildren();
		return {
			wall,
			output,
			...(before !== undefined && after !== undefined && { cpu: after - before }),
			...(peak !== undefined && { peak }),
		};
	} finally {
		clearInterval(timer);
	}
}

/** Time of all children that have ended, in seconds. */
function timeOfChildren(): number | undefined {
	// Behind the name in parentheses, which may hold anything: cutime and cstime, fields 16 and 17 of proc(5).
	const fields = readOrNothing('/proc/self/stat')?.replace(/^.*\)/su, '').trim().split(' ');
	return fields && (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

function peakOf(pid: number | undefined): number | undefined {
	const line = /^VmHWM:\s*(\d+) kB/mu.exec(readOrNothing(`/proc/${pid}/status`) ?? '');
	return line ? Number(line[1]) / 1024 : undefined;
}

function readOrNothing(file: string): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { stallLimitMilliseconds, stepLimitMilliseconds } from '../limits.ts';
import { type Counts, type Progress, countsIn, progressIn } from './closingLine.ts';
import { failureIn } from './failureLines.ts';
import { npmCommand } from './npmCommand.ts';
import { projectFolder } from './projectFolders.ts';
import { stageEnvironment } from './stageEnvironment.ts';
import { StallWatch } from './stallWatch.ts';

/** One part of `npm test`. */
export interface TestStage {
	readonly name: string;
	/** The npm script. */
	readonly script: string;
	readonly scriptArguments?: readonly string[];
	/** A stage without a closing line of its own counts as one check, by its exit code. */
	readonly isOneCheck?: boolean;
	/** Needs a VS Code server or a browser. */
	readonly needsWorkbench?: boolean;
	/** Whether it runs what was built for all, or builds anew in its place. */
	readonly build?: 'shared' | 'own';
}

export interface StageResult {
	readonly counts: Counts;
	/** The lines that tell of what failed: no failure is counted that has no name here. */
	readonly failures: readonly string[];
	/** What it printed, without its closing line. */
	readonly output: string;
}

/** Runs the stage for as long as it gets on; its closing line is returned as numbers. */
export async function runStage(stage: TestStage): Promise<StageResult> {
	const { command, leading, shell } = npmCommand();
	const child = spawn(
		command,
		[...leading, 'run', '--silent', stage.script, '--', ...(stage.scriptArguments ?? [])],
		{
			cwd: projectFolder,
			env: { ...process.env, ...stageEnvironment, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
			stdio: ['ignore', 'pipe', 'pipe'],
			shell,
		},
	);
	return followStage(child, stage.isOneCheck === true);
}

interface StageLimits {
	/** The longest time without a line, in milliseconds. */
	readonly stall: number;
	/** The same after the closing line, when nothing is left to do but to end. */
	readonly end: number;
}

/**
 * Reads what a stage prints, to its end or until it prints nothing more.
 *
 * @param isOneCheck whether it has no closing line and counts by its exit code
 */
export async function followStage(
	child: ChildProcess,
	isOneCheck: boolean,
	{ stall, end }: StageLimits = { stall: stallLimitMilliseconds, end: stepLimitMilliseconds },
): Promise<StageResult> {
	let counts: Counts | undefined;
	let progress: Progress | undefined;
	let isStalled = false;
	const failures: string[] = [];
	const lines: string[] = [];
	const errors: string[] = [];
	const watch = new StallWatch(stall, () => {
		isStalled = true;
		child.kill();
		// What it started may keep these open for ever.
		child.stdout?.destroy();
		child.stderr?.destroy();
	});
	const read = (line: string): void => {
		watch.sign();
		const plain = stripVTControlCharacters(line);
		const failure = failureIn(plain);
		const begun = progressIn(plain);
		const ended = countsIn(plain);
		if (failure !== undefined) failures.push(failure);
		progress = begun ?? progress;
		counts = ended ?? counts;
		if (ended) watch.signWithLimit(end);
		if (!begun && !ended) lines.push(line);
	};
	const readError = (line: string): void => {
		errors.push(stripVTControlCharacters(line));
		read(line);
	};
	if (child.stdout) createInterface({ input: child.stdout }).on('line', read);
	if (child.stderr) createInterface({ input: child.stderr }).on('line', readError);
	const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (...outcome) => resolve(outcome));
	});
	watch.stop();
	const how = isStalled
		? `printed nothing for ${(counts ? end : stall) / 1000} s and was ended`
		: `ended with ${signal ?? `code ${code}`}`;
	const judged = judge({ isOneCheck, endedWell: code === 0 && !isStalled, counts, progress });
	if (judged.complaint !== undefined)
		failures.push(`${judged.complaint}: it ${how}${lastWords(isOneCheck ? lines : errors)}`);
	return { counts: judged.counts, failures, output: lines.join('\n') };
}

interface Ending {
	readonly isOneCheck: boolean;
	readonly endedWell: boolean;
	readonly counts: Counts | undefined;
	readonly progress: Progress | undefined;
}

/** A stage that ends badly, silently or with nothing done has failed, whatever its counts say. */
function judge({ isOneCheck, endedWell, counts, progress }: Ending): {
	readonly counts: Counts;
	readonly complaint?: string;
} {
	if (isOneCheck) {
		return endedWell
			? { counts: { passed: 1, failed: 0 } }
			: { counts: { passed: 0, failed: 1 }, complaint: 'The check failed' };
	}
	if (!counts) {
		const { passed, failed } = progress?.counts ?? { passed: 0, failed: 0 };
		const during = progress ? `It did not finish “${progress.running}”` : 'It ran no test';
		return { counts: { passed, failed: failed + 1 }, complaint: during };
	}
	if (counts.passed + counts.failed === 0) return { counts: { passed: 0, failed: 1 }, complaint: 'It ran no test' };
	if (endedWell || counts.failed > 0) return { counts };
	return { counts: { passed: counts.passed, failed: 1 }, complaint: 'Its tests passed, but not the run' };
}

/** The end of what was printed, which tells why where no test does. */
function lastWords(lines: readonly string[]): string {
	const words = lines.filter((line) => line.trim() !== '').slice(-10);
	return words.length === 0 ? '' : `. Its last words:\n    ${words.join('\n    ')}`;
}

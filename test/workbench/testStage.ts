import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { type Counts, countsIn, failureIn } from './closingLine.ts';
import { npmCommand } from './npmCommand.ts';
import { projectFolder } from './projectFolders.ts';

const limitMilliseconds = 20 * 60_000;

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
}

export interface StageResult {
	readonly counts: Counts;
	/** The lines that tell of the tests that failed. */
	readonly failures: readonly string[];
	/** What it printed, without its closing line. */
	readonly output: string;
}

/** Runs the stage; its closing line is returned as numbers. */
export async function runStage(stage: TestStage): Promise<StageResult> {
	const { command, leading, shell } = npmCommand();
	const child = spawn(command, [...leading, 'run', '--silent', stage.script, '--', ...(stage.scriptArguments ?? [])], {
		cwd: projectFolder,
		env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
		stdio: ['ignore', 'pipe', 'pipe'],
		shell,
		timeout: limitMilliseconds,
	});
	let counts: Counts | undefined;
	const failures: string[] = [];
	const lines: string[] = [];
	const printed = (async () => {
		for await (const line of createInterface({ input: child.stdout })) {
			const found = countsIn(line);
			const failure = failureIn(stripVTControlCharacters(line));
			if (failure !== undefined) {
				failures.push(failure);
			}
			if (found) {
				counts = found;
			} else {
				lines.push(line);
			}
		}
	})();
	createInterface({ input: child.stderr }).on('line', (line) => lines.push(line));
	const exitCode = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	await printed;
	return { counts: judge(stage, exitCode === 0, counts), failures, output: lines.join('\n') };
}

/** A stage that ends badly, silently or with nothing done has failed, whatever its counts say. */
function judge(stage: TestStage, endedWell: boolean, counts: Counts | undefined): Counts {
	if (stage.isOneCheck) {
		return endedWell ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
	}
	if (!counts) {
		return { passed: 0, failed: 1 };
	}
	const sound = counts.failed > 0 || (endedWell && counts.passed > 0);
	return sound ? counts : { passed: counts.passed, failed: 1 };
}

import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../workbench/projectFolders.ts';

/** The program as the build makes it. */
export const program = path.join(projectFolder, 'dist/cli/star-stories.mjs');

/** What a process said and how it ended. */
export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	readonly cwd: string;
	readonly input?: string | Uint8Array;
	readonly env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end, without what the shell around the tests says of colours: for what pipes, terminals,
 * signals and the beginning of a process do.
 */
export async function run(
	command: string,
	args: readonly string[],
	{ cwd, input = '', env = {} }: RunOptions,
): Promise<Ended> {
	const child = spawn(command, args, { cwd, env: { ...withoutColours(process.env), ...env } });
	let [stdout, stderr] = ['', ''];
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	child.stdin.on('error', () => undefined).end(input);
	const code = await new Promise<number | null>((resolve, reject) =>
		child.once('error', reject).once('close', resolve),
	);
	return { code, stdout, stderr };
}

function withoutColours(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const { FORCE_COLOR: _force, NO_COLOR: _no, GITHUB_WORKSPACE: _workspace, ...others } = environment;
	return others;
}

/** How often it ran. */
const runs = { count: 0 };
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs `star-stories` as the build makes it in this process: most of the time of a short command is spent on starting
 * and on loading what the one before has loaded. One after the other, as each has the process for itself.
 */
export function starStories(args: readonly string[], options: RunOptions): Promise<Ended> {
	const ended = last.then(() => runHere(args, options));
	last = ended.catch(() => undefined);
	return ended;
}

async function runHere(args: readonly string[], { cwd, input = '', env = {} }: RunOptions): Promise<Ended> {
	const [stdout, stderr] = [new Collected(), new Collected()];
	const before = { cwd: process.cwd(), argv: process.argv, env: process.env, exitCode: process.exitCode };
	const restore = [
		replaceStream('stdout', stdout),
		replaceStream('stderr', stderr),
		replaceStream('stdin', Readable.from([Buffer.from(input)])),
	];
	process.chdir(cwd);
	process.argv = [process.execPath, program, ...args];
	process.env = { ...withoutColours(before.env), ...env };
	process.exitCode = undefined;
	try {
		// The entrance is another module each time, and what it loads stays loaded.
		await import(`${pathToFileURL(program).href}?${++runs.count}`);
		return { code: exitCode(), stdout: stdout.text(), stderr: stderr.text() };
	} finally {
		process.chdir(before.cwd);
		process.argv = before.argv;
		process.env = before.env;
		process.exitCode = before.exitCode;
		for (const put of restore) put();
	}
}

/** As the command has set it meanwhile. */
function exitCode(): number {
	return Number(process.exitCode ?? 0);
}

/** Keeps what is written to it. */
class Collected extends Writable {
	readonly #chunks: Uint8Array[] = [];

	override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: () => void): void {
		this.#chunks.push(chunk);
		done();
	}

	text(): string {
		return Buffer.concat(this.#chunks).toString('utf8');
	}
}

/** @returns puts back what was there */
function replaceStream(name: 'stdin' | 'stdout' | 'stderr', stream: Readable | Writable): () => void {
	const own = Object.getOwnPropertyDescriptor(process, name);
	Object.defineProperty(process, name, { value: stream, configurable: true });
	return () => void (own && Object.defineProperty(process, name, own));
}

/** Gives each test of a suite an empty folder of its own, which is gone after it. */
export function temporaryFolder(): {
	readonly path: string;
	write(file: string, content: string | Uint8Array): Promise<void>;
} {
	let folder = '';
	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), 'star-stories-cli-'));
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));
	return {
		get path() {
			return folder;
		},
		async write(file, content) {
			const whole = path.join(folder, file);
			await mkdir(path.dirname(whole), { recursive: true });
			await writeFile(whole, content);
		},
	};
}

/** A story that nothing is wrong with but a tag that nobody knows, in line 2. */
export const misspelt = `---
competencies: [mentorshp]
status: ready
strength: 4
date: 2026-01
---

# Thirty days with Inês

## Situation

Inês joined us the week before our largest release, and I had promised her manager that she would ship within a month. The team had lost four people that year, our documents were two years old, and nobody had time to sit with her.

## Task

I wanted her to own the camera firmware by herself after thirty days, without slowing the release for the others.

## Action

I wrote down the three things that she had to know on her first day, and left the rest out. I paired with her each morning for an hour, and stopped when she began to drive. I asked her to review my own changes from the second week on, so that she read the code with a question in mind. I moved two of my meetings, told the team why, and took the support rota in her place until she was ready for it. When she was stuck for more than a day I drew the way the frames take through the firmware, and had her explain it back to me.

## Result

Inês shipped her first fix on day 11 and owned the firmware by day 28. The next three people joined with her notes, and the time to a first change fell from 40 days to 12 for the whole team.

## Learnings

I learned to take things out of a first week rather than to put more in, and I have done so with everyone since.
`;
export const sound = misspelt.replace('mentorshp', 'mentorship');

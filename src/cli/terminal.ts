import { styleText } from 'node:util';
import type { Paint } from '../core/report/check/formats.ts';
import { reasonOf } from './reasonOf.ts';

const styles = { error: 'red', warning: 'yellow', information: 'blue', hint: 'cyan', faint: 'gray' } as const;

/** Colours for standard output where it shows them. */
export function paintFor(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Paint {
	return showsColours(stream, environment) ? (text, as) => styleText(styles[as], text) : (text) => text;
}

/** As https://no-color.org and https://force-color.org say: set and not empty; NO_COLOR wins. */
function showsColours(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): boolean {
	const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: terminal } = environment;
	if (no !== '') return false;
	if (force !== '') return force !== '0' && force !== 'false';
	return stream.isTTY && terminal !== 'dumb';
}

/** Writes a line to standard error, apart from the output that a program may read. */
export function tell(text: string): void {
	process.stderr.write(`${text}\n`);
}

/**
 * Ends the process when its output goes nowhere: quietly where the reader ends first, as in `star-stories check | head
 * -1`, with the exit code as it was set; with a line and {@link exitCodes.refused} where a disk is full.
 */
export function endWithOutput(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code === 'EPIPE') process.exit();
			if (stream === process.stdout) tell(`star-stories: The output was not written: ${reasonOf(error)}.`);
			process.exit(exitCodes.refused);
		});
	}
}

/** Time after which progress shows, in milliseconds. */
const firstShown = 400;

/** Time between two figures, in milliseconds. */
const pause = 100;

const clearLine = '\r\u001B[K';

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Shows how far a command is: on a terminal, and only where it takes long. */
export class Progress {
	readonly #stream: Terminal;
	readonly #now: () => number;
	#due: number;
	#shown = false;

	/**
	 * @param stream where the figures go; nothing is written where it is no terminal
	 * @param now the time in milliseconds, from any start
	 */
	constructor(stream: Terminal = process.stderr, now: () => number = () => performance.now()) {
		this.#stream = stream;
		this.#now = now;
		this.#due = now() + firstShown;
	}

	/** @param text what has been done so far, short enough for a line */
	tell(text: () => string): void {
		const now = this.#now();
		if (!this.#stream.isTTY || now < this.#due) return;
		this.#due = now + pause;
		this.#shown = true;
		this.#stream.write(`${clearLine}${text()}`);
	}

	/** Clears the figures, before anything else is written. */
	end(): void {
		if (this.#shown) this.#stream.write(clearLine);
		this.#shown = false;
	}
}

/** How the program ends. */
export const exitCodes = {
	ok: 0,
	/** Problems at or over the severity that counts. */
	problems: 1,
	/** It could not be done as asked: wrong usage, or something that could not be read or written. */
	refused: 2,
	/** Names were to be hidden, and not all that names anything could be, for sure. */
	notHidden: 3,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Takes the exit code of a command. */
export type End = (code: ExitCode) => void;

/** A reason why a command cannot do what it was asked for, in words for the person who asked. */
export class Refusal extends Error {
	readonly code: ExitCode;

	constructor(message: string, code: ExitCode = exitCodes.refused) {
		super(message);
		this.code = code;
	}
}

/** Who waits for less sees nothing; in milliseconds. */
const patience = 400;

/** Time between two figures, in milliseconds: often enough to see that it goes on. */
const pause = 100;

const clearLine = '\r\u001B[K';

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>;

/** Tells how far a command is, on a terminal and only where it takes long. */
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
		this.#due = now() + patience;
	}

	/** @param text what has been done so far, short enough for a line */
	tell(text: () => string): void {
		const now = this.#now();
		if (!this.#stream.isTTY || now < this.#due) return;
		this.#due = now + pause;
		this.#shown = true;
		this.#stream.write(`${clearLine}${text()}`);
	}

	/** Takes the figures away, before anything else is said. */
	end(): void {
		if (this.#shown) this.#stream.write(clearLine);
		this.#shown = false;
	}
}

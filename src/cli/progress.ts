/** Who waits for less sees nothing; in milliseconds. */
const patience = 400;

/** Time between two figures, in milliseconds: often enough to see that it goes on. */
const pause = 100;

const clearLine = '\r\u001B[K';

/** Tells how far a command is, on a terminal and only where it takes long. */
export class Progress {
	readonly #stream: NodeJS.WriteStream;
	#due = Date.now() + patience;
	#shown = false;

	/** @param stream where the figures go; nothing is written where it is no terminal */
	constructor(stream: NodeJS.WriteStream = process.stderr) {
		this.#stream = stream;
	}

	/** @param text what has been done so far, short enough for a line */
	tell(text: () => string): void {
		if (!this.#stream.isTTY || Date.now() < this.#due) return;
		this.#due = Date.now() + pause;
		this.#shown = true;
		this.#stream.write(`${clearLine}${text()}`);
	}

	/** Takes the figures away, before anything else is said. */
	end(): void {
		if (this.#shown) this.#stream.write(clearLine);
		this.#shown = false;
	}
}

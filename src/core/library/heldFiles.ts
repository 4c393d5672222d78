import type { Disposable } from './event.ts';
import { KeyedDebounce } from './keyedDebounce.ts';
import type { Clock } from './workspace.ts';

/**
 * Pauses before something is looked at again, in milliseconds: a file that could not be read, as another program may
 * hold it for a moment; and a folder that came as a whole. VS Code begins to watch a new folder a while after it tells
 * of it, later on a busy machine, and tells nothing of what happened to its files until then.
 */
export const lookAgainPauses = [1000, 5000] as const;

/** The files that are there and could not be read: each is tried again a few times, then it is as good as gone. */
export class HeldFiles implements Disposable {
	readonly #clock: Clock;
	readonly #later: KeyedDebounce;
	/** Since when they could not be read, in milliseconds as the clock's `now` tells. */
	readonly #since = new Map<string, number>();

	constructor(clock: Clock) {
		this.#clock = clock;
		this.#later = new KeyedDebounce(clock, 0);
	}

	/**
	 * Takes note that a file could not be read.
	 *
	 * @param lookAgain is called when it is to be tried again
	 * @returns false where that has lasted too long: it is not tried again, until {@link release} has been called
	 */
	wait(uri: string, lookAgain: () => void): boolean {
		const now = this.#clock.now();
		const since = this.#since.get(uri) ?? now;
		const pause = lookAgainPauses.find((each) => each > now - since);
		this.#since.set(uri, since);
		if (pause === undefined) return false;
		this.#later.schedule(uri, lookAgain, since + pause - now);
		return true;
	}

	/** Takes note that a file was read, or is gone, or that something has happened to it. */
	release(uri: string): void {
		this.#since.delete(uri);
	}

	dispose(): void {
		this.#later.dispose();
	}
}

/**
 * Does something one run at a time, for each key by itself. Who asks while it is being done shares the next run with
 * all others who do: its result is newer than what they know of, and never comes before that of an older run.
 */
export class OneAtATime<Result> {
	readonly #running = new Map<string, Promise<Result>>();
	readonly #next = new Map<string, Promise<Result>>();

	/** @throws what the run throws */
	run(key: string, action: () => Promise<Result>): Promise<Result> {
		const next = this.#next.get(key);
		if (next) return next;
		const running = this.#running.get(key);
		if (!running) return this.#start(key, action);
		const begin = (): Promise<Result> => {
			this.#next.delete(key);
			return this.#start(key, action);
		};
		const waiting = running.then(begin, begin);
		this.#next.set(key, waiting);
		return waiting;
	}

	#start(key: string, action: () => Promise<Result>): Promise<Result> {
		const run = action();
		this.#running.set(key, run);
		const end = (): void => {
			if (this.#running.get(key) === run) this.#running.delete(key);
		};
		run.then(end, end);
		return run;
	}
}

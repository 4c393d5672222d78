import type { Lookups } from '../core/framework/lookups.ts';
import { OverBudget } from '../core/library/storyAnalyser.ts';
import { type Clock, estimatingMeter, systemClock, watchBudget } from './budget.ts';
import { type Call, type FromWorker, numbersForLookups, type ToWorker } from './protocol.ts';
import type { WorkerListener, WorkerThread } from './start.ts';

/** A call that waits for its turn, or for its answer. */
export interface Job {
	readonly method: Call['method'];
	readonly args: readonly unknown[];
	/** How much processor time it may take, in milliseconds. */
	readonly budget: number;
	/** Goes before calls that are not urgent. */
	readonly urgent: boolean;
	/** Names the document that it is about, where a later call for that replaces it. */
	readonly document?: string | undefined;
	resolve(result: unknown): void;
	/** @param error an {@link OverBudget} where it took too long */
	reject(error: Error): void;
}

/** Look-ups that a worker keeps: one or two a folder, and those of before the last changes. */
const maxDefinitions = 32;

/** One worker and the calls that wait for it. It answers one at a time; one that exceeds its budget is ended with it. */
export class WorkerLane {
	readonly #start: (listener: WorkerListener) => Promise<WorkerThread>;
	readonly #numbers: (lookups: Lookups) => number;
	#waiting: Job[] = [];
	#running: Job | undefined;
	#thread: Promise<WorkerThread> | undefined;
	/** The same once it is loaded, so that a call is sent before its caller goes on. */
	#loaded: WorkerThread | undefined;
	/** Numbers of the look-ups that the worker knows, oldest first. */
	#defined: number[] = [];
	#ids = 0;
	/** Counts the workers, so that messages of an ended one are ignored. */
	#generation = 0;
	readonly #clock: Clock;
	/** How long the worker took to load, in milliseconds. */
	#loadTime = 0;
	#stopWatching = (): void => undefined;

	/**
	 * @param start starts a worker
	 * @param numbers a number for look-ups, the same for the same ones
	 */
	constructor(
		start: (listener: WorkerListener) => Promise<WorkerThread>,
		numbers: (lookups: Lookups) => number,
		clock: Clock = systemClock,
	) {
		this.#clock = clock;
		this.#start = start;
		this.#numbers = numbers;
	}

	add(job: Job): void {
		this.#waiting.push(job);
		void this.#next();
	}

	/** Starts the worker before there is anything for it to do. */
	warmUp(): void {
		const starting = (this.#thread ??= this.#started());
		starting.catch(() => {
			// The first call starts it again, and reports a failure.
			if (this.#thread === starting) this.#thread = undefined;
		});
	}

	/** Rejects the jobs that are not wanted any more, and ends the running one if it is one of them. */
	withdraw(isWanted: (job: Job) => boolean, reason: Error): void {
		const unwanted = this.#waiting.filter((job) => !isWanted(job));
		this.#waiting = this.#waiting.filter(isWanted);
		for (const job of unwanted) job.reject(reason);
		if (this.#running && !isWanted(this.#running)) this.#end(reason);
	}

	dispose(): void {
		this.withdraw(() => false, new Error('The extension is shutting down.'));
		this.#discard();
	}

	async #next(): Promise<void> {
		if (this.#running) return;
		const urgent = this.#waiting.findIndex((job) => job.urgent);
		const [job] = this.#waiting.splice(Math.max(urgent, 0), 1);
		if (!job) return;
		this.#running = job;
		const starting = (this.#thread ??= this.#started());
		try {
			const thread = this.#loaded ?? (await starting);
			// The job may have been ended while its worker started.
			if (this.#running === job) this.#send(thread, job);
		} catch (error) {
			if (this.#thread === starting) this.#discard();
			if (this.#running === job) this.#settle(({ reject }) => reject(error as Error));
		}
	}

	/** Resolves once the worker is loaded, so that no call pays for that from its budget. */
	#started(): Promise<WorkerThread> {
		this.#defined = [];
		const generation = ++this.#generation;
		return new Promise((resolve, reject) => {
			let thread: WorkerThread | undefined;
			let began = 0;
			let ready: number | undefined;
			const settleWhenReady = () => {
				if (!thread || ready === undefined) return;
				if (generation === this.#generation) {
					this.#loaded = thread;
					this.#loadTime = ready - began;
				}
				resolve(thread);
			};
			const onMessage = (message: FromWorker) => {
				if (message.form !== 'ready') {
					this.#answered(message);
					return;
				}
				ready = message.at;
				settleWhenReady();
			};
			const onFailure = (message: string) => {
				const error = new Error(message);
				reject(error);
				if (generation === this.#generation) this.#end(error);
			};
			this.#start({ onMessage, onFailure }).then((started) => {
				thread = started;
				began = this.#clock.now();
				settleWhenReady();
			}, reject);
		});
	}

	#send(thread: WorkerThread, { method, args, budget }: Job): void {
		const definitions: ToWorker[] = [];
		const referring = numbersForLookups(args, (lookups) => {
			const number = this.#numbers(lookups);
			if (!this.#defined.includes(number)) {
				this.#defined.push(number);
				const forget = this.#defined.splice(0, this.#defined.length - maxDefinitions);
				const { frameworks, level } = lookups;
				definitions.push({ form: 'definition', id: number, frameworks, level, forget });
			}
			return number;
		});
		for (const definition of definitions) thread.post(definition);
		thread.post({ form: 'call', id: ++this.#ids, method, args: referring });
		const meter = thread.processorTime ?? estimatingMeter(this.#clock, this.#loadTime, thread.processorTimeBound);
		this.#stopWatching = watchBudget(budget, meter, this.#clock, () =>
			this.#end(new OverBudget(`${method} took more than ${budget} ms`)),
		);
	}

	#answered(message: Exclude<FromWorker, { form: 'ready' }>): void {
		if (message.id !== this.#ids || !this.#running) return;
		this.#settle(({ resolve, reject }) =>
			message.form === 'result' ? resolve(message.result) : reject(new Error(message.message)),
		);
	}

	/** Ends the running call together with its worker; the next one gets a new worker. */
	#end(reason: Error): void {
		this.#discard();
		if (this.#running) this.#settle(({ reject }) => reject(reason));
	}

	#discard(): void {
		const thread = this.#thread;
		this.#thread = undefined;
		this.#loaded = undefined;
		this.#generation++;
		this.#ids++;
		void thread?.then(
			(started) => started.terminate(),
			() => undefined,
		);
	}

	#settle(tell: (job: Job) => void): void {
		this.#stopWatching();
		const job = this.#running;
		this.#running = undefined;
		if (job) tell(job);
		void this.#next();
	}
}

import type { Framework } from '../../core/framework/model.ts';
import { type Call, type FromWorker, replaceFrameworks, type ToWorker } from '../../worker/protocol.ts';
import type { WorkerListener, WorkerThread } from '../../worker/thread.ts';

/** A call that waits for its turn, or for its answer. */
export interface Job {
	readonly method: Call['method'];
	readonly args: readonly unknown[];
	/** How long it may run, in milliseconds. */
	readonly budget: number;
	/** Goes before calls that nobody is waiting for. */
	readonly urgent: boolean;
	resolve(result: unknown): void;
	/** @param error an {@link OverBudget} where it took too long */
	reject(error: Error): void;
}

/** A call that took longer than it may, and was ended. */
export class OverBudget extends Error {}

/** How long an answer that is on its way may take, where this thread was busy when it came; in milliseconds. */
const grace = 50;

/** How many times its budget a call may wait for a processor. */
const mostWaiting = 8;

/** Arrays of frameworks that a worker is told to keep: one or two a folder, and those of before the last changes. */
const mostDefinitions = 32;

/** One worker and the calls that wait for it. It does one at a time; one that takes too long is ended with its worker. */
export class WorkerLane {
	readonly #start: (listener: WorkerListener) => Promise<WorkerThread>;
	readonly #numbers: (frameworks: readonly Framework[]) => number;
	#waiting: Job[] = [];
	#running: Job | undefined;
	#thread: Promise<WorkerThread> | undefined;
	/** The same once it is loaded: then a call is on its way before whoever made it goes on. */
	#loaded: WorkerThread | undefined;
	/** Numbers of the frameworks that the worker knows, oldest first. */
	#defined: number[] = [];
	#ids = 0;
	/** Counts the workers: what an ended one still says does not concern its successor. */
	#generation = 0;
	readonly #processorTime: () => number;
	#stopClock = (): void => undefined;

	/**
	 * @param start starts a worker
	 * @param numbers a number for an array of frameworks, the same for the same array
	 * @param processorTime how much of it this process has had, in milliseconds; time on the clock where that is unknown
	 */
	constructor(
		start: (listener: WorkerListener) => Promise<WorkerThread>,
		numbers: (frameworks: readonly Framework[]) => number,
		processorTime: () => number = Date.now,
	) {
		this.#processorTime = processorTime;
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
			// The first call tries again, and tells.
			if (this.#thread === starting) this.#thread = undefined;
		});
	}

	/** Takes back the waiting jobs of which `isWanted` says no, and ends the running one if it is one of them. */
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
			// It may have been ended while its worker started.
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
			let isReady = false;
			const settleWhenReady = () => {
				if (!thread || !isReady) return;
				if (generation === this.#generation) this.#loaded = thread;
				resolve(thread);
			};
			const onMessage = (message: FromWorker) => {
				if (message.form !== 'ready') {
					this.#answered(message);
					return;
				}
				isReady = true;
				settleWhenReady();
			};
			const onFailure = (message: string) => {
				const error = new Error(message);
				reject(error);
				if (generation === this.#generation) this.#end(error);
			};
			this.#start({ onMessage, onFailure }).then((started) => {
				thread = started;
				settleWhenReady();
			}, reject);
		});
	}

	#send(thread: WorkerThread, { method, args, budget }: Job): void {
		const definitions: ToWorker[] = [];
		const referring = replaceFrameworks(args, (frameworks) => {
			const number = this.#numbers(frameworks as readonly Framework[]);
			if (!this.#defined.includes(number)) {
				this.#defined.push(number);
				const forget = this.#defined.splice(0, this.#defined.length - mostDefinitions);
				definitions.push({ form: 'definition', id: number, frameworks: frameworks as readonly Framework[], forget });
			}
			return number;
		});
		for (const definition of definitions) thread.post(definition);
		thread.post({ form: 'call', id: ++this.#ids, method, args: referring });
		const end = Date.now() + budget * mostWaiting;
		const processorEnd = this.#processorTime() + budget;
		const look = () => {
			// On a machine that is busy otherwise the worker has had little of the time that has gone by.
			if (this.#processorTime() < processorEnd && Date.now() < end) timer = setTimeout(look, grace);
			else this.#end(new OverBudget(`${method} took longer than ${budget} ms`));
		};
		let timer = setTimeout(() => {
			timer = setTimeout(look, grace);
		}, budget);
		this.#stopClock = () => clearTimeout(timer);
	}

	#answered(message: Exclude<FromWorker, { form: 'ready' }>): void {
		if (message.id !== this.#ids || !this.#running) return;
		this.#settle(({ resolve, reject }) => (message.form === 'result' ? resolve(message.result) : reject(new Error(message.message))));
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
		void thread?.then((started) => started.terminate(), () => undefined);
	}

	#settle(tell: (job: Job) => void): void {
		this.#stopClock();
		const job = this.#running;
		this.#running = undefined;
		if (job) tell(job);
		void this.#next();
	}
}

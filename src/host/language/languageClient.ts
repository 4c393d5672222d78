import type { Framework } from '../../core/framework/model.ts';
import type { LanguageService } from '../../core/languageService.ts';
import type { RuleSummary } from '../../core/rules/rule.ts';
import type { Method } from '../../worker/protocol.ts';
import { type Job, OverBudget, WorkerLane } from './workerLane.ts';
import type { WorkerListener, WorkerThread } from '../../worker/thread.ts';

/** How a call is to be treated. */
export interface CallOptions {
	/** Whether somebody waits for it; it then goes before others. */
	readonly urgent?: boolean;
	/**
	 * Names a document that took too long before. It is tried again apart from all others, so that they need not wait, and
	 * the latest call for it takes the place of earlier ones.
	 */
	readonly apart?: string;
}

/** How long one call may run before it is ended, in milliseconds. A story of 8 KB takes 5. */
const budget = 900;

/** Calls the language service in workers, off the thread on which the editor waits for its extensions. */
export class LanguageClient {
	readonly #lane: WorkerLane;
	readonly #apart: WorkerLane;
	readonly #numbers = new WeakMap<readonly Framework[], number>();
	readonly #documents = new WeakMap<Job, string>();
	#arrays = 0;
	#rules: Promise<readonly RuleSummary[]> | undefined;

	/** @param start starts a worker */
	constructor(start: (listener: WorkerListener) => Promise<WorkerThread>) {
		const numbers = (frameworks: readonly Framework[]) => {
			const number = this.#numbers.get(frameworks) ?? ++this.#arrays;
			this.#numbers.set(frameworks, number);
			return number;
		};
		this.#lane = new WorkerLane(start, numbers);
		this.#apart = new WorkerLane(start, numbers);
	}

	/**
	 * Calls a function of the language service.
	 * @throws OverBudget where it took too long, or a later call took its place; Error where it failed
	 */
	call<M extends Method>(method: M, args: Parameters<LanguageService[M]>, { urgent = false, apart }: CallOptions = {}): Promise<ReturnType<LanguageService[M]>> {
		return new Promise((resolve, reject) => {
			const job: Job = { method, args, budget, urgent, resolve, reject };
			if (apart === undefined) {
				this.#lane.add(job);
				return;
			}
			this.#apart.withdraw((other) => this.#documents.get(other) !== apart, new OverBudget('A later call took its place'));
			this.#documents.set(job, apart);
			this.#apart.add(job);
		});
	}

	/** Every rule with what it finds; asked for once. */
	rules(): Promise<readonly RuleSummary[]> {
		return (this.#rules ??= this.call('ruleSummaries', [], { urgent: true }));
	}

	dispose(): void {
		this.#lane.dispose();
		this.#apart.dispose();
	}
}

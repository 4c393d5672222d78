import type { Lookups } from '../core/framework/lookups.ts';
import {
	type AnalysisOptions,
	type FilesContext,
	OverBudget,
	type StoryAnalyser,
	type TakeFiles,
} from '../core/library/storyAnalyser.ts';
import type { AnalysisContext, FullAnalysis } from '../core/rules/analysis.ts';
import type { RuleSummary } from '../core/text/problem.ts';
import type { Clock } from './budget.ts';
import { type Job, WorkerLane } from './lane.ts';
import type { FileBatch, Method, WorkerService } from './protocol.ts';
import type { WorkerListener, WorkerThread } from './start.ts';

/**
 * How a call is to be treated. One that is named in `apart` is tried again apart from all others, so that they need not
 * wait, and the latest call for it takes the place of earlier ones.
 */
export interface CallOptions extends AnalysisOptions {
	/** The processor time after which it is ended, in milliseconds, where that is not the usual one. */
	readonly within?: number;
}

/** The processor time after which a call is ended, in milliseconds. A story of 8 KB takes 5. */
const budget = 700;

/** Files sent for one turn of the worker; it rarely reaches as many. */
const maxFiles = 256;

/** Files that were sent to the worker. */
interface Turn {
	readonly asked: readonly string[];
	readonly batch: Promise<FileBatch>;
}

/** Calls the language service in workers, off the thread on which the editor waits for its extensions. */
export class LanguageClient implements StoryAnalyser {
	readonly #lane: WorkerLane;
	readonly #apart: WorkerLane;
	#numbered = 0;
	#rules: Promise<readonly RuleSummary[]> | undefined;

	/**
	 * @param start starts a worker
	 * @param clock the system's, but in tests
	 */
	constructor(start: (listener: WorkerListener) => Promise<WorkerThread>, clock?: Clock) {
		const nextNumber = () => ++this.#numbered;
		const numbers = (lookups: Lookups) => lookups.derive(nextNumber);
		this.#lane = new WorkerLane(start, numbers, clock);
		this.#apart = new WorkerLane(start, numbers, clock);
	}

	/**
	 * Calls a function of the language service.
	 *
	 * @throws OverBudget where it took too long, or a later call took its place; Error where it failed
	 */
	call<M extends Method>(
		method: M,
		args: Parameters<WorkerService[M]>,
		{ urgent = false, apart, within = budget }: CallOptions = {},
	): Promise<ReturnType<WorkerService[M]>> {
		return new Promise((resolve, reject) => {
			const job: Job = { method, args, budget: within, urgent, document: apart, resolve, reject };
			if (apart === undefined) {
				this.#lane.add(job);
				return;
			}
			this.#apart.withdraw((other) => other.document !== apart, new OverBudget('A later call took its place'));
			this.#apart.add(job);
		});
	}

	analyse(text: string, context: AnalysisContext, options: AnalysisOptions): Promise<FullAnalysis> {
		return this.call('analyse', [text, context], options);
	}

	analyseDocument(
		document: string,
		text: string,
		context: AnalysisContext,
		options: AnalysisOptions,
	): Promise<FullAnalysis> {
		return this.call('analyseDocument', [document, text, context], options);
	}

	/** Has the worker started, so that the first call need not wait for that. */
	warmUp(): void {
		this.#lane.warmUp();
	}

	/** Every rule with what it finds; asked for once. */
	rules(): Promise<readonly RuleSummary[]> {
		return (this.#rules ??= this.call('ruleSummaries', [], { urgent: true }).catch((error: unknown) => {
			this.#rules = undefined;
			throw error;
		}));
	}

	/**
	 * Reads files of the disk, in turns between which other calls are answered.
	 *
	 * @param files their names for whoever asks, such as URIs
	 * @param pathOf their paths in the file system
	 * @param take is handed the results of each turn
	 * @param isWanted whether to go on
	 */
	async readFiles(
		files: readonly string[],
		pathOf: (file: string) => string,
		context: FilesContext,
		take: TakeFiles,
		isWanted: () => boolean,
	): Promise<void> {
		let [next, oneByOne] = [0, 0];
		const ask = (): Turn | undefined => {
			if (next >= files.length || !isWanted()) return undefined;
			const asked = files.slice(next, next < oneByOne ? next + 1 : next + maxFiles);
			const batch = this.call('analyseFiles', [asked.map(pathOf), context]);
			// A failure counts only if the loop below still waits for the batch.
			batch.catch(() => undefined);
			return { asked, batch };
		};
		for (let turn = ask(); turn;) {
			const { asked, batch } = turn;
			try {
				const { files: found } = await batch;
				if (!isWanted()) return;
				next += found.length;
				// The worker reads on while this thread takes in the results.
				turn = ask();
				take(found.map((file, index) => [asked[index] ?? '', file]));
			} catch (error) {
				if (!(error instanceof OverBudget)) throw error;
				// One of them took too long; reading them one by one finds out which.
				oneByOne = next + asked.length;
				if (asked.length === 1) {
					take([[asked[0] ?? '', undefined]]);
					next++;
				}
				turn = ask();
			}
		}
	}

	dispose(): void {
		this.#lane.dispose();
		this.#apart.dispose();
	}
}

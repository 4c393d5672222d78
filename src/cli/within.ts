import { Script } from 'node:vm';

/** How long one document may take, in milliseconds. Nobody waits to type, so it is more than in an editor. */
const maxTime = 10_000;

const job = new Script('globalThis[Symbol.for("star-stories.job")]()');

let isWatched = false;

/**
 * Does something with one document, and gives up where it takes too long. What is done within something else is given
 * up together with that.
 *
 * @param limit in milliseconds
 * @returns undefined where it was given up
 */
export function within<T>(work: () => T, limit = maxTime): T | undefined {
	if (isWatched) return work();
	Object.assign(globalThis, { [Symbol.for('star-stories.job')]: work });
	isWatched = true;
	try {
		return job.runInThisContext({ timeout: limit }) as T;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
		throw error;
	} finally {
		isWatched = false;
	}
}

/**
 * Works out an answer from many documents. Each has its own time only where all together take too long: a watch over
 * each takes a fifth of a millisecond.
 */
export function answerWithin<T extends object>(make: () => T): T {
	return within(make) ?? make();
}

/** A share of the time that one document may take, in milliseconds: a watch over each would take as long as itself. */
const turn = 100;

/**
 * Does something with one document after the other, and gives up on those that take too long.
 *
 * @param instead what is made of those
 * @param limit in milliseconds
 */
export function* eachWithin<D, T>(
	documents: readonly D[],
	work: (document: D) => T,
	instead: (document: D) => T,
	limit = maxTime,
): Generator<T> {
	for (let next = 0; next < documents.length;) {
		const made: T[] = [];
		const isDone = within(() => {
			const end = performance.now() + turn;
			for (const document of documents.slice(next)) {
				made.push(work(document));
				if (performance.now() >= end) break;
			}
			return true;
		}, limit);
		const stuck = isDone ? undefined : documents[next + made.length];
		yield* made;
		next += made.length;
		if (stuck === undefined) continue;
		yield instead(stuck);
		next++;
	}
}

import type { BankStory } from '../bank/storyIndex.ts';
import { storyKey } from '../bank/storyLocation.ts';
import type { Competency } from '../framework/model.ts';
import type { Found } from '../recall/findStories.ts';

/** As many as are worth a second look. */
const mostNearest = 2;

/** Of each question the first few stories count, the first one most. */
const points = [3, 2, 1];

/**
 * The stories that come nearest to a competency for which none is tagged: those that are found most often, and foremost,
 * for its questions. A stretch does not count.
 * @param find finds the stories for a question
 */
export async function nearestStories({ questions }: Competency, find: (question: string) => Found | Promise<Found>): Promise<readonly BankStory[]> {
	const sums = new Map<string, { entry: BankStory; sum: number }>();
	for (const { text } of questions) {
		const told = (await find(text)).stories.filter(({ fit }) => fit !== 'stretch');
		for (const [index, point] of points.entries()) {
			const entry = told[index]?.entry;
			if (!entry) break;
			const key = storyKey(entry);
			sums.set(key, { entry, sum: (sums.get(key)?.sum ?? 0) + point });
		}
	}
	return [...sums]
		.toSorted(([a, first], [b, second]) => second.sum - first.sum || (a < b ? -1 : 1))
		.slice(0, mostNearest)
		.map(([, { entry }]) => entry);
}

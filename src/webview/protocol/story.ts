import type { MatrixStory } from '../../core/matrix/matrixStory.ts';
import { archetypes, statuses } from '../../core/story/fields.ts';
import { type Check, count, list, number, one, shape, text } from './check.ts';

/** Longer names of files than any file system has. */
export const uri = text(20_000);

/** Where a story stands. */
export const place = shape({ file: uri, index: count });

const story = shape(
	{
		file: uri,
		index: count,
		openProblems: count,
		story: shape({
			title: text(),
			tags: list(shape({ text: text() }, { competency: text() })),
			details: shape(
				{ status: one(...statuses) },
				{ strength: count, date: text(), archetypes: list(one(...archetypes)), company: text(), questions: list(text()) },
			),
		}),
	},
	{ practice: shape({ times: count, last: number }, { due: number }) },
);

/** A story as the pages know it. */
export const shownStory: Check<MatrixStory> = story;

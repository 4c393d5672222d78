import type { FullLibraryStory } from '../../library/storyIndex.ts';
import type { AnsweringLibrary, StoryPlaceInFile } from './answeringLibrary.ts';

/** Version of the form of {@link ProbesResult}: it grows by one when something a reader relies on changes. */
export const probesVersion = 1;

/** What an interviewer asks next about stories, as other programs read it. Plain data. */
export interface ProbesResult {
	readonly version: typeof probesVersion;
	readonly stories: readonly ProbedStory[];
}

/** A story with its follow-up questions. */
export interface ProbedStory extends StoryPlaceInFile {
	readonly title: string;
	readonly probes: readonly StoryProbe[];
}

/** A follow-up question about a story. */
export interface StoryProbe {
	/** What raises it. */
	readonly id: string;
	readonly question: string;
	/** Of the words that raise it. */
	readonly line: number;
	/** Id of the competency whose own question it is. */
	readonly competency?: string;
	/** What stands under Follow-ups for it. */
	readonly answer?: string;
}

/**
 * The follow-ups that an interviewer asks about stories, as hovers and practice show them.
 *
 * @param stories of the library; all that are not retired when left out
 */
export function probesResult(
	library: AnsweringLibrary,
	stories: readonly FullLibraryStory[] = library.stories.filter(({ story }) => story.details.status !== 'retired'),
): ProbesResult {
	return {
		version: probesVersion,
		stories: stories.map((entry) => ({
			title: entry.story.title,
			...library.placeOf(entry),
			probes: entry.story.probes.map(({ id, question, span, competency, answer }) => ({
				id,
				question,
				line: library.lineOf(entry.file, span.start),
				...(competency !== undefined && { competency }),
				...(answer !== undefined && { answer }),
			})),
		})),
	};
}

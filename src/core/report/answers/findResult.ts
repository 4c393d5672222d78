import type { Competency } from '../../framework/model.ts';
import { findStories, foundReasons, type Fit } from '../../questions/recall/findStories.ts';
import type { Confidence } from '../../questions/recall/readQuestion.ts';
import { unansweredAdvice, type UnansweredKind } from '../../questions/recall/unanswered.ts';
import type { AnsweringLibrary, StoryPlaceInFile } from './answeringLibrary.ts';
import { oneLine } from '../../text/words.ts';

/** Version of the form of {@link FindResult}: it grows by one when something a reader relies on changes. */
export const findVersion = 1;

/** The stories that answer a question, as other programs read it. Plain data. */
export interface FindResult {
	readonly version: typeof findVersion;
	readonly question: string;
	/** `behavioural` for a question that stories answer, else what it asks for instead. */
	readonly kind: 'behavioural' | UnansweredKind;
	/** What to do where no story answers questions of this kind. */
	readonly advice?: string;
	/** What it probes, the likeliest first. */
	readonly competencies: readonly AskedCompetency[];
	/** The stories to tell, the best first. */
	readonly stories: readonly AnsweringStoryRow[];
}

/** A competency that a question probes. */
export interface AskedCompetency extends Pick<Competency, 'id' | 'name'> {
	readonly confidence: Confidence;
	/** Id of the built-in framework that has it, where none that is active does. */
	readonly inactiveIn?: string;
}

/** A story that answers a question. */
export interface AnsweringStoryRow extends StoryPlaceInFile {
	readonly title: string;
	readonly fit: Fit;
	/** Why it was found, each in a few words. */
	readonly reasons: readonly string[];
	/** The sentence with which its author turns it to what is asked for; absent where there is none. */
	readonly angle?: string;
	/** Which company that is still asking has heard it, such as `told to Acme in round 1`. */
	readonly told?: string;
}

/** As many as are worth a look where nobody says otherwise. */
export const usualStories = 5;

/** A longer text is no question. */
const maxQuestionLength = 2000;

/**
 * Finds the stories that answer a question, as Find a Story… does.
 *
 * @param maxStories how many to name at most
 * @param heard what of the question is looked for
 */
export function findResult(
	library: AnsweringLibrary,
	question: string,
	maxStories = usualStories,
	heard: (question: string) => string = (whole) => whole,
): FindResult {
	const asked = oneLine(question).slice(0, maxQuestionLength);
	const { stories, texts, lookups } = library;
	const read = findStories(heard(asked), { stories, texts, lookups, maxStories });
	const { competencies, unanswered, stories: found } = read;
	return {
		version: findVersion,
		question: asked,
		kind: unanswered ?? 'behavioural',
		...(unanswered && { advice: unansweredAdvice[unanswered].advice }),
		competencies: competencies.map(({ competency: { id, name }, confidence, framework }) => ({
			id,
			name,
			confidence,
			...(framework && { inactiveIn: framework.id }),
		})),
		stories: found.slice(0, maxStories).map((each) => ({
			title: each.entry.story.title,
			...library.placeOf(each.entry),
			fit: each.fit,
			reasons: foundReasons(each),
			...(each.angle !== undefined && { angle: each.angle }),
			...told(library.warningFor(each.entry)),
		})),
	};
}

function told(warning: string | undefined): Pick<AnsweringStoryRow, 'told'> {
	return warning === undefined ? {} : { told: warning };
}

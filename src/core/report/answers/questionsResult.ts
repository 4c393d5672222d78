import type { Competency } from '../../framework/model.ts';
import { Answers } from '../../library/answers.ts';
import type { LibraryStory } from '../../library/storyIndex.ts';
import { pastedQuestions } from '../../questions/recall/pastedQuestions.ts';
import { reportQuestions } from '../reportQuestions.ts';
import type { AnsweringLibrary, StoryPlaceInFile } from './answeringLibrary.ts';

/** Version of the form of {@link QuestionsResult}: it grows by one when something a reader relies on changes. */
export const questionsVersion = 1;

/** Questions with the stories that answer them, as other programs read it. Plain data. */
export interface QuestionsResult {
	readonly version: typeof questionsVersion;
	readonly questions: readonly AnsweredQuestion[];
}

/** A question that may be asked. */
export interface AnsweredQuestion {
	/** Its id in the framework; absent where only a story or a pasted list has it. */
	readonly id?: string;
	readonly text: string;
	/** What it probes, the likelier first. */
	readonly competencies: readonly Pick<Competency, 'id' | 'name'>[];
	/** Those that name it or prove what it probes, the one to tell first in front. */
	readonly stories: readonly (StoryPlaceInFile & { readonly title: string })[];
}

/** The questions of the active frameworks and of stories, as the report has them. */
export function questionsResult(library: AnsweringLibrary): QuestionsResult {
	const { lens, lookups } = library;
	const stories = library.stories.map(lens.through);
	const byName = new Map(lens.competencies.all.toReversed().map((each) => [each.name, each]));
	return {
		version: questionsVersion,
		questions: reportQuestions(lens.competencies, lookups, stories).map((question) => ({
			...(question.id !== undefined && { id: question.id }),
			text: question.text,
			competencies: question.competencies.flatMap((name) => named(byName.get(name))),
			stories: question.stories.flatMap((index) => {
				const entry = stories[index];
				return entry ? [rowOf(library, entry)] : [];
			}),
		})),
	};
}

/**
 * The questions of a list that somebody pasted, as Add Questions… reads it.
 *
 * @param text one question a line, with or without bullets and numbers
 */
export function pastedQuestionsResult(library: AnsweringLibrary, text: string): QuestionsResult {
	const { lens, lookups } = library;
	const answers = new Answers(library.stories.map(lens.through), lookups.level, ({ story }) =>
		(story.details.questions ?? []).map(({ value }) => value),
	);
	return {
		version: questionsVersion,
		questions: pastedQuestions(text, lookups).map((question) => {
			const probed = question.competencies.flatMap((id) => named(lookups.competencies.find(id)));
			const { naming, proving } = answers.to([question.text], probed);
			return {
				text: question.text,
				competencies: probed,
				stories: [...naming, ...proving].map((entry) => rowOf(library, entry)),
			};
		}),
	};
}

function named(competency: Competency | undefined): readonly Pick<Competency, 'id' | 'name'>[] {
	return competency ? [{ id: competency.id, name: competency.name }] : [];
}

function rowOf(library: AnsweringLibrary, entry: LibraryStory): AnsweredQuestion['stories'][number] {
	return { title: entry.story.title, ...library.placeOf(entry) };
}

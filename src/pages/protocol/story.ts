import type { Competency, Framework, Question } from '../../core/framework/model.ts';
import { sectionKinds } from '../../core/framework/sectionKind.ts';
import type { MatrixStory } from '../../core/library/matrix/matrixStory.ts';
import type { StoryLocation } from '../../core/library/storyIndex.ts';
import { archetypes, statuses } from '../../core/story/fields.ts';
import { storyScopes } from '../../core/story/storyScope.ts';
import { type Check, count, list, number, one, shape, text } from './check.ts';

/** Of a file. The bound is far above the length of paths in any file system. */
export const uri = text(20_000);

/** Where a story stands. */
export const storyLocation: Check<StoryLocation> = shape({ file: uri, index: count });

const story = shape(
	{
		file: uri,
		index: count,
		openProblems: count,
		story: shape(
			{
				title: text(),
				tags: list(shape({ text: text() }, { competency: text() })),
				details: shape(
					{ status: one(...statuses) },
					{
						strength: count,
						date: text(),
						archetypes: list(one(...archetypes)),
						scope: one(...storyScopes),
						company: text(),
						project: text(),
						questions: list(text()),
					},
				),
				filled: list(one(...sectionKinds)),
			},
			{ prompts: shape({ open: count, all: count }) },
		),
	},
	{ practice: shape({ times: count, last: number }, { due: number }) },
);

/** A story as the pages know it. */
export const shownStory: Check<MatrixStory> = story;

const texts = list(text());

/** What a page shows of a competency. */
type ShownCompetency = Pick<
	Competency,
	'id' | 'name' | 'shortName' | 'aliases' | 'description' | 'target' | 'prompts'
> & {
	readonly questions: readonly Pick<Question, 'id' | 'text' | 'also'>[];
};

/** What a page shows of a framework. */
export type ShownFramework = Pick<Framework, 'id' | 'name'> & { readonly competencies: readonly ShownCompetency[] };

export const shownFramework: Check<ShownFramework> = shape({
	id: text(),
	name: text(),
	competencies: list(
		shape(
			{
				id: text(),
				name: text(),
				aliases: texts,
				description: text(),
				target: shape({ min: count, max: count }),
				prompts: shape({ situation: texts, task: texts, action: texts, result: texts, learnings: texts }),
				questions: list(shape({ id: text(), text: text() }, { also: text() })),
			},
			{ shortName: text() },
		),
	),
});

/** Takes from a framework what the pages show. */
export function toShownFramework({ id, name, competencies }: Framework): ShownFramework {
	return {
		id,
		name,
		competencies: competencies.map(
			({ id: competency, name: title, shortName, aliases, description, target, prompts, questions }) => ({
				id: competency,
				name: title,
				...(shortName !== undefined && { shortName }),
				aliases,
				description,
				target: { min: target.min, max: target.max },
				prompts,
				questions: questions.map(({ id: question, text: words, also }) => ({
					id: question,
					text: words,
					...(also !== undefined && { also }),
				})),
			}),
		),
	};
}

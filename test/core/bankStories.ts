import type { FullLibraryStory } from '../../src/core/library/storyIndex.ts';
import type { SectionKind } from '../../src/core/framework/sectionKind.ts';
import type { Status } from '../../src/core/story/fields.ts';
import type { StoryScope } from '../../src/core/story/storyScope.ts';

/** What a test wants to say of a story; the rest is made up. */
export interface StorySketch {
	readonly title?: string;
	/** Ids of the competencies, the primary one first. */
	readonly tags?: readonly string[];
	readonly status?: Status;
	readonly strength?: number;
	readonly date?: string;
	readonly scope?: StoryScope;
	readonly openProblems?: number;
	readonly file?: string;
	readonly index?: number;
	/** Told under Action. */
	readonly told?: string;
	readonly questions?: readonly string[];
	/** The sections that hold anything; Action alone unless it is said. */
	readonly filled?: readonly SectionKind[];
}

/** A story of a bank as the index hands it out. */
export function bankStory(sketch: StorySketch = {}): FullLibraryStory {
	const {
		title = 'A story',
		tags = [],
		status = 'ready',
		strength,
		date,
		scope,
		openProblems = 0,
		file = 'file:///a.md',
		index = 0,
		told,
		questions,
		filled = ['action'],
	} = sketch;
	const nowhere = { start: 0, end: 0 };
	const section = {
		kind: 'action',
		form: 'heading',
		name: nowhere,
		span: nowhere,
		body: nowhere,
		empty: false,
	} as const;
	return {
		file,
		index,
		openProblems,
		story: {
			title,
			span: nowhere,
			anchor: nowhere,
			level: 1,
			tags: tags.map((id) => ({ text: id, span: nowhere, ...(id.startsWith('?') ? {} : { competency: id }) })),
			named: filled,
			filled,
			words: told?.split(' ').length ?? 0,
			sections: told === undefined ? [] : [{ ...section, spoken: told, words: told.split(' ').length }],
			sides: [],
			probes: [],
			details: {
				status,
				...(strength !== undefined && { strength }),
				...(date !== undefined && { date }),
				...(scope && { scope }),
				...(questions && { questions: questions.map((value) => ({ value, span: nowhere })) }),
			},
		},
	};
}

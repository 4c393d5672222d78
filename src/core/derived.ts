import { type CompetencyLookup, createLookup } from './framework/lookup.ts';
import type { Framework } from './framework/model.ts';
import { type KnownQuestion, knownQuestions } from './framework/questions.ts';
import { createMightContainStory, type MightContainStory } from './story/mightContainStory.ts';
import { createSectionNames, type SectionNames } from './story/sectionNames.ts';

/** What is looked up in frameworks again and again. */
export interface Derived {
	readonly competencies: CompetencyLookup;
	readonly sectionNames: SectionNames;
	readonly mightContainStory: MightContainStory;
	readonly questions: ReadonlyMap<string, KnownQuestion>;
}

const derivedFrom = new WeakMap<readonly Framework[], Derived>();

/** Derives the look-ups once for an array of frameworks and keeps them with it. */
export function deriveFrom(frameworks: readonly Framework[]): Derived {
	let derived = derivedFrom.get(frameworks);
	if (!derived) derivedFrom.set(frameworks, (derived = lookupsIn(frameworks)));
	return derived;
}

/** Each look-up is made when somebody wants it. */
function lookupsIn(frameworks: readonly Framework[]): Derived {
	const made: { -readonly [Name in keyof Derived]?: Derived[Name] } = {};
	return {
		get competencies() {
			return (made.competencies ??= createLookup(frameworks));
		},
		get sectionNames() {
			return (made.sectionNames ??= createSectionNames(frameworks));
		},
		get mightContainStory() {
			return (made.mightContainStory ??= createMightContainStory(this.sectionNames.starNames));
		},
		get questions() {
			return (made.questions ??= knownQuestions(frameworks));
		},
	};
}

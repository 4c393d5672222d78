import { type CompetencyLookup, createLookup } from './framework/lookup.ts';
import type { Framework } from './framework/model.ts';
import { type KnownQuestion, knownQuestions } from './framework/questions.ts';
import { createSectionNames, type SectionNames } from './story/sectionNames.ts';

/** What is looked up in frameworks again and again. */
export interface Derived {
	readonly competencies: CompetencyLookup;
	readonly sectionNames: SectionNames;
	readonly questions: ReadonlyMap<string, KnownQuestion>;
}

const derivedFrom = new WeakMap<readonly Framework[], Derived>();

/** Derives the look-ups once for an array of frameworks and keeps them with it. */
export function deriveFrom(frameworks: readonly Framework[]): Derived {
	let derived = derivedFrom.get(frameworks);
	if (!derived) {
		const [competencies, sectionNames] = [createLookup(frameworks), createSectionNames(frameworks)];
		derived = { competencies, sectionNames, questions: knownQuestions(frameworks) };
		derivedFrom.set(frameworks, derived);
	}
	return derived;
}

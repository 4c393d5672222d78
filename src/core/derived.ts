import { type CompetencyLookup, createLookup } from './framework/lookup.ts';
import type { Framework } from './framework/model.ts';
import { createSectionNames, type SectionNames } from './story/sectionNames.ts';

/** What is looked up in frameworks again and again. */
export interface Derived {
	readonly competencies: CompetencyLookup;
	readonly sectionNames: SectionNames;
}

const derivedFrom = new WeakMap<readonly Framework[], Derived>();

/** Derives the look-ups once for an array of frameworks and keeps them with it. */
export function deriveFrom(frameworks: readonly Framework[]): Derived {
	let derived = derivedFrom.get(frameworks);
	if (!derived) {
		derived = { competencies: createLookup(frameworks), sectionNames: createSectionNames(frameworks) };
		derivedFrom.set(frameworks, derived);
	}
	return derived;
}

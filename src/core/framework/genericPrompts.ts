import type { SectionKind } from '../story/sectionKind.ts';
import type { Competency } from './model.ts';

/** What each section should answer whatever the story is about; used where it proves no known competency yet. */
export const genericPrompts: Readonly<Record<SectionKind, readonly string[]>> = {
	situation: ['What was going on, and why did it matter?'],
	task: ['What was yours to achieve?'],
	action: ['What did you do, step by step?'],
	result: ['What changed, and by how much?'],
	learnings: ['What did you learn, and what would you do differently?'],
};

/** Stands where a title is to be written. */
export const titlePrompt = 'What would you call it in one line?';

/**
 * The prompts for one section of a story.
 * @param kind the section
 * @param competencies those the story is tagged with, the primary one first; may be empty
 * @returns each prompt once, at least one
 */
export function promptsFor(kind: SectionKind, competencies: readonly Competency[]): readonly string[] {
	const prompts = new Set(competencies.flatMap((competency) => competency.prompts[kind]));
	return prompts.size > 0 ? [...prompts] : genericPrompts[kind];
}

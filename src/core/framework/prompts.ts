import type { Lookups } from './lookups.ts';
import type { Competency } from './model.ts';
import { type SectionKind, sectionKinds } from './sectionKind.ts';

/** What each section should answer whatever the story is about; used where it proves no known competency yet. */
const genericPrompts: Readonly<Record<SectionKind, readonly string[]>> = {
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
 *
 * @param kind the section
 * @param competencies those the story is tagged with, the primary one first; may be empty
 * @returns each prompt once, at least one
 */
export function promptsFor(kind: SectionKind, competencies: readonly Competency[]): readonly string[] {
	const prompts = new Set(competencies.flatMap((competency) => competency.prompts[kind]));
	return prompts.size > 0 ? [...prompts] : genericPrompts[kind];
}

/** Prompts that nobody answered. */
export class UntouchedPrompts {
	/** By their first word, each with a space after it. */
	readonly #byWord = new Map<string, string[]>();

	constructor(prompts: Iterable<string>) {
		// The longest first, lest one that begins another take its place.
		for (const prompt of [...new Set(prompts)].toSorted((a, b) => b.length - a.length)) {
			const known = this.#byWord.get(firstWord(prompt));
			if (known) known.push(`${prompt} `);
			else this.#byWord.set(firstWord(prompt), [`${prompt} `]);
		}
	}

	/** The prompts that a line consists of, one after another as under a label; none where it says anything else. */
	in(line: string): readonly string[] {
		const found: string[] = [];
		for (let rest = `${line} `; rest !== '';) {
			const start = rest;
			const next = this.#byWord.get(firstWord(rest))?.find((prompt) => start.startsWith(prompt));
			if (next === undefined) return [];
			found.push(next.slice(0, -1));
			rest = rest.slice(next.length);
		}
		return found;
	}
}

function firstWord(text: string): string {
	const end = text.indexOf(' ');
	return end < 0 ? text : text.slice(0, end);
}

/** Every prompt that a snippet or a fix may have put into a story, to find those that nobody answered. */
export function untouchedPrompts({ frameworks }: Lookups): UntouchedPrompts {
	const competencies = frameworks.flatMap((framework) => framework.competencies);
	const lists = [genericPrompts, ...competencies.map((competency) => competency.prompts)];
	return new UntouchedPrompts(lists.flatMap((list) => sectionKinds.flatMap((kind) => list[kind])));
}

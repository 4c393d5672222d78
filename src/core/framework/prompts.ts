import { escapeRegExp } from '../text/escape.ts';
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

/** The prompts that a snippet or a fix may have put into a story, to be found in its text. */
export class KnownPrompts {
	/** Patterns of them by their first word. */
	readonly #byWord = new Map<string, RegExp[]>();
	/** Their words, until a text has the first one of them: most are never met. */
	readonly #unread = new Map<string, string[]>();

	constructor(prompts: Iterable<string>) {
		// The longest first, lest one that begins another take its place.
		for (const prompt of [...new Set(prompts)].toSorted((a, b) => b.length - a.length)) {
			const first = firstWord(prompt.trimStart());
			if (first === '') continue;
			const known = this.#unread.get(first);
			if (known) known.push(prompt);
			else this.#unread.set(first, [prompt]);
		}
	}

	/** Where the prompt ends that stands at an offset; undefined where none does. Any white space is as good as another. */
	endAt(text: string, offset: number, end: number): number | undefined {
		const first = firstWord(text.slice(offset, Math.min(end, offset + maxFirstWord)));
		let patterns = this.#byWord.get(first);
		if (!patterns) {
			const prompts = this.#unread.get(first);
			if (!prompts) return undefined;
			this.#byWord.set(first, (patterns = prompts.map(patternOf)));
		}
		for (const pattern of patterns) {
			pattern.lastIndex = offset;
			if (pattern.test(text) && pattern.lastIndex <= end) return pattern.lastIndex;
		}
		return undefined;
	}
}

/** Longer first words of prompts, in UTF-16 code units, are not looked for. */
const maxFirstWord = 80;

function firstWord(text: string): string {
	return (/^\S*/u.exec(text)?.[0] ?? '').replaceAll('’', "'");
}

/** A formatter may have broken the lines anew, in a block quote too. */
function patternOf(prompt: string): RegExp {
	const words = prompt.trim().split(/\s+/u);
	const escaped = words.map((word) => escapeRegExp(word).replaceAll(/['’]/gu, "['’]"));
	return new RegExp(`${escaped.join(String.raw`\s+(?:>\s+)*`)}(?=[\\s|]|$|<br|\\\\[\\r\\n])`, 'uy');
}

/** Every prompt that a snippet or a fix may have put into a story of these frameworks. */
export function knownPrompts({ frameworks }: Lookups): KnownPrompts {
	const competencies = frameworks.flatMap((framework) => framework.competencies);
	const lists = [genericPrompts, ...competencies.map((competency) => competency.prompts)];
	return new KnownPrompts(lists.flatMap((list) => sectionKinds.flatMap((kind) => list[kind])));
}

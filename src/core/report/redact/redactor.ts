import { type FoldedText, foldText } from '../../text/foldedText.ts';
import type { HideableField, ListedName } from '../../text/names/hideable.ts';
import { Sequences } from '../../text/sequences.ts';
import type { Span } from '../../text/span.ts';
import { matchAt, type NamePattern, patternsOf } from './namePattern.ts';

/** A text without the names. */
export interface RedactedText {
	/** Nothing but the names is changed. */
	readonly text: string;
	/** The names that were in it, by their places in the list, as often as they were. */
	readonly found: readonly number[];
}

const labels: Readonly<Record<HideableField, string>> = {
	company: 'Company',
	project: 'Project',
	team: 'Team',
	role: 'Role',
	confidential: 'Name',
};

/** Where a name stands. */
interface Match extends Span {
	readonly place: number;
}

/**
 * Puts placeholders in the place of names as people write them: in any case, with or without accents, across emphasis,
 * tags and line breaks, with any gaps between their words, before a possessive or plural `s`; and never inside another
 * word.
 */
export class Redactor {
	/** What stands for each name, in their order, such as `[Company A]`: the same for the same list of names. */
	readonly placeholders: readonly string[];
	readonly #names: readonly ListedName[];
	readonly #patterns: readonly { readonly pattern: NamePattern; readonly place: number }[];
	readonly #sequences: Sequences;

	/** @param names as `listedNames` collects them */
	constructor(names: readonly ListedName[]) {
		this.#names = names;
		this.#patterns = names.flatMap(({ name }, place) => patternsOf(name).map((pattern) => ({ pattern, place })));
		this.#sequences = new Sequences(this.#patterns.map(({ pattern }) => pattern.folded.units));
		this.placeholders = this.#placeholders();
	}

	redact(text: string): RedactedText {
		const found: number[] = [];
		let redacted = '';
		let done = 0;
		for (const { start, end, place } of this.#matches(text)) {
			// What a longer name that begins later has beyond this one is hidden too.
			if (end <= done) continue;
			redacted += text.slice(done, Math.max(done, start)) + (this.placeholders[place] ?? '');
			found.push(place);
			done = end;
		}
		return { text: redacted + text.slice(done), found };
	}

	/** In their order; of those that begin at one place, the longest first. */
	#matches(text: string): readonly Match[] {
		if (this.#patterns.length === 0) return [];
		const folded = foldText(text);
		const matches = [folded, ...(folded.hasMarkup ? [foldText(text, false)] : [])].flatMap((each) =>
			this.#matchesIn(each),
		);
		return matches.toSorted((a, b) => a.start - b.start || b.end - a.end || a.place - b.place);
	}

	#matchesIn(text: FoldedText): readonly Match[] {
		const matches: Match[] = [];
		this.#sequences.search(text.units, (index, end) => {
			const { pattern, place } = this.#patterns[index] ?? {};
			const span = pattern && matchAt(pattern, text, end);
			if (span && place !== undefined) matches.push({ ...span, place });
		});
		return matches;
	}

	/** Letters count up in each kind; one that would itself tell a listed name is left out. */
	#placeholders(): readonly string[] {
		const next = new Map<string, number>();
		return this.#names.map(({ field }) => {
			for (const label of [labels[field], 'Hidden', 'Redacted', '']) {
				const from = next.get(label) ?? 0;
				for (let number = from; number < from + this.#names.length + 1; number++) {
					const placeholder = `[${label === '' ? '' : `${label} `}${letters(number)}]`;
					if (this.#matches(placeholder).length > 0) continue;
					next.set(label, number + 1);
					return placeholder;
				}
			}
			return '[…]';
		});
	}
}

/** A, B, … Z, AA, AB, … */
function letters(number: number): string {
	const letter = String.fromCharCode(65 + (number % 26));
	return number < 26 ? letter : letters(Math.floor(number / 26) - 1) + letter;
}

/** Texts without the names. */
export interface RedactedTexts {
	/** What stands for each name, in the order of the names. */
	readonly placeholders: readonly string[];
	/** In the order of the texts. */
	readonly texts: readonly RedactedText[];
}

/**
 * Hides names in texts.
 *
 * @param names as `listedNames` collects them
 */
export function redactTexts(texts: readonly string[], names: readonly ListedName[]): RedactedTexts {
	const redactor = new Redactor(names);
	return { placeholders: redactor.placeholders, texts: texts.map((text) => redactor.redact(text)) };
}

import type { Section } from '../story/model.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Located } from '../text/span.ts';
import { type Numeral, readNumeral } from './numerals.ts';

/** The number of a new section, and what the numbers behind it become. */
export interface SectionNumbers {
	readonly number: number;
	readonly renumbering: readonly TextEdit[];
}

/**
 * Finds the number of a section that is to be added among numbered ones: one that was left out for it, else the next,
 * and those behind it are counted on.
 *
 * @returns undefined where its neighbours have none
 */
export function insertedNumber(
	text: string,
	sections: readonly Section[],
	following: Section | undefined,
	previous: Section | undefined,
): SectionNumbers | undefined {
	const [above, below] = [previous && numberOf(text, previous), following && numberOf(text, following)];
	const known = above ?? below;
	if (!known) return undefined;
	const numbers = sections.flatMap((section) => numberOf(text, section) ?? []);
	// Markdown counts `1.` on by itself.
	const isSame = numbers.length > 1 && numbers.every(({ value }) => value.value === known.value.value);
	if (isSame) return { number: known.value.value, renumbering: [] };
	const number = above ? above.value.value + 1 : Math.max(1, (below?.value.value ?? 1) - 1);
	const renumbering: TextEdit[] = [];
	let next = number;
	for (const section of following ? sections.slice(sections.indexOf(following)) : []) {
		const found = numberOf(text, section);
		if (!found || found.value.value !== next) break;
		next++;
		renumbering.push({ span: found.span, newText: found.value.write(next) });
	}
	return { number, renumbering };
}

/** The number before a section's name, in its words or as the mark of a list. */
function numberOf(text: string, { span, name }: Section): Located<Numeral> | undefined {
	const value = readNumeral(text.slice(span.start, name.end));
	return value && { value, span: { start: span.start + value.start, end: span.start + value.end } };
}

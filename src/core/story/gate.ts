import { starKinds } from './sectionKind.ts';
import type { SectionNames } from './sectionNames.ts';

/** Product rule: a candidate has this many of the four STAR sections. */
const leastSectionsOfCandidate = 3;

/**
 * A cheap look at whether `text` could be a story, a bank or a candidate, so that a folder of other Markdown costs
 * next to nothing. It may say yes to a file that turns out to be none of them, and is meant never to say no to one.
 * @param text the whole document
 * @param names the section names in force
 */
export function mayHoldStories(text: string, names: SectionNames): boolean {
	if (/competenc|star-story|(?:\*\*|__)[ \t]*tags/iu.test(text)) return true;
	// The words may hide behind escapes: of YAML in front matter, of Markdown anywhere.
	if (/^\uFEFF*(?:---|\+\+\+)/u.test(text) && text.includes('\\')) return true;
	if (/&(?!(?:amp|lt|gt|quot|apos|nbsp);)#?\w+;/u.test(text)) return true;
	// Markup may split a word, and the most common references stand around one.
	const words = text.replaceAll(/[*_`]+|<[^<>]*>/gu, '').replaceAll(/&\w+;/gu, ' ');
	return starKinds.filter((kind) => names.mayOccur(kind, text) || names.mayOccur(kind, words)).length >= leastSectionsOfCandidate;
}

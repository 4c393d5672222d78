import { mentionsFirstPerson } from './firstPerson.ts';
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
	if (/(?:\*\*|__)\s*(?:competenc|tags)/iu.test(text)) return true;
	const block = frontMatterIn(text);
	// In front matter the words may hide behind escapes of YAML.
	if (block !== undefined && /competenc|star-story|\\/iu.test(block)) return true;
	// Anywhere, behind those of Markdown.
	if (text.includes('&') && /&(?!(?:amp|lt|gt|quot|apos|nbsp);)#?\w+;/u.test(text)) return true;
	return names.mayOccur(text, leastSectionsOfCandidate) && mentionsFirstPerson(text);
}

/** From the first fence to the second; to the end of the text where it is missing. */
function frontMatterIn(text: string): string | undefined {
	const fence = /^\uFEFF*(---|\+\+\+)/u.exec(text)?.[1];
	if (fence === undefined) return undefined;
	const end = (fence === '---' ? /[\r\n]---[ \t]*(?:[\r\n]|$)/u : /[\r\n]\+\+\+[ \t]*(?:[\r\n]|$)/u).exec(text)?.index;
	return text.slice(0, end);
}

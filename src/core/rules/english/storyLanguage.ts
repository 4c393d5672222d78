import type { Document } from '../../story/document.ts';
import type { ParsedStory, Section } from '../../story/model.ts';
import { wordsInCharacters } from '../../story/spokenCharacters.ts';
import type { Token } from '../../story/tokens.ts';
import { wordSet } from '../../text/words.ts';

/**
 * Words that English can't do without and that its neighbours don't share: `in`, `was`, `of`, `we` and `is` are Dutch
 * or German, `a`, `no`, `me` and `do` Romance or Slavic.
 */
const functionWords = wordSet(
	'the and that this these those with from which were my our your her his their its they she it by at but been not ' +
		'would could when what who then there for to after before because into than them him us you every each ' +
		"everyone everybody nobody all didn't wasn't it's an as had have has be are on of is was we " +
		'how than does more most never always often should must only people things without other own same first early',
);

/** Of the above, those that also occur elsewhere; they count for English only beside the others. */
const shared = wordSet('to for an as had have be are on of is was we it all not at by us then');

/**
 * Least share of function words. English prose has about 0.4 of them; other languages stay near 0 without the shared
 * ones.
 */
const minShare = 0.12;
const minOwnShare = 0.04;

/** A section with fewer words says too little of its own language: the story's counts. */
const minWords = 15;

/** Whether the story is told in English, as far as its sections show; no where they can't tell. */
export function isEnglishStory({ passages }: Pick<Document, 'passages'>, story: ParsedStory): boolean {
	return looksEnglish(story.sections.map((section) => passages.of(section).tokens));
}

/** Whether one section of a story is told in English; a short one is taken to be in the language of its story. */
export function isEnglishSection(document: Document, story: ParsedStory, section: Section): boolean {
	const { words, tokens } = document.passages.of(section);
	return (words < minWords || looksEnglish([tokens])) && isEnglishStory(document, story);
}

function looksEnglish(passages: readonly (readonly Token[])[]): boolean {
	const all = passages.map((tokens) => countEnglish(tokens));
	// A quotation is in somebody else's language, unless the whole story is one.
	const unquoted = passages.map((tokens) => countEnglish(tokens.filter(({ quoted }) => !quoted)));
	const counts = unquoted.some(({ words }) => words > 0) ? unquoted : all;
	const sum = (of: keyof EnglishWords) => counts.reduce((total, count) => total + count[of], 0);
	const [words, common, own] = [sum('words'), sum('common'), sum('own')];
	return common >= words * minShare && own >= Math.max(1, words * minOwnShare);
}

/** Words of a passage, and those of them that show English. */
interface EnglishWords {
	readonly words: number;
	readonly common: number;
	/** Those that no other language has. */
	readonly own: number;
}

function countEnglish(tokens: readonly Token[]): EnglishWords {
	let [words, common, own] = [0, 0, 0];
	for (const { form, text, lower } of tokens) {
		if (form !== 'word') continue;
		words += wordsInCharacters(text, false) ?? 1;
		if (text === 'I' || text.startsWith("I'") || text.startsWith('I’')) own++;
		else if (!functionWords.has(lower)) continue;
		else if (!shared.has(lower)) own++;
		common++;
	}
	return { words, common, own };
}

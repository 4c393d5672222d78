import type { Document } from '../../story/document.ts';
import type { ParsedStory, Section } from '../../story/model.ts';
import type { Passage } from '../../story/passage.ts';
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
	return looksEnglish(story.sections.map((section) => passages.of(section)));
}

/** Whether one section of a story is told in English; a short one is taken to be in the language of its story. */
export function isEnglishSection(document: Document, story: ParsedStory, section: Section): boolean {
	const passage = document.passages.of(section);
	return (passage.words < minWords || looksEnglish([passage])) && isEnglishStory(document, story);
}

function looksEnglish(passages: readonly Passage[]): boolean {
	const counted = passages.map(countsOf);
	// A quotation is in somebody else's language, unless the whole story is one.
	const isUnquoted = counted.some(({ unquoted }) => unquoted.words > 0);
	const counts = counted.map(({ all, unquoted }) => (isUnquoted ? unquoted : all));
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

interface PassageCounts {
	readonly all: EnglishWords;
	/** Of what is not quoted. */
	readonly unquoted: EnglishWords;
}

/** Many rules ask for the language of each passage. */
const known = new WeakMap<Passage, PassageCounts>();

function countsOf(passage: Passage): PassageCounts {
	let counts = known.get(passage);
	if (!counts) {
		const { tokens } = passage;
		counts = { all: countEnglish(tokens), unquoted: countEnglish(tokens.filter(({ quoted }) => !quoted)) };
		known.set(passage, counts);
	}
	return counts;
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

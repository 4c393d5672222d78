import type { ParsedStory, Section } from '../../story/model.ts';
import type { Document } from '../../story/document.ts';
import type { Passage } from '../../story/passage.ts';
import type { BlockReading, Token } from '../../story/tokens.ts';

/**
 * Words that English can't do without and that its neighbours don't share: `in`, `was`, `of`, `we` and `is` are Dutch
 * or German, `a`, `no`, `me` and `do` Romance or Slavic.
 */
const functionWords: ReadonlySet<string> = new Set(
	(
		'the and that this these those with from which were my our your her his their its they she it by ' +
		'at but been not would could ' +
		'when what who then there for to after before because into than them him us you every each ' +
		'everyone everybody nobody all ' +
		"didn't wasn't it's an as had have has be are on of is was we"
	).split(' '),
);

/** Of the above, those that also occur elsewhere; they count for English only beside the others. */
const shared: ReadonlySet<string> = new Set(
	'to for an as had have be are on of is was we it all not at by us then'.split(' '),
);

/**
 * Least share of function words. English prose has about 0.4 of them; other languages stay near 0 without the shared
 * ones.
 */
const minShare = 0.12;
const minOwnShare = 0.04;

/** A section with fewer words says too little of its own language: the story's counts. */
const minWords = 15;

const englishOf = new WeakMap<ParsedStory, boolean>();

/** Whether the story is told in English, as far as its sections show; no where they can't tell. */
export function isEnglishStory(document: Document, story: ParsedStory): boolean {
	let english = englishOf.get(story);
	if (english === undefined) {
		english = looksEnglish(story.sections.map((section) => englishIn(document.passages.of(section))));
		englishOf.set(story, english);
	}
	return english;
}

/** Whether one section of a story is told in English; a short one is taken to be in the language of its story. */
export function isEnglishSection(document: Document, story: ParsedStory, section: Section): boolean {
	const passage = document.passages.of(section);
	return isEnglishStory(document, story) && (passage.words < minWords || looksEnglish([englishIn(passage)]));
}

/** Words of a passage, and those of them that show English. */
interface EnglishWords {
	readonly words: number;
	readonly common: number;
	/** Those that no other language has. */
	readonly own: number;
}

const englishWordsIn = new WeakMap<BlockReading, EnglishWords>();

function englishIn({ readings }: Passage): EnglishWords {
	return sumOf(
		readings.map((reading) => {
			let counted = englishWordsIn.get(reading);
			if (!counted) englishWordsIn.set(reading, (counted = countEnglish(reading.tokens)));
			return counted;
		}),
	);
}

function sumOf(counts: readonly EnglishWords[]): EnglishWords {
	const sum = (of: keyof EnglishWords) => counts.reduce((total, count) => total + count[of], 0);
	return { words: sum('words'), common: sum('common'), own: sum('own') };
}

function countEnglish(tokens: readonly Token[]): EnglishWords {
	let [words, common, own] = [0, 0, 0];
	for (const { form, text, lower } of tokens) {
		if (form !== 'word') continue;
		words++;
		if (text === 'I' || text.startsWith("I'") || text.startsWith('I’')) own++;
		else if (!functionWords.has(lower)) continue;
		else if (!shared.has(lower)) own++;
		common++;
	}
	return { words, common, own };
}

function looksEnglish(passages: readonly EnglishWords[]): boolean {
	const { words, common, own } = sumOf(passages);
	return common >= words * minShare && own >= Math.max(1, words * minOwnShare);
}

import { stemmer } from 'stemmer';
import { concepts } from './concepts.ts';
import { thesaurus } from './thesaurus.ts';

/** Words that say nothing of what is asked: those of the language, and those in which every question is put. */
const empty: ReadonlySet<string> = new Set(
	(
		'a an and any anybody anyone are as at be been being but by can could did do does doing done ever ' +
		'every for from get give gave given go had has have having he her him his how i if in into is it its ' +
		'just like made make me more most much my no not of off on once one or other our out over own really ' +
		'she should so some somebody someone something such than that the their them then there these they ' +
		'thing things this those through to too up us very was we well were what when where which while who ' +
		'whom whose why will with would you your yours about am bit describe example examples experience ' +
		'explain-to happen happened instance kind know let lot occasion please question recent scenario share ' +
		'find found help helped keep kept need needed now see saw seen start started begin began use used ' +
		'using want wanted feel felt situation specific story talk talked tell time times took take walk way ' +
		'work worked working went did-you'
	).split(' '),
);

/** Stems that stand in too many questions to tell one from another; in phrases they count ("several teams"). */
const common: ReadonlySet<string> = new Set(['team', 'project', 'engin', 'compani', 'peopl', 'job', 'career']);

/** Words of one stem that mean different things. */
const ownStems: ReadonlySet<string> = new Set(
	'production productive productivity critical critically management operation operations organisation organization'.split(
		' ',
	),
);

const wordPattern = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The stem of words, and what it says where somebody has searched for that. */
interface Stem {
	readonly text: string;
	meaning?: Meaning;
}

/** Words met before: stories repeat the same few thousand words. */
const stemsByWord = new Map<string, readonly Stem[]>();
const stemsByText = new Map<string, Stem>();

/** The maps are cleared when there are more words, about as many as a language has in use. */
const maxWords = 50_000;

function stemsOfWord(word: string): readonly Stem[] {
	let stems = stemsByWord.get(word);
	if (!stems) {
		if (stemsByWord.size >= maxWords) {
			stemsByWord.clear();
			stemsByText.clear();
		}
		const parts = word.replace(/'s$/u, '').split('-');
		stems = parts.map((part) => stemOf(empty.has(part) || ownStems.has(part) ? part : stemmer(part)));
		stemsByWord.set(word, stems);
	}
	return stems;
}

function stemOf(text: string): Stem {
	let stem = stemsByText.get(text);
	if (!stem) stemsByText.set(text, (stem = { text }));
	return stem;
}

/** Several words of the thesaurus, by their stems. */
interface Phrase {
	readonly stems: readonly string[];
	readonly group: string;
}

interface Groups {
	readonly groupsOf: ReadonlyMap<string, readonly string[]>;
	/** By their first stem. */
	readonly phrasesFrom: ReadonlyMap<string, readonly Phrase[]>;
}

let known: Groups | undefined;

/** Read when somebody asks for the first time: whoever only writes stories need not wait for it. */
function groups(): Groups {
	return (known ??= readThesaurus());
}

function readThesaurus(): Groups {
	const groupsOf = new Map<string, string[]>();
	const phrasesFrom = new Map<string, Phrase[]>();
	for (const [number, line] of [...thesaurus, ...concepts].entries()) {
		// No word has a `#`, so a group is never taken for one.
		const group = `#${number}`;
		for (const entry of line.split(', ')) {
			const stems = stemsOf(entry);
			const [first] = stems;
			if (first === undefined) continue;
			if (stems.length === 1) {
				const own = listOf(groupsOf, first);
				if (own.at(-1) !== group) own.push(group);
				continue;
			}
			const phrases = listOf(phrasesFrom, first);
			// Spellings of one phrase come to the same stems.
			if (!phrases.some((phrase) => phrase.group === group && isSame(phrase.stems, stems)))
				phrases.push({ stems, group });
		}
	}
	return { groupsOf, phrasesFrom };
}

function listOf<T>(lists: Map<string, T[]>, key: string): T[] {
	let list = lists.get(key);
	if (!list) lists.set(key, (list = []));
	return list;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((stem, index) => stem === b[index]);
}

/** What a stem says by itself, and in which phrases it says more. */
interface Meaning {
	readonly terms: readonly string[];
	readonly phrases: readonly Phrase[] | undefined;
}

function meaningOf(stem: Stem): Meaning {
	if (!stem.meaning) {
		const { groupsOf, phrasesFrom } = groups();
		const { text } = stem;
		const terms = saysSomething(text) ? [text, ...(groupsOf.get(text) ?? [])] : [];
		stem.meaning = { terms, phrases: phrasesFrom.get(text) };
	}
	return stem.meaning;
}

function saysSomething(stem: string): boolean {
	return !empty.has(stem) && !common.has(stem);
}

/**
 * The terms of a text for a search: the stems of its words, in order, with the groups of the thesaurus that its words
 * and phrases belong to. Words that say nothing are left out.
 */
export function termsOf(text: string): readonly string[] {
	const stems = readStems(text);
	const terms: string[] = [];
	// By indices: every word of every story comes through here before the engine has compiled much.
	for (let index = 0; index < stems.length; index++) {
		const { terms: own, phrases } = meaningOf(stems[index] as Stem);
		if (phrases)
			for (const phrase of phrases)
				if (phrase.stems.every((each, offset) => stems[index + offset]?.text === each))
					terms.push(phrase.group);
		for (let each = 0; each < own.length; each++) terms.push(own[each] as string);
	}
	return terms;
}

/** The words that say something, as they are written, beside their stems. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	for (const [word] of text.matchAll(wordPattern)) {
		for (const stem of stemsOf(word)) if (saysSomething(stem) && !words.has(stem)) words.set(stem, word);
	}
	return words;
}

/** The stems of all words of a text, in order, also of those that say nothing by themselves. */
export function stemsOf(text: string): readonly string[] {
	return readStems(text).map((stem) => stem.text);
}

function readStems(text: string): readonly Stem[] {
	const plain = (isAscii.test(text) ? text : text.normalize('NFKD').replaceAll(/\p{M}+/gu, '')).toLowerCase();
	const stems: Stem[] = [];
	for (const word of plain.replaceAll('’', "'").match(wordPattern) ?? []) {
		const own = stemsOfWord(word);
		for (let index = 0; index < own.length; index++) stems.push(own[index] as Stem);
	}
	return stems;
}

const isAscii = /^\p{ASCII}*$/u;

/** Whether a term is the stem of a word, and not a group of the thesaurus. */
export function isWord(term: string): boolean {
	return !term.startsWith('#');
}

import MiniSearch from 'minisearch';
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

/** The stems of words met before: stories repeat the same few thousand words. */
const stemOf = new Map<string, readonly string[]>();

/** The map is cleared when it exceeds this many words, about as many as a language has in use. */
const maxStems = 50_000;

function stemsOfWord(word: string): readonly string[] {
	let stems = stemOf.get(word);
	if (!stems) {
		const parts = word.replace(/'s$/u, '').split('-');
		stems = parts.map((part) => (empty.has(part) || ownStems.has(part) ? part : stemmer(part)));
		if (stemOf.size >= maxStems) stemOf.clear();
		stemOf.set(word, stems);
	}
	return stems;
}

interface Groups {
	readonly groupOf: ReadonlyMap<string, readonly string[]>;
	/** Phrases of the thesaurus by their first stem. */
	readonly phrasesFrom: ReadonlyMap<string, readonly { readonly stems: readonly string[]; readonly group: string }[]>;
}

let known: Groups | undefined;

/** Read when somebody asks for the first time: whoever only writes stories need not wait for it. */
function groups(): Groups {
	return (known ??= readThesaurus());
}

function readThesaurus(): Groups {
	const groupOf = new Map<string, string[]>();
	const phrasesFrom = new Map<string, { readonly stems: readonly string[]; readonly group: string }[]>();
	for (const [number, line] of [...thesaurus, ...concepts].entries()) {
		// No word has a `#`, so a group is never taken for one.
		const group = `#${number}`;
		for (const entry of line.split(', ')) {
			const stems = stemsOf(entry);
			const [first] = stems;
			if (first === undefined) continue;
			if (stems.length === 1) groupOf.set(first, [...new Set([...(groupOf.get(first) ?? []), group])]);
			// Spellings of one phrase come to the same stems.
			else if (
				!phrasesFrom
					.get(first)
					?.some((phrase) => phrase.group === group && phrase.stems.join(' ') === stems.join(' '))
			)
				phrasesFrom.set(first, [...(phrasesFrom.get(first) ?? []), { stems, group }]);
		}
	}
	return { groupOf, phrasesFrom };
}

/**
 * The terms of a text for a search: the stems of its words, in order, with the groups of the thesaurus that its words
 * and phrases belong to. Words that say nothing are left out.
 */
export function termsOf(text: string): readonly string[] {
	const { groupOf, phrasesFrom } = groups();
	const stems = stemsOf(text);
	const terms: string[] = [];
	for (const [index, stem] of stems.entries()) {
		for (const phrase of phrasesFrom.get(stem) ?? []) {
			if (phrase.stems.every((each, offset) => stems[index + offset] === each)) terms.push(phrase.group);
		}
		if (empty.has(stem) || common.has(stem)) continue;
		terms.push(stem, ...(groupOf.get(stem) ?? []));
	}
	return terms;
}

/** The words that say something, as they are written, beside their stems. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
	const words = new Map<string, string>();
	for (const [word] of text.matchAll(wordPattern)) {
		for (const stem of stemsOf(word))
			if (!empty.has(stem) && !common.has(stem) && !words.has(stem)) words.set(stem, word);
	}
	return words;
}

/** The stems of all words of a text, in order, also of those that say nothing by themselves. */
export function stemsOf(text: string): readonly string[] {
	const plain = text
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.replaceAll('’', "'");
	return (plain.match(wordPattern) ?? []).flatMap(stemsOfWord);
}

/** A full-text index whose terms are those of {@link termsOf}. */
export function searchable<T extends { readonly id: unknown }>(fields: readonly string[]): MiniSearch<T> {
	return new MiniSearch<T>({
		fields: [...fields],
		tokenize: (text) => [...termsOf(text)],
		processTerm: (term) => term,
		searchOptions: {
			// A word that is said twice is asked once.
			tokenize: (text) => [...new Set(termsOf(text))],
			// The word that is still being typed is the last one.
			prefix: (term, index, terms) => index === terms.length - 1 && isWord(term) && term.length >= 3,
			fuzzy: (term) => (isWord(term) && term.length > 5 ? 1 : false),
			weights: { fuzzy: 0.3, prefix: 0.5 },
		},
	});
}

/** Whether a term is the stem of a word, and not a group of the thesaurus. */
export function isWord(term: string): boolean {
	return !term.startsWith('#');
}

import type { Passage } from '../../story/passage.ts';
import type { Token, TokenRange } from '../../story/tokens.ts';
import { type Gloss, toldWith } from './glosses/gloss.ts';
import { Phrases } from './phrases.ts';

/** A sentence that passes over something, as a range of tokens, with the question about it. */
export interface PassedOver {
	readonly question: string;
	readonly range: TokenRange;
}

const anyTelling = toldWith();

/** Somebody was against it: what was told before that has not done it. */
const against =
	/ (?:against|object(?:ed|ions?)?|refus[a-z]*|resist[a-z]*|s[ck]eptical|s[ck]epticism|disagree[a-z]*|push(?:ed|ing|back)?|opposed|doubt[a-z]*|reluctan[a-z]*|hesitan[a-z]*|unconvinced|blocked|fought|discussions?|debates?|afraid|(?:did not|didn't) agree)(?= )/u;

/** Why somebody was against it, which is nothing that has done it. */
const whyAgainst = new RegExp(`(${against.source}[^~]*?) (?:because|since|as) .*`, 'u');

/** Objections that were met are none any more. */
const answered = / answer(?:ed|ing) (?:[a-z]+ ){1,2}(?:objections?|doubts?|concerns?|worries) /gu;

/** A sentence that tells what is always so, rather than what was. */
const tellsLesson =
	/^ (?:the |my |our |one |key |main |biggest ){0,3}(?:lessons?|learnings?|takeaways?|moral)(?: learned)? (?::|is|was|–|—|-) /u;

/** Words before it in its clause by which it did not happen, is somebody else's, or was only meant to happen. */
const unreal =
	/ (?:not|never|nobody|none|nothing|without|rather|if|unless|before|would|could not|should|might|may|will|wants?|wanted|hoped?|needed to|wish|wished|afraid|feared|worried|whether|what|who|how|said|says|say|told|tells|heard|wrote|write|reported|claims?|claimed|asked|expect(?:ed)?|thought|think|try|tried|trying|knew|[a-z]+n't|~)(?= )/u;

/** How a clause goes on that tells what it passed over. */
const tellsMeans =
	/^(?: (?!(?:and|but|,|;|i|we|they|he|she) )[^ ]+)* (?:by|through|using|on condition|on the condition|with (?!(?:[a-z-]+ ){0,3}(?:teams?|leads?|stakeholders|sides?|groups?|people|colleagues|managers?|him|her|them|it|outcome|result|others) )[^ ]+) /u;

/** How a sentence goes on that tells what it passed over. */
const goesOnTelling =
	/^ (?:[:(–—-] |when |that (?!(?:worked|suited))|where |in which |in that |such as |like |as (?:i|we|he|she|they) |after |to (?:put|keep|use|split|move|try|run|let|give|a )|, (?:so|by|as|with|where|namely|who|after|which (?!(?:i|we) )) |so (?:i|we) |(?:we|they|he|she) (?:all )?agreed (?:that|to) |(?:and|but) (?:i|we|so i|so we) (?:told|asked|showed|explained|listened|offered|apologi|met|invited|agreed|changed|took it back))/u;

/** A reason or a means anywhere in the rest of a sentence. */
const reason =
	/ (?::|because|since (?:i|we|they|he|she|it|both|all|nobody|the)|thanks to|once (?:i|we|they|he|she)|by [a-z]+ing|when (?:i|we|they|he|she)|~) /u;

/** Words that join a clause to the one before it; a quotation leaves them out where it begins with them. */
const joins = /^(?:and|but|then|so|,|;|that|which)$/u;

/** Whoever does it, where that is not somebody else. */
const noOthers =
	/ (?:i|we|it|this|that|which|what|there|(?:replica|node|service|server|test|build|system|cluster|thread|queue|job|number|figure|version|script|model|compiler|parser|database)s?|processe?s?) $/u;

/** Words behind which nobody does anything. */
const noSubjects =
	/^(?:the|an?|these|those|our|my|your|their|his|its|on|of|with|in|for|by|from|to|as|per|any|every|each|most|some|no)$/u;

/** Words between somebody and what they do. */
const adverbs =
	/^(?:[a-z]+ly|all|also|then|just|soon|again|at|first|last|in|the|end|once|until|had|have|has|been|after|a|while|did|even|still|later)$/u;

/** As many sentences on either side may tell what one passes over. */
const maxBeside = 2;
/** A quotation begins no further before what raises the question. */
const maxLeading = 12;

/**
 * The first sentence that passes over something, by the order of the glosses. Finds nothing where the sentence itself
 * or one beside it may tell what it passed over.
 *
 * @param tells whether the words of a sentence tell more than any gloss passes over; those on either side count too
 */
export function passedOver(
	passage: Passage,
	glosses: readonly Gloss[],
	tells: (words: readonly Token[]) => boolean = () => false,
): PassedOver | undefined {
	const sentences = sentencesIn(passage);
	const telling = sentences.map(({ words }) => tells(words));
	for (const gloss of glosses) {
		for (const [index, sentence] of sentences.entries()) {
			if (telling[index - 1] || telling[index] || telling[index + 1]) continue;
			const found = sentence.phrases.find(gloss.pattern);
			if (!found || !passesOver(gloss, found, index, sentences)) continue;
			const start = quotationStart(sentence.words, found);
			if (start === undefined) continue;
			return {
				question: gloss.question,
				range: { first: sentence.first + start, last: sentence.first + found.last },
			};
		}
	}
	return undefined;
}

function passesOver(gloss: Gloss, found: TokenRange, index: number, sentences: readonly Sentence[]): boolean {
	const { words, phrases } = sentences[index] ?? noSentence;
	if (words.at(-1)?.text === '?' || tellsLesson.test(textOf(words))) return false;
	if (words.slice(found.first, found.last + 1).some(({ quoted }) => quoted)) return false;
	if (gloss.beside && !phrases.has(gloss.beside)) return false;
	const before = textOf(words.slice(0, found.first));
	if (gloss.after && !gloss.after.test(`${textOf(sentences[index - 1]?.words ?? [])}${before}`)) return false;
	const clause = before.split(/ (?:and|but|;|:)(?= )/u).at(-1) ?? '';
	if (!joins.test(words[found.first]?.lower ?? '') && unreal.test(clause)) return false;
	if (gloss.maySpeakOfBefore && speaksOfBefore(sentences, index, found.first)) return false;
	if (gloss.isOfOthers && !isOfOthers(words, found.first)) return false;
	const rest = textOf(words.slice(found.last + 1));
	if (
		gloss.toldOnBy?.test(rest) ||
		goesOnTelling.test(rest) ||
		tellsMeans.test(rest) ||
		reason.test(rest) ||
		isToldBehind(sentences, index, gloss)
	)
		return false;
	return !gloss.mayBeToldBefore || !isToldBefore(sentences.slice(0, index), before);
}

const subjects = /^(?:i|we|they|he|she|it|this|that|everyone|everybody)$/u;

/** Verbs that have the subject of the clause before theirs. */
const sharing =
	/^(?:[a-z]+ed|made|got|had|was|were|went|took|came|found|built|drove|won|sold|met|held|kept|gave|brought)$/u;

/** A quotation of fewer words says nothing by itself. */
const minQuoted = 3;

/**
 * Where a quotation begins: with the clause, or with the one before it where the clause says nothing by itself, or
 * behind a comma where the clause is long; none begins between words.
 */
function quotationStart(words: readonly Token[], { first, last }: TokenRange): number | undefined {
	if (first > 0 && joins.test(words[first]?.lower ?? '')) {
		const next = Math.min(first + 1, words.length - 1);
		// A verb that shares the subject of the clause before it is quoted with that.
		const before = subjects.test(words[next]?.lower ?? '') ? next : clauseStart(words, first - 1);
		return next - before <= maxLeading ? before : next;
	}
	const clause = clauseStart(words, first);
	if (first - clause <= maxLeading) {
		const saysLittle =
			last - clause + 1 < minQuoted || isRelative(words, clause - 1) || sharing.test(words[clause]?.lower ?? '');
		const before = saysLittle && clause > 0 ? clauseStart(words, clause - 1) : clause;
		return first - before <= maxLeading ? before : clause;
	}
	const comma = words.findLastIndex(({ lower }, at) => at < first && lower === ',');
	return comma > clause && first - comma <= maxLeading && comma + 1 < first ? comma + 1 : undefined;
}

/** Where the clause begins that has a word, with no conjunction before it. */
function clauseStart(words: readonly Token[], index: number): number {
	let first = index;
	while (first > 0 && !isConjunction(words, first - 1) && !isRelative(words, first - 1)) first--;
	return first;
}

/** Whether a word joins two clauses, rather than the halves of “again and again” or “back and forth”. */
function isConjunction(words: readonly Token[], index: number): boolean {
	if (!/^(?:and|but|so|;|:)$/u.test(words[index]?.lower ?? '')) return false;
	const [before, behind] = [words[index - 1]?.lower, words[index + 1]?.lower];
	return before !== behind && !(before === 'back' && behind === 'forth');
}

function isRelative(words: readonly Token[], index: number): boolean {
	return index > 0 && /^(?:that|which)$/u.test(words[index]?.lower ?? '');
}

/** Whether somebody else than the author, or a thing, does what the word at an index tells. */
function isOfOthers(words: readonly Token[], index: number): boolean {
	const start = clauseStart(words, index);
	let last = index - 1;
	while (last >= start && (adverbs.test(words[last]?.lower ?? '') || words[last]?.form === 'mark')) last--;
	// A verb without a subject has that of the clause before it.
	if (last < start) return start > 0 && !/^(?:i|we)$/u.test(words[0]?.lower ?? '') && words[0]?.form === 'word';
	// “These agreed requirements”: no verb stands behind a determiner or a preposition.
	if (noSubjects.test(words[last]?.lower ?? '')) return false;
	return !noOthers.test(textOf(words.slice(start, last + 1)));
}

/** Whether a sentence in front, of the same paragraph, tells what the word at an index stands for. */
function speaksOfBefore(sentences: readonly Sentence[], index: number, word: number): boolean {
	const [own, before] = [sentences[index], sentences[index - 1]];
	return /^(?:it|this|that)$/u.test(own?.words[word]?.lower ?? '') && before?.block === own?.block;
}

/** Whether what stands behind a sentence may tell what it passed over; an item of a list is a paragraph of its own. */
function isToldBehind(sentences: readonly Sentence[], index: number, { toldBy, toldFurtherBy }: Gloss): boolean {
	const { block } = sentences[index] ?? noSentence;
	const isItem = sentences.filter((each) => each.block === block).length === 1;
	return sentences.slice(index + 1, index + 1 + maxBeside).some((each, at) => {
		const text = textOf(each.words);
		const isNear = each.block === block || (isItem && at === 0);
		return (isNear && toldBy.test(text)) || toldFurtherBy?.test(text) === true;
	});
}

/** Whether something before a sentence has brought it about, and nobody was against it since. */
function isToldBefore(sentences: readonly Sentence[], own: string): boolean {
	const before = sentences.slice(-maxBeside).toReversed();
	for (const told of [own, ...before.map(({ words }) => textOf(words))]) {
		const text = told.replace(whyAgainst, '$1 ').replaceAll(answered, ' answered ');
		const [telling, denied] = [lastIndexOf(anyTelling, text), lastIndexOf(against, text)];
		if (telling > denied) return true;
		if (denied >= 0) return false;
	}
	return false;
}

function lastIndexOf(pattern: RegExp, text: string): number {
	return [...text.matchAll(new RegExp(pattern, 'gu'))].at(-1)?.index ?? -1;
}

interface Sentence {
	/** Index of its first token. */
	readonly first: number;
	/** Which paragraph or item of its passage it stands in. */
	readonly block: number;
	readonly words: readonly Token[];
	readonly phrases: Phrases;
}

const noSentence: Sentence = { first: 0, block: 0, words: [], phrases: new Phrases([]) };

function sentencesIn({ tokens, blockLengths }: Passage): readonly Sentence[] {
	let start = 0;
	return blockLengths.flatMap((length, block) => {
		const [from, to] = [start, start + length];
		start = to;
		const starts = tokens.slice(from, to).flatMap(({ opens }, at) => (opens || at === 0 ? [from + at] : []));
		return starts.map((first, at): Sentence => {
			const words = tokens.slice(first, starts[at + 1] ?? to);
			return { first, block, words, phrases: new Phrases(words) };
		});
	});
}

/** Words with a space around each; of what is quoted only a `~` for each is left. */
function textOf(words: readonly Token[]): string {
	return ` ${words.map(({ lower, quoted }) => (quoted ? '~' : lower)).join(' ')} `;
}

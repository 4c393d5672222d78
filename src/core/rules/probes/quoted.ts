import type { Document } from '../../story/document.ts';
import type { Passage } from '../../story/passage.ts';
import { spokenWithin } from '../../story/spokenText.ts';
import type { Token } from '../../story/tokens.ts';

const conjunctions = /^(?:and|or|but|so|because|which|who|that|while|when)$/u;
const joins =
	/^(?:and|or|but|so|because|since|although|though|if|unless|until|whereas|which|who|that|while|when|with|for|by|from|after|before|in|at)$/u;

/** Where its clause has more words before a figure, that is quoted without them: it has no beginning between words. */
const maxLeading = 10;

/** The index of the token with which the clause of one begins: of "The wait fell by 14 %" the first. */
export function leadingUpTo({ tokens }: Passage, index: number): number {
	let first = index;
	while (first > index - maxLeading && !tokens[first]?.opens && goesOn(tokens[first - 1], true)) first--;
	const before = tokens[first]?.opens ? undefined : tokens[first - 1];
	const isCut = goesOn(before, true) || /^(?:which|who|that)$/u.test(before?.lower ?? '');
	return isCut ? index : first;
}

/**
 * A few words of a passage as a question quotes them, up to where their clause ends.
 *
 * @param first index of the token that they begin with
 * @param last index of the last one that they can't do without
 * @param maxMore as many tokens may follow that one
 * @param minWords where the clause has fewer, so that it says nothing by itself, the next one is quoted as well
 */
export function quotedWords(
	document: Document,
	passage: Passage,
	first: number,
	last: number,
	maxMore: number,
	minWords = 0,
): string {
	const { tokens } = passage;
	const isShort = (end: number) => end - first + 1 < minWords;
	const follows = (index: number) =>
		goesOn(tokens[index]) ||
		(tokens[index - 1]?.lower === 'than' && tokens[index]?.form === 'word') ||
		isSymbol(document, passage, index) ||
		(isShort(index - 1) && isJoining(tokens[index]) && goesOn(tokens[index + 1]));
	let end = last;
	while (end < last + maxMore && follows(end + 1)) end++;
	end = endOfList(tokens, end);
	// A cut before a word that the clause needs shows that it goes on.
	const isCut = end === last + maxMore && maxMore > 0 && follows(end + 1);
	const needsNext = () => danglers.test(tokens[end]?.lower ?? '') || isJoining(tokens[end]) || isJoined(passage, end);
	if (isCut) while (end > last && needsNext()) end--;
	const { start } = passage.spanOf({ first, last: first });
	const words = spokenWithin(document, { start, end: passage.spanOf({ first: end, last: end }).end });
	return `“${words.replaceAll('\n', ' ')}${isCut ? ' …' : ''}”`;
}

const beginsClause =
	/^(?:i|we|they|he|she|it|this|that|there|then|so|but|which|who|where|when|after|before|because|while|until|everyone|everybody|people|nobody|[a-z]+ed|is|are|was|were|has|have|had|made|got|went|took|came|found|built|drove|won|sold|met|held|kept|gave|brought|began|wrote|put|set|ran|led|told|sent|made|let|did|can|could|will|would)$/u;

/** A list goes on by so many tokens at most. */
const maxListed = 6;

/**
 * Where a list ends that goes on behind an index, such as “, design and legal” or “and the two directors”: cut within
 * it, a quotation says what nobody said. The index itself where what follows may be another clause.
 */
function endOfList(tokens: readonly Token[], end: number): number {
	const isBoundary = ({ opens, form, lower, quoted }: Token) => opens || quoted || (form === 'mark' && lower !== ',');
	const rest = tokens.slice(end + 1, end + 2 + maxListed);
	const length = rest.findIndex(
		(token, at) => isBoundary(token) || (token.lower === ',' && beginsClause.test(rest[at + 1]?.lower ?? '')),
	);
	const listed = rest.slice(0, length < 0 ? rest.length : length);
	// “, and the decision stood” is a clause.
	if (listed.length > maxListed || !/^(?:and|or|, (?!and |or ))/u.test(`${listed[0]?.lower} ${listed[1]?.lower} `))
		return end;
	const isList = listed.some(({ lower }) => lower === 'and' || lower === 'or') && listed.at(-1)?.form !== 'mark';
	return isList && !listed.some(({ lower }) => beginsClause.test(lower)) ? end + listed.length : end;
}

/** Whether a mark is part of a word or stands for one, such as `&` or `&eacute;`, and ends no clause. */
function isSymbol(document: Document, passage: Passage, index: number): boolean {
	const token = passage.tokens[index];
	if (token?.form !== 'mark' || token.quoted || token.opens) return false;
	const said = spokenWithin(document, passage.spanOf({ first: index, last: index }));
	return /^[\p{S}\p{L}\p{M}\p{N}\s&@#%/*]*$/u.test(said);
}

/** Whether nothing stands between a token and the next one. */
function isJoined(passage: Passage, index: number): boolean {
	const next = { first: index + 1, last: index + 1 };
	return (
		index + 1 < passage.tokens.length &&
		passage.spanOf({ first: index, last: index }).end === passage.spanOf(next).start
	);
}

const danglers =
	/^(?:the|an?|my|our|their|his|her|its|to|of|on|into|as|not|all|every|each|new|lot|much|more|very|than|quite|it)$/u;

function isJoining(token: Token | undefined): boolean {
	return token?.form === 'word' && !token.quoted && !token.opens && joins.test(token.lower);
}

function goesOn(token: Token | undefined, before = false): boolean {
	if (!token || token.form === 'mark' || token.quoted) return false;
	return before ? !conjunctions.test(token.lower) : !token.opens && !joins.test(token.lower);
}
